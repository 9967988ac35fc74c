// Surveys: their definitions, answering them, and reading the check of answers.

import { shipped } from './pack.mjs';
import { follow, goOn, move, open, path } from './walk.mjs';

/**
 * @typedef {string | string[] | number | Record<string, string>} Answer as on the wire: a choice's id, several (in order), a number, a text, choices by row
 * @typedef {Record<string, Answer>} Answers by question
 */

/**
 * The definition of a survey in the shipped pack, in one language.
 * @param {string} id
 * @param {string} [language]
 */
export function definition(id, language = 'en') {
  return shipped(`surveys/${id}.json`, language);
}

/**
 * All questions that somebody without a group code may be asked, in order.
 * @param {object} survey
 */
export function questions(survey) {
  const picked = survey.optional?.borough ?? [];
  return survey.pages.flatMap((page) => page.questions).filter(({ id, optional }) => !optional || picked.includes(id));
}

/** A title that names answers: `{year}`, or `{year|your year}`. */
const NAMED = /\{([\w.-]+)(?:\|([^}]*))?\}/g;

/**
 * A question's title, whatever answers stand in it.
 * @param {object} question of the definition
 * @returns {RegExp}
 */
function titled({ title }) {
  const literal = title.split(NAMED).filter((_, part) => part % 3 === 0);
  const escaped = literal.map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 's');
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
  return questions(survey).filter((question) => titles.some((title) => titled(question).test(title)));
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
    case 'ranking':
      for (const id of answer) {
        const { label } = question.choices.find((choice) => choice.id === id);
        await page.getByRole('group', { name: question.title }).getByRole('button', { name: label, exact: true }).click();
        await page.getByRole('button', { name: `Take out: ${label}` }).waitFor();
      }
      return;
    case 'matrix':
      for (const [row, id] of Object.entries(answer)) {
        const { label } = question.rows.find((it) => it.id === row);
        const name = question.choices.find((choice) => choice.id === id).label;
        await page.getByRole('group', { name: label, exact: true }).getByRole('radio', { name, exact: true }).check();
      }
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
  return page.getByRole('group', { name: titled(question) }).getByRole(role, { name: label, exact: true });
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
    const answer = answers[question.id];
    if (question.kind === 'number') return [answer, question.unit].filter((part) => part !== undefined).join(' ');
    if (question.kind === 'matrix') {
      const given = question.rows.filter(({ id }) => id in answer);
      return given.map((row) => `${row.label}: ${label(answer[row.id])}`).join('\n\n');
    }
    return [answer].flat().map(label).join(', ');
  };
  const named = (title) =>
    title.replace(NAMED, (_, id, otherwise = '') => {
      const question = questions(survey).find((it) => it.id === id);
      return id in answers ? words(question) : otherwise;
    });
  const asked = questions(survey).filter(({ id, kind }) => kind !== 'note' && seen.includes(id));
  return Object.fromEntries(asked.map((question) => [named(question.title), words(question)]));
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
