// Wrong addresses and broken storage lead to a clear screen.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, definition, questions, send, walkThrough } from './support/survey.mjs';
import { follow, goOn, heading, move, open, path, ready } from './support/walk.mjs';

const tellus = definition('tellus');
const [year] = questions(tellus);

journey('an address that leads nowhere says so, with 404', async ({ page, hark, expect }) => {
  expect(/404/);
  for (const address of [
    '/nope', '/surveys/none', '/surveys/none/1', '/surveys/TELLUS', '/surveys/TELLUS/0', '/surveys/tellus/0', '/surveys/tellus/03',
    '/surveys/tellus/x', '/surveys/tellus/1/2', '/%00', '/surveys/%74ellus', '/%F0%9F%A6%86', '/%ff', '//', '/index.html/x',
    `/${'a'.repeat(4000)}`, `/surveys/${'a'.repeat(4000)}`, '/surveys/tellus/99999999999999999999',
  ]) {
    const response = await open(page, hark.url + address);
    assert.equal(response.status(), 404, address);
    assert.equal(await heading(page).innerText(), 'We can\'t find that page', address);
    assert.match(await page.title(), /^Page not found/, address);
  }
  await follow(page, 'link', 'Go to the start page');
  assert.equal(path(page), '/');
});

journey('an address in a survey that makes no sense yet leads to its start', async ({ page, hark }) => {
  for (const address of ['/surveys/tellus/99', '/surveys/tellus/5', '/surveys/tellus/check', '/surveys/tellus/sent', '/surveys/tellus/']) {
    await page.goto(hark.url + address);
    await page.getByRole('link', { name: 'Start the survey', exact: true }).waitFor();
    assert.equal(await heading(page).innerText(), tellus.title, address);
  }
});

journey('an address behind the end of a begun survey leads on', async ({ page, hark }) => {
  await open(page, `${hark.url}/surveys/tellus/1`);
  await answer(page, year, '8');
  for (const [address, where] of [['99', 'check'], ['7', '9'], ['8', '9'], ['sent', '']]) {
    await page.goto(`${hark.url}/surveys/tellus/${address}`);
    await page.waitForURL(`**/surveys/tellus${where && `/${where}`}`);
    await ready(page);
  }
});

const DRAFTS = {
  'broken JSON': '{"version":2,"answers":{"year"',
  'nothing': '',
  'another kind': '[]',
  'no object at all': 'null',
  'a wrong version': '{"version":"one","answers":{}}',
  'answers that are none': '{"version":2,"answers":["8"]}',
  'an answer of an impossible kind': '{"version":2,"answers":{"year":{"is":["8"]}}}',
  'an answer of the kind of another question': '{"version":2,"answers":{"year":["8"],"been":"park","fruit":"many","happy":3}}',
  'a choice that does not exist': '{"version":2,"answers":{"year":"9"}}',
  'a question that does not exist': '{"version":2,"answers":{"nobody-asked":"8"}}',
  'a name that is none': '{"version":2,"answers":{},"response":"../../x"}',
  'very much': JSON.stringify({ version: 2, answers: { 'anything-else': 'x'.repeat(100_000) } }),
};

journey('a broken draft stops nobody', async ({ page, hark }) => {
  await open(page, hark.url);
  for (const [what, text] of Object.entries(DRAFTS)) {
    await page.evaluate((text) => sessionStorage.setItem('hark.draft.tellus', text), text);
    await open(page, `${hark.url}/surveys/tellus`);
    const wayIn = page.getByRole('link', { name: /^(Start the survey|Start again)$/ });
    await move(page, () => wayIn.click());
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, what);
    await answer(page, year, '8');
    await goOn(page);
  }
  await walkThrough(page, tellus, {});
  await send(page);
  assert.deepEqual(hark.stored().responses.map(({ answers }) => answers), [{ year: '8' }]);
});

journey('a draft that does not fit can be carried on with', async ({ page, hark }) => {
  await open(page, hark.url);
  await page.evaluate((text) => sessionStorage.setItem('hark.draft.tellus', text), '{"version":2,"answers":{"nobody-asked":"8","year":["8"],"happy":"between"}}');
  await open(page, `${hark.url}/surveys/tellus/1`);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  await goOn(page);
  await walkThrough(page, tellus, {});
  await send(page);
  assert.deepEqual(hark.stored().responses.map(({ answers }) => answers), [{ happy: 'between' }]);
});

journey('unsent answers that can not be read can be deleted, and hide nothing else', async ({ page, hark }) => {
  await open(page, hark.url);
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), [
    ['hark.unsent.tellus', '{"id"'],
    ['hark.unsent.', 'null'],
    ['hark.unsent.nobody.00000000000000000000000000000000', '[]'],
    ['hark.unsent.UPPER CASE', ''],
    ['unrelated', 'stays'],
  ]);
  for (const address of ['/', '/surveys', '/surveys/tellus']) await open(page, hark.url + address);
  const remove = page.getByRole('button', { name: 'Delete them' });
  while ((await remove.count()) > 0) {
    const before = await remove.count();
    await remove.first().click();
    await page.getByRole('button', { name: 'Yes, delete' }).click();
    await remove.nth(before - 1).waitFor({ state: 'detached' });
  }
  const left = await page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(left, ['unrelated']);
  await follow(page, 'link', 'Start the survey');
});

journey('unsent answers to a survey that is gone say so', async ({ page, hark, expect }) => {
  await open(page, hark.url);
  const id = '0123456789abcdef0123456789abcdef';
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `hark.unsent.gone.${id}`,
    JSON.stringify({ id, survey: 'gone', version: 1, answers: { a: 'b' } }),
  ]);
  await open(page, hark.url);
  expect(/422 \(Unprocessable/);
  await page.getByRole('button', { name: 'Send them now' }).click();
  await page.getByRole('alert').getByText('This survey is not open now.').waitFor();
  await page.getByRole('button', { name: 'Delete them' }).waitFor();
});
