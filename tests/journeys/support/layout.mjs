// Measures of a screen: does it fit, can it be hit.

import assert from 'node:assert/strict';

/**
 * Makes several checks of one screen and reports all that failed, not only the first.
 * @param {Array<() => Promise<unknown>>} checks
 */
export async function each(checks) {
  const failures = [];
  for (const check of checks) await check().catch((failure) => failures.push(failure));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new Error(failures.map(({ message }) => message).join('\n'));
}

/**
 * Fails when words are cut off: in a box that hides what is longer than itself.
 * @param {import('playwright-core').Page} page
 * @param {string} name of the screen
 */
export async function unclipped(page, name) {
  const cut = await page.evaluate(() => {
    const hides = (it) => getComputedStyle(it).overflowX !== 'visible' || getComputedStyle(it).overflowY !== 'visible';
    // What only a screen reader gets, and what scrolls by itself, is meant to be so.
    const meant = (it) => it.closest('.visually-hidden, pre, select, textarea, svg, html:not(:root)');
    return [...document.body.querySelectorAll('*')]
      .filter((it) => hides(it) && !meant(it) && it.textContent.trim() && it.checkVisibility())
      .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
      .map((it) => `${it.localName}.${it.className}: ${it.textContent.trim().slice(0, 40)}`);
  });
  assert.deepEqual(cut, [], `${name}: words are cut off`);
}

/** The smallest side of anything to tap, in CSS pixels. */
const SMALLEST = 44;

/**
 * Fails when the screen can be scrolled sideways.
 * @param {import('playwright-core').Page} page
 * @param {string} name of the screen
 */
export async function fits(page, name) {
  const beyond = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const all = [...document.body.querySelectorAll('*')];
    return all
      .filter((it) => it.getBoundingClientRect().right > room + 0.5 || it.getBoundingClientRect().left < -0.5)
      .map((it) => `${it.localName}.${it.className}: ${it.textContent.slice(0, 40)}`);
  });
  assert.deepEqual(beyond, [], `${name}: it scrolls sideways`);
}

/**
 * Fails when it would not fit from right to left, or in words 40 % longer: other
 * languages are both. The screen is as before afterwards.
 * @param {import('playwright-core').Page} page
 * @param {string} name of the screen
 */
export async function fitsOtherLanguages(page, name) {
  const before = await page.evaluateHandle(() => {
    window.direction = document.documentElement.dir;
    document.documentElement.dir = 'rtl';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push([walker.currentNode, walker.currentNode.data]);
    return texts;
  });
  await fits(page, `${name}, right to left`);
  await before.evaluate((texts) => {
    const longer = (word) => word + word.slice(0, Math.ceil(word.length * 0.4));
    for (const [node, text] of texts) node.data = text.replace(/\p{L}+/gu, longer);
  });
  await fits(page, `${name}, right to left with longer words`);
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await fits(page, `${name}, with longer words`);
  await before.evaluate((texts) => {
    texts.forEach(([node, text]) => (node.data = text));
    document.documentElement.dir = window.direction;
  });
  await before.dispose();
}

/**
 * Fails when something to tap is smaller than a thumb. Links in the middle of a
 * sentence are as high as their line (WCAG 2.5.8 leaves them out).
 * @param {import('playwright-core').Page} page
 * @param {string} name of the screen
 */
export async function hittable(page, name) {
  const small = await page.evaluate((smallest) => {
    const CONTROLS = 'a[href], button, input, textarea, select, summary';
    const found = [];
    const scrolled = scrollY;
    for (const it of document.querySelectorAll(CONTROLS)) {
      const label = it.closest('label');
      const inSentence = it.localName === 'a' && it.parentElement.innerText.trim() !== it.innerText.trim()
        && getComputedStyle(it).display === 'inline' && getComputedStyle(it.parentElement).display === 'block';
      if (!it.checkVisibility({ visibilityProperty: true }) || inSentence) continue;
      it.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = (label ?? it).getClientRects()[0];
      const [x, y] = [left + width / 2, top + height / 2];
      // Off the screen until it has the focus, as the skip link is.
      if (y < 0) continue;
      const hits = (dx, dy) => {
        const at = document.elementFromPoint(x + dx, y + dy);
        return at !== null && (it.contains(at) || label?.contains(at));
      };
      const reach = (dx, dy) => {
        let steps = 0;
        while (steps < smallest && hits(dx * steps, dy * steps)) steps += 1;
        return steps;
      };
      const size = [reach(-1, 0) + reach(1, 0) - 1, reach(0, -1) + reach(0, 1) - 1];
      if (Math.min(...size) < smallest) found.push(`${it.localName} "${it.innerText || label?.innerText}": ${size.join(' × ')}`);
    }
    scrollTo(0, scrolled);
    return found;
  }, SMALLEST);
  assert.deepEqual(small, [], `${name}: too small to tap`);
}
