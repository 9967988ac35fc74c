// Where nothing fits, the site says what would.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { fits, fitsOtherLanguages, hittable } from './support/layout.mjs';
import { packOf } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { cards, count, organisation } from './support/things.mjs';
import { open } from './support/walk.mjs';

/** A Tuesday, half past five. */
const TUESDAY = '2026-11-24T17:30:00Z';

const EVENING = { from: '18:00', to: '20:00' };

/** Nothing tonight in Leigh; three in Atherton, one in Hindley; tomorrow two in Leigh. */
const WEEK = organisation([
  ...['one', 'two', 'three'].map((id) => ({ id, sessions: [{ place: 'atherton', days: ['tue'], ...EVENING }] })),
  { id: 'four', sessions: [{ place: 'hindley', days: ['tue'], ...EVENING }] },
  { id: 'five', cost: { pence: 200 }, sessions: [{ place: 'leigh', days: ['wed'], ...EVENING }] },
  { id: 'six', cost: { pence: 100 }, kind: 'sport', words: ['football'], sessions: [{ place: 'leigh', days: ['wed'], ...EVENING }] },
]);

const content = (t) => packOf(t, WEEK);

async function openAt(page, url) {
  await page.clock.setFixedTime(TUESDAY);
  await open(page, url);
  await count(page).waitFor();
}

/** What is offered instead. */
function offers(page) {
  return page.locator('.suggestions').getByRole('button').allInnerTexts();
}

journey('nothing tonight in Leigh for 12: three near it, two tomorrow', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=tonight&in=leigh&age=12`);
  assert.equal(await count(page).innerText(), 'Nothing fits all of that. Try one of these:');
  assert.equal(await count(page).getAttribute('role'), 'status');
  const offered = await offers(page);
  assert.ok(offered.includes('Atherton, Tyldesley, Astley: 3'), offered.join(' | '));
  assert.ok(offered.includes('Tomorrow: 2'), offered.join(' | '));
  assert.ok(offered.length <= 6);
  for (const words of offered) assert.match(words, /: [1-9]\d*$/);
  await shot(page, 'nothing-found');
  await hittable(page, 'nothing found');
  await fits(page, 'nothing found');
  await fitsOtherLanguages(page, 'nothing found');

  await page.getByRole('button', { name: 'Atherton, Tyldesley, Astley: 3' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'found');
  assert.equal(await count(page).innerText(), '3 things to do');
  assert.equal((await cards(page)).length, 3);
  assert.equal(new URL(page.url()).hash, '#when=tonight&age=12&in=atherton');
  assert.equal(await page.getByRole('combobox', { name: 'Where' }).inputValue(), 'atherton');
}, { content });

journey('each thing that was asked for can be left out', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities#when=tomorrow&in=leigh&cost=free&q=football`);
  await page.getByText(/^Nothing fits/).waitFor();
  const offered = await offers(page);
  assert.ok(offered.includes('Without “Free”: 1'), offered.join(' | '));
  await page.getByRole('button', { name: 'Without “Free”: 1' }).click();
  assert.equal(await count(page).innerText(), '1 thing to do');
  assert.ok(!(await page.getByRole('checkbox', { name: /^Free/ }).isChecked()));

  // Words that find nothing anywhere: every letter of them can still be seen and mended.
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('xylophonists');
  assert.match(await count(page).innerText(), /^Nothing fits/);
  await page.getByRole('button', { name: 'Without “xylophonists”: 2' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'found');
  assert.equal(await search.inputValue(), '');
  assert.equal(await count(page).innerText(), '2 things to do');
}, { content });

journey('where there is nothing at all, it says that', async ({ page, hark }) => {
  await openAt(page, `${hark.url}/activities`);
  assert.equal(await count(page).innerText(), 'There is nothing here yet.');
  assert.deepEqual(await offers(page), []);
}, { content: (t) => packOf(t) });
