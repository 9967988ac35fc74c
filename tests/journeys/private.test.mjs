// Things to do that are nobody's business: help and health, and what is for people who
// share a situation. Their pages can be left at once, and tell nobody that they were seen.

import assert from 'node:assert/strict';

import { AWAY, entries, otherSite } from './support/away.mjs';
import { journey } from './support/journey.mjs';
import { shipped } from './support/pack.mjs';
import { cards, count } from './support/things.mjs';
import { follow, heading, move, open, path } from './support/walk.mjs';
import { settled } from './support/worker.mjs';

const { name: site } = shipped('site.json');
const CLINIC = '/activities/plain-talk-clinic';
const CLUB = '/activities/meadows-club';

const button = (page) => page.getByRole('complementary', { name: 'Exit this page' }).getByRole('link');

/** Keeps the app away for good. */
const withoutApp = (page) => page.route('**/*.wasm', () => {});

/** Leaves by the keyboard. */
async function leave(page) {
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
  await page.waitForURL(AWAY);
}

journey('the page can be left before the app is there, and is not named', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await withoutApp(page);
  await page.goto(hark.url + CLINIC);
  assert.equal(await heading(page).innerText(), 'Plain Talk clinic');
  assert.equal(await page.title(), site);
  assert.equal(await page.locator('script[type="application/ld+json"]').count(), 0);
  const said = await page.locator('meta[name=description]').getAttribute('content');
  assert.doesNotMatch(said, /clinic|plain talk/i);
  assert.ok(await button(page).isVisible());
  await leave(page);
  assert.deepEqual((await entries(page)).map(({ url }) => url), [AWAY]);
  // What is for everybody has a name, and needs no way out.
  await page.goto(hark.url + CLUB);
  assert.notEqual(await page.title(), site);
  assert.equal(await button(page).count(), 0);
});

journey('inside the site it leaves one step, which whatever follows takes', async ({ page, hark }) => {
  await open(page, `${hark.url}/activities#kind=health`);
  await count(page).waitFor();
  assert.equal(await button(page).count(), 0);
  await page.getByRole('link', { name: 'Plain Talk clinic', exact: true }).click();
  await button(page).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Plain Talk clinic' }).waitFor();
  await page.waitForFunction((site) => document.title === site, site);
  const list = { url: `${hark.url}/activities#kind=health`, title: `Things to do – ${site}` };
  assert.deepEqual(await entries(page), [list, { url: hark.url + CLINIC, title: site }]);
  await page.getByText(/It can't hide everything/).waitFor();
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Talk to someone' }).click());
  assert.deepEqual(await entries(page), [list, { url: `${hark.url}/help`, title: site }]);
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Have your say' }).click());
  assert.equal(await button(page).count(), 0);
  assert.deepEqual((await entries(page)).map(({ url }) => url), [list.url, `${hark.url}/surveys`]);
});

journey('Back goes to the list, and the button leaves for good', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, `${hark.url}/activities#kind=health`);
  await count(page).waitFor();
  const before = await cards(page);
  const clinic = page.getByRole('link', { name: 'Plain Talk clinic', exact: true });
  await clinic.click();
  await button(page).waitFor();
  await page.goBack();
  await clinic.waitFor();
  assert.equal(await button(page).count(), 0);
  assert.deepEqual(await cards(page), before);
  await clinic.click();
  await button(page).click();
  await page.waitForURL(AWAY);
  assert.deepEqual((await entries(page)).map(({ url }) => url), [`${hark.url}/activities#kind=health`, AWAY]);
});

journey('nothing of it is kept on the device', async ({ page, context, hark }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, hark.url);
  const worker = await started;
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const address of [CLINIC, CLUB, '/offer/7', '/help']) {
    await open(page, hark.url + address);
    await settled(page);
  }
  const kept = await worker.evaluate(async () => (await (await caches.open('hark')).keys()).map(({ url }) => new URL(url).pathname));
  for (const path of [CLUB, `/content/en${CLUB}.json`, '/help']) assert.ok(kept.includes(path), `${path} is kept`);
  assert.deepEqual(kept.filter((path) => /offer|clinic/.test(path)), []);
  // What an older worker has kept is forgotten when it is looked at.
  await worker.evaluate(async (addresses) => {
    const cache = await caches.open('hark');
    for (const address of addresses) await cache.put(address, await fetch(address));
  }, [hark.url + CLINIC, `${hark.url}/content/en${CLINIC}.json`]);
  await open(page, hark.url + CLINIC);
  await page.waitForFunction(async () => (await (await caches.open('hark')).keys()).every(({ url }) => !/clinic/.test(url)));
}, { context: { serviceWorkers: 'allow' } });

journey('a step away from a sensitive screen takes along what it asks for', async ({ page, hark }) => {
  await open(page, hark.url);
  await follow(page, 'link', 'Find the right help');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/activities#when=tonight';
    link.textContent = 'Tonight';
    document.querySelector('main').append(link);
  });
  await follow(page, 'link', 'Tonight');
  assert.equal(new URL(page.url()).hash, '#when=tonight');
  await page.getByRole('radio', { name: /^Tonight/, checked: true }).waitFor();
  await page.goBack();
  await page.waitForURL(`${hark.url}/`);
  assert.equal(path(page), '/');
});

for (const [address, language] of [[CLINIC, 'ur'], ['/offer/999', 'en']]) {
  journey(`the page for any address can be left too: ${address}`, async (scene) => {
    const { page, hark, expect } = scene;
    if (address === '/offer/999') expect(/404/);
    await otherSite(scene);
    await withoutApp(page);
    await page.goto(hark.url + address);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    const exit = page.locator('.exit a');
    await exit.waitFor();
    assert.equal(await exit.getAttribute('href'), AWAY);
    await leave(page);
    assert.deepEqual((await entries(page)).map(({ url }) => url), [AWAY]);
  }, { context: { locale: language === 'ur' ? 'ur-PK' : 'en-GB' } });
}

journey('but it shows that only where the address is sensitive', async ({ page, hark }) => {
  await withoutApp(page);
  await page.goto(`${hark.url}/surveys/nights/check`);
  await heading(page).waitFor();
  assert.equal(await page.locator('.exit').isVisible(), false);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
  assert.equal(await page.title(), 'Hark', 'nor does Shift leave it');
});
