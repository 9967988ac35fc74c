// A whole survey without a pointer.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { arrival, focused, heading, open, path } from './support/walk.mjs';

journey('a survey from the start page to the thank you, by keyboard alone', async ({ page, hark }) => {
  await open(page, hark.url);
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /: Skip to the main part$/, 'the first stop');
  await assertSeen(page);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('h1'));

  await tabTo(page, /^a: Have your say$/);
  await enter(page);
  // Before the list has come, the next stop is what is below it.
  await page.getByRole('link', { name: 'Friday and Saturday nights', exact: true }).waitFor();
  await tabTo(page, /^a: Friday and Saturday nights$/);
  await enter(page);
  await tabTo(page, /^a: Start the survey$/);
  await enter(page);

  // Radio buttons are one stop; the arrows choose.
  await tabTo(page, /^input: Wigan North/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^input: Hindley/);
  await assertSeen(page);
  await tabTo(page, /^button: Take my answer back$/);
  await tabTo(page, /^button: Continue$/);
  await enter(page);

  await tabTo(page, /^button: Skip$/);
  await enter(page, 'Space');

  // Enter in a field is Continue.
  await tabTo(page, /^input: On how many/);
  await page.keyboard.type('2');
  await enter(page);

  await tabTo(page, /^input: It costs too much$/);
  await page.keyboard.press('Space');
  await tabTo(page, /^input: I have nobody to go with$/);
  await page.keyboard.press('Space');
  await tabTo(page, /^button: Continue$/);
  await enter(page);

  await tabTo(page, /^button: Skip$/);
  await enter(page);
  await tabTo(page, /^button: Skip$/);
  await enter(page);

  await tabTo(page, /^textarea: What is your best idea/);
  await page.keyboard.type('A lantern walk');
  await tabTo(page, /^button: Continue$/);
  await enter(page);

  assert.ok(path(page).endsWith('/check'));
  await tabTo(page, /^summary: See it exactly/);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'What your phone sends' }).waitFor();
  await tabTo(page, /^button: Send my answers$/);
  await enter(page);
  assert.match(await heading(page).innerText(), /^Thank you/);

  const { responses, texts } = hark.stored();
  assert.deepEqual(responses.map(({ answers }) => answers), [{ area: 'hindley', nights: 2, stops: ['cost', 'alone'] }]);
  assert.deepEqual(texts.map(({ text }) => text), ['A lantern walk']);
});

/** Presses Tab until what has the focus reads like that. Each stop on the way can be seen. */
async function tabTo(page, pattern) {
  const passed = [];
  do {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    assert.doesNotMatch(passed.at(-1), /^body/, `the keyboard can't reach ${pattern}: ${passed.join(' | ')}`);
    await assertSeen(page);
  } while (!pattern.test(passed.at(-1)));
}

/** Presses a key that leads to another screen, where the heading takes the focus. */
async function enter(page, key = 'Enter') {
  const from = page.url();
  await page.keyboard.press(key);
  await arrival(page, from);
}

/** Whoever uses the keyboard sees where they are: it has an outline, and nothing covers it. */
async function assertSeen(page) {
  const { outlines, covered } = await page.evaluate(() => {
    const it = document.activeElement;
    const label = it.closest('label');
    const styles = [getComputedStyle(it), getComputedStyle(it, '::after')];
    if (label) styles.push(getComputedStyle(label));
    const outlines = styles.filter((style) => style.outlineStyle !== 'none').map((style) => parseFloat(style.outlineWidth));
    const { left, top, width, height } = it.getClientRects()[0];
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return { outlines, covered: !(it.contains(hit) || label?.contains(hit)) };
  });
  const name = await focused(page);
  assert.ok(Math.max(0, ...outlines) >= 2, `${name}: the focus can't be seen`);
  assert.ok(!covered, `${name}: something covers it`);
}
