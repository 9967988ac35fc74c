// Easy words with pictures, switched on by whoever wants them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { aidsPack } from './support/aids.mjs';
import { journey } from './support/journey.mjs';
import { speak } from './support/languages.mjs';
import { fits, hittable } from './support/layout.mjs';
import { packWith } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { change, checked, start } from './support/survey.mjs';
import { focused, goOn, heading, open, ready } from './support/walk.mjs';

const kinds = JSON.parse(readFileSync(new URL('../fixtures/kinds.json', import.meta.url), 'utf8'));
const content = aidsPack;
const easyWords = (page) => page.getByRole('button', { name: 'Easy words' });

journey('easy words stay through the survey, and keep answers and focus', async ({ page, hark }) => {
  await start(page, hark.url, 'aids');
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  assert.equal(await easyWords(page).getAttribute('aria-pressed'), 'false');
  await easyWords(page).click();
  assert.equal(await easyWords(page).getAttribute('aria-pressed'), 'true');
  assert.equal(await heading(page).innerText(), 'Do you like the park?');
  await page.getByText('Think of a park near you.').waitFor();
  assert.ok(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked());
  assert.equal(await focused(page), 'button: Easy words');
  // A picture says nothing that the words don't say.
  assert.equal(await page.getByRole('img').count(), 0);
  assert.equal(await page.locator('main img').count(), 3);
  await fits(page, 'easy words');
  await hittable(page, 'easy words');
  await shot(page, 'easy-question', { fullPage: true });

  await goOn(page);
  await page.getByRole('heading', { name: 'How often did you go?' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  const wrong = page.getByRole('group', { name: 'Please look at this again' });
  await wrong.waitFor();
  await easyWords(page).click();
  await page.getByRole('heading', { name: 'How many visits?' }).waitFor();
  assert.ok(await wrong.isVisible(), 'what is wrong is still said');
  assert.equal(await focused(page), 'button: Easy words');
  await easyWords(page).click();
  await page.getByRole('textbox', { name: 'How often did you go?' }).fill('2');
  await goOn(page);
  await goOn(page);
  const answers = await checked(page);
  assert.equal(answers['Do you like the park?'], 'Yes');
  await easyWords(page).click();
  assert.equal((await checked(page))['How satisfied are you with the parks in your area?'], 'Satisfied');
  await easyWords(page).click();
  await change(page, { title: 'Do you like the park?' });
  assert.equal(await heading(page).innerText(), 'Do you like the park?');
}, { content });

journey('a reload and the next survey remember them, until they are switched off', async ({ page, hark }) => {
  await open(page, `${hark.url}/surveys/aids`);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await easyWords(page).click();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['hark.easy']);
  await open(page, `${hark.url}/surveys/aids/1`);
  assert.equal(await heading(page).innerText(), 'Do you like the park?');
  await page.reload();
  await ready(page);
  assert.equal(await heading(page).innerText(), 'Do you like the park?');
  assert.equal(await easyWords(page).getAttribute('aria-pressed'), 'true');
  await easyWords(page).click();
  assert.equal(await heading(page).innerText(), 'How satisfied are you with the parks in your area?');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
}, { content });

journey('a picture has its place before it comes', async ({ page, hark }) => {
  let come;
  const late = new Promise((done) => (come = done));
  await page.route('**/content/media/**', async (route) => {
    await late;
    await route.continue();
  });
  await start(page, hark.url, 'aids');
  await easyWords(page).click();
  await page.locator('main img').first().waitFor({ state: 'attached' });
  const places = () => page.locator('h1, .choice, .choice span, img, .actions').evaluateAll((all) => all.map((it) => JSON.stringify(it.getBoundingClientRect())));
  const before = await places();
  come();
  await page.waitForFunction(() => [...document.querySelectorAll('main img')].every((it) => it.complete && it.naturalWidth > 0));
  assert.deepEqual(await places(), before);
}, { content });

journey('a tap before the app has come switches them on', async ({ page, hark }) => {
  const address = `${hark.url}/surveys/aids/1`;
  await open(page, address);
  // The page as it is made beforehand: its switch is off, whatever this phone remembers.
  const made = await page.locator('#app').innerHTML();
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(<div id="app"[^>]*>)[^]*(<\/div>\s*<aside id="plain")/, (_, from, to) => from + made + to);
    await route.fulfill({ response, body });
  });
  for (const time of ['first', 'second']) {
    let come;
    const late = new Promise((done) => (come = done));
    await page.route('**/*.wasm', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(address);
    assert.equal(await easyWords(page).getAttribute('aria-pressed'), 'false');
    await easyWords(page).click();
    come();
    await ready(page);
    await page.unroute('**/*.wasm');
    assert.equal(await easyWords(page).getAttribute('aria-pressed'), 'true', time);
    assert.equal(await heading(page).innerText(), 'Do you like the park?');
  }
}, { content });

journey('in Urdu, with words nobody made easy', async ({ page, hark }) => {
  await start(page, hark.url, 'aids');
  await speak(page, 'ur');
  await page.getByRole('button', { name: 'آسان الفاظ' }).click();
  // They say which language they are in.
  assert.equal(await heading(page).locator('[lang=en]').innerText(), 'Do you like the park?');
  await fits(page, 'easy words in Urdu');
  await shot(page, 'easy-question-ur', { fullPage: true });
}, { content });

journey('a survey without easy words has no button for them', async ({ page, hark }) => {
  await start(page, hark.url, 'kinds');
  assert.equal(await easyWords(page).count(), 0);
}, { content: (t) => packWith(t, kinds) });
