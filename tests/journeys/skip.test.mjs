// Every question can be skipped, and a survey of skipped questions counts.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { checked, definition, questions, send, shownEnvelope, start } from './support/survey.mjs';
import { heading, move, path } from './support/walk.mjs';

const tellus = definition('tellus');

journey('whoever skips everything can still send', async ({ page, hark }) => {
  await start(page, hark.url, 'tellus');
  const skip = page.getByRole('button', { name: 'Skip', exact: true });
  while (!path(page).endsWith('/check')) await move(page, () => skip.click());

  const always = questions({ pages: tellus.pages.filter((page) => !page.visible_if) });
  assert.deepEqual(
    await checked(page),
    Object.fromEntries(always.map(({ title }) => [title, 'Not answered'])),
  );
  const sent = JSON.parse(await shownEnvelope(page));
  assert.deepEqual(sent, { id: sent.id, survey: 'tellus', version: tellus.version, answers: {} });
  await send(page);
  assert.match(await heading(page).innerText(), /^Thank you/);
  const { responses, texts } = hark.stored();
  assert.deepEqual(responses.map(({ answers }) => answers), [{}]);
  assert.deepEqual(texts, []);
});
