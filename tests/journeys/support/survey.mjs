// Surveys: their definitions, answering them, and reading the check of answers.

import { shipped } from './pack.mjs';
import { follow, goOn, move, open, path } from './walk.mjs';

/**
 * @typedef {string | string[] | number} Answer as on the wire: a choice's id, several, a number, a text
 * @typedef {Record<string, Answer>} Answers by question
 */

/**
 * The definition of a survey in the shipped pack, in English.
 * @param {string} id
 */
export function definition(id) {
  return shipped(`surveys/${id}.json`);
}

/**
 * All questions of a survey, in order.
 * @param {object} survey
 */
export function questions(survey) {
  return survey.pages.flatMap((page) => page.questions);
}

/**
 * Goes to a survey and presses Start.
 * @param {import('playwright-core').Page} page
 * @param {string} base the endpoint's address
 * @param {string} id of the survey
 */
export async function start(page, base, id) {
  await open(page, `${base}/surveys/${id}`);
  await follow(page, 'link', 'Start the survey');
}

/**
 * Presses Continue on every page until the check, answering what is in `answers`.
 * @param {import('playwright-core').Page} page
 * @param {object} survey its definition
 * @param {Answers} answers
 * @returns {Promise<string[]>} the ids of the questions that were on the screen
 */
export async function walkThrough(page, survey, answers) {
  const seen = [];
  while (!path(page).endsWith('/check')) {
    for (const question of await shown(page, survey)) {
      seen.push(question.id);
      if (question.id in answers) await answer(page, question, answers[question.id]);
    }
    await goOn(page);
  }
  return seen;
}

/**
 * The questions on the screen now.
 * @param {import('playwright-core').Page} page
 * @param {object} survey its definition
 */
export async function shown(page, survey) {
  const titles = await page.getByRole('main').getByRole('heading').allInnerTexts();
  return questions(survey).filter((question) => titles.includes(question.title));
}

/**
 * Answers one question on the screen.
 * @param {import('playwright-core').Page} page
 * @param {object} question of the definition
 * @param {Answer} answer
 */
export async function answer(page, question, answer) {
  switch (question.kind) {
    case 'single':
      return choice(page, question, answer).check();
    case 'multiple':
      for (const id of answer) await choice(page, question, id).check();
      return;
    default:
      return page.getByRole('textbox', { name: question.title }).fill(String(answer));
  }
}

/**
 * The radio button or checkbox of a choice.
 * @param {import('playwright-core').Page} page
 * @param {object} question of the definition
 * @param {string} id of the choice
 */
export function choice(page, question, id) {
  const { label } = question.choices.find((choice) => choice.id === id);
  const role = question.kind === 'single' ? 'radio' : 'checkbox';
  return page.getByRole('group', { name: question.title }).getByRole(role, { name: label, exact: true });
}

/**
 * The check of answers as it reads: each question, and what stands beside it.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, string>>}
 */
export async function checked(page) {
  const [terms, details] = await Promise.all([
    page.getByRole('term').allInnerTexts(),
    // Each row has its answer, then its way to change it.
    page.getByRole('definition').allInnerTexts(),
  ]);
  return Object.fromEntries(terms.map((term, row) => [term, details[2 * row]]));
}

/**
 * Follows the link beside an answer, from the check to its question.
 * @param {import('playwright-core').Page} page
 * @param {object} question of the definition
 */
export async function change(page, question) {
  const row = page.getByRole('link', { name: 'Change' }).and(page.getByRole('link', { name: question.title }));
  await move(page, () => row.click());
}

/**
 * What the check says of `answers`, by the definition.
 * @param {object} survey
 * @param {string[]} seen the ids of the questions that were shown
 * @param {Answers} answers
 * @returns {Record<string, string>}
 */
export function inWords(survey, seen, answers) {
  const words = (question) => {
    if (!(question.id in answers)) return 'Not answered';
    const label = (id) => question.choices?.find((choice) => choice.id === id).label ?? String(id);
    return [answers[question.id]].flat().map(label).join(', ');
  };
  const asked = questions(survey).filter(({ id }) => seen.includes(id));
  return Object.fromEntries(asked.map((question) => [question.title, words(question)]));
}

/**
 * What the page says will be sent, byte by byte.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string>}
 */
export async function shownEnvelope(page) {
  const region = page.getByRole('region', { name: 'What your phone sends' });
  if (!(await region.isVisible())) await page.getByText('See it exactly as your phone sends it').click();
  return region.innerText();
}

/**
 * Sends, and waits for the thank you.
 * @param {import('playwright-core').Page} page
 */
export async function send(page) {
  await move(page, () => page.getByRole('button', { name: /^(Send my answers|Try again)$/ }).click());
}
