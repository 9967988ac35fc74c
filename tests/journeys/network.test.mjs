// What a first visit costs and who hears of it.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, definition, questions } from './support/survey.mjs';
import { follow, heading, move, nothingKept, open } from './support/walk.mjs';

/** The bar: a first visit, until the first question can be answered. */
const MOST_REQUESTS = 8;
const MOST_KILOBYTES = 190;

journey('a first visit straight to a question is small, and from one origin', async ({ page, context, hark, t }) => {
  const network = await Network.of(context, page);
  const response = await open(page, `${hark.url}/surveys/tellus/1`);
  const [year] = questions(definition('tellus'));
  await answer(page, year, '8');
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await network.quiet();

  const kilobytes = network.bytes / 1000;
  t.diagnostic(`first visit: ${network.urls.length} requests, ${kilobytes.toFixed(1)} KB`);
  assert.ok(network.urls.length <= MOST_REQUESTS, network.urls.join('\n'));
  assert.ok(kilobytes <= MOST_KILOBYTES, `${kilobytes} KB`);
  assert.deepEqual([...new Set(network.urls.map((url) => new URL(url).origin))], [hark.url]);
  assert.deepEqual(await context.cookies(), []);

  const policy = await response.headerValue('content-security-policy');
  for (const rule of ["default-src 'none'", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(rule), policy);
});

journey('nothing is kept on the phone before somebody answers', async ({ page, hark }) => {
  await open(page, hark.url);
  const menu = page.getByRole('banner');
  for (const name of ['Things to do', 'Talk to someone', 'Have your say']) {
    await move(page, () => menu.getByRole('link', { name }).click());
    await nothingKept(page);
  }
  await follow(page, 'link', 'How is life for you?');
  await nothingKept(page);
  await follow(page, 'link', 'Start the survey');
  const kept = await page.evaluate(() => ({ local: { ...localStorage }, session: Object.keys(sessionStorage) }));
  assert.deepEqual(kept, { local: {}, session: ['hark.draft.tellus'] });
});

journey('what arrives late moves nothing', async ({ page, hark, t }) => {
  await page.addInitScript(watchShifts);
  // The slowest phone line: each part of the content comes alone, after the text is there.
  let last = Promise.resolve();
  await page.route(/\/(content|locales)\//, (route) => {
    last = last.then(async () => {
      await heading(page).waitFor();
      await painted(page);
      const arrived = page.waitForResponse(route.request().url());
      await route.continue();
      await (await arrived).finished();
      await painted(page);
    });
    return last;
  });
  const moved = {};
  for (const address of ['/', '/activities', '/help', '/surveys', '/surveys/nights', '/surveys/tellus/1', '/privacy', '/access']) {
    await page.goto(hark.url + address);
    await page.locator('html[data-ready]').waitFor();
    await painted(page);
    const shifts = await page.evaluate(() => window.shifts());
    t.diagnostic(`${address}: layout shift ${shifts.reduce((sum, { value }) => sum + value, 0)}`);
    if (shifts.length > 0) moved[address] = shifts.flatMap(({ what }) => what);
  }
  assert.deepEqual(moved, {});
});

/** Waits until what is there now has been painted. */
function painted(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Notes every layout shift from the first paint on. */
function watchShifts() {
  const shifts = [];
  const note = (entries) =>
    entries.forEach(({ value, sources }) => shifts.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) }));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.shifts = () => {
    note(observer.takeRecords());
    return shifts;
  };
}

/** What goes over the wire, as the browser's own network stack counts it. */
class Network {
  urls = [];
  bytes = 0;
  #open = new Set();
  #whenQuiet;

  static async of(context, page) {
    const network = new Network();
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      network.urls.push(request.url);
      network.#open.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      network.bytes += encodedDataLength;
      network.#close(requestId);
    });
    session.on('Network.loadingFailed', ({ requestId }) => network.#close(requestId));
    await session.send('Network.enable');
    return network;
  }

  #close(requestId) {
    this.#open.delete(requestId);
    if (this.#open.size === 0) this.#whenQuiet?.();
  }

  /** Waits until nothing is on its way. */
  async quiet() {
    if (this.#open.size > 0) await new Promise((done) => (this.#whenQuiet = done));
  }
}
