// What a key costs among 10,000 services, on the slow phone: node find.mjs ROUNDS RESULT
//
// Beside it the same keys in a box of the same page that does nothing: what any key costs
// there, before anybody has looked for anything.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { FLAGS } from '../../journeys/support/chromium.mjs';
import { Hark } from '../../journeys/support/hark.mjs';
import { chromium as program, site, tools } from '../../journeys/support/setting.mjs';
import { many } from './many.mjs';
import { PHONE, SLOWER } from './profile.mjs';

const { chromium } = tools('playwright-core');

/** How many services there are. */
const SERVICES = 10_000;

/** What is typed, letter by letter: as it is spelled, with slips, and two words. */
const TYPED = ['football', 'skaet bord', 'swiming leigh'];

const [rounds, result] = process.argv.slice(2);

const hark = await Hark.start();
const browser = await chromium.launch({ executablePath: program, args: FLAGS });
try {
  const page = await opened();
  const times = { search: [], empty: [] };
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const text of TYPED) {
      times.search.push(...(await type(page, '#find-text', text)));
      times.empty.push(...(await type(page, '#empty', text)));
    }
  }
  writeFileSync(result, JSON.stringify(times));
} finally {
  await Promise.all([browser.close(), hark.remove()]);
}

/** The page with all of them, and with a box that does nothing. */
async function opened() {
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB', serviceWorkers: 'block' });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const read = (name) => JSON.parse(readFileSync(join(site, 'content/en', name), 'utf8'));
  const { directory, words } = many(read('activities.json'), read('words.json'), SERVICES);
  await page.route('**/content/en/activities.json', (route) => route.fulfill({ json: directory }));
  await page.route('**/content/en/words.json', (route) => route.fulfill({ json: words }));
  await page.goto(`${hark.url}/activities`);
  await page.locator('html[data-ready]').waitFor();
  await page.getByText(`${SERVICES} things to do`).waitFor();
  await page.evaluate(() => {
    const empty = Object.assign(document.createElement('input'), { id: 'empty', autocomplete: 'off' });
    empty.setAttribute('aria-label', 'Nothing');
    document.querySelector('h1').after(empty);
    // The second frame begins when the first one is painted.
    window.painted = [];
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => requestAnimationFrame((now) => {
        window.painted.push({ took: performance.now() - timeStamp, now, list: window.list() });
      }));
    }, { capture: true });
    window.list = () => document.querySelector('#found').textContent + document.querySelector('.cards, .suggestions').textContent;
  });
  // The words that find something come with the first key; they are not what is measured.
  await page.locator('#find-text').fill(`x${SERVICES - 1}`);
  await page.getByText(/^1 thing/).waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/**
 * Types a text into an empty box.
 * @returns {Promise<number[]>} for each key, milliseconds until what it changed was painted
 */
async function type(page, box, text) {
  await page.locator(box).fill('');
  await page.locator(box).focus();
  const times = [];
  for (const letter of text) {
    await idle(page);
    await page.evaluate(() => (window.painted = []));
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForFunction(() => window.painted.length > 0);
    const [{ took, list }] = await page.evaluate(() => window.painted);
    await idle(page);
    assert.equal(await page.evaluate(() => window.list()), list, `${box}: the list was painted later`);
    times.push(took);
  }
  assert.equal(await page.locator(box).inputValue(), text);
  return times;
}

/** Waits until the page has nothing to do. */
function idle(page) {
  return page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}
