// What the check shows is what is sent, once, and then the phone forgets it.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, change, checked, definition, inWords, questions, send, shownEnvelope, start, walkThrough } from './support/survey.mjs';
import { focused, follow, goOn, heading, move, nothingKept, path } from './support/walk.mjs';

const nights = definition('nights');
const GIVEN = { area: 'leigh', nights: 3, stops: ['cost'], want: ['music', 'calm'], idea: 'A "quiet" café <3' };

/** What any browser adds to any request; nothing here tells two phones of a kind apart. */
const USUAL = [
  'accept', 'accept-encoding', 'accept-language', 'connection', 'content-length', 'content-type', 'host', 'origin',
  'sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'user-agent',
];

journey('the check shows exactly what travels, and nothing else does', async ({ page, context, hark }) => {
  // Somebody else's cookie for this address must not travel with the answers.
  await context.addCookies([{ name: 'somebody', value: 'else', url: hark.url }]);
  await start(page, hark.url, 'nights');
  const seen = await walkThrough(page, nights, GIVEN);
  assert.deepEqual(await checked(page), inWords(nights, seen, GIVEN));
  const shown = await shownEnvelope(page);
  const { id, ...rest } = JSON.parse(shown);
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.deepEqual(rest, { survey: 'nights', version: nights.version, answers: GIVEN });

  const [request] = await Promise.all([page.waitForRequest('**/api/**'), send(page)]);
  assert.equal(request.method(), 'POST');
  assert.equal(request.url(), `${hark.url}/api/v1/responses`);
  assert.equal(request.postData(), shown);
  const headers = Object.keys(await request.allHeaders()).filter((name) => !name.startsWith(':'));
  assert.deepEqual(headers.filter((name) => !USUAL.includes(name)), []);
  const response = await request.response();
  assert.equal(response.status(), 201);
  assert.equal(await response.headerValue('set-cookie'), null);
  assert.equal(hark.stored().responses[0].id, id);
});

journey('the thank you is a screen like any other', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await send(page);
  assert.equal(path(page), '/surveys/nights/sent');
  assert.match(await focused(page), /^h1: Thank you/);
  assert.match(await page.title(), /^Thank you – Friday and Saturday nights – /);
  await page.getByText(nights.thanks).waitFor();
  await nothingKept(page);
});

journey('tapping again while it is sending sends once', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  const posts = [];
  let tapped;
  const bothTaps = new Promise((done) => (tapped = done));
  await page.route('**/api/v1/responses', async (route) => {
    posts.push(route.request().postData());
    await bothTaps;
    await route.continue();
  });
  await move(page, async () => {
    await page.getByRole('button', { name: 'Send my answers' }).dblclick();
    // It says that it is busy, so a tap there has to be forced.
    await page.getByRole('button', { name: 'Sending…' }).click({ force: true });
    tapped();
  });
  assert.equal(posts.length, 1);
  assert.equal(hark.stored().responses.length, 1);
});

journey('Back from the thank you does not bring the answers back', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await send(page);
  await page.goBack();
  await page.waitForURL('**/surveys/nights');
  await page.getByRole('link', { name: 'Start the survey', exact: true }).waitFor();
  assert.equal(await heading(page).innerText(), nights.title);
  await page.goBack();
  await page.goForward();
  await page.waitForURL('**/surveys/nights');
  await nothingKept(page);
  await move(page, () => page.getByRole('link', { name: 'Start the survey', exact: true }).click());
  const [area] = questions(nights);
  assert.equal(await heading(page).innerText(), area.title);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
});

journey('two people on one phone are two rows', async ({ page, hark }) => {
  for (const area of ['leigh', 'hindley']) {
    await start(page, hark.url, 'nights');
    await walkThrough(page, nights, { area });
    await send(page);
  }
  const { responses } = hark.stored();
  assert.deepEqual(responses.map(({ answers }) => answers.area).sort(), ['hindley', 'leigh']);
});

journey('answers can be deleted instead of sent, in two taps', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  const seen = await walkThrough(page, nights, GIVEN);
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  const keep = page.getByRole('button', { name: 'No, keep' });
  await page.waitForFunction((it) => it === document.activeElement, await keep.elementHandle());
  await keep.click();
  assert.deepEqual(await checked(page), inWords(nights, seen, GIVEN), 'one tap deletes nothing');
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await follow(page, 'button', 'Yes, delete');
  assert.equal(path(page), '/surveys/nights');
  await nothingKept(page);
  assert.deepEqual(hark.stored(), { responses: [], texts: [] });
});

journey('whoever stops on the way leaves nothing behind', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  const [area] = questions(nights);
  await answer(page, area, 'leigh');
  await goOn(page);
  await page.getByRole('button', { name: 'Stop and delete my answers' }).click();
  await follow(page, 'button', 'Yes, delete');
  assert.equal(path(page), '/surveys/nights');
  await nothingKept(page);
  await move(page, () => page.goBack());
  assert.equal(await heading(page).innerText(), area.title);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
});

journey('a change at the last moment is what is shown and sent', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, { idea: 'One' });
  const before = await shownEnvelope(page);
  const idea = questions(nights).at(-1);
  await change(page, idea);
  await page.getByRole('textbox', { name: idea.title }).fill('Another');
  await goOn(page);
  const after = await shownEnvelope(page);
  assert.deepEqual(JSON.parse(after), { ...JSON.parse(before), answers: { idea: 'Another' } });
  await send(page);
  assert.deepEqual(hark.stored().texts.map(({ text }) => text), ['Another']);
});
