// A survey before it opens, while it is open, and after it has closed: by the borough's
// clock, wherever the phone thinks it is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { audit } from './support/audit.mjs';
import { journey } from './support/journey.mjs';
import { speak } from './support/languages.mjs';
import { fits, fitsOtherLanguages } from './support/layout.mjs';
import { moveTo, packWith, putSaidDid } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { follow, heading, open, path, ready } from './support/walk.mjs';

const SAID_DID = JSON.parse(readFileSync(new URL('../fixtures/said-did.json', import.meta.url), 'utf8'));

/** Open from Monday at 9 to Friday at 4, in London. */
const CLUBS = {
  id: 'clubs',
  version: 1,
  title: 'Clubs near you',
  about: 'We want to know which clubs you go to.',
  minutes: 2,
  opens: '2026-01-05T09:00',
  closes: '2026-01-16T16:00',
  thanks: 'We read it all, and tell you here what we did.',
  pages: [{ id: 'idea', questions: [{ id: 'idea', kind: 'text', title: 'What would you start?' }] }],
};
const OPENS = dated('It opens on Monday 5 January 2026 at 9am.');
const UNTIL = dated('You can answer until Friday 16 January 2026 at 4pm.');

const content = (t) => packWith(t, CLUBS);
const begin = (page) => page.getByRole('link', { name: 'Start the survey' });

/** A sentence with a date: the editions of Unicode's data differ in the comma after a weekday. */
function dated(words) {
  return new RegExp(`^${words.replaceAll('.', '\\.').replace('day ', 'day,? ')}$`);
}

/** Opens an address on a phone whose clock stands at a moment, written in UTC. */
async function openAt(page, url, moment) {
  await page.clock.setFixedTime(moment);
  await open(page, url);
}

for (const timezoneId of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
  const context = { timezoneId };
  journey(`a phone in ${timezoneId} goes by the borough's hours`, async ({ page, hark }) => {
    const url = `${hark.url}/surveys/clubs`;
    await openAt(page, url, '2026-01-05T08:59:59Z');
    await page.getByText('This survey is not open yet.').waitFor();
    for (const words of [OPENS, UNTIL, CLUBS.about]) await page.getByText(words).waitFor();
    assert.equal(await begin(page).count(), 0);

    await openAt(page, url, '2026-01-05T09:00:00Z');
    await page.getByText(UNTIL).waitFor();
    await begin(page).waitFor();

    await openAt(page, url, '2026-01-16T15:59:59Z');
    await begin(page).waitFor();

    await openAt(page, url, '2026-01-16T16:00:00Z');
    await page.getByText('This survey is closed.').waitFor();
    await page.getByText(dated('It closed on Friday 16 January 2026 at 4pm.')).waitFor();
    assert.equal(await begin(page).count(), 0);
  }, { content, context });
}

journey('before it opens a page says when, and a link to its question leads there', async ({ page, hark, t }) => {
  await openAt(page, `${hark.url}/surveys/clubs/1`, '2026-01-04T12:00:00Z');
  await page.getByText(OPENS).waitFor();
  assert.equal(path(page), '/surveys/clubs');
  assert.equal(await heading(page).innerText(), CLUBS.title);
  await fits(page, 'before');
  await shot(page, 'consultation-before');
  await speak(page, 'pl');
  await page.getByText('Otwarcie: poniedziałek, 5 stycznia 2026, godz. 9:00.').waitFor();
}, { content });

journey('in another borough days begin when they begin there', async ({ page, hark }) => {
  const url = `${hark.url}/surveys/clubs`;
  await openAt(page, url, '2026-01-04T18:14:59Z');
  await page.getByText(dated('It opens on Monday 5 January 2026.')).waitFor();
  await openAt(page, url, '2026-01-04T18:15:00Z');
  await page.getByText(dated('You can answer until Friday 16 January 2026.')).waitFor();
  await begin(page).waitFor();
  await openAt(page, url, '2026-01-16T18:15:00Z');
  await page.getByText(dated('It closed on Friday 16 January 2026.')).waitFor();
}, {
  content: (t) => {
    const folder = packWith(t, { ...CLUBS, opens: '2026-01-05', closes: '2026-01-16' });
    moveTo(folder, 'Asia/Kathmandu');
    return folder;
  },
  context: { timezoneId: 'Europe/London' },
});

journey('a browser that does not know the zone goes by the phone itself', async ({ page, hark }) => {
  await page.addInitScript(() => {
    Intl.DateTimeFormat = function () {
      throw new RangeError('Invalid time zone');
    };
  });
  const url = `${hark.url}/surveys/clubs`;
  await openAt(page, url, '2026-01-05T03:14:59Z');
  await page.getByText(OPENS).waitFor();
  await openAt(page, url, '2026-01-05T03:15:00Z');
  await begin(page).waitFor();
}, { content, context: { timezoneId: 'Asia/Kathmandu' } });

journey('after it has closed a page says what happens next', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/surveys/clubs`, '2026-01-17T12:00:00Z');
  await page.getByRole('heading', { name: 'What happens next' }).waitFor();
  await page.getByText(CLUBS.thanks).waitFor();
  await fits(page, 'after');
  await shot(page, 'consultation-after');
}, { content });

journey('once it is known, a page says what was asked, said and done', async ({ page, hark }) => {
  await page.clock.setFixedTime('2026-02-01T12:00:00Z');
  await open(page, `${hark.url}/surveys`);
  await page.getByText('See what changed').waitFor();
  await follow(page, 'link', CLUBS.title);
  await page.getByRole('heading', { name: 'What we asked' }).waitFor();
  await page.getByText(SAID_DID.asked.en).waitFor();
  await page.getByRole('heading', { name: 'What you said' }).waitFor();
  const rows = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  const marks = { done: 'Done', doing: 'We are doing it now', cannot: "We can't do it" };
  const lines = rows.map((row) => row.split('\n').filter((line) => line.trim()));
  assert.deepEqual(lines, SAID_DID.rows.map(({ said, did, state }) => [said, 'What we did', did, marks[state]]));
  assert.equal(await page.getByRole('main').locator('.tag svg').count(), SAID_DID.rows.length, 'not by colour alone');
  await page.getByText('We wrote this on 20 January 2026.').waitFor();
  assert.equal(await page.getByText(CLUBS.thanks).count(), 0);
  await fits(page, 'said-did');
  await fitsOtherLanguages(page, 'said-did');
  await shot(page, 'consultation-said-did');
}, {
  content: (t) => {
    const folder = content(t);
    putSaidDid(folder, SAID_DID);
    return folder;
  },
});

journey('the list has open surveys first, then those to come, then those that closed', async ({ page, hark }) => {
  const list = async (moment) => {
    await openAt(page, `${hark.url}/surveys`, moment);
    const cards = page.getByRole('main').getByRole('listitem');
    const own = cards.filter({ has: page.getByRole('link', { name: /^[ABC]$/ }) });
    await own.first().waitFor();
    const lines = (await own.allInnerTexts()).map((card) => card.split('\n').filter((line) => line.trim()));
    return lines.map((card) => [card.at(0), card.at(-1).replace('day, ', 'day ')]);
  };
  assert.deepEqual(await list('2026-01-10T12:00:00Z'), [
    ['B', 'About 2 minutes'],
    ['C', 'It opens on Sunday 1 February 2026.'],
    ['A', 'Closed'],
  ]);
  await audit(page);
  assert.deepEqual(await list('2026-01-01T12:00:00Z'), [
    ['A', 'About 2 minutes'],
    ['B', 'It opens on Monday 5 January 2026 at 9am.'],
    ['C', 'It opens on Sunday 1 February 2026.'],
  ]);
  await ready(page);
}, {
  content: (t) => packWith(
    t,
    { ...CLUBS, id: 'a', title: 'A', opens: undefined, closes: '2026-01-02' },
    { ...CLUBS, id: 'b', title: 'B' },
    { ...CLUBS, id: 'c', title: 'C', opens: '2026-02-01', closes: undefined },
  ),
});
