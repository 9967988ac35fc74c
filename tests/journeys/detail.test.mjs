// The page of a thing to do: when, where, what happens there, and how to reach somebody.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { fits, fitsOtherLanguages } from './support/layout.mjs';
import { withOwls } from './support/owls.mjs';
import { shot } from './support/shot.mjs';
import { follow, heading, open, path } from './support/walk.mjs';

/** The clocks go back at 01:00 UTC of 25 October 2026. */
const SATURDAY = '2026-10-24T20:30:00Z';

/** The dates as they stand there, line by line. */
const dates = (page) => page.locator('.dates > li').evaluateAll((all) => all.map((it) => it.innerText.split('\n').map((line) => line.trim()).filter(Boolean).join(' | ')));

journey('the next dates are there, with what was cancelled and what was moved', async ({ page, hark }) => {
  await page.clock.setFixedTime(SATURDAY);
  await open(page, `${hark.url}/activities/owls`);
  assert.equal(await heading(page).innerText(), 'Night owls');
  assert.equal(await page.title(), 'Night owls – Hark Wigan');
  const add = 'Add to my calendar';
  const shown = (await dates(page)).map((line) => line.split(` | ${add}`)[0]);
  assert.deepEqual(shown, [
    'Today, 10pm to 2.30am | Owl Hall',
    'Tue 27 Oct, 4pm to 6pm | Cancelled | The owl bus | The bus is at the garage.',
    'Sat 31 Oct, 10pm to 2.30am | Owl Hall',
    'Wed 4 Nov, 5pm to 7pm | Moved to this day | The owl bus',
    'Sat 7 Nov, 10pm to 2.30am | Owl Hall',
    'Tue 10 Nov, 4pm to 6pm | The owl bus',
  ]);
  // What is cancelled is in nobody's calendar.
  assert.equal(await page.getByRole('button', { name: add }).count(), 5);
  const own = page.getByRole('button', { name: `${add} Today, 10pm to 2.30am`, exact: true });
  assert.equal(await own.count(), 1, 'each button says which date');
  await fits(page, 'detail');
  await fitsOtherLanguages(page, 'detail');
  await shot(page, 'detail', { fullPage: true });
}, { content: withOwls });

journey('in the night when the clocks go back it is on for an hour more', async ({ page, hark }) => {
  for (const [moment, first] of [
    // Half past one comes twice; half past two, once.
    ['2026-10-25T00:30:00Z', 'On now, until 2.30am'],
    ['2026-10-25T01:30:00Z', 'On now, until 2.30am'],
    ['2026-10-25T02:29:00Z', 'On now, until 2.30am'],
    ['2026-10-25T02:30:00Z', 'Tue 27 Oct, 4pm to 6pm'],
  ]) {
    await page.clock.setFixedTime(moment);
    await open(page, `${hark.url}/activities/owls`);
    assert.equal((await dates(page))[0].split(' | ')[0], first, moment);
  }
}, { content: withOwls });

journey('where it is stands in words and on the map', async ({ page, hark }) => {
  await page.clock.setFixedTime(SATURDAY);
  await open(page, `${hark.url}/activities/owls`);
  const places = page.locator('.places > li');
  const [hall, bus] = [await places.nth(0).innerText(), await places.nth(1).innerText()];
  for (const words of ['Owl Hall', 'Mill Lane, Leigh', 'The door is round the back.', 'Lift']) assert.ok(hall.includes(words), words);
  assert.match(bus, /Somewhere in Atherton, Tyldesley, Astley\. Ask them/);
  const map = page.getByRole('img', { name: /^Map: Owl Hall, Leigh.*; The owl bus, Atherton/ });
  await map.scrollIntoViewIfNeeded();
  // Each part is really drawn: an outline that takes room.
  const areas = await map.locator('use').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width > 20));
  assert.deepEqual(areas, [true, true, true, true, true]);
  assert.equal(await map.locator('.area-here').count(), 2);
  assert.equal(await map.locator('circle').count(), 1, 'no point where only the part is known');
  await follow(page, 'link', 'Leigh, Lowton, Golborne');
  assert.equal(path(page), '/places/leigh');
}, { content: withOwls });

journey('it says how to join, what happens there and how to reach them', async ({ page, hark }) => {
  await page.clock.setFixedTime(SATURDAY);
  await open(page, `${hark.url}/activities/owls`);
  const asked = ['Next dates', 'When', 'How to join', 'Where', 'What happens when I come?', 'Who decides if I can come?', 'Who do they tell?', 'Get in touch'];
  assert.deepEqual(await page.locator('main h2').allInnerTexts(), asked);
  const decides = page.locator('section', { has: page.getByRole('heading', { name: 'Who decides if I can come?' }) });
  assert.match(await decides.innerText(), /You do\.\s+You can come on your own\.\s+You can bring a friend\./);
  assert.equal(await page.getByRole('link', { name: /^Call/ }).getAttribute('href'), 'tel:01942000000');
  for (const [name, href] of [['owls.example', 'https://owls.example'], ['team@owls.example', 'mailto:team@owls.example']]) {
    const link = page.getByRole('link', { name, exact: true });
    assert.equal(await link.getAttribute('href'), href);
    assert.equal(await link.getAttribute('rel'), 'noreferrer');
    assert.equal(await link.getAttribute('referrerpolicy'), 'no-referrer');
  }
  assert.ok(await page.getByText('Checked on 1 October 2026').isVisible());
  assert.ok(await page.getByText('Young people went there on 1 September 2026').isVisible());
}, { content: withOwls });

journey('a poor one says what to do instead', async ({ page, hark, expect }) => {
  expect(/404/);
  await page.clock.setFixedTime(SATURDAY);
  await open(page, `${hark.url}/activities/owls-ask`);
  assert.ok(await page.getByText('Ask them when it is on').isVisible());
  assert.ok(await page.locator('.notice-alert', { hasText: 'Not checked for a while. Ask before you go.' }).isVisible());
  // For people who share a situation: nothing outside of the page names it.
  assert.equal(await page.title(), 'Hark Wigan');
  assert.equal(await page.getByRole('button', { name: 'Share' }).count(), 0);
  await shot(page, 'detail-poor', { fullPage: true });

  await open(page, `${hark.url}/activities/owls-paused`);
  assert.match(await page.locator('.notice-alert').innerText(), /Not running for now\s+Back in spring\./);
  assert.equal(await page.locator('.dates').count(), 0);
  const missing = await page.goto(`${hark.url}/activities/owls-gone`);
  assert.equal(missing.status(), 404);
  await page.getByRole('heading', { name: "We can't find that page" }).waitFor();
}, { content: withOwls });

journey('what is saved is there until it is forgotten, and nowhere else', async ({ page, hark }) => {
  await open(page, `${hark.url}/activities/owls`);
  const save = page.getByRole('button', { name: 'Save on this phone' });
  await save.click();
  await page.getByText('Whoever uses this phone can see what is saved.').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('hark.saved')), '["owls"]');
  await open(page, `${hark.url}/activities`);
  const list = page.getByRole('complementary', { name: 'Saved on this phone' });
  await list.getByRole('link', { name: 'Night owls' }).click();
  await page.getByRole('heading', { level: 1, name: 'Night owls' }).waitFor();
  assert.equal(await save.getAttribute('aria-pressed'), 'true');
  await save.click();
  await page.getByText('Whoever uses this phone').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => localStorage.getItem('hark.saved')), null);
}, { content: withOwls });

journey('the page is passed on without what somebody looked for', async ({ page, context, hark }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `${hark.url}/activities/owls#x`);
  await page.evaluate(() => { delete Navigator.prototype.share; });
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('The link is copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${hark.url}/activities/owls`);
  await page.evaluate(() => { navigator.share = async (data) => { window.shared = data; }; });
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForFunction(() => window.shared);
  assert.deepEqual(await page.evaluate(() => window.shared), { title: 'Night owls', url: `${hark.url}/activities/owls` });
}, { content: withOwls });

journey('search engines get the next dates, in the language of the pack', async ({ page, hark }) => {
  const of = async (language) => {
    const answer = await fetch(`${hark.url}/activities/meadows-club`, { headers: { 'accept-language': language } });
    assert.equal(answer.status, 200);
    return /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await answer.text())?.[1];
  };
  const events = JSON.parse(await of('en'))['@graph'];
  assert.ok(events.length > 3);
  for (const event of events) {
    assert.equal(event['@type'], 'Event');
    assert.match(event.startDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:00$/);
    assert.ok(event.startDate < event.endDate && event.location.name && event.organizer.name);
  }
  assert.equal(await of('ur'), undefined, 'other languages get the page that says that it opens');
  // The page's policies let it stand: the browser has no complaint.
  await open(page, `${hark.url}/activities/meadows-club`);
  assert.equal(await page.locator('script[type="application/ld+json"]').count(), 1);
});
