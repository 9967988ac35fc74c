// Forms to print, as a browser prints them.

import assert from 'node:assert/strict';

import { audit } from './support/audit.mjs';
import { journey } from './support/journey.mjs';
import { each, fits } from './support/layout.mjs';
import { packWith } from './support/pack.mjs';
import { shot } from './support/shot.mjs';

/** A4 in points, as a PDF has it. */
const A4 = [595, 842];

/** Inside the margins of the sheet, in CSS pixels at 96 to the inch. */
const MM = 96 / 25.4;
const SHEET = { width: 180 * MM, height: 265 * MM };

/** The smallest letters, in points: RNIB Clear Print, and Large Print. */
const SMALLEST = { normal: 12, large: 16 };

const CHOICES = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: `Choice ${id}, with a few words` }));

/** One question of every kind, and conditions of every sort. */
const KINDS = {
  id: 'kinds', version: 3, title: 'Every kind', about: 'To look at.', minutes: 1, thanks: 'Thank you.',
  pages: [
    { id: 'a', title: 'First', questions: [
      { id: 'note', kind: 'note', title: 'Words between questions.' },
      { id: 'one', kind: 'single', title: 'One?', choices: CHOICES },
      { id: 'faces', kind: 'single', look: 'faces', title: 'How was it?', choices: CHOICES },
      { id: 'scale', kind: 'single', look: 'scale', title: 'How much?', choices: CHOICES },
      { id: 'number', kind: 'number', title: 'How many?', least: 0, most: 7 },
    ] },
    { id: 'b', title: 'Second', visible_if: "one = 'a' and number > 0", questions: [
      { id: 'many', kind: 'multiple', title: 'Which?', most: 3, choices: CHOICES },
      { id: 'rank', kind: 'ranking', title: 'In which order?', visible_if: "many any of ['a', 'b']", choices: CHOICES },
      { id: 'grid', kind: 'matrix', title: 'What of each?', choices: CHOICES,
        rows: ['x', 'y', 'z'].map((id) => ({ id, label: `Row ${id}, which has more words than fit on one line` })) },
      { id: 'text', kind: 'text', title: 'Anything else?', long: true },
    ] },
  ],
};

const FORMS = ['en', 'ur'].flatMap((language) =>
  ['nights', 'tellus', 'kinds'].flatMap((survey) =>
    ['normal', 'large'].map((size) => ({ survey, size, language, path: `/surveys/${survey}/paper${size === 'large' ? '/large' : ''}/${language}` }))));

journey('every form prints on whole sheets, black on white', async ({ page, hark, t }) => {
  for (const form of FORMS) {
    await t.test(form.path, async () => {
      await page.goto(hark.url + form.path);
      await page.emulateMedia({ media: 'print' });
      await each([
        () => sheets(page, form),
        () => wholeQuestions(page),
        () => blackOnWhite(page),
        () => largeEnough(page, SMALLEST[form.size]),
        () => sides(page, form.language),
      ]);
      await shot(page, `paper-${form.survey}-${form.size}-${form.language}`, { fullPage: true });
      await page.emulateMedia({ media: 'screen' });
      await each([() => fits(page, form.path), () => audit(page, form.path)]);
    });
  }
}, { content: (t) => packWith(t, KINDS) });

journey('the start of a survey leads to its form, and the form to the others', async ({ page, hark }) => {
  await page.goto(`${hark.url}/surveys/tellus`);
  await page.getByRole('link', { name: 'Print this survey' }).click();
  await page.waitForURL('**/surveys/tellus/paper');
  await page.getByRole('heading', { level: 1, name: 'How is life for you?' }).waitFor();
  assert.equal(await page.evaluate(() => document.scripts.length), 0, 'a page without the app');
  await page.getByRole('link', { name: 'Large print' }).click();
  await page.waitForURL('**/surveys/tellus/paper/large/en');
  await page.getByRole('link', { name: 'اردو' }).click();
  await page.waitForURL('**/surveys/tellus/paper/large/ur');
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await page.goBack();
  await page.goBack();
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Start the survey' }).waitFor();
});

/** A4, and no more sheets than it takes. */
async function sheets(page, { survey, size }) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box]) => box.trim().split(/\s+/).map(Number));
  assert.ok(boxes.length > 0, 'the PDF has sheets');
  for (const box of boxes) assert.deepEqual(box.map(Math.round), [0, 0, ...A4]);
  const most = { nights: [3, 6], tellus: [15, 30], kinds: [4, 8] }[survey][size === 'large' ? 1 : 0];
  assert.ok(boxes.length <= most, `${boxes.length} sheets, not ${most} at most`);
}

/**
 * Columns as high as a sheet break as sheets do, and tell where: what stands in two of
 * them would be printed on two sheets.
 */
async function wholeQuestions(page) {
  const split = (how) => page.evaluate(({ width, height, how }) => {
    const main = document.querySelector('main');
    Object.assign(main.style, { inlineSize: `${width}px`, blockSize: `${height}px`, columnWidth: `${width}px`, columnGap: '50px', columnFill: 'auto' });
    const all = [...document.querySelectorAll('.question, .note, .only, .head .start, .foot, tr, .choices li')];
    for (const it of all) it.style.breakInside = how;
    const first = (it) => it.getClientRects()[0].left;
    const found = all.filter((it) => it.getClientRects().length > 1).map((it) => it.textContent.slice(0, 60));
    // What says who is meant stands right above the first question it is about.
    const alone = [...document.querySelectorAll('.only, .section > h2')]
      .filter((it) => it.nextElementSibling && first(it) !== first(it.nextElementSibling))
      .map((it) => `alone: ${it.textContent.slice(0, 60)}`);
    const columns = new Set(all.map(first)).size;
    for (const it of all) it.style.breakInside = '';
    main.removeAttribute('style');
    return { found, alone, columns };
  }, { ...SHEET, how });
  const { found, alone, columns } = await split('');
  assert.deepEqual([...found, ...alone], [], 'on two sheets');
  assert.ok(columns > 1, 'there are several sheets');
  assert.notDeepEqual((await split('auto')).found, [], 'without the rule, something would be split');
}

/** Boxes and lines too must not need what printers leave out: backgrounds. */
async function blackOnWhite(page) {
  const other = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('main, main *')].filter((it) => it.checkVisibility());
    const wrong = shown.filter((it) => {
      const style = getComputedStyle(it);
      const plain = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(style.backgroundColor) && style.backgroundImage === 'none';
      return style.color !== 'rgb(0, 0, 0)' || !plain || style.opacity !== '1';
    });
    const drawn = [...document.querySelectorAll('.box, .cell, .write, .line')].filter((it) => {
      const { borderBottomWidth, borderBottomStyle, borderBottomColor } = getComputedStyle(it);
      return parseFloat(borderBottomWidth) < 1 || borderBottomStyle !== 'solid' || borderBottomColor !== 'rgb(0, 0, 0)';
    });
    return [...wrong, ...drawn].map((it) => it.outerHTML.slice(0, 80));
  });
  assert.deepEqual(other, [], 'not black on white');
}

async function largeEnough(page, smallest) {
  const small = await page.evaluate((smallest) => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement: it, data } = walker.currentNode;
      const points = parseFloat(getComputedStyle(it).fontSize) * 0.75;
      if (data.trim() && points < smallest - 0.01) found.push(`${points} pt: ${data.slice(0, 40)}`);
    }
    return found;
  }, smallest);
  assert.deepEqual(small, [], 'too small');
}

/** Boxes stand where their line begins. */
async function sides(page, language) {
  const before = await page.evaluate(() =>
    [...document.querySelectorAll('.choices li')].map((it) => {
      const [box, label] = [it.querySelector('.box'), it.querySelector('.label')].map((one) => one.getBoundingClientRect());
      return box.left < label.left;
    }));
  assert.deepEqual([...new Set(before)], [language !== 'ur']);
}
