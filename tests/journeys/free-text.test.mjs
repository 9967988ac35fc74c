// Writing in one's own words: what points at somebody can be taken out, how much room is
// left is said, and who may be in danger sees who is there to talk to. Nobody else hears of it.

import assert from 'node:assert/strict';

import { audit } from './support/audit.mjs';
import { journey } from './support/journey.mjs';
import { words } from './support/languages.mjs';
import { packWith, shipped } from './support/pack.mjs';
import { send, start } from './support/survey.mjs';
import { goOn, heading, open } from './support/walk.mjs';

const free = {
  id: 'free', version: 1, title: 'Free', about: 'One question in your own words.', minutes: 1, thanks: 'Thank you.',
  pages: [
    { id: 'idea', questions: [{ id: 'idea', kind: 'text', title: 'What would you start?', longest: 50 }] },
    { id: 'more', questions: [{ id: 'more', kind: 'text', title: 'Anything else?', longest: 300 }] },
  ],
};
const withFree = { content: (t) => packWith(t, free) };
const english = words('en');

/** The parts of the screen, by what the site says in a language. */
function parts(page, said) {
  return {
    box: page.getByRole('textbox'),
    notice: page.getByRole('group', { name: said['found-title'] }),
    takeOut: page.getByRole('button', { name: said['take-out'], exact: true }),
    onward: page.getByRole('button', { name: said.continue, exact: true }),
    listeners: page.getByRole('heading', { name: 'Childline', exact: true }),
  };
}

/** What a screen reader is told without going there, in order. */
async function announced(page) {
  const all = await page.getByRole('main').getByRole('status').allInnerTexts();
  return all.map((text) => text.trim()).filter(Boolean);
}

/** What the site says with values in their places. */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

journey('a phone number is found, quoted and taken out', async ({ page, hark }) => {
  await start(page, hark.url, 'free');
  const { box, notice, takeOut } = parts(page, english);
  const description = await box.getAttribute('aria-describedby');
  const described = await page.evaluate((ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '), description);
  assert.ok(described.includes(english['leave-out']), 'the warning belongs to the box');
  await box.fill('A skate park');
  assert.equal(await notice.count(), 0);
  await box.fill('Skating, ring 07700 900123 or mail sam@example.com');
  await notice.getByText('This looks like a phone number: \u206807700 900123\u2069').waitFor();
  await notice.getByText('This looks like an email address: \u2068sam@example.com\u2069').waitFor();
  const status = page.getByRole('status').filter({ has: notice });
  assert.equal(await status.count(), 1, 'it is announced, politely');
  await audit(page, 'with a phone number in the box');
  await takeOut.click();
  assert.equal(await box.inputValue(), 'Skating, ring … or mail …');
  assert.ok(await box.evaluate((it) => it === document.activeElement), 'the focus is back in the box');
  assert.equal(await notice.count(), 0);
  await goOn(page);
  await goOn(page);
  await send(page);
  const [stored] = hark.stored().responses;
  assert.ok(!JSON.stringify(stored).includes('07700'));
}, withFree);

journey('who leaves it in is asked once, and then goes on', async ({ page, hark }) => {
  await start(page, hark.url, 'free');
  const { box, notice, onward } = parts(page, english);
  await box.fill('Ask @sam_jones');
  const from = page.url();
  await onward.click();
  await notice.getByText('@sam_jones').waitFor();
  await page.waitForFunction((it) => it === document.activeElement, await notice.elementHandle());
  assert.equal(page.url(), from, 'Continue asks first');
  // What was changed and still points at somebody is another text.
  await box.fill('Ask @sam_jones, wn1 1aa');
  await onward.click();
  await page.waitForFunction((it) => it === document.activeElement, await notice.elementHandle());
  assert.equal(page.url(), from);
  await goOn(page);
  assert.equal(await heading(page).innerText(), 'Anything else?');
}, withFree);

journey('how much room is left is shown always and said three times', async ({ page, hark }) => {
  await start(page, hark.url, 'free');
  const { box } = parts(page, english);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    window.spoken = [];
    const note = () => {
      const now = [...main.querySelectorAll('[role=status]')].map((it) => it.textContent.trim()).filter(Boolean).join(' ');
      if (now && now !== window.spoken.at(-1)) window.spoken.push(now);
    };
    new MutationObserver(note).observe(main, { subtree: true, childList: true, characterData: true });
  });
  await page.getByText('0 of 50 letters', { exact: true }).waitFor();
  await box.pressSequentially('a'.repeat(39));
  await page.getByText('39 of 50 letters', { exact: true }).waitFor();
  assert.deepEqual(await announced(page), []);
  await box.pressSequentially('a');
  assert.deepEqual(await announced(page), ['Letters left: 10']);
  await box.pressSequentially('a'.repeat(9));
  assert.deepEqual(await announced(page), ['Letters left: 10'], 'not with every letter');
  await box.pressSequentially('aaa');
  await page.getByText('52 of 50 letters', { exact: true }).waitFor();
  const spoken = await page.evaluate(() => window.spoken);
  assert.deepEqual(spoken, ['Letters left: 10', english['letters-none'], english['letters-over']]);
  await box.fill('a');
  assert.deepEqual(await announced(page), []);
}, withFree);

for (const [language, locale, text] of [
  ['en', 'en-GB', "i don't want to live"],
  ['ur', 'ur-PK', 'ابو مجھے مارتے ہیں'],
]) {
  journey(`who may be in danger sees who listens, and nobody is told: ${language}`, async ({ page, hark }) => {
    const said = words(language);
    await open(page, `${hark.url}/surveys/free/1`);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    const { box, notice, onward, listeners } = parts(page, said);
    await page.waitForLoadState('networkidle');
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const kept = () => page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));
    const before = await kept();

    await box.fill('Skating');
    assert.equal(await listeners.count(), 0);
    await box.fill(text);
    await listeners.waitFor();
    assert.deepEqual(await announced(page), [`${said['they-listen']} ${said['not-seen']}`]);
    const site = shipped('site.json', language);
    const lines = ['emergency', 'childline'].map((id) => site.helplines.find((line) => line.id === id).name);
    const names = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    assert.deepEqual(names.slice(0, 2), lines, 'the urgent one first');

    await box.fill('Skating');
    await listeners.waitFor({ state: 'detached' });
    // In the language of the page, and in digits of its keyboard.
    await box.fill('۰۷۷۰۰ ۹۰۰۱۲۳');
    await notice.getByText(filled(said['found-phone'], { piece: '\u2068۰۷۷۰۰ ۹۰۰۱۲۳\u2069' })).waitFor();
    await box.fill(text);
    await listeners.waitFor();
    assert.equal(await onward.isEnabled(), true, 'nothing is in the way');
    assert.deepEqual(asked, [], 'nothing was asked for or sent');
    assert.deepEqual((await kept()).filter((key) => !before.includes(key) && !key.startsWith('hark.draft.')), []);
  }, { ...withFree, context: { locale } });
}
