// The survey as SurveyJS writes surveys.

import { inSurveyJs } from '../survey/condition.mjs';
import { questions, survey } from '../survey/definition.mjs';

/** The definition for `new Model(…)`. */
export const definition = {
  title: survey.title,
  completedHtml: `<h3>Thank you</h3><p>${survey.thanks}</p>`,
  showProgressBar: true,
  progressBarType: 'questions',
  showQuestionNumbers: false,
  pages: questions.map((question) => ({ name: question.id, elements: [element(question)] })),
};

function element({ id, title, help, when, ...question }) {
  return {
    name: id,
    title,
    ...(help && { description: help }),
    ...(when && { visibleIf: inSurveyJs(when) }),
    ...field(question),
  };
}

function field({ kind, choices, least, most, longest }) {
  switch (kind) {
    case 'single':
      return { type: 'radiogroup', choices: choices.map(({ id, label }) => ({ value: id, text: label })) };
    case 'multiple':
      return { type: 'checkbox', ...(most && { maxSelectedChoices: most }), choices: choices.map(several) };
    case 'number':
      return { type: 'text', inputType: 'number', min: least, max: most };
    default:
      return { type: 'comment', maxLength: longest };
  }
}

function several({ id, label, exclusive }) {
  return { value: id, text: label, ...((exclusive || id === 'prefer-not') && { isExclusive: true }) };
}
