import { Model } from 'survey-core';
import 'survey-js-ui';
import { definition } from 'definition';

const survey = new Model(definition);
survey.render(document.getElementById('survey'));
document.documentElement.dataset.ready = 'true';
