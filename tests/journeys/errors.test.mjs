// What happens when an answer does not fit: said at once, beside the question, and nothing is lost.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { packWith } from './support/pack.mjs';
import { answer, checked, choice, definition, questions, send, start, walkThrough } from './support/survey.mjs';
import { focused, goOn, heading, move, open, path, ready } from './support/walk.mjs';

const nights = definition('nights');
const byId = Object.fromEntries(questions(nights).map((question) => [question.id, question]));

/** A survey that can't be sent without an answer. */
const needed = {
  id: 'needed', version: 1, title: 'Needed', about: 'One question has to be answered.', minutes: 1, thanks: 'Thank you.',
  pages: [
    { id: 'first', questions: [{ id: 'first', kind: 'text', title: 'What do you like?', longest: 10 }] },
    {
      id: 'second',
      questions: [{
        id: 'second', kind: 'single', title: 'May we count you in?', required: true,
        choices: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }],
      }],
    },
    { id: 'third', questions: [{ id: 'third', kind: 'number', title: 'How often?', least: 1, most: 7 }] },
  ],
};
const withNeeded = { content: (t) => packWith(t, needed) };

journey('a number that is none, or out of range, is pointed at and kept', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await goOn(page);
  await goOn(page);
  const field = page.getByRole('textbox', { name: byId.nights.title });
  assert.equal(await field.getAttribute('aria-invalid'), null);
  for (const [typed, words] of [
    ['lots', 'Write a whole number, such as 3.'],
    ['2.5', 'Write a whole number, such as 3.'],
    ['9', 'Write a number from 0 to 8.'],
    ['-1', 'Write a number from 0 to 8.'],
    ['99999999999999999999', 'Write a whole number, such as 3.'],
  ]) {
    await field.fill(typed);
    await submit(page, words);
    assert.equal(await field.inputValue(), typed, 'what was typed is still there');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await description(field), new RegExp(`Error: ${words}`));
    await page.getByRole('link', { name: words }).click();
    assert.ok(await field.evaluate((it) => it === document.activeElement), 'the link leads to the field');
  }
  await field.fill(' 8 ');
  await goOn(page);
  assert.doesNotMatch(await page.title(), /^Error/);
});

journey('what is no number is still there after a reload', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await goOn(page);
  await goOn(page);
  const field = page.getByRole('textbox', { name: byId.nights.title });
  await field.fill('about 3');
  await page.reload();
  await ready(page);
  assert.equal(await field.inputValue(), 'about 3');
});

journey('what stands alone pushes the others out, and the other way round', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await goTo(page, byId.stops);
  const chosen = () => page.getByRole('checkbox', { checked: true }).evaluateAll((all) => all.map(({ value }) => value));
  await answer(page, byId.stops, ['cost', 'travel']);
  assert.deepEqual(await chosen(), ['cost', 'travel']);
  await answer(page, byId.stops, ['none']);
  assert.deepEqual(await chosen(), ['none']);
  await answer(page, byId.stops, ['alone']);
  assert.deepEqual(await chosen(), ['alone']);
  await answer(page, byId.stops, ['prefer-not']);
  assert.deepEqual(await chosen(), ['prefer-not']);
  await choice(page, byId.stops, 'prefer-not').uncheck();
  assert.deepEqual(await chosen(), []);
});

journey('one choice too many is pointed at, at the group', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await goTo(page, byId.want);
  await answer(page, byId.want, ['sport', 'music', 'arts', 'making']);
  await submit(page, 'Choose 3 at most.');
  const group = page.getByRole('group', { name: byId.want.title });
  assert.match(await description(group), /Error: Choose 3 at most\./);
  await page.getByRole('link', { name: 'Choose 3 at most.' }).click();
  assert.equal(await focused(page), 'input: Sport');
  await choice(page, byId.want, 'sport').uncheck();
  await goOn(page);
  assert.equal(await heading(page).innerText(), byId.time.title);
});

journey('a question that has to be answered stops, with a sentence', async ({ page, hark }) => {
  await start(page, hark.url, 'needed');
  const [first, second] = questions(needed);
  await answer(page, first, 'Trampolines!');
  await submit(page, 'Make it shorter, by 2 letters.');
  await answer(page, first, 'Ropes');
  await goOn(page);
  assert.equal(await page.getByRole('button', { name: 'Skip' }).count(), 0, 'it can not be skipped');
  await submit(page, 'Choose an answer.');
  await answer(page, second, 'yes');
  await walkThrough(page, needed, {});
  await send(page);
  assert.deepEqual(hark.stored().responses[0].answers, { second: 'yes' });
}, withNeeded);

journey('the check leads to what is missing', async ({ page, hark }) => {
  const [, second, third] = questions(needed);
  await start(page, hark.url, 'needed');
  await open(page, `${hark.url}/surveys/needed/check`);
  await page.getByText('Some answers are missing').waitFor();
  assert.equal((await checked(page))[second.title], 'Not answered');
  await move(page, () => page.getByRole('button', { name: 'Send my answers' }).click());
  assert.equal(await heading(page).innerText(), second.title);
  assert.deepEqual(hark.stored().responses, [], 'nothing was sent');
  await answer(page, second, 'no');
  await goOn(page);
  assert.equal(await heading(page).innerText(), third.title);
  await goOn(page);
  assert.ok(path(page).endsWith('/check'));
  await send(page);
  assert.deepEqual(hark.stored().responses[0].answers, { second: 'no' });
}, withNeeded);

/** Skips until a question is on the screen. */
async function goTo(page, question) {
  while ((await heading(page).innerText()) !== question.title) await goOn(page);
}

/** Presses Continue and checks that the page stays, with a summary that says why. */
async function submit(page, words) {
  const from = page.url();
  await page.getByRole('button', { name: 'Continue' }).click();
  const summary = page.getByRole('group', { name: 'Please look at this again' });
  await summary.getByRole('link', { name: words }).waitFor();
  await page.waitForFunction((it) => it === document.activeElement, await summary.elementHandle());
  assert.match(await page.title(), /^Error: /);
  assert.equal(page.url(), from);
}

/** What `aria-describedby` of an element says. */
function description(locator) {
  return locator.evaluate((it) =>
    it.getAttribute('aria-describedby').split(/\s+/).filter(Boolean).map((id) => document.getElementById(id).textContent).join(' '));
}
