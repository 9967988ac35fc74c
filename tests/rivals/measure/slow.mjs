// What a page is like on the slow phone: until it is there, and while it is used.

import { questions } from '../survey/definition.mjs';
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
    const start = await interactive(visit);
    await visit.rest();
    const loaded = { ...afterLoad(visit), ready: start - visit.wire.started };
    // Tasks between the taps don't count: there it is the measuring that keeps it busy.
    const windows = [{ from: start, to: Date.now() }];
    const memory = await memoryOf(visit);
    const { taps, unseen } = await tapThrough(visit, page);
    await visit.idle();
    return {
      ...loaded,
      ...memory,
      starting: longestTask(visit, [{ from: -Infinity, to: start }]),
      longest: longestTask(visit, [...windows, ...taps]),
      taps: taps.map(({ from, to }) => to - from),
      unseen,
    };
  } finally {
    await visit.end();
  }
}

/** When the first question was there and the page had said that it can be used. */
async function interactive(visit) {
  const [{ title }] = questions;
  const question = await visit.once(({ kind, text }) => kind === 'title' && text.includes(title), 'showed a question');
  return Math.max(question.at, visit.told('ready')[0].at);
}

function afterLoad(visit) {
  const [first] = visit.told('first-contentful-paint');
  // Its document's own zero: the moment the visit began.
  const zero = visit.wire.started;
  const blocking = visit.told('task').filter(({ at }) => at >= first.at);
  return {
    fcp: first.at - zero,
    lcp: visit.told('largest').at(-1).at - zero,
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

/** The longest task that began in one of these spans; what takes less than 50 ms is none. */
function longestTask(visit, spans) {
  const within = visit.told('task').filter(({ at }) => spans.some(({ from, to }) => from <= at && at < to));
  return Math.max(0, ...within.map(({ duration }) => duration));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
