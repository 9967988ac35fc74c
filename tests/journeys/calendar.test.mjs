// A date, or all of them, for the reader's own calendar.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { journey } from './support/journey.mjs';
import { withOwls } from './support/owls.mjs';
import { open } from './support/walk.mjs';

/** As `cargo xtask site` and the endpoint write it for the club of this journey. */
const SERIES = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hark//EN', 'X-WR-CALNAME:Night owls',
  'BEGIN:VTIMEZONE', 'TZID:Europe/London',
  'BEGIN:DAYLIGHT', 'DTSTART:19810329T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT', 'UID:owls-1@hark', 'DTSTAMP:20261001T000000Z', 'SUMMARY:Night owls', 'LOCATION:Owl Hall\\, Mill Lane\\, Leigh',
  'DTSTART;TZID=Europe/London:20261003T220000', 'DTEND;TZID=Europe/London:20261004T023000', 'RRULE:FREQ=WEEKLY;BYDAY=SA', 'EXDATE;TZID=Europe/London:20261226T220000', 'END:VEVENT',
  'END:VCALENDAR', '',
].join('\r\n');

const NIGHT = { name: 'Add to my calendar Today, 10pm to 2.30am', exact: true };

journey('one date is a file with one event, over the change of the clocks', async ({ page, hark }) => {
  await page.route('**/calendar/owls.ics', (route) => route.fulfill({ contentType: 'text/calendar', body: SERIES }));
  await page.clock.setFixedTime('2026-10-24T20:30:00Z');
  await open(page, `${hark.url}/activities/owls`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', NIGHT).click()]);
  assert.equal(download.suggestedFilename(), 'owls-2026-10-24.ics');
  const file = readFileSync(await download.path(), 'utf8');
  const lines = file.split('\r\n');
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  for (const line of ['DTSTART;TZID=Europe/London:20261024T220000', 'DTEND;TZID=Europe/London:20261025T023000', 'UID:20261024T220000-owls-1@hark']) {
    assert.ok(event.includes(line), `${line} in ${event}`);
  }
  assert.ok(!event.some((line) => /^(RRULE|EXDATE|RDATE)/.test(line)));
  assert.ok(lines.includes('BEGIN:VTIMEZONE') && lines.includes('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'), 'the time zone stays whole');
}, { content: withOwls });

journey('all dates are a link to the file of the series', async ({ page, hark }) => {
  await open(page, `${hark.url}/activities/owls`);
  const all = page.getByRole('link', { name: 'Add all dates to my calendar' });
  assert.equal(await all.getAttribute('href'), '/calendar/owls.ics');
}, { content: withOwls });

journey('where the file does not come, it is said, and tapping again helps', async ({ page, hark, expect }) => {
  expect(/Failed to load resource: net::ERR_FAILED/);
  await page.clock.setFixedTime('2026-10-24T20:30:00Z');
  await open(page, `${hark.url}/activities/owls`);
  await page.route('**/calendar/owls.ics', (route) => route.abort());
  await page.getByRole('button', NIGHT).click();
  await page.getByRole('status').getByText('Check that you have signal, then try again.').waitFor();
  await page.unroute('**/calendar/owls.ics');
  await page.route('**/calendar/owls.ics', (route) => route.fulfill({ contentType: 'text/calendar', body: SERIES }));
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', NIGHT).click()]);
  await page.getByText('Check that you have signal').waitFor({ state: 'hidden' });
}, { content: withOwls });
