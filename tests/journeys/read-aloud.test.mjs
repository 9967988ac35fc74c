// Everything read aloud, by a voice on the device or a recording, for whoever wants that.

import assert from 'node:assert/strict';

import { aids, aidsPack } from './support/aids.mjs';
import { journey } from './support/journey.mjs';
import { speak } from './support/languages.mjs';
import { packWith } from './support/pack.mjs';
import { send, start } from './support/survey.mjs';
import { focused, follow, goOn, heading, move, open, ready } from './support/walk.mjs';
import { AMERICAN, ENGLISH, heard, hold, REMOTE, silence, URDU, withVoices, words } from './support/voices.mjs';

const content = aidsPack;
const readToMe = (page) => page.getByRole('button', { name: 'Read to me', exact: true });
const readQuestion = (page) => page.getByRole('button', { name: 'Read this question to me' });
const FIRST = [
  'How satisfied are you with the parks in your area?',
  'Think about the last four weeks.',
  '1. Satisfied',
  '2. Not satisfied',
  "3. I don't want to say",
];

journey('each screen is read on arrival, until it is switched off', async ({ page, context, hark }) => {
  await withVoices(context, AMERICAN, ENGLISH);
  await open(page, `${hark.url}/surveys/aids`);
  assert.deepEqual(await silence(page), [], 'nothing is read unasked');
  await readToMe(page).click();
  assert.equal(await readToMe(page).getAttribute('aria-pressed'), 'true');
  const said = await heard(page);
  assert.deepEqual(said[0], { text: 'Parks', voice: 'Hazel', lang: 'en-GB' });
  assert.ok(said.some(({ text }) => text === 'We ask about parks.'));
  assert.equal(await focused(page), 'button: Read to me');

  await follow(page, 'link', 'Start the survey');
  assert.deepEqual(await words(page), [...FIRST, 'Skip']);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  assert.deepEqual(await silence(page), [], 'an answer is not read');

  await goOn(page);
  const second = await words(page);
  assert.deepEqual(second.slice(0, 4), ['Going there', 'How many visits?', 'visits', 'What would make it safer?']);
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.deepEqual(await words(page), ['Please look at this again', 'Write a number.'], 'what is wrong');
  await page.getByText('Want to talk about this?').click();
  const lines = await words(page);
  assert.ok(lines.includes('Childline') && lines.some((text) => /^Call.0800.1111$/.test(text)), lines.join('|'));
  await page.getByRole('button', { name: 'Stop and delete my answers' }).click();
  assert.deepEqual(await words(page), ['Delete for good?', 'Yes, delete', 'No, keep']);
  await page.getByRole('button', { name: 'No, keep' }).click();

  await readToMe(page).click();
  assert.equal(await readToMe(page).getAttribute('aria-pressed'), 'false');
  await page.getByRole('textbox', { name: 'How many visits?' }).fill('2');
  await goOn(page);
  assert.deepEqual(await silence(page), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
}, { content });

journey('the check and the thank you are read too', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await start(page, hark.url, 'aids');
  await goOn(page);
  await page.getByRole('textbox', { name: 'How many visits?' }).fill('2');
  await goOn(page);
  await readToMe(page).click();
  await words(page);
  await goOn(page);
  const check = await words(page);
  assert.deepEqual(check.slice(0, 2), ['Check your answers', 'This, and only this, will be sent.']);
  const at = check.indexOf('How many visits?');
  assert.equal(check[at + 1].trim(), '2 visits');
  await send(page);
  const thanks = await words(page);
  assert.equal(thanks[0], 'Thank you. Your answers have arrived.');
  assert.ok(thanks.includes('We tell you what comes of it.') && thanks.includes('Childline'));
  // Elsewhere nothing is read.
  await follow(page, 'link', 'Find things to do');
  assert.deepEqual(await silence(page), []);
}, { content });

journey('what is being read is marked, and nothing moves', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await start(page, hark.url, 'aids');
  await hold(page, true);
  const place = () => page.getByText('Not satisfied').boundingBox();
  const before = await place();
  await readQuestion(page).click();
  const marked = page.locator('[data-reading]');
  assert.equal(await marked.innerText(), FIRST[0]);
  assert.notEqual(await marked.evaluate((it) => getComputedStyle(it).outlineStyle), 'none', 'also on a heading');
  for (const text of FIRST.slice(1)) {
    await page.evaluate(() => window.fakeSpeech.end());
    assert.equal(await marked.innerText(), text.replace(/^\d\. /, ''));
    assert.equal(await marked.count(), 1);
    assert.deepEqual(await place(), before);
  }
  // The same button stops.
  await readQuestion(page).click();
  assert.equal(await marked.count(), 0);
  assert.equal(await page.evaluate(() => window.fakeSpeech.now), null);
  await readQuestion(page).click();
  await marked.waitFor();
  // Whoever goes on has heard enough.
  await goOn(page);
  assert.equal(await marked.count(), 0);
  assert.equal(await page.evaluate(() => window.fakeSpeech.now), null);
  await readQuestion(page).first().click();
  await marked.waitFor();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  assert.equal(await page.evaluate(() => window.fakeSpeech.now), null, 'a page nobody looks at is silent');
}, { content });

journey('one question is read, and no other', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await start(page, hark.url, 'aids');
  await goOn(page);
  await readQuestion(page).nth(1).click();
  const said = await words(page);
  assert.equal(said[0], 'What would make it safer?');
  assert.ok(!said.includes('How many visits?') && !said.includes('Skip'));
}, { content });

journey('a reload remembers it and waits for the first tap', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await start(page, hark.url, 'aids');
  await readToMe(page).click();
  assert.deepEqual(await words(page), [...FIRST, 'Skip']);
  await page.reload();
  await ready(page);
  assert.equal(await readToMe(page).getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await silence(page), []);
  assert.equal(await page.evaluate(() => window.fakeSpeech.refused), 0, 'it did not even try');
  await heading(page).click();
  assert.deepEqual(await words(page), [...FIRST, 'Skip']);
  await heading(page).click();
  assert.deepEqual(await silence(page), [], 'only the first tap');

  await page.reload();
  await ready(page);
  await goOn(page);
  const said = await words(page);
  assert.ok(said.includes('How many visits?'), 'a first tap that leads on');
  await page.reload();
  await ready(page);
  await readToMe(page).click();
  assert.deepEqual(await silence(page), [], 'a first tap that switches it off');
}, { content });

journey('a voice that comes late shows the buttons, and nothing jumps', async ({ page, context, hark }) => {
  await withVoices(context);
  await start(page, hark.url, 'nights');
  assert.equal(await readToMe(page).count(), 0);
  assert.equal(await readQuestion(page).count(), 0);
  const places = () => page.locator('h1, .choice, .progress, .aids').evaluateAll((all) => all.map((it) => JSON.stringify(it.getBoundingClientRect())));
  const before = await places();
  await page.evaluate((voices) => window.fakeSpeech.bring(voices), [REMOTE]);
  assert.equal(await readToMe(page).count(), 0, 'a voice from elsewhere is none');
  await page.evaluate((voices) => window.fakeSpeech.bring(voices), [REMOTE, ENGLISH]);
  await readToMe(page).waitFor();
  await readQuestion(page).waitFor();
  assert.deepEqual(await places(), before);
  await readToMe(page).click();
  assert.deepEqual([...new Set((await heard(page)).map(({ voice }) => voice))], ['Hazel']);
});

journey('without speech synthesis, or with voices from elsewhere only, there are no buttons', async ({ page, context, hark }) => {
  const surveys = `${hark.url}/surveys/plain/1`;
  await withVoices(context, REMOTE);
  await open(page, surveys);
  await silence(page);
  assert.equal(await readToMe(page).count() + await readQuestion(page).count(), 0);
  const bare = await context.newPage();
  await bare.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }));
  await open(bare, surveys);
  assert.equal(await readToMe(bare).count() + await readQuestion(bare).count(), 0);
  await goOn(bare);
}, { content: (t) => packWith(t, { ...aids, id: 'plain', pages: [{ id: 'a', questions: [{ id: 'a', kind: 'text', title: 'What else?' }] }] }) });

journey('in Urdu with an Urdu voice, each in its own language', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH, URDU);
  await start(page, hark.url, 'aids');
  await speak(page, 'ur');
  // The survey's own words come after those of the site.
  await page.getByRole('heading', { level: 1, name: aids.pages[0].questions[0].title.ur }).waitFor();
  await page.getByRole('button', { name: 'مجھے پڑھ کر سنائیں', exact: true }).click();
  const said = await heard(page);
  assert.deepEqual(said[0], { text: aids.pages[0].questions[0].title.ur, voice: 'Asma', lang: 'ur-PK' });
  // What nobody translated is English, and says so.
  assert.deepEqual(said[1], { text: 'Think about the last four weeks.', voice: 'Hazel', lang: 'en-GB' });
}, { content });

journey('in Urdu without an Urdu voice there is no button', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await open(page, `${hark.url}/surveys/nights/1`);
  await readToMe(page).waitFor();
  await speak(page, 'ur');
  await page.locator('.speaker').first().waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('button', { name: 'مجھے پڑھ کر سنائیں', exact: true }).count(), 0);
  await speak(page, 'en');
  await readToMe(page).waitFor();
}, { content });

journey('a recording is played in the place of the voice, and the voice goes on', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  await start(page, hark.url, 'aids');
  await toRecorded(page);
  const played = page.waitForResponse(/\/content\/media\/say\/bench\.mp3$/);
  await readQuestion(page).click();
  assert.ok([200, 206].includes((await played).status()));
  assert.deepEqual(await words(page), ['1. Yes', '2. No'], 'question and help were recorded');
}, { content });

journey('where a recording does not come, the voice reads', async ({ page, context, hark, expect }) => {
  await withVoices(context, ENGLISH);
  expect(/Failed to load resource/);
  await page.route('**/*.mp3', (route) => route.fulfill({ status: 404 }));
  await start(page, hark.url, 'aids');
  await toRecorded(page);
  await readQuestion(page).click();
  assert.deepEqual(await words(page), ['Is there a bench?', '1. Yes', '2. No']);
}, { content });

journey('a recording needs no voice', async ({ page, context, hark }) => {
  await withVoices(context);
  await start(page, hark.url, 'aids');
  await readToMe(page).waitFor();
  assert.equal(await readQuestion(page).count(), 0, 'this one was not recorded');
  await toRecorded(page);
  const played = page.waitForResponse(/bench\.mp3$/);
  await readQuestion(page).click();
  await played;
  await page.waitForFunction(() => !document.querySelector('[data-reading]'));
  assert.deepEqual(await silence(page), []);
}, { content });

journey('sign language stands above its question, and comes when it is opened', async ({ page, context, hark }) => {
  await withVoices(context, ENGLISH);
  const films = [];
  page.on('request', (request) => films.push(...(/\.mp4$/.test(request.url()) ? [request.url()] : [])));
  await start(page, hark.url, 'aids');
  await toRecorded(page);
  await page.getByText('In sign language').click();
  const film = page.locator('video');
  await film.waitFor();
  assert.deepEqual(
    await film.evaluate((it) => [new URL(it.src).pathname, it.controls, it.preload, it.playsInline]),
    ['/content/media/sign/bench.mp4', true, 'none', true],
  );
  assert.deepEqual(films, [], 'nothing is fetched before somebody plays it');
  const [above, below] = [await film.boundingBox(), await heading(page).boundingBox()];
  assert.ok(above.y + above.height <= below.y);
}, { content });

/** Goes to the question with a recording. */
async function toRecorded(page) {
  await goOn(page);
  await page.getByRole('textbox', { name: 'How many visits?' }).fill('2');
  await move(page, () => page.getByRole('button', { name: 'Continue' }).click());
}
