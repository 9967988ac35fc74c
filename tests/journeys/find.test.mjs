// What is there tonight, near me, that I can afford and get into?

import assert from 'node:assert/strict';

import { audit } from './support/audit.mjs';
import { entries } from './support/away.mjs';
import { journey } from './support/journey.mjs';
import { speak } from './support/languages.mjs';
import { fits, fitsOtherLanguages, hittable } from './support/layout.mjs';
import { packOf } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { cards, count, left, organisation } from './support/things.mjs';
import { focused, follow, heading, move, nothingKept, open, path } from './support/walk.mjs';

/** A Tuesday in term, half past five in the borough. */
const TUESDAY = '2026-11-24T17:30:00Z';

const hash = (page) => new URL(page.url()).hash;
const time = (page, name) => page.getByRole('radio', { name });
const search = (page) => page.getByRole('searchbox', { name: 'Search' });
const age = (page) => page.getByRole('combobox', { name: 'Your age' });

/** Waits until what was typed has found something: the words for it come when somebody types. */
function foundBy(page) {
  return page.getByText(/^Found by “/).first().waitFor();
}

/** Opens an address at a moment, written in UTC. */
async function openAt(page, url, moment) {
  await page.clock.setFixedTime(moment);
  await open(page, url);
  await count(page).waitFor();
}

/** Waits until the address has noted what is looked for. */
function noted(page, fragment) {
  return page.waitForFunction((fragment) => location.hash === fragment, fragment);
}

journey('two taps from the start page to tonight, for somebody of 12', async ({ page, hark, t }) => {
  await openHome(page, hark);
  await follow(page, 'link', 'Tonight');
  assert.equal(path(page) + hash(page), '/activities#when=tonight');
  assert.ok(await time(page, /^Tonight/).isChecked());
  await age(page).focus();
  await age(page).selectOption('12');
  await noted(page, '#when=tonight&age=12');
  assert.equal(await age(page).evaluate((it) => it === document.activeElement), true, 'the list keeps the focus');

  const found = Number((await count(page).innerText()).split(' ')[0]);
  assert.ok(found > 20, 'there is plenty');
  assert.equal(found, await left(page, 'Tonight'));
  const all = await cards(page);
  assert.equal(all.length, 20, 'only the first are in the page');
  for (const [name, when] of all) assert.match(when, /^(On now, until|Today,) /, name);
  await shot(page, 'find-tonight');
  await hittable(page, 'tonight');
  await fits(page, 'tonight');

  await page.getByRole('checkbox', { name: /^Free/ }).check();
  await noted(page, '#when=tonight&age=12&cost=free');
  for (const [name, ...lines] of await cards(page)) assert.ok(lines.includes('Free'), name);
  t.diagnostic(await count(page).innerText());
});

async function openHome(page, hark) {
  await page.clock.setFixedTime(TUESDAY);
  await open(page, hark.url);
}

journey('a link from outside shows what it names, in every language', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=weekend&in=leigh&q=footy`, TUESDAY);
  assert.ok(await time(page, /^This weekend/).isChecked());
  assert.equal(await search(page).inputValue(), 'footy');
  assert.equal(await page.getByRole('combobox', { name: 'Where' }).inputValue(), 'leigh');
  await foundBy(page);
  // The words have left the address, and what was chosen is still there.
  await noted(page, '#when=weekend&in=leigh');
  for (const card of await cards(page)) {
    assert.ok(card.includes('Leigh, Lowton, Golborne'), card[0]);
    assert.match(card[1], /^S(at|un),? \d+ Nov,/, card[0]);
    assert.ok(card.some((line) => /^Found by “/.test(line)), card[0]);
  }
  const names = (await cards(page)).map(([name]) => name);
  // The words that find something came before the app was there.
  assert.equal(Number((await count(page).innerText()).split(' ')[0]), await left(page, 'This weekend'));
  await speak(page, 'ur');
  await page.getByRole('searchbox', { name: 'تلاش' }).waitFor();
  await page.getByText('سے ملا').first().waitFor();
  assert.equal(await page.locator('#find-text').inputValue(), 'footy', 'what was typed stays');
  assert.ok((await cards(page)).length <= names.length);
  await fits(page, 'Urdu');
  await shot(page, 'find-urdu');

  // Without words, as many in every language; also of what was chosen here.
  await page.locator('#find-text').fill('');
  await page.locator('#find-age').selectOption('13');
  await noted(page, '#when=weekend&in=leigh&age=13');
  const numbers = () => page.locator('#find [data-n]').evaluateAll((all) => all.map((it) => /\d*\)?$/.exec(it.textContent)[0]));
  const before = await numbers();
  assert.ok(before.filter(Boolean).length > 40);
  await speak(page, 'pl');
  await page.getByRole('searchbox', { name: 'Szukaj' }).waitFor();
  await page.getByRole('radio', { name: 'W ten weekend', checked: true }).waitFor();
  assert.deepEqual(await numbers(), before);
});

journey('results come as one types, whatever the slips', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`, TUESDAY);
  // All at once, as from the clipboard, and nothing after it.
  await search(page).fill('football');
  await foundBy(page);
  await page.evaluate(() => (window.before = [...document.querySelectorAll('#find [name]')]));
  for (const [typed, word] of [['footy', /foot/], ['skate bord', /skat/], ['swiming', /swim/]]) {
    await search(page).fill('');
    await page.keyboard.type(typed);
    await page.waitForFunction((word) => new RegExp(word).test(document.querySelector('.card p.quiet')?.textContent), word.source);
    const [first] = await cards(page);
    assert.match(first.find((line) => line.startsWith('Found by')), word, typed);
    assert.match(await focused(page), /^input: Search/);
    assert.equal(await search(page).inputValue(), typed);
  }
  const same = await page.evaluate(() => {
    const now = [...document.querySelectorAll('#find [name]')];
    return now.length === window.before.length && now.every((it, index) => it === window.before[index]);
  });
  assert.ok(same, 'no control is made anew');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByText(/^Found by “/).first().waitFor({ state: 'detached' });
  assert.equal(await search(page).inputValue(), '');
  await page.waitForFunction(() => document.activeElement?.id === 'found');
  assert.ok(await page.getByRole('button', { name: 'Start again' }).isHidden());
});

/** What nobody else is to see. */
const SECRET = 'footy not safe';

journey('what somebody types is in no address, no title and no history', async ({ page, hark }) => {
  const seen = [];
  page.on('request', (request) => seen.push(request.url()));
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  await openHome(page, hark);
  await follow(page, 'link', 'Tonight');
  await search(page).fill('');
  await page.keyboard.type(SECRET);
  await age(page).selectOption('12');
  await noted(page, '#when=tonight&age=12');
  await search(page).fill('footy');
  await foundBy(page);
  const before = await cards(page);
  await page.locator('.card h2 a').first().click();
  await page.waitForURL(/\/activities\/[a-z0-9-]+$/);
  await page.getByRole('heading', { level: 1, name: before[0][0] }).waitFor();

  // In this visit it is there again after Back; by a link the list begins anew.
  await page.goBack();
  await foundBy(page);
  assert.equal(await search(page).inputValue(), 'footy');
  assert.deepEqual(await cards(page), before);
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Things to do' }).click());
  await page.waitForFunction(() => document.querySelector('#find-text')?.value === '');
  await page.goBack();
  await page.waitForURL('**/activities#when=tonight&age=12');
  assert.equal(await search(page).inputValue(), '');
  seen.push(...(await entries(page)).flatMap(({ url, title }) => [url, title]));
  assert.ok(seen.length > 10);
  for (const word of ['footy', 'safe', 'q=']) assert.deepEqual(seen.filter((it) => it.includes(word)), [], word);
  await nothingKept(page);
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  assert.equal(await search(page).inputValue(), '', 'nor after the visit');
});

journey('Back comes to the same list with the same filters', async ({ page, hark }) => {
  await openHome(page, hark);
  await follow(page, 'link', 'This weekend');
  await age(page).selectOption('14');
  await noted(page, '#when=weekend&age=14');
  const before = await cards(page);
  await page.locator('.card h2 a').first().click();
  await page.waitForURL(/\/activities\/[a-z0-9-]+$/);
  assert.equal(await heading(page).innerText(), before[0][0]);
  assert.equal(hash(page), '', 'what was looked for does not go along');
  await page.goBack();
  await page.waitForURL('**/activities#when=weekend&age=14');
  await time(page, /^This weekend/).waitFor();
  assert.ok(await time(page, /^This weekend/).isChecked());
  assert.equal(await age(page).inputValue(), '14');
  assert.deepEqual(await cards(page), before);
  // One more goes where one came from: what was chosen is no step of its own.
  await page.goBack();
  await page.waitForURL(`${hark.url}/`);
  await page.goForward();
  await page.waitForURL('**/activities#when=weekend&age=14');
  await time(page, /^This weekend/).waitFor();

  // The menu's way to the same screen begins anew.
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Things to do' }).click());
  await page.waitForFunction(() => location.hash === '');
  assert.ok(await time(page, /^Any time/).isChecked());
  assert.equal(await age(page).inputValue(), '');
  await page.goBack();
  await page.waitForURL('**/activities#when=weekend&age=14');
  await page.getByRole('radio', { name: /^This weekend/, checked: true }).waitFor();
});

journey('twenty at a time, with the focus where the next begin', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`, TUESDAY);
  const seen = new Set();
  const total = Number((await count(page).innerText()).split(' ')[0]);
  for (let from = 0; from < total; from += 20) {
    const to = Math.min(from + 20, total);
    assert.equal(await count(page).innerText(), `${total} things to do. Here are ${from + 1} to ${to}.`);
    const links = await page.locator('.card a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
    assert.equal(links.length, to - from);
    links.forEach((link) => seen.add(link));
    if (to === total) break;
    await page.getByRole('button', { name: 'Show the next ones' }).click();
    await noted(page, `#from=${to}`);
    await page.waitForFunction(() => document.activeElement?.id === 'found');
  }
  assert.equal(seen.size, total, 'each once');
  await page.getByRole('button', { name: 'Show the ones before' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'found');
  await time(page, /^Saturday/).check();
  await noted(page, '#when=sat');
  // An old address that begins behind the end begins at the beginning.
  await openAt(page, `${hark.url}/activities#from=4000`, TUESDAY);
  assert.match(await count(page).innerText(), /Here are 1 to 20\.$/);
});

journey('by keyboard alone', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`, TUESDAY);
  const tabTo = async (pattern) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      if (pattern.test(await focused(page))) return assertSeen(page);
    }
    assert.fail(`the keyboard can't reach ${pattern}`);
  };
  await tabTo(/^input: Any time/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await noted(page, '#when=tonight');
  assert.match(await focused(page), /^input: Tonight/);
  await assertSeen(page);
  await tabTo(/^select: Your age/);
  await page.keyboard.type('13');
  await noted(page, '#when=tonight&age=13');
  await tabTo(/^input: Free/);
  await page.keyboard.press('Space');
  await noted(page, '#when=tonight&age=13&cost=free');
  await tabTo(/^input: Search/);
  await page.keyboard.type('gam');
  await foundBy(page);
  assert.equal(hash(page), '#when=tonight&age=13&cost=free');
  await tabTo(/^summary: More choices/);
  await page.keyboard.press('Enter');
  await tabTo(/^select: What kind/);
  await page.keyboard.press('Tab');
  await tabTo(/^input: Lift/);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => location.hash.includes('has=lift'));
  assert.match(await focused(page), /^input: Lift/);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => !location.hash.includes('has=lift'));
  assert.match(await focused(page), /^input: Lift/, 'also where it was taken back');
  await tabTo(/^button: Start again/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'found');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^a: /, 'then the first of them');
  await assertSeen(page);
});

/** Whoever uses the keyboard sees where they are. */
async function assertSeen(page) {
  const widest = await page.evaluate(() => {
    const it = document.activeElement;
    const styles = [getComputedStyle(it), getComputedStyle(it, '::after')];
    if (it.closest('label')) styles.push(getComputedStyle(it.closest('label')));
    return Math.max(0, ...styles.filter((style) => style.outlineStyle !== 'none').map((style) => parseFloat(style.outlineWidth)));
  });
  assert.ok(widest >= 2, `${await focused(page)}: the focus can't be seen`);
}

journey('more choices, for everybody', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=fri`, TUESDAY);
  await page.getByText('More choices').click();
  await page.getByRole('checkbox', { name: /^I have a learning difficulty/ }).check();
  await age(page).selectOption('24');
  await noted(page, '#when=fri&age=24&ldd');
  for (const [name, ...lines] of await cards(page)) assert.ok(lines.some((line) => /to 25/.test(line)), name);
  // Where an option would leave nothing, it is there and can't be chosen.
  const none = page.locator('#find-more option:disabled, #find-more input:disabled');
  assert.ok((await none.count()) > 0);
  for (const words of await page.locator('#find-more option:disabled').allTextContents()) assert.match(words, /\(0\)$/);
  for (const words of await page.locator('#find-more label:has(:disabled) .chip-count').allTextContents()) assert.equal(words, '0');
  await hittable(page, 'more choices');
  for (const media of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    await page.emulateMedia(media);
    await shot(page, `find-more-${Object.values(media)[0] ?? 'light'}`, { fullPage: true });
    await audit(page, `more choices, ${JSON.stringify(media)}`);
  }
  await page.setViewportSize({ width: 320, height: 512 });
  await fits(page, 'more choices');
  await fitsOtherLanguages(page, 'more choices');
});

journey('a date in the calendar', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=tonight`, TUESDAY);
  await page.getByLabel('On a date').fill('2026-12-31');
  await noted(page, '#when=2026-12-31');
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  const all = await cards(page);
  assert.equal(all.length, await left(page, 'On a date'));
  for (const [name, when] of all) assert.match(when, /^Thu,? 31 Dec, /, name);
  await time(page, /^Saturday/).check();
  await noted(page, '#when=sat');
  assert.equal(await page.getByLabel('On a date').inputValue(), '');
});

/** Somewhere in Leigh. */
const LEIGH = { latitude: 53.4971, longitude: -2.5208 };

/** Notes every time the device is asked where it is. */
async function noteAsking(page) {
  await page.addInitScript(() => {
    window.asked = 0;
    const own = Geolocation.prototype.getCurrentPosition;
    Geolocation.prototype.getCurrentPosition = function (...call) {
      window.asked += 1;
      return own.apply(this, call);
    };
  });
}

journey('near me first: on the phone, and told to nobody', async ({ page, hark }) => {
  const sent = [];
  page.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`));
  await noteAsking(page);
  await openAt(page, `${hark.url}/activities#when=sat`, TUESDAY);
  assert.equal(await page.evaluate(() => window.asked), 0, 'nobody is asked before the tap');
  const near = page.getByRole('button', { name: 'Near me first' });
  await near.click();
  await page.getByText('It tells nobody where you are.').waitFor();
  await page.getByText('miles away').first().waitFor();
  assert.equal(await near.getAttribute('aria-pressed'), 'true');
  const miles = (await cards(page)).map((card) => {
    const said = card.map((line) => /^About (\d\.\d|[1-9]\d+) miles away$/.exec(line)?.[1]).find(Boolean);
    assert.ok(said, card[0]);
    return Number(said);
  });
  assert.ok(miles[0] < 1.5, 'Leigh is near Leigh');
  assert.deepEqual(miles, miles.toSorted((one, other) => one - other));
  await shot(page, 'find-near');

  // It stays while one looks at something else, and no longer than the page.
  await follow(page, 'link', /^What we know about you/);
  await page.goBack();
  await page.getByText('miles away').first().waitFor();
  assert.equal(hash(page), '#when=sat', 'it is not in the address');
  await nothingKept(page);
  assert.equal(await page.evaluate(() => window.asked), 1);
  const place = /53\.4|53%2E4|-2\.5|LatLng|latitude/i;
  assert.deepEqual(sent.filter((request) => place.test(request)), [], 'no request has it');

  await near.click();
  await page.getByText('miles away').first().waitFor({ state: 'detached' });
  assert.equal(await near.getAttribute('aria-pressed'), 'false');
}, { context: { geolocation: LEIGH, permissions: ['geolocation'] } });

journey('a phone that does not say where it is', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`, TUESDAY);
  const before = await cards(page);
  const near = page.getByRole('button', { name: 'Near me first' });
  await near.click();
  await page.getByText("Your phone didn't say where you are.").waitFor();
  assert.equal(await near.getAttribute('aria-pressed'), 'false');
  assert.deepEqual(await cards(page), before);
}, { context: { permissions: [] } });

/** Saturday nights until 2, and Monday evenings. */
const NIGHTS = organisation([
  { id: 'night-owls', name: 'Night Owls', sessions: [{ place: 'leigh', days: ['sat'], from: '22:00', to: '02:00' }] },
  { id: 'mondays', name: 'Mondays', sessions: [{ place: 'leigh', days: ['mon'], from: '18:00', to: '19:00' }] },
]);

journey('the night the clocks go back, and the one they go forward', async ({ page, hark }) => {
  const tonight = async (moment) => {
    // A new visit: only the fragment would be no new page.
    await page.goto('about:blank');
    await openAt(page, `${hark.url}/activities#when=tonight`, moment);
    return (await cards(page)).map(([name, when]) => `${name}: ${when}`);
  };
  const on = ['Night Owls: On now, until 2am'];
  // Saturday 24 October at 9pm and 11.30pm.
  assert.deepEqual(await tonight('2026-10-24T20:00:00Z'), ['Night Owls: Today, 10pm to 2am']);
  assert.deepEqual(await tonight('2026-10-24T22:30:00Z'), on);
  // Past midnight it is still the same night; 1.30 comes twice, and 2 o'clock an hour late.
  assert.deepEqual(await tonight('2026-10-24T23:30:00Z'), on);
  assert.deepEqual(await tonight('2026-10-25T00:30:00Z'), on);
  assert.deepEqual(await tonight('2026-10-25T01:30:00Z'), on);
  assert.deepEqual(await tonight('2026-10-25T02:00:00Z'), []);
  await page.getByRole('button', { name: 'Saturday: 1' }).waitFor();
  // On 28 March 2027 there is no half past one.
  assert.deepEqual(await tonight('2027-03-28T00:59:00Z'), on);
  assert.deepEqual(await tonight('2027-03-28T01:00:00Z'), []);
  // Sunday at 11.30pm, and an hour later.
  await page.goto('about:blank');
  await openAt(page, `${hark.url}/activities#when=tomorrow`, '2027-03-28T22:30:00Z');
  assert.equal((await cards(page))[0][1], 'Tomorrow, 6pm to 7pm');
  assert.deepEqual(await tonight('2027-03-28T23:30:00Z'), []);
  await page.goto('about:blank');
  await openAt(page, `${hark.url}/activities`, '2027-03-28T23:30:00Z');
  assert.equal((await cards(page))[0][1], 'Today, 6pm to 7pm');
}, { content: (t) => packOf(t, NIGHTS) });

/** Each kind of mark. */
const MARKS = organisation([
  { id: 'called-off', name: 'Called off', sessions: [{ place: 'leigh', days: ['wed'], from: '18:00', to: '20:00', cancelled: [{ date: '2026-11-25', why: 'The heating is broken.' }] }] },
  { id: 'moved', name: 'Moved', sessions: [{ place: 'leigh', days: ['thu'], from: '18:00', to: '20:00', moved: [{ date: '2026-11-26', to: '2026-11-27' }] }] },
  { id: 'paused', name: 'Paused', status: 'paused', sessions: [{ place: 'leigh', days: ['fri'], from: '18:00', to: '20:00' }] },
  { id: 'ask', name: 'Ask', checked: { on: '2026-01-02', by: 'Team leader' }, sessions: [{ place: 'leigh', dates: ['2026-11-01'], from: '18:00', to: '20:00' }] },
]);

journey('what is cancelled, moved, paused or not known says so', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`, TUESDAY);
  const of = Object.fromEntries((await cards(page)).map(([name, ...lines]) => [name, lines]));
  assert.equal(of['Called off'][0], 'Tomorrow, 6pm to 8pm');
  assert.ok(of['Called off'].includes('Cancelled'));
  assert.match(of.Moved[0], /^Fri,? 27 Nov, 6pm to 8pm$/);
  assert.ok(of.Moved.includes('Moved to this day'));
  assert.ok(of.Paused.includes('Not running for now') && !of.Paused.some((line) => /6pm/.test(line)));
  assert.equal(of.Ask[0], 'Ask them when it is on');
  assert.ok(of.Ask.includes('Not checked for a while. Ask before you go.'));
  assert.equal((await cards(page)).at(-1)[0], 'Paused', 'what is paused comes last');
  await time(page, /^Tomorrow/).check({ force: true });
  assert.match(await count(page).innerText(), /^Nothing fits/, 'what is cancelled is not on');
  assert.equal(await heading(page).innerText(), 'Things to do');
}, { content: (t) => packOf(t, MARKS) });

journey('a tab that nobody looked at for hours says what is on now', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=now`, TUESDAY);
  const before = await count(page).innerText();
  // A quarter to four in the morning: whoever wakes the phone is told what is so then.
  await page.clock.setFixedTime('2026-11-25T03:45:00Z');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await page.waitForFunction((old) => document.querySelector('#found').innerText !== old, before);
  const on = await left(page, 'On now');
  assert.match(await count(page).innerText(), on === 0 ? /^Nothing/ : new RegExp(`^${on} thing`));
});

journey('whoever likes Fridays in Leigh can have them all in their calendar', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=fri&in=leigh`, TUESDAY);
  const all = page.getByRole('link', { name: 'Add all dates to my calendar' });
  const answer = await page.request.get(new URL(await all.getAttribute('href'), hark.url).href);
  assert.equal(answer.headers()['content-type'], 'text/calendar; charset=utf-8');
  assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
  // With a further choice the calendar would hold more than the list.
  await page.getByRole('checkbox', { name: /^Free/ }).check();
  await all.waitFor({ state: 'detached' });
});
