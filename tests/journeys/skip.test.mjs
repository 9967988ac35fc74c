// Every question can be skipped, and a survey of skipped questions counts.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { checked, definition, inWords, questions, send, shownEnvelope, start } from './support/survey.mjs';
import { heading, move, path } from './support/walk.mjs';

const tellus = definition('tellus');

journey('whoever skips everything can still send', async ({ page, hark }) => {
  await start(page, hark.url, 'tellus');
  const skip = page.getByRole('button', { name: 'Skip', exact: true });
  while (!path(page).endsWith('/check')) await move(page, () => skip.click());

  // Without an answer nothing is hidden by one: lessons are asked unless somebody has none.
  const open = ({ visible_if: condition }) => !condition || condition.includes('!=');
  const always = questions({ ...tellus, pages: tellus.pages.filter(open) });
  assert.deepEqual(await checked(page), inWords(tellus, always.map(({ id }) => id), {}));
  await page.getByText('You have not answered anything.').waitFor();
  const sent = JSON.parse(await shownEnvelope(page));
  assert.deepEqual(sent, { id: sent.id, survey: 'tellus', version: tellus.version, answers: {} });
  await send(page);
  assert.match(await heading(page).innerText(), /^Thank you/);
  const { responses, texts } = hark.stored();
  assert.deepEqual(responses.map(({ answers }) => answers), [{}]);
  assert.deepEqual(texts, []);
});
