// A date, or all of them, for the reader's own calendar.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { journey } from './support/journey.mjs';
import { withOwls } from './support/owls.mjs';
import { open } from './support/walk.mjs';

const NIGHT = { name: 'Add to my calendar Today, 10pm to 2.30am', exact: true };

journey('one date is a file with one event, over the change of the clocks', async ({ page, hark }) => {
  await page.clock.setFixedTime('2026-10-24T20:30:00Z');
  await open(page, `${hark.url}/activities/owls`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', NIGHT).click()]);
  assert.equal(download.suggestedFilename(), 'owls-2026-10-24.ics');
  const file = readFileSync(await download.path(), 'utf8');
  const lines = file.split('\r\n');
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  for (const line of ['DTSTART;TZID=Europe/London:20261024T220000', 'DTEND;TZID=Europe/London:20261025T023000']) {
    assert.ok(event.includes(line), `${line} in ${event}`);
  }
  assert.ok(event.some((line) => /^UID:20261024T220000-./.test(line)), 'no name that the series has');
  assert.ok(!event.some((line) => /^(RRULE|EXDATE|RDATE)/.test(line)));
  assert.ok(lines.includes('BEGIN:VTIMEZONE') && lines.includes('TZID:Europe/London') && lines.includes('BEGIN:STANDARD'), 'the time zone stays whole');
}, { content: withOwls });

journey('all dates are a link to the file of the series', async ({ page, hark }) => {
  await open(page, `${hark.url}/activities/owls`);
  const all = page.getByRole('link', { name: 'Add all dates to my calendar' });
  assert.equal(await all.getAttribute('href'), '/calendar/owls.ics');
  const [series] = await Promise.all([page.waitForEvent('download'), all.click()]);
  assert.match(readFileSync(await series.path(), 'utf8'), /BEGIN:VCALENDAR[^]*RRULE:FREQ=WEEKLY/);
}, { content: withOwls });

journey('where the file does not come, it is said, and tapping again helps', async ({ page, hark, expect }) => {
  expect(/Failed to load resource: net::ERR_FAILED/);
  await page.clock.setFixedTime('2026-10-24T20:30:00Z');
  await open(page, `${hark.url}/activities/owls`);
  await page.route('**/calendar/owls.ics', (route) => route.abort());
  await page.getByRole('button', NIGHT).click();
  await page.getByRole('status').getByText('Check that you have signal, then try again.').waitFor();
  await page.unroute('**/calendar/owls.ics');
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', NIGHT).click()]);
  await page.getByText('Check that you have signal').waitFor({ state: 'hidden' });
}, { content: withOwls });
