// Measures every page in turn, several times: node page.mjs RIVALS ROUNDS RESULT
//
// A B C D, A B C D …: what else the computer does meanwhile is shared by all.

import { writeFileSync } from 'node:fs';

import { Chromium, FLAGS } from '../../journeys/support/chromium.mjs';
import { Hark } from '../../journeys/support/hark.mjs';
import { report } from '../../journeys/support/lighthouse.mjs';
import { chromium as program, tools } from '../../journeys/support/setting.mjs';
import { pages } from './pages.mjs';
import { serveRivals } from './servers.mjs';
import { slowVisit } from './slow.mjs';

const { chromium } = tools('playwright-core');

const [folder, rounds, result] = process.argv.slice(2);
const content = new URL('../pack', import.meta.url).pathname;

const hark = await Hark.start(content);
const rivals = await serveRivals(folder);
const forLighthouse = await Chromium.start();
const browser = await chromium.launch({ executablePath: program, args: FLAGS });
try {
  const all = pages(hark.url, rivals.addresses);
  const figures = Object.fromEntries(all.map(({ name }) => [name, { lighthouse: [], slow: [] }]));
  for (let round = 1; round <= Number(rounds); round += 1) {
    for (const page of all) figures[page.name].lighthouse.push(await mobile(page.url));
    for (const page of all) figures[page.name].slow.push(await slowVisit(browser, page));
    console.log(`Round ${round} of ${rounds}`);
  }
  writeFileSync(result, JSON.stringify(figures, null, 2));
} finally {
  await Promise.all([browser.close(), forLighthouse.remove(), rivals.stop(), hark.remove()]);
}

/** Lighthouse's own figures, with the settings it has for a phone. */
async function mobile(url) {
  const { categories, audits } = await recorded(url);
  const figure = (audit) => audits[audit].numericValue;
  return {
    performance: categories.performance.score * 100,
    fcp: figure('first-contentful-paint'),
    lcp: figure('largest-contentful-paint'),
    tbt: figure('total-blocking-time'),
    cls: figure('cumulative-layout-shift'),
    bytes: figure('total-byte-weight'),
  };
}

/**
 * A visit that was recorded from its beginning. Chromium now and then begins to record a
 * process too late, when it made it a moment before: then there is a visit, but no time
 * from which it could be measured, whatever page it was. Such a one is made again, a few
 * times at most.
 */
async function recorded(url, again = 5) {
  try {
    return await report(forLighthouse, url, ['performance']);
  } catch (failure) {
    if (failure.code !== 'NO_NAVSTART' || again === 0) throw failure;
    console.log(`${url}: the beginning was not recorded; visiting again.`);
    return recorded(url, again - 1);
  }
}
