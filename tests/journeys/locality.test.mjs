// The page of a part of the borough.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { fits, fitsOtherLanguages } from './support/layout.mjs';
import { shipped } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { follow, heading, move, open, path } from './support/walk.mjs';

const [leigh] = shipped('site.json').localities.filter(({ id }) => id === 'leigh');

journey('a part of the borough says what is on, who to talk to and what is asked', async ({ page, hark }) => {
  await page.clock.setFixedTime('2026-11-27T16:00:00Z');
  await open(page, hark.url);
  await follow(page, 'link', leigh.name);
  assert.equal(path(page), '/places/leigh');
  assert.equal(await heading(page).innerText(), leigh.name);
  await page.getByRole('heading', { name: "What's on here" }).waitFor();
  const [on, talk] = await page.locator('main > .cards, main .cards').all();
  assert.equal(await on.locator('> li').count(), 5);
  for (const place of await on.locator('.found-fact .quiet').allInnerTexts()) assert.equal(place, leigh.name);
  assert.match(await on.locator('.found-when').first().innerText(), /^(On now|Today)/, 'the next comes first');
  assert.ok((await talk.locator('> li').count()) > 0);
  assert.ok(await page.getByRole('heading', { name: 'Have your say' }).isVisible());
  await fits(page, 'locality');
  await fitsOtherLanguages(page, 'locality');
  await shot(page, 'locality', { fullPage: true });

  await page.getByRole('link', { name: `Everything in ${leigh.name}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Things to do' }).waitFor();
  assert.equal(new URL(page.url()).hash, '#in=leigh');
});

journey('a thing to do leads there and back', async ({ page, hark }) => {
  await open(page, `${hark.url}/places/leigh`);
  const first = page.locator('.card-link h2 a').first();
  const name = await first.innerText();
  await move(page, () => first.click());
  assert.match(path(page), /^\/activities\/./);
  assert.equal(await heading(page).innerText(), name);
  await follow(page, 'link', leigh.name);
  assert.equal(path(page), '/places/leigh');
});

journey('a part that is not there is no page', async ({ page, hark, expect }) => {
  expect(/404/);
  const missing = await page.goto(`${hark.url}/places/mars`);
  assert.equal(missing.status(), 404);
  await page.getByRole('heading', { name: "We can't find that page" }).waitFor();
});
