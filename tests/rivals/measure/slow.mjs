// What a page is like on the slow phone: until it is there, and while it is used.

import { tapThrough } from './taps.mjs';
import { Visit } from './visit.mjs';

/** Part of a task beyond this many milliseconds keeps a person waiting. */
const UNNOTICED = 50;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./pages.mjs').RivalPage} page
 * @returns {Promise<Record<string, number | number[]>>} times in milliseconds
 */
export async function slowVisit(browser, page) {
  const visit = await Visit.begin(browser, page.title);
  try {
    await visit.open(page.url);
    const loaded = afterLoad(visit);
    const memory = await memoryOf(visit);
    const { taps, unseen } = await tapThrough(visit, page);
    await visit.idle();
    const [ready] = visit.told('ready');
    const later = visit.told('task').filter(({ at }) => at >= ready.at);
    const longest = Math.max(0, ...later.map(({ duration }) => duration));
    return { ...loaded, ...memory, longest, taps, unseen };
  } finally {
    await visit.end();
  }
}

function afterLoad(visit) {
  const [first] = visit.told('first-contentful-paint');
  // Its document's own zero: the moment the visit began.
  const zero = visit.wire.started;
  const blocking = visit.told('task').filter(({ at }) => at >= first.at);
  return {
    fcp: first.at - zero,
    lcp: visit.told('largest').at(-1).at - zero,
    ready: visit.told('ready')[0].at - zero,
    tbt: sum(blocking.map(({ duration }) => Math.max(0, duration - UNNOTICED))),
    cls: sum(visit.told('shift').map(({ value }) => value)),
    bytes: visit.wire.bytes,
    requests: visit.wire.requests,
  };
}

/** Bytes that scripts keep, once what they no longer use is gone, and those of wasm. */
async function memoryOf({ session, page }) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const { value: heap } = metrics.find(({ name }) => name === 'JSHeapUsedSize');
  return { heap, wasm: await page.evaluate(() => globalThis.watched.wasmBytes()) };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
