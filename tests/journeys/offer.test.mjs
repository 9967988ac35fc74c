// The youth offer: from what somebody needs to who can help.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { journey } from './support/journey.mjs';
import { speak, words } from './support/languages.mjs';
import { needs, themes } from './support/offer.mjs';
import { shipped } from './support/pack.mjs';
import { content } from './support/setting.mjs';
import { follow, heading, move, open, path } from './support/walk.mjs';

const { helplines } = shipped('site.json');
const services = new Map(
  readdirSync(join(content, 'activities')).flatMap((file) => {
    const { services } = JSON.parse(readFileSync(join(content, 'activities', file), 'utf8'));
    return services.map(({ id, name }) => [id, name.en ?? name]);
  }),
);
const low = needs.find(({ number }) => number === 7);
const main = (page) => page.getByRole('main');
const steps = (page) => main(page).locator('ol > li');

journey('two taps from any screen to who can help', async ({ page, hark }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `${hark.url}/privacy`);
  await move(page, () => page.getByRole('banner').getByRole('link', { name: 'Talk to someone' }).click());
  await follow(page, 'link', 'Find the right help');
  await main(page).getByRole('link', { name: low.say }).waitFor();
  const titles = await main(page).getByRole('heading', { level: 2 }).allInnerTexts();
  assert.deepEqual(titles.slice(0, themes.length), themes.map(({ title }) => title));
  const said = await main(page).locator('ul').getByRole('link').allInnerTexts();
  assert.deepEqual(said, needs.map(({ say }) => say), 'by theme, in the order of their numbers');
  assert.deepEqual(asked.filter((path) => /offer\//.test(path)), [], 'no need is fetched before it is looked at');
  await follow(page, 'link', low.say);
  assert.ok(asked.includes('/content/en/offer/7.json'));
  assert.equal(path(page), '/offer/7');
});

journey('a need says each step up, and the way back down', async ({ page, hark }) => {
  await open(page, `${hark.url}/offer/7`);
  assert.equal(await heading(page).innerText(), low.say);
  const levels = await steps(page).locator(':scope > h2').allInnerTexts();
  assert.deepEqual(levels, ['Open to everyone', 'Extra help', 'Expert help', 'When things get better']);
  for (const [index, step] of low.steps.entries()) {
    const shown = steps(page).nth(index);
    const texts = (await shown.innerText()).replace(/\s+/g, ' ');
    for (const [question, answer] of [
      ['Who decides?', step.decides],
      ['How long does it take?', step.long],
      ['What do they ask?', step.ask],
      ['Who do they tell?', step.tells],
    ]) assert.ok(texts.includes(`${question} ${answer}`), `${question} ${answer}: ${texts}`);
    assert.ok(texts.startsWith(`${levels[index]} ${step.what}`), texts);
    for (const id of step.services ?? []) {
      await shown.getByRole('link', { name: services.get(id), exact: true }).waitFor();
    }
    for (const id of step.helplines ?? []) {
      const { phone, text } = helplines.find((helpline) => helpline.id === id);
      if (phone) await shown.getByRole('link', { name: `Call ${phone}` }).waitFor();
      if (text) await shown.getByText(`Text ${text}`).waitFor();
    }
  }
  assert.ok((await steps(page).last().innerText()).includes(low.back));
  await page.getByText(/It can't hide everything/).waitFor();
});

journey('a number that no need has is no page', async ({ page, hark, expect }) => {
  expect(/404/);
  const response = await page.goto(`${hark.url}/offer/999`);
  assert.equal(response.status(), 404);
  await page.locator('html[data-ready]').waitFor();
  assert.equal(await heading(page).innerText(), "We can't find that page");
  assert.equal(await page.title(), shipped('site.json').name);
});

journey('another language has its own words, and says which are not in it', async ({ page, hark }) => {
  await open(page, `${hark.url}/offer/7`);
  await speak(page, 'ar');
  const arabic = words('ar');
  await page.getByRole('heading', { name: arabic['step-universal'] }).waitFor();
  assert.equal(await heading(page).locator('[lang=en]').innerText(), low.say);
  await page.getByRole('complementary', { name: arabic.exit }).getByRole('link', { name: arabic.exit }).waitFor();
});
