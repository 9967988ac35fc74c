// A school's link: its code goes with the answers, and brings the questions it picked.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { definition, send, shownEnvelope, start } from './support/survey.mjs';
import { follow, goOn, open, path } from './support/walk.mjs';

const tellus = definition('tellus');
const [[CODE, picked]] = Object.entries(tellus.optional.schools);
const all = tellus.pages.flatMap((page) => page.questions);
const titles = picked.map((id) => all.find((question) => question.id === id).title);

journey('whoever comes by a school\'s link gets its questions, and sees its code before it goes', async ({ page, hark }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, `${hark.url}/surveys/tellus#group=${CODE}`);
  await follow(page, 'link', 'Start the survey');
  while (!path(page).endsWith('/check')) await goOn(page);
  const terms = await page.getByRole('term').allInnerTexts();
  for (const title of titles) assert.ok(terms.includes(title), title);
  await page.getByText(`The code of your group goes with it: ${CODE}.`).waitFor();
  assert.equal(JSON.parse(await shownEnvelope(page)).group, CODE);
  assert.deepEqual(asked.filter((url) => url.includes(CODE)), [], 'the server learns it with the answers and not before');
  await send(page);
  assert.deepEqual(hark.stored().responses.map((row) => row.group_code), [CODE]);
});

journey('whoever comes by no link is not asked them', async ({ page, hark }) => {
  await start(page, hark.url, 'tellus');
  while (!path(page).endsWith('/check')) await goOn(page);
  const terms = await page.getByRole('term').allInnerTexts();
  for (const title of titles) assert.ok(!terms.includes(title), title);
});
