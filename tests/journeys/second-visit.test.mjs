// A second visit begins on the device.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { heading, open } from './support/walk.mjs';
import { settled } from './support/worker.mjs';

const withWorker = { context: { serviceWorkers: 'allow' } };

journey('a second visit needs nothing from the network before it can be read', async ({ page, context, hark, t }) => {
  await open(page, hark.url);
  await settled(page);

  // A cellar: there is no network at all.
  await hark.stop();
  const again = await context.newPage();
  await again.goto(hark.url);
  assert.equal(await heading(again).innerText(), 'Your nights, your say, your people.');
  const bytes = await again.evaluate(() => performance.getEntriesByType('navigation')[0].transferSize);
  assert.equal(bytes, 0, 'the page itself came from the device');
  const paint = await again.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  t.diagnostic(`painted after ${Math.round(paint)} ms, with no network`);
  await again.locator('html[data-ready]').waitFor();
}, withWorker);

journey('with the endpoint away, what was seen before can be seen again', async ({ page, context, hark }) => {
  await open(page, `${hark.url}/activities`);
  await settled(page);
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
  await settled(page);
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
  // The worker has brought it up to date meanwhile, behind the page.
  await settled(older);
  await older.reload();
  await older.locator('html[data-ready]').waitFor();
  assert.doesNotMatch(await older.evaluate(() => window.first), /^Older – /);
}, withWorker);

journey('a page that is gone, and an older build, are forgotten', async ({ page, context, hark, expect }) => {
  expect(/404/);
  const started = context.waitForEvent('serviceworker');
  await open(page, `${hark.url}/help`);
  const worker = await started;
  await settled(page);
  const names = () => worker.evaluate(async () => (await (await caches.open('hark')).keys()).map(({ url }) => new URL(url).pathname));
  await worker.evaluate(async (origin) => {
    const cache = await caches.open('hark');
    const old = '<div id="app" data-page><script data-wasm="/hark-app_bg-0123456789abcdef.wasm">';
    const page = () => new Response(old, { headers: { 'content-type': 'text/html' } });
    await cache.put(`${origin}/privacy`, page());
    await cache.put(`${origin}/surveys/gone`, page());
    await cache.put(`${origin}/hark-app_bg-0123456789abcdef.wasm`, new Response(''));
  }, hark.url);
  // Withdrawn: the worker shows it once more, asks, and is told that it is gone.
  const gone = await context.newPage();
  const told = context.waitForEvent('console', (message) => /404/.test(message.text()));
  await gone.goto(`${hark.url}/surveys/gone`);
  await told;
  await gone.close();
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await settled(page);
  await page.waitForFunction(async () => {
    const kept = (await (await caches.open('hark')).keys()).map(({ url }) => new URL(url).pathname);
    return !kept.some((path) => ['/privacy', '/surveys/gone'].includes(path) || path.includes('0123456789abcdef'));
  });
  assert.ok((await names()).includes('/help'));
}, withWorker);

journey('what is not the site is never kept', async ({ page, context, hark }) => {
  const started = context.waitForEvent('serviceworker');
  await open(page, `${hark.url}/surveys/nights/1`);
  const worker = await started;
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  for (const path of ['/health', '/api/openapi.json', '/surveys/nights/check']) {
    const tab = await context.newPage();
    await tab.goto(hark.url + path);
    await tab.close();
  }
  await settled(page);
  const kept = await worker.evaluate(async () => (await (await caches.open('hark')).keys()).map(({ url }) => new URL(url).pathname));
  assert.ok(kept.includes('/surveys/nights/1'));
  assert.deepEqual(kept.filter((path) => /^\/(api|health|surveys\/nights\/check)/.test(path)), []);
}, withWorker);
