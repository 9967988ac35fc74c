// Reading the site in one's own language.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { journey } from './support/journey.mjs';
import { speak, words } from './support/languages.mjs';
import { packWith } from './support/pack.mjs';
import { choice, definition, questions } from './support/survey.mjs';
import { focused, goOn, heading, open } from './support/walk.mjs';

const polish = words('pl');
const byId = (language) => Object.fromEntries(questions(definition('nights', language)).map((question) => [question.id, question]));
const nights = byId('en');
const nightsInPolish = byId('pl');

journey('the browser says which language comes first', async ({ page, hark }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, hark.url);
  assert.deepEqual(await root(page), ['ur', 'rtl']);
  assert.equal(await heading(page).innerText(), words('ur')['home-title']);
  assert.equal(await page.locator('#language').inputValue(), 'ur');
  const catalogues = asked.filter((path) => path.startsWith('/locales/'));
  assert.equal(catalogues.length, 1, `one language's bytes: ${catalogues}`);
  assert.match(catalogues[0], /^\/locales\/ur-/);
}, { context: { locale: 'ur-PK' } });

journey('a language the site does not have leaves it in its own', async ({ page, hark }) => {
  await open(page, hark.url);
  assert.deepEqual(await root(page), ['en', 'ltr']);
}, { context: { locale: 'ja-JP' } });

journey('screens that were fetched go on in another language', async ({ page, hark }) => {
  for (const [address, title, listed] of [
    ['/activities', 'things-to-do', '.cards > .card'],
    ['/surveys', 'have-your-say', 'main li'],
  ]) {
    await open(page, hark.url + address);
    for (const language of ['pl', 'en', 'pl']) {
      await speak(page, language);
      await page.getByRole('heading', { level: 1, name: words(language)[title], exact: true }).waitFor();
      // Also what was fetched: a screen that has broken waits for ever.
      await page.locator(listed).first().waitFor();
    }
    await page.evaluate(() => localStorage.clear());
  }
});

journey('another language in the middle of a survey changes no answer', async ({ page, hark }) => {
  await open(page, `${hark.url}/surveys/nights/1`);
  await choice(page, nights.area, 'leigh').check();
  await goOn(page);
  await goOn(page);
  await page.getByRole('textbox').fill('lots');
  await page.getByRole('button', { name: 'Continue' }).click();
  // It takes the focus, and only then is the focus anybody else's.
  const summary = page.getByRole('group', { name: 'Please look at this again' });
  await page.waitForFunction((it) => it === document.activeElement, await summary.elementHandle());

  await speak(page, 'pl');
  assert.deepEqual(await root(page), ['pl', 'ltr']);
  assert.equal(await focused(page).then((it) => it.split(':')[0]), 'select', 'the focus stays on the list');
  assert.equal(await page.getByRole('textbox').inputValue(), 'lots');
  await page.getByRole('group', { name: polish['look-again'] }).getByText(polish['wrong-number']).waitFor();
  assert.match(await page.title(), new RegExp(`^${polish.error}`));
  // The question itself, too: this pack has it in Polish.
  await page.getByRole('heading', { level: 1, name: definition('nights', 'pl').pages[2].questions[0].title }).waitFor();
  assert.equal(await heading(page).locator('[lang]').count(), 0);
  // What it has in English only says so to a screen reader.
  await speak(page, 'cs');
  await heading(page).locator('[lang=en]').waitFor();
  await speak(page, 'pl');

  await page.getByRole('button', { name: polish.back, exact: true }).click();
  await page.getByRole('button', { name: polish.back, exact: true }).click();
  assert.ok(await choice(page, nightsInPolish.area, 'leigh').isChecked());

  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  assert.deepEqual(await root(page), ['pl', 'ltr'], 'the phone remembers');
  assert.ok(await choice(page, nightsInPolish.area, 'leigh').isChecked());
  const kept = await page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(kept, { 'hark.language': 'pl' }, 'and nothing else');
});

journey('what was not sent is said in the other language too', async ({ page, hark, expect }) => {
  expect(/ERR_CONNECTION_REFUSED/);
  await open(page, `${hark.url}/surveys/nights/1`);
  await speak(page, 'pl');
  await speak(page, 'en');
  await choice(page, nights.area, 'leigh').check();
  while (!page.url().endsWith('/check')) await goOn(page);
  await hark.stop();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByRole('alert').getByText('Not sent yet').waitFor();
  await speak(page, 'pl');
  await page.getByRole('alert').getByText(polish['stopped-no-signal']).waitFor();
  await page.getByRole('button', { name: polish['try-again'] }).waitFor();
});

journey('a machine-made translation says so, and English does not', async ({ page, hark }) => {
  await open(page, hark.url);
  const footer = page.getByRole('contentinfo');
  assert.equal(await footer.getByText(words('en')['machine-made']).count(), 0);
  for (const language of ['cs', 'uk', 'ar']) {
    await speak(page, language);
    await footer.getByText(words(language)['machine-made']).waitFor();
    assert.equal(await heading(page).innerText(), words(language)['home-title']);
  }
  await speak(page, 'en');
  assert.equal(await heading(page).innerText(), words('en')['home-title']);
});

journey('words that do not come leave everything as it was', async ({ page, hark, expect }) => {
  expect(/ERR_FAILED/);
  await open(page, hark.url);
  await page.route('**/locales/**', (route) => route.abort());
  await page.locator('#language').selectOption('uk');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.locator('#language').inputValue(), 'en');
  assert.deepEqual(await root(page), ['en', 'ltr']);
  assert.equal(await heading(page).innerText(), words('en')['home-title']);
  await page.unroute('**/locales/**');
  await speak(page, 'uk');
  assert.equal(await page.getByRole('alert').count(), 0);
});

journey('a phone that refuses storage can still change the language', async ({ page, hark }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } });
  });
  await open(page, hark.url);
  await speak(page, 'ar');
  assert.deepEqual(await root(page), ['ar', 'rtl']);
});

journey('a borough that offers one language speaks only that', async ({ page, hark }) => {
  await open(page, hark.url);
  assert.deepEqual(await root(page), ['en', 'ltr']);
  assert.equal(await page.locator('#language').count(), 0);
}, {
  context: { locale: 'ar' },
  content: (t) => {
    const folder = packWith(t);
    const file = join(folder, 'site.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), languages: ['en'] }));
    return folder;
  },
});

journey('what is shown already is not shown anew', async ({ page, hark }) => {
  await open(page, `${hark.url}/surveys/nights/1`);
  const menu = page.getByRole('button', { name: 'Back', exact: true });
  await menu.click();
  await page.waitForURL('**/surveys/nights');
  // The same content again, late: whoever is typing keeps their place.
  const late = [];
  await page.route('**/content/en/surveys/nights.json', (route) => late.push(route));
  await page.getByRole('link', { name: 'Have your say' }).click();
  await page.waitForURL('**/surveys');
  await page.getByRole('link', { name: 'Friday and Saturday nights' }).click();
  await page.getByRole('link', { name: /Start the survey|Carry on/ }).click();
  await page.waitForURL('**/surveys/nights/1');
  await choice(page, nights.area, 'leigh').focus();
  const reply = page.waitForResponse('**/content/en/surveys/nights.json');
  for (const route of late) await route.continue();
  await (await reply).finished();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.match(await focused(page), /^input: Leigh/);
});

/** Language and direction of the page. */
function root(page) {
  return page.locator('html').evaluate((html) => [html.lang, html.dir]);
}
