// Where the app can't start, the page itself says so and offers somebody to talk to.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { shipped } from './support/pack.mjs';
import { heading } from './support/walk.mjs';

const { helplines } = shipped('site.json');

const noScripts = { context: { javaScriptEnabled: false } };

journey('without scripts', async ({ page, hark }) => {
  await page.goto(`${hark.url}/surveys/tellus`);
  // By element, because text in it is no text to whoever runs scripts.
  assert.match(await page.locator('noscript').innerText(), /needs JavaScript/);
  await assertHelp(page);
}, noScripts);

journey('without scripts at an unknown address', async ({ page, hark, expect }) => {
  expect(/404/);
  const response = await page.goto(`${hark.url}/nothing/here`);
  assert.equal(response.status(), 404);
  await assertHelp(page);
}, noScripts);

const CASES = [
  ['when the wasm does not come', { complaint: /ERR_FAILED/, break: (page) => page.route('**/*.wasm', (route) => route.abort()) }],
  ['when the wasm is not the one that was built', { complaint: /integrity|digest/i, break: (page) => page.route('**/*.wasm', spoil) }],
  ['when the wasm is cut off', { complaint: /integrity|digest/i, break: (page) => page.route('**/*.wasm', cut) }],
  ['when the module does not come', { complaint: /ERR_FAILED/, break: (page) => page.route(/hark-app[^/]*\.js$/, (route) => route.abort()) }],
  ['in a browser without WebAssembly', { complaint: /no WebAssembly/, break: (page) => page.addInitScript(() => delete window.WebAssembly) }],
];

for (const [name, { complaint, break: spoilt }] of CASES) {
  journey(name, async ({ page, hark, expect }) => {
    expect(complaint);
    // What follows from it.
    expect(/./);
    await spoilt(page);
    await page.goto(`${hark.url}/surveys/tellus/1`);
    await page.locator('html[data-failed]').waitFor();
    assert.equal(await heading(page).innerText(), 'Which school year are you in?', 'the question stays');
    await assertHelp(page);
  });
}

for (const [name, answer, complaint] of [
  ['do not come', (route) => route.abort(), /ERR_FAILED/],
  ['are gone', (route) => route.fulfill({ status: 404, body: '' }), /404/],
]) {
  for (const address of ['/help', '/surveys/tellus/3']) {
    journey(`when the words ${name}: ${address}`, async ({ page, hark, expect }) => {
      expect(complaint);
      expect(/Not everything came/);
      await page.route('**/locales/**', answer);
      await page.goto(hark.url + address);
      await page.locator('html[data-failed]').waitFor();
      await assertHelp(page);
    });
  }
}

journey('when a part of the content does not come', async ({ page, hark, expect }) => {
  expect(/ERR_FAILED/);
  expect(/Not everything came/);
  await page.route('**/content/en/activities.json', (route) => route.abort());
  await page.goto(`${hark.url}/activities`);
  await page.locator('html[data-failed]').waitFor();
  assert.equal(await heading(page).innerText(), 'Things to do');
  assert.ok(await page.getByRole('main').getByRole('listitem').first().isVisible(), 'the list stays');
  await assertHelp(page);
  // The browser itself goes where links lead.
  await page.getByRole('link', { name: 'Talk to someone' }).click();
  await page.locator('html[data-ready]').waitFor();
  assert.equal(await heading(page).innerText(), 'Someone to talk to');
});

/** What could be read stays, and below it stands what to do, and every helpline. */
async function assertHelp(page) {
  await heading(page).waitFor();
  const plain = page.getByRole('complementary').filter({ hasText: 'Hark has not opened yet' });
  await plain.getByRole('heading', { name: 'Hark has not opened yet' }).waitFor();
  assert.ok(await page.getByText(/This is a sample/).last().isVisible());
  for (const { name, phone } of helplines) {
    assert.ok(await plain.getByText(name, { exact: true }).isVisible(), name);
    if (!phone) continue;
    const call = plain.getByRole('link', { name: phone, exact: true });
    assert.equal(await call.getAttribute('href'), `tel:${phone.replaceAll(' ', '')}`);
  }
}

/** Lets the wasm through with one byte changed. */
async function spoil(route) {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length >> 1] ^= 1;
  await route.fulfill({ response, body });
}

/** Lets half of the wasm through. */
async function cut(route) {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
}
