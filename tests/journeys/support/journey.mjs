// A journey: one person, one phone, one endpoint, and an audit at the end.

import { after, before, test } from 'node:test';

import { audit } from './audit.mjs';
import { FLAGS } from './chromium.mjs';
import { Complaints } from './console.mjs';
import { Hark } from './hark.mjs';
import { chromium as program, tools } from './setting.mjs';

const { chromium } = tools('playwright-core');

/** The phone to design for. */
export const PHONE = { width: 360, height: 740 };

/** Longer than anything takes on a busy machine: what needs more will not come. */
const PATIENCE = 15_000;

/** What takes longer than this hangs; a tour of all screens takes the longest. */
const LONGEST = 240_000;

const browsers = new Map();

/**
 * One browser a file; a second one only where it is to be started differently.
 * @param {string[]} [flags] further ones on its command line
 * @returns {Promise<import('playwright-core').Browser>}
 */
async function browser(flags = []) {
  const key = flags.join(' ');
  if (!browsers.has(key)) {
    browsers.set(key, await chromium.launch({ executablePath: program, args: [...FLAGS, ...flags] }));
  }
  return browsers.get(key);
}

before(() => browser());
after(() => Promise.all([...browsers.values()].map((one) => one.close())));

/**
 * @typedef {object} Scene what a journey has to work with
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {Hark} hark
 * @property {(pattern: RegExp) => void} expect says which complaint of the browser belongs here
 * @property {import('node:test').TestContext} t
 *
 * @typedef {object} Options
 * @property {(t: import('node:test').TestContext) => string} [content] makes a content pack; the shipped one unless given
 * @property {string} [site] the folder of the site, when not the built one
 * @property {import('playwright-core').BrowserContextOptions} [context]
 * @property {string[]} [flags] for the browser's command line
 */

/**
 * A test with an endpoint and a browser window of its own. It fails on every
 * complaint of the browser that was not expected, and on whatever the audit finds on
 * the last screen.
 *
 * @param {string} name
 * @param {(scene: Scene) => Promise<void>} walk
 * @param {Options} [options]
 */
export function journey(name, walk, options = {}) {
  test(name, { timeout: LONGEST }, async (t) => {
    const [hark, window] = await Promise.all([Hark.start(options.content?.(t), options.site), browser(options.flags)]);
    // The worker of second visits has a journey of its own; elsewhere it would answer what
    // a journey wants to break.
    const usual = { viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block' };
    const context = await window.newContext({ ...usual, ...options.context });
    try {
      context.setDefaultTimeout(PATIENCE);
      const complaints = new Complaints(context, hark.url);
      const page = await context.newPage();
      await walk({ page, context, hark, t, expect: (pattern) => complaints.expect(pattern) });
      complaints.check();
      const last = context.pages().at(-1);
      const unsure = await audit(last);
      if (unsure > 0) t.diagnostic(`${last.url()}: contrast not clear in ${unsure} places`);
    } finally {
      await context.close();
      await hark.remove();
    }
  });
}
