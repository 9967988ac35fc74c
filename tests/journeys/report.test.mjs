// "Tell us it is wrong": one tap, and nothing about whoever tapped.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { withOwls } from './support/owls.mjs';
import { focused, nothingKept, open } from './support/walk.mjs';

const TELL = 'Is something wrong here? Tell us';

journey('a tap on the list sends what is wrong and nothing else', async ({ page, context, hark }) => {
  await open(page, `${hark.url}/activities/owls`);
  await page.getByText(TELL).click();
  const sent = page.waitForRequest('**/api/v1/reports');
  await page.getByRole('button', { name: 'The day or the time' }).click();
  await page.getByText('Thank you. Someone will check it.').waitFor();
  const body = (await sent).postDataJSON();
  assert.match(body.id, /^[0-9a-f]{32}$/);
  assert.deepEqual({ ...body, id: '' }, { id: '', service: 'owls', what: 'when' });
  await page.waitForFunction(() => document.activeElement?.matches('.wrong-said'));
  assert.match(await focused(page), /Thank you/);
  assert.equal(await page.getByRole('button', { name: 'The cost' }).count(), 0, 'once is enough');
  await nothingKept(page);
  const [report] = hark.reports();
  assert.equal(hark.reports().length, 1);
  assert.deepEqual([report.service, report.what, report.count], ['owls', 'when', 1]);
}, { content: withOwls });

journey('where it is not sent, it is said, and the same is sent again', async ({ page, hark, expect }) => {
  expect(/Failed to load resource: net::ERR_FAILED/);
  await open(page, `${hark.url}/activities/owls`);
  await page.getByText(TELL).click();
  // It arrives, and the answer is lost.
  await page.route('**/api/v1/reports', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'The cost' }).click();
  await page.getByText('That was not sent.').waitFor();
  await page.unroute('**/api/v1/reports');
  await page.getByRole('button', { name: 'The cost' }).click();
  await page.getByText('Thank you. Someone will check it.').waitFor();
  assert.deepEqual(hark.reports().map(({ what, count }) => [what, count]), [['cost', 1]], 'it counts once');
}, { content: withOwls });
