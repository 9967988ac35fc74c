// A survey may be changed while somebody is answering it.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { packWith } from './support/pack.mjs';
import { checked, definition, inWords, questions, send, start, walkThrough } from './support/survey.mjs';
import { follow, goOn, heading, nothingKept, open, ready } from './support/walk.mjs';

const nights = definition('nights');
const newer = changedSurvey();
const GIVEN = { area: 'leigh', age: 'under-14', nights: 2, stops: ['cost', 'travel'], want: ['music', 'arts'] };
/** "How old are you?" is gone, the choices of `area` and `want` are others; the rest fits. */
const FITS = { nights: 2, stops: ['cost', 'travel'] };
const NOTICE = 'This survey has changed since you started.';

journey('whoever sends answers to the version before is told, keeps what fits, and can send', async ({ page, hark, t, expect }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  await hark.start(packWith(t, newer));

  expect(/422 \(Unprocessable/);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText(NOTICE).waitFor();
  // The focus is somewhere, once the screen is painted anew.
  await page.waitForFunction(() => document.activeElement?.matches('h1, button'));
  const seen = questions(newer).map(({ id }) => id);
  assert.deepEqual(await checked(page), inWords(newer, seen, FITS));
  assert.deepEqual(hark.stored().responses, [], 'nothing was taken');

  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText(NOTICE).waitFor({ state: 'detached' });
  await send(page);
  assertStored(hark);
});

journey('whoever reloads into a newer version goes on with what fits', async ({ page, hark, t }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  await hark.start(packWith(t, newer));
  await page.reload();
  await ready(page);
  await page.getByText(NOTICE).waitFor();
  const seen = questions(newer).map(({ id }) => id);
  assert.deepEqual(await checked(page), inWords(newer, seen, FITS));
  await send(page);
  assertStored(hark);
});

journey('a reload in the middle of a changed survey shows a question of the newer one', async ({ page, hark, t }) => {
  await start(page, hark.url, 'nights');
  await goOn(page);
  await goOn(page);
  await page.getByRole('textbox').fill('2');
  await hark.stop();
  await hark.start(packWith(t, newer));
  await page.reload();
  await ready(page);
  await page.getByText(NOTICE).waitFor();
  const titles = questions(newer).map(({ title }) => title);
  assert.ok(titles.includes(await heading(page).innerText()));
  await walkThrough(page, newer, {});
  assert.equal((await checked(page))[questions(newer).find(({ id }) => id === 'nights').title], '2 nights');
});

journey('answers that waited on the phone while the survey changed are looked at again, then sent', async ({ page, hark, t, expect }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  expect(/net::ERR_/);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByRole('alert').waitFor();
  await hark.start(packWith(t, newer));

  await open(page, hark.url);
  expect(/422 \(Unprocessable/);
  await page.getByRole('button', { name: 'Send them now' }).click();
  await page.getByRole('alert').getByText('This survey has changed.').waitFor();
  await follow(page, 'button', 'Look at them');
  await page.getByText(NOTICE).waitFor();
  assert.deepEqual(await checked(page), inWords(newer, questions(newer).map(({ id }) => id), FITS));
  await send(page);
  assertStored(hark);
  await nothingKept(page);
});

journey('a survey that closed meanwhile says so', async ({ page, hark, t, expect }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  await hark.start(packWith(t, { ...nights, opens: '2020-01-01', closes: '2020-01-31' }));
  expect(/422 \(Unprocessable/);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByRole('alert').getByText('This survey is not open now.').waitFor();
  assert.deepEqual(hark.stored().responses, []);
});

function changedSurvey() {
  const survey = structuredClone(nights);
  survey.version += 1;
  survey.pages = survey.pages.filter(({ id }) => id !== 'age');
  const byId = Object.fromEntries(questions(survey).map((question) => [question.id, question]));
  byId.area.choices.find(({ id }) => id === 'leigh').id = 'leigh-and-lowton';
  byId.want.choices = byId.want.choices.filter(({ id }) => id !== 'arts');
  const choices = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];
  survey.pages.push({ id: 'bus', questions: [{ id: 'bus', kind: 'single', title: 'Is there a bus home?', choices }] });
  return survey;
}

function assertStored(hark) {
  const rows = hark.stored().responses.map(({ version, answers }) => ({ version, answers }));
  assert.deepEqual(rows, [{ version: newer.version, answers: FITS }]);
}
