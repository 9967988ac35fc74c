// A page carries the style and the pictures that it uses; all others come with the app.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { journey, PHONE } from './support/journey.mjs';
import { ADDRESSES } from './support/languages.mjs';
import { packWith } from './support/pack.mjs';
import { heading, open } from './support/walk.mjs';

const STYLE = /\/hark-[0-9a-f]{16}\.css$/;
const WIDE = { width: 1280, height: 800 };

const ready = (page) => page.locator('html[data-ready]').waitFor();
const isReady = (page) => page.locator('html[data-ready]').count();

/** Keeps a file away until it is let in. */
async function hold(page, files) {
  let letIn;
  const open = new Promise((done) => (letIn = done));
  await page.route(files, async (route) => {
    await open;
    await route.continue();
  });
  return letIn;
}

for (const [name, media] of Object.entries({
  light: { colorScheme: 'light' },
  'more contrast': { contrast: 'more' },
  'forced colours': { forcedColors: 'active' },
})) {
  journey(`what comes with the app changes nothing that can be seen: ${name}`, async ({ page, hark, expect }) => {
    expect(/404/);
    await page.emulateMedia(media);
    for (const address of [...ADDRESSES, '/nowhere']) {
      await page.goto(hark.url + address);
      const before = await settled(page);
      assert.ok(before.length > 50, address);
      // The app itself would show its own screen; its place in the page has a journey below.
      await page.evaluate(() => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = document.querySelector('script[data-wasm]').dataset.style;
        document.querySelector('style').after(link);
      });
      while (!(await page.evaluate(() => document.styleSheets[1].href))) await page.waitForTimeout(20);
      assert.deepEqual(await settled(page), before, address);
    }
  }, { context: { javaScriptEnabled: false, reducedMotion: 'reduce' } });
}

journey('the app waits for its style', async ({ page, hark }) => {
  const letIn = await hold(page, STYLE);
  await page.goto(`${hark.url}/help`);
  await page.waitForFunction(() => !window.harkTakeOver);
  assert.equal(await isReady(page), 0);
  letIn();
  await ready(page);
  const place = await page.evaluate(() => [...document.head.querySelectorAll('style, link[rel=stylesheet]')].map(({ localName }) => localName));
  assert.deepEqual(place, ['style', 'link', 'style']);
});

for (const [name, answer, complaint] of [
  ['does not come', (route) => route.abort(), /ERR_FAILED/],
  ['is not the one that was built', (route) => route.fulfill({ contentType: 'text/css', body: '*{display:none}' }), /integrity|digest/],
  ['never ends', () => {}],
]) {
  journey(`the app comes all the same when its style ${name}`, async ({ page, hark, expect }) => {
    if (complaint) expect(complaint);
    await page.route(STYLE, answer);
    await page.goto(`${hark.url}/help`);
    await ready(page);
    assert.equal(await heading(page).innerText(), 'Someone to talk to');
  });
}

journey("a borough's colours stay when the style comes", async ({ page, hark }) => {
  await open(page, hark.url);
  const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
  assert.equal(accent.trim(), '#005a3c');
}, {
  content: (t) => {
    const folder = packWith(t);
    const file = join(folder, 'site.json');
    const site = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...site, colours: { light: { accent: '#005a3c' } } }));
    return folder;
  },
});

journey('every picture of the app is there once', async ({ page, hark }) => {
  await open(page, hark.url);
  const ids = await page.evaluate(() => [...document.querySelectorAll('symbol')].map(({ id }) => id));
  assert.deepEqual([...new Set(ids)].sort(), [...ids].sort());
  for (const id of ['icon-talk', 'icon-wifi-off', 'art-home', 'art-sent', 'face-5']) assert.ok(ids.includes(id), id);
  // Drawn, not only there.
  await page.evaluate(() => {
    document.querySelector('main').insertAdjacentHTML('beforeend', '<svg class="art" id="drawn"><use href="#art-sent"></use></svg>');
  });
  const { width, height } = await page.evaluate(() => {
    const { width, height } = document.querySelector('#drawn use').getBBox();
    return { width, height };
  });
  assert.ok(width > 0 && height > 0);
});

/** How it looks on a phone and wide, once two readings are the same: on a busy machine the
    list of languages once read otherwise than a moment later, and nobody knows why. */
async function settled(page) {
  let last;
  for (;;) {
    const now = await looksAt(page, [PHONE, WIDE]);
    if (JSON.stringify(now) === last) return now;
    last = JSON.stringify(now);
  }
}

/** How every element looks in windows of these sizes. */
async function looksAt(page, sizes) {
  const all = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    all.push(...(await page.evaluate(looks)));
  }
  return all;
}

/** How every element looks, and what is drawn before and after it, as a number each. */
function looks() {
  const like = (element, part) => {
    const style = getComputedStyle(element, part);
    let sum = 7;
    if (part && style.content === 'none') return sum;
    for (const name of style) {
      const value = style.getPropertyValue(name);
      for (let at = 0; at < value.length; at += 1) sum = (sum * 31 + value.charCodeAt(at)) | 0;
    }
    return sum;
  };
  return Array.from(document.querySelectorAll('html, body, #app *, #plain *'), (element) => {
    const parts = [null, '::before', '::after'].map((part) => like(element, part));
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${parts}`;
  });
}
