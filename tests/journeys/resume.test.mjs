// Carrying on another day, on one's own phone and only there.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { shot } from './support/shot.mjs';
import { answer, checked, choice, definition, questions, send, start, walkThrough } from './support/survey.mjs';
import { follow, goOn, heading, nothingKept, open, path, ready } from './support/walk.mjs';

const nights = definition('nights');
const [area, age, count] = questions(nights);
const OWN = /^This phone is mine/;

journey('on a phone of one\'s own, answers outlive a crash, and come back only when asked for', async ({ page, context, hark }) => {
  await open(page, `${hark.url}/surveys/nights`);
  await page.getByRole('checkbox', { name: OWN }).check();
  await page.getByText('Your answers are saved on this phone until').waitFor();
  await shot(page, 'resume-own', { fullPage: true });
  await follow(page, 'link', 'Start the survey');
  await answer(page, area, 'leigh');
  await goOn(page);
  await answer(page, age, '14-to-16');
  await goOn(page);
  await answer(page, count, 3);
  await crash(page);

  const next = await context.newPage();
  await open(next, `${hark.url}/surveys/nights`);
  await next.getByText('You started this survey.').waitFor();
  await shot(next, 'resume-asked', { fullPage: true });
  await follow(next, 'link', 'Carry on');
  assert.equal(await heading(next).innerText(), count.title, 'where it was left');
  assert.equal(await next.getByRole('textbox', { name: count.title }).inputValue(), '3');
  await walkThrough(next, nights, {});
  const said = await checked(next);
  assert.deepEqual([said[area.title], said[count.title]], ['Leigh, Lowton, Golborne', '3 nights']);
  await send(next);
  assert.equal(hark.stored().responses.length, 1);
  await nothingKept(next);
});

journey('"Finish later" keeps them, and a link to a question asks first', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'hindley');
  await goOn(page);
  await finishLater(page);
  assert.equal(path(page), '/surveys/nights');
  await page.getByText('Your answers are saved on this phone until').waitFor();
  await page.close();

  // Somebody else may hold the phone now: no link shows an answer unasked.
  for (const address of ['1', '2', 'check']) {
    const next = await context.newPage();
    await open(next, `${hark.url}/surveys/nights/${address}`);
    await next.waitForURL(`${hark.url}/surveys/nights`);
    await next.getByRole('link', { name: 'Carry on' }).waitFor();
    assert.equal(await next.getByText('Hindley').count(), 0);
    await next.close();
  }
  const next = await context.newPage();
  await open(next, `${hark.url}/surveys/nights`);
  await follow(next, 'link', 'Carry on');
  assert.equal(await heading(next).innerText(), age.title);
  await open(next, `${hark.url}/surveys/nights/1`);
  assert.ok(await choice(next, area, 'hindley').isChecked());
});

journey('one tap wipes what was kept', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'leigh');
  await finishLater(page);
  await page.close();
  const next = await context.newPage();
  await open(next, `${hark.url}/surveys/nights`);
  assert.deepEqual(await keptThere(next), ['hark.kept.nights']);
  await follow(next, 'link', 'Start again');
  assert.deepEqual(await keptThere(next), []);
  assert.equal(await next.getByRole('radio', { checked: true }).count(), 0);

  await answer(next, area, 'atherton');
  await finishLater(next);
  await next.getByRole('checkbox', { name: OWN }).uncheck();
  assert.deepEqual(await keptThere(next), [], 'the mark alone wipes them, too');
});

journey('nobody who did not say so leaves anything behind', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'leigh');
  await page.getByRole('button', { name: 'Finish later on this phone' }).click();
  await page.getByRole('button', { name: 'No, it is not mine' }).click();
  await goOn(page);
  assert.deepEqual(await keptThere(page), []);
  await crash(page);
  const next = await context.newPage();
  await open(next, `${hark.url}/surveys/nights`);
  await next.getByRole('link', { name: 'Start the survey', exact: true }).waitFor();
});

journey('after thirty days they are gone, whichever page is opened', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'leigh');
  await finishLater(page);
  await page.close();
  const day = 24 * 60 * 60 * 1000;
  const now = Date.now();
  for (const [days, kept] of [[29, ['hark.kept.nights']], [31, []]]) {
    const later = await context.newPage();
    await later.clock.setFixedTime(now + days * day);
    await open(later, hark.url);
    assert.deepEqual(await keptThere(later), kept, `after ${days} days`);
    await later.close();
  }
  const last = await context.newPage();
  await open(last, `${hark.url}/surveys/nights`);
  await last.getByRole('link', { name: 'Start the survey', exact: true }).waitFor();
});

journey('"Stop and delete" forgets what was kept as well', async ({ page, hark }) => {
  await open(page, `${hark.url}/surveys/nights`);
  await page.getByRole('checkbox', { name: OWN }).check();
  await follow(page, 'link', 'Start the survey');
  await answer(page, area, 'leigh');
  await page.reload();
  await ready(page);
  assert.deepEqual(await keptThere(page), ['hark.kept.nights']);
  await page.getByRole('button', { name: 'Stop and delete my answers' }).click();
  await follow(page, 'button', 'Yes, delete');
  await nothingKept(page);
});

journey('what waited to be sent takes its copies with it', async ({ page, context, hark, expect }) => {
  await open(page, `${hark.url}/surveys/nights`);
  await page.getByRole('checkbox', { name: OWN }).check();
  await follow(page, 'link', 'Start the survey');
  await answer(page, area, 'leigh');
  await walkThrough(page, nights, {});
  await hark.stop();
  expect(/net::ERR_/);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByRole('alert').waitFor();
  await page.close();
  await hark.start();

  const next = await context.newPage();
  await open(next, hark.url);
  await next.getByRole('button', { name: 'Send them now' }).click();
  await next.getByText('Your answers have arrived.').waitFor();
  await nothingKept(next);
  assert.equal(hark.stored().responses.length, 1);
});

/** Stops for today, and says that the phone is one's own. */
async function finishLater(page) {
  await page.getByRole('button', { name: 'Finish later on this phone' }).click();
  await follow(page, 'button', 'Yes, keep them');
}

/** What stays on the device beyond the tab. */
function keptThere(page) {
  return page.evaluate(() => Object.keys(localStorage));
}

/** Kills a tab from inside, as a crash does. */
async function crash(page) {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}
