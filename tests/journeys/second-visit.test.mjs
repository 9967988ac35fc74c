// A second visit begins on the device.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { heading, open } from './support/walk.mjs';

const withWorker = { context: { serviceWorkers: 'allow' } };

/** Waits until the device has everything that this page was made of. */
async function settled(page, worker) {
  const made = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/sw.js')),
  ]);
  // Playwright can't wait for a cache: the worker itself says when it is full.
  await worker.evaluate(async (urls) => {
    const all = async () => {
      const cache = await caches.open('hark');
      const found = await Promise.all(urls.map((url) => cache.match(url, { ignoreVary: true })));
      return found.every(Boolean);
    };
    while (!(await all())) await new Promise((next) => setTimeout(next, 20));
  }, made);
}

journey('a second visit needs nothing from the network before it can be read', async ({ page, context, hark, t }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, hark.url);
  await settled(page, await started);

  // The network of a cellar: everything is asked for, nothing ever comes.
  const asked = [];
  await context.route('**', (route) => {
    asked.push(new URL(route.request().url()).pathname);
  });
  const again = await context.newPage();
  await again.goto(hark.url, { waitUntil: 'commit' });
  await heading(again).waitFor();
  assert.equal(await heading(again).innerText(), 'Your nights, your say, your people.');
  const bytes = await again.evaluate(() => performance.getEntriesByType('navigation')[0].transferSize);
  assert.equal(bytes, 0, 'the page itself came from the device');
  const paint = await again.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true });
  }));
  t.diagnostic(`painted after ${Math.round(paint)} ms, with the network holding back ${asked.length} requests`);
  await context.unroute('**');
  await again.reload();
  await again.locator('html[data-ready]').waitFor();
}, withWorker);

journey('with the endpoint away, what was seen before can be seen again', async ({ page, context, hark }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, `${hark.url}/activities`);
  await settled(page, await started);
  await hark.stop();
  const again = await context.newPage();
  await again.goto(`${hark.url}/activities`);
  await again.locator('html[data-ready]').waitFor();
  assert.ok(await again.getByRole('main').getByRole('listitem').first().isVisible());
  await again.getByRole('banner').getByRole('link', { name: 'Talk to someone' }).click();
  await again.getByRole('heading', { name: 'Childline' }).waitFor();
}, withWorker);

journey('a page that was built anew is seen the time after', async ({ page, context, hark }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, `${hark.url}/privacy`);
  const worker = await started;
  await settled(page, worker);
  // The page of an older build, left by the last visit.
  await worker.evaluate(async (url) => {
    const cache = await caches.open('hark');
    const page = await (await cache.match(url, { ignoreVary: true })).text();
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await cache.put(url, new Response(page.replace('<title>', '<title>Older – '), { headers }));
  }, page.url());
  const older = await context.newPage();
  await older.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (window.first = document.title)));
  await older.goto(page.url());
  await older.locator('html[data-ready]').waitFor();
  assert.match(await older.evaluate(() => window.first), /^Older – /);
  await worker.evaluate(async (url) => {
    const fresh = async () => !(await (await (await caches.open('hark')).match(url, { ignoreVary: true })).text()).includes('Older – ');
    while (!(await fresh())) await new Promise((next) => setTimeout(next, 20));
  }, page.url());
  await older.reload();
  await older.locator('html[data-ready]').waitFor();
  assert.doesNotMatch(await older.evaluate(() => window.first), /^Older – /);
}, withWorker);
