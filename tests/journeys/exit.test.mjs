// "Exit this page": out of a sensitive screen at once, and nothing of it left in the tab.

import assert from 'node:assert/strict';

import { AWAY, entries, otherSite } from './support/away.mjs';
import { journey } from './support/journey.mjs';
import { needs } from './support/offer.mjs';
import { shipped } from './support/pack.mjs';
import { focused, follow, heading, move, nothingKept, open, path } from './support/walk.mjs';
import { settled } from './support/worker.mjs';

const { name: site } = shipped('site.json');

const button = (page) => page.getByRole('complementary', { name: 'Exit this page' }).getByRole('link');
const said = (page) => page.getByRole('complementary', { name: 'Exit this page' }).getByRole('status');
const gone = (page) => page.waitForURL(AWAY);

/** Keeps the app away for good. */
const withoutApp = (page) => page.route('**/*.wasm', () => {});

journey('the button leaves, and Back does not come back', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, hark.url);
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Have your say' }).click());
  await follow(page, 'link', 'Talk to someone');
  await button(page).click();
  await gone(page);
  assert.deepEqual((await entries(page)).map(({ url }) => url), [`${hark.url}/`, `${hark.url}/surveys`, AWAY]);
  await page.goBack();
  await page.locator('html[data-ready]').waitFor();
  assert.equal(path(page), '/surveys');
  assert.ok(await heading(page).isVisible());
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal(await button(page).count(), 0, 'that screen needs none');
});

journey('Back goes to the screen where somebody began to look for help', async ({ page, hark }) => {
  await open(page, hark.url);
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Have your say' }).click());
  await follow(page, 'link', 'Talk to someone');
  await follow(page, 'link', 'Find the right help');
  await follow(page, 'link', 'I feel low');
  await move(page, () => page.goBack());
  assert.equal(path(page), '/surveys');
  await move(page, () => page.goBack());
  assert.equal(path(page), '/');
});

journey('Shift three times leaves', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, `${hark.url}/help`);
  await page.keyboard.press('Shift');
  assert.equal(await said(page).textContent(), 'Shift, press 2 more times to exit.');
  await page.keyboard.press('Shift');
  assert.equal(await said(page).textContent(), 'Shift, press 1 more time to exit.');
  await page.keyboard.press('Shift');
  await gone(page);
});

journey('Shift with a letter does not count, and any other key begins anew', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, `${hark.url}/offer`);
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Shift+KeyA');
  assert.equal(await said(page).textContent(), '');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.keyboard.press('KeyA');
  assert.equal(await said(page).textContent(), 'Exit this page expired.');
  await page.keyboard.press('Shift');
  assert.equal(await said(page).textContent(), 'Shift, press 2 more times to exit.');
  assert.equal(path(page), '/offer');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await gone(page);
});

journey('between two presses there may be five seconds, and no more', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await page.clock.install();
  await open(page, `${hark.url}/help`);
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press('Shift');
  await page.clock.runFor(4900);
  await page.keyboard.press('Shift');
  assert.equal(await said(page).textContent(), 'Shift, press 1 more time to exit.');
  await page.clock.runFor(5000);
  assert.equal(await said(page).textContent(), 'Exit this page expired.');
  await page.clock.runFor(5000);
  assert.equal(await said(page).textContent(), '');
  await page.keyboard.press('Shift');
  assert.equal(await said(page).textContent(), 'Shift, press 2 more times to exit.');
  assert.equal(path(page), '/help');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await gone(page);
});

for (const [how, leave] of [
  ['a tap', (page) => button(page).click()],
  ['Shift', async (page) => {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
  }],
]) {
  journey(`before the app is there: ${how}`, async (scene) => {
    const { page, hark } = scene;
    await otherSite(scene);
    await withoutApp(page);
    await page.goto(`${hark.url}/offer/7`);
    await heading(page).waitFor();
    await leave(page);
    await gone(page);
    assert.deepEqual((await entries(page)).map(({ url }) => url), [AWAY]);
  });
}

journey('before the app is there, links leave no step behind either', async ({ page, hark }) => {
  await withoutApp(page);
  await page.goto(`${hark.url}/offer`);
  await page.getByRole('link', { name: 'I feel low' }).click();
  await page.waitForURL('**/offer/7');
  await page.getByRole('banner').getByRole('link', { name: 'Things to do' }).click();
  await page.waitForURL('**/activities');
  assert.deepEqual((await entries(page)).map(({ url }) => url), [`${hark.url}/activities`]);
});

journey('without scripts it is a link', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await page.goto(`${hark.url}/offer/7`);
  assert.equal(await button(page).getAttribute('rel'), 'nofollow noreferrer');
  await button(page).click();
  await gone(page);
}, { context: { javaScriptEnabled: false } });

journey('the keyboard finds it right after the way past the frame', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, `${hark.url}/offer/7`);
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a: Skip to the main part');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^a: Emergency\s+Exit this page$/);
  await page.keyboard.press('Enter');
  await gone(page);
});

journey('nothing is to be seen while the other site takes its time', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  let letIn;
  const held = new Promise((done) => (letIn = done));
  await page.route(AWAY, async (route) => {
    await held;
    await route.fallback();
  });
  await open(page, `${hark.url}/offer/7`);
  // All at once in the page: Playwright's own looks wait until a page has been left.
  const [left, back] = await page.evaluate(() => {
    const looks = () => ({
      title: document.title,
      seen: [...document.body.children].filter((part) => part.checkVisibility()).map(({ id, role }) => id || role),
      said: document.querySelector('[role=alert]')?.textContent,
    });
    document.querySelector('.exit a').click();
    const left = looks();
    // What a browser does that kept the page as it was left, and shows it after Back.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return [left, looks()];
  });
  assert.deepEqual(left, { title: 'Loading.', seen: ['alert'], said: 'Loading.' });
  assert.deepEqual(back, { title: site, seen: ['app'], said: undefined });
  letIn();
  await gone(page);
});

journey('the history of a long visit names nothing', async (scene) => {
  const { page, hark } = scene;
  await otherSite(scene);
  await open(page, hark.url);
  const first = await page.title();
  await follow(page, 'link', 'Find the right help');
  for (const { number, say } of needs) {
    await follow(page, 'link', say);
    assert.equal(path(page), `/offer/${number}`);
    assert.equal(await page.title(), site);
    await follow(page, 'link', 'Find the right help');
  }
  await follow(page, 'link', 'Talk to someone');
  assert.deepEqual(await entries(page), [{ url: `${hark.url}/`, title: first }, { url: `${hark.url}/help`, title: site }]);
  await button(page).click();
  await gone(page);
  assert.deepEqual((await entries(page)).map(({ url }) => url), [`${hark.url}/`, AWAY]);
});

journey('a history of pages loaded one by one names nothing', async ({ page, hark }) => {
  for (const { number } of needs) await page.goto(`${hark.url}/offer/${number}`);
  await page.goto(`${hark.url}/help`);
  await open(page, `${hark.url}/offer`);
  const telling = new Set(needs.flatMap(({ say }) => say.toLowerCase().match(/\p{L}{4,}/gu)));
  const listed = await entries(page);
  assert.equal(listed.length, needs.length + 2);
  for (const { url, title } of listed) {
    // Of a page that is left before it knows whose it is, only what the site is made with.
    assert.ok([site, 'Hark'].includes(title), title);
    const words = `${new URL(url).pathname} ${title}`.toLowerCase().match(/\p{L}{4,}/gu);
    assert.deepEqual(words.filter((word) => telling.has(word) && word !== 'help'), [], url);
  }
});

journey('nothing of it is kept on the device', async ({ page, context, hark }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, hark.url);
  const worker = await started;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await follow(page, 'link', 'Find the right help');
  await follow(page, 'link', 'I feel low');
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  // It is told, as of every page, what this one was made of; when it has answered all is done.
  await settled(page);
  const kept = await worker.evaluate(async () => (await (await caches.open('hark')).keys()).map(({ url }) => url));
  assert.ok(kept.includes(`${hark.url}/`), 'the first screen is kept');
  assert.deepEqual(kept.filter((url) => /offer/.test(url)), []);
  await nothingKept(page);
}, { context: { serviceWorkers: 'allow' } });
