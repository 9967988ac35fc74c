// A page shows its text before the app is there, and the app takes its place unnoticed.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { ADDRESSES, LANGUAGES } from './support/languages.mjs';
import { packWith } from './support/pack.mjs';
import { definition } from './support/survey.mjs';
import { arrival, focused, heading, open, path } from './support/walk.mjs';

/** Keeps the app away until it is let in, for good: a page that was left asked for it too. */
async function hold(page) {
  let waiting = [];
  await page.route('**/*.wasm', (route) => (waiting === null ? route.continue() : waiting.push(route)));
  return {
    async letIn() {
      const held = waiting;
      waiting = null;
      for (const route of held) await route.continue();
    },
  };
}

const ready = (page) => page.locator('html[data-ready]').waitFor();
const isReady = (page) => page.locator('html[data-ready]').count();

for (const language of LANGUAGES) {
  journey(`what stands there first is what the app shows: ${language}`, async ({ page, hark }) => {
    for (const address of ADDRESSES) {
      const app = await hold(page);
      await page.goto(hark.url + address);
      await heading(page).waitFor();
      assert.equal(await isReady(page), 0, `${address}: the app is not there yet`);
      const before = await standing(page);
      assert.equal(before.language, language, address);
      await app.letIn();
      await ready(page);
      assert.deepEqual(await standing(page), before, address);
    }
  }, { context: { locale: language } });
}

journey('a choice made before the app is there stays made', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/surveys/nights/1`);
  await page.getByText('Leigh, Lowton, Golborne').click();
  assert.equal(await isReady(page), 0);
  await app.letIn();
  await ready(page);
  assert.ok(await page.getByRole('radio', { name: 'Leigh, Lowton, Golborne' }).isChecked());
  assert.match(await focused(page), /^input: Leigh/);
  assert.equal(await kept(page), 'leigh');
});

journey('Continue before the app is there goes on once it is', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/surveys/nights/1`);
  await page.getByText('Leigh, Lowton, Golborne').click();
  await page.getByRole('button', { name: 'Skip' }).click();
  assert.equal(page.url(), `${hark.url}/surveys/nights/1`, 'no answer goes into the address');
  await app.letIn();
  await arrival(page, page.url());
  assert.equal(path(page), '/surveys/nights/2');
  assert.equal(await kept(page), 'leigh');
});

journey('impatient taps are one', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/surveys/nights/1`);
  for (let tap = 0; tap < 3; tap += 1) await page.getByRole('button', { name: 'Skip' }).click();
  await app.letIn();
  await arrival(page, page.url());
  await page.goBack();
  await page.waitForURL('**/surveys/nights/1');
});

journey('a choice on the page of last time is the same choice in a survey that has changed', async ({ page, hark }) => {
  const app = await hold(page);
  // Last time two choices stood the other way round.
  await page.route('**/surveys/nights/1', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const swapped = text
      .replace('value="leigh"', 'value="@@"').replace('value="hindley"', 'value="leigh"').replace('value="@@"', 'value="hindley"')
      .replace('Leigh, Lowton, Golborne', '@@').replace('Hindley, Abram, Ashton, Bryn', 'Leigh, Lowton, Golborne').replace('@@', 'Hindley, Abram, Ashton, Bryn');
    await route.fulfill({ response, body: swapped });
  });
  await page.goto(`${hark.url}/surveys/nights/1`);
  await page.getByText('Leigh, Lowton, Golborne').click();
  await app.letIn();
  await ready(page);
  assert.ok(await page.getByRole('radio', { name: 'Leigh, Lowton, Golborne' }).isChecked());
  assert.equal(await kept(page), 'leigh');
});

journey('a button pressed before the app is there does its work once it is', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/surveys/nights/1`);
  await page.getByRole('button', { name: 'Stop and delete my answers' }).click();
  await app.letIn();
  await page.getByRole('button', { name: 'No, keep' }).waitFor();
});

journey('nothing is exchanged under a finger', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/surveys/nights/1`);
  await page.getByText('Leigh, Lowton, Golborne').hover();
  await page.mouse.down();
  await app.letIn();
  // The app has said that it is whole.
  await page.waitForFunction(() => !window.harkTakeOver);
  assert.equal(await isReady(page), 0, 'it waits for the finger');
  await page.mouse.up();
  await ready(page);
  assert.ok(await page.getByRole('radio', { name: 'Leigh, Lowton, Golborne' }).isChecked());
});

journey('a link before the app is there is a link', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(hark.url);
  await page.getByRole('banner').getByRole('link', { name: 'Talk to someone' }).click();
  await page.waitForURL('**/help');
  assert.equal(await heading(page).innerText(), 'Someone to talk to');
  await app.letIn();
  await ready(page);
});

journey('the place in a long list, and what has the focus, stay', async ({ page, hark }) => {
  const app = await hold(page);
  await page.goto(`${hark.url}/help`);
  const call = page.getByRole('link', { name: 'Call 116 123' });
  await call.focus();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 0);
  await app.letIn();
  await ready(page);
  assert.equal(await page.evaluate(() => scrollY), place);
  assert.match(await focused(page), /Call 116\s123/);
});

journey('typed letters and the caret stay', async ({ page, hark }) => {
  // The pack is not the one the site was built with, so its first page is put in place
  // here as the app itself makes it.
  await open(page, `${hark.url}/surveys/nights/1`);
  // Without the framework's own marks, which the first pages don't have either.
  const made = await page.evaluate(() => document.getElementById('app').innerHTML.replaceAll('<!---->', ''));
  const app = await hold(page);
  await page.route('**/surveys/nights/1', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    const start = text.indexOf('<div id="app">');
    const end = text.indexOf('<aside id="plain"');
    await route.fulfill({ response, body: `${text.slice(0, start)}<div id="app" data-page>${made}</div>${text.slice(end)}` });
  });
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  const box = page.getByRole('textbox');
  await box.pressSequentially('A lantern walk');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  await app.letIn();
  await ready(page);
  await page.keyboard.type('night ');
  assert.equal(await box.inputValue(), 'A lantern night walk');
  const draft = await page.evaluate(() => JSON.parse(sessionStorage.getItem('hark.draft.nights')));
  assert.deepEqual(draft.answers, { idea: 'A lantern night walk' });
}, { content: (t) => packWith(t, { ...definition('nights'), pages: definition('nights').pages.slice(-1) }) });

/** The draft's answer to the first question. */
function kept(page) {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('hark.draft.nights')).answers.area);
}

/** Everything that stands in the page, without what only the framework sees. */
function standing(page) {
  return page.evaluate(() => {
    const told = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return '';
      // What is on, and when, hangs on the time: the page that was made beforehand has dates.
      if (node.matches('#found ~ .cards, .find-times .chip-count')) return '</>';
      const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`);
      // What is chosen in a list is markup at first, and a property in the app.
      const own = attributes.filter((attribute) => !attribute.startsWith('selected=')).sort();
      return `<${[node.localName, ...own].join(' ')}>${[...node.childNodes].map(told).join('')}</>`;
    };
    const chosen = document.getElementById('language').value;
    return {
      title: document.title,
      language: document.documentElement.lang,
      direction: document.documentElement.dir,
      chosen,
      body: [...document.getElementById('app').childNodes].map(told).join('').split('</>'),
    };
  });
}
