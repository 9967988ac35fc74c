// Answering questions and tapping on Next, as a person does with a thumb.

import assert from 'node:assert/strict';

import { questions } from '../survey/definition.mjs';

/** How many questions are answered: enough to meet every kind, and a skipped one. */
const TAPS = 10;

const CHOICE = 'input[type=radio], input[type=checkbox]';
const ENTRY = 'textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=hidden])';

/**
 * Taps through the survey from its first question on.
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./pages.mjs').RivalPage} page
 * @returns {Promise<{taps: Array<{from: number, to: number}>, unseen: number}>} each tap
 *   until the next question was painted, in milliseconds since 1970, and how many of
 *   their titles were off the screen
 */
export async function tapThrough(visit, { next }) {
  const taps = [];
  let unseen = 0;
  while (taps.length < TAPS) {
    await answer(visit.page);
    const at = await middle(visit.page.getByRole('button', { name: next, exact: true }));
    await visit.idle();
    const painted = visit.next(({ kind }) => kind === 'title', 'showed the next question');
    await visit.page.touchscreen.tap(at.x, at.y);
    const { at: to, text, seen } = await painted;
    assert.ok(questions.some(({ title }) => text.includes(title)), `"${text}" is no question of the survey.`);
    taps.push({ from: visit.told('tap').at(-1).at, to });
    if (!seen) unseen += 1;
  }
  assert.equal(visit.told('tap').length, TAPS, 'A tap hit something else.');
  return { taps, unseen };
}

/** Chooses the first choice, or writes something. */
async function answer(page) {
  const choices = page.locator(CHOICE);
  // A click of the page itself: only the tap on Next is to look like a finger's.
  if (await choices.count()) await choices.first().evaluate((it) => it.click());
  else await page.locator(ENTRY).first().fill('3');
}

/** The middle of a control that was brought onto the screen. */
async function middle(control) {
  await control.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await control.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
