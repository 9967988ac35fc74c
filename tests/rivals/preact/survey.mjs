// The survey as a module, with its conditions as functions: what a person who writes
// a survey in JavaScript would have written.

import { inJavaScript } from '../survey/condition.mjs';
import { questions, survey } from '../survey/definition.mjs';

/** A plugin for the bundler that answers `import … from 'survey'`. */
export const surveyModule = {
  name: 'survey',
  setup(build) {
    build.onResolve({ filter: /^survey$/ }, ({ path }) => ({ path, namespace: 'survey' }));
    build.onLoad({ filter: /.*/, namespace: 'survey' }, () => ({ contents: source() }));
  },
};

function source() {
  const items = questions.map(({ when, ...question }) => {
    const visible = when ? `, when: ${inJavaScript(when)}` : '';
    return `{ ...${JSON.stringify(question)}${visible} }`;
  });
  const { title, about, thanks } = survey;
  return `export const survey = ${JSON.stringify({ title, about, thanks })};
export const questions = [${items.join(',\n')}];`;
}
