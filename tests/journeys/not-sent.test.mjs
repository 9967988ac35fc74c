// Sending can fail. Then nothing is lost, nothing is counted twice, and the words are clear.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, change, checked, definition, inWords, questions, send, start, walkThrough } from './support/survey.mjs';
import { focused, follow, goOn, heading, nothingKept, open } from './support/walk.mjs';

const nights = definition('nights');
const GIVEN = { area: 'leigh', age: 'under-14', idea: 'Boats' };
const AWAY = /net::ERR_/;
const WAITING = 'Finished answers on this phone are not sent yet.';

journey('with the endpoint away the answers wait on the phone, also after the tab is closed', async ({ page, context, hark, expect }) => {
  await start(page, hark.url, 'nights');
  const seen = await walkThrough(page, nights, GIVEN);
  const whole = inWords(nights, seen, GIVEN);
  await hark.stop();
  expect(AWAY);
  await tryToSend(page, /Not sent yet.*Your answers are safe on this phone/s);
  assert.deepEqual(await checked(page), whole, 'they stay on the screen');
  await page.close();

  await hark.start();
  const next = await context.newPage();
  await open(next, hark.url);
  await next.getByText(WAITING).waitFor();
  await next.getByRole('button', { name: 'Send them now' }).click();
  await next.getByRole('status').getByText('Your answers have arrived.').waitFor();
  assertOne(hark);
  await nothingKept(next);
  await open(next, hark.url);
  assert.equal(await next.getByText(WAITING).count(), 0);
});

journey('two people without signal are two responses, and neither finds the answers of the other', async ({ page, context, hark, expect }) => {
  expect(AWAY);
  await open(page, hark.url);
  let tab = page;
  for (const area of ['leigh', 'hindley']) {
    await start(tab, hark.url, 'nights');
    assert.equal(await tab.getByRole('radio', { checked: true }).count(), 0);
    await walkThrough(tab, nights, { area });
    await hark.stop();
    await tryToSend(tab, /Not sent yet/);
    await tab.close();
    await hark.start();
    tab = await context.newPage();
  }
  await open(tab, `${hark.url}/surveys`);
  assert.equal(await tab.getByText(WAITING).count(), 2);
  for (const left of [1, 0]) {
    await tab.getByRole('button', { name: 'Send them now' }).first().click();
    await tab.getByText(WAITING).nth(left).waitFor({ state: 'detached' });
  }
  assert.deepEqual(hark.stored().responses.map(({ answers }) => answers.area).sort(), ['hindley', 'leigh']);
  await nothingKept(tab);
});

journey('answers that wait can be deleted', async ({ page, hark, expect }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  expect(AWAY);
  await tryToSend(page, /Not sent yet/);
  await hark.start();
  await open(page, hark.url);
  await page.getByText(WAITING).waitFor();
  await page.getByRole('button', { name: 'Delete them' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await page.getByRole('status').getByText('Deleted.').waitFor();
  const left = await page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(left, []);
});

journey('a reply that got lost is no second row', async ({ page, hark, expect }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await loseOneReply(page);
  expect(AWAY);
  await tryToSend(page, /Not sent yet/);
  assertOne(hark);
  const [response] = await Promise.all([page.waitForResponse('**/api/**'), send(page)]);
  assert.equal(response.status(), 200, 'the endpoint knows it already');
  assertOne(hark);
  await nothingKept(page);
});

journey('what arrived stays as it was, whatever is changed afterwards', async ({ page, hark, expect }) => {
  const [area] = questions(nights);
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await loseOneReply(page);
  expect(AWAY);
  await tryToSend(page, /Not sent yet/);
  await change(page, area);
  await answer(page, area, 'outside');
  await goOn(page);
  expect(/409 \(Conflict\)/);
  await tryToSend(page, /We already have your answers\..*What you changed since then was not added/s);
  assertOne(hark);
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await follow(page, 'button', 'Yes, delete');
  await nothingKept(page);
});

journey('an unsent response of somebody who went on answering is still one row', async ({ page, hark, expect }) => {
  const [area] = questions(nights);
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, { ...GIVEN, area: 'outside' });
  await hark.stop();
  expect(AWAY);
  await tryToSend(page, /Not sent yet/);
  await change(page, area);
  await answer(page, area, GIVEN.area);
  await goOn(page);
  await hark.start();
  await send(page);
  assertOne(hark);
});

journey('a phone that refuses storage can answer and send', async ({ page, context, hark }) => {
  await context.addInitScript(refuseStorage);
  await start(page, hark.url, 'nights');
  const seen = await walkThrough(page, nights, GIVEN);
  assert.deepEqual(await checked(page), inWords(nights, seen, GIVEN));
  await send(page);
  assert.match(await heading(page).innerText(), /^Thank you/);
  assertOne(hark);
});

journey('a phone that refuses storage is told to keep the page open', async ({ page, context, hark, expect }) => {
  await context.addInitScript(refuseStorage);
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, GIVEN);
  await hark.stop();
  expect(AWAY);
  await tryToSend(page, /Not sent yet.*Keep this page open/s);
  await hark.start();
  await send(page);
  assertOne(hark);
});

/** Presses Send and waits for the words that say what became of it, which take the focus. */
async function tryToSend(page, words) {
  await page.getByRole('button', { name: /^(Send my answers|Try again)$/ }).click();
  const alert = page.getByRole('alert').filter({ hasText: words });
  await alert.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[role=alert]'));
  assert.match(await focused(page), words);
}

/** Lets one response through to the endpoint and drops the reply. */
async function loseOneReply(page) {
  await page.route('**/api/v1/responses', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  }, { times: 1 });
}

/** As browsers do in some private windows, and in frames of another site. */
function refuseStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Storage is off.', 'SecurityError');
      },
    });
  }
}

function assertOne(hark) {
  const { responses, texts } = hark.stored();
  assert.deepEqual(responses.map(({ answers }) => answers), [{ area: GIVEN.area, age: GIVEN.age }]);
  assert.deepEqual(texts.map(({ text }) => text), [GIVEN.idea]);
}
