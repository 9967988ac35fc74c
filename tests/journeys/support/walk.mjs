// Getting about, the way people do: by what is written on the screen.

import assert from 'node:assert/strict';

/**
 * Opens an address and waits for the app.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<import('playwright-core').Response>}
 */
export async function open(page, url) {
  const response = await page.goto(url);
  await ready(page);
  return response;
}

/**
 * Waits until the app shows a screen.
 * @param {import('playwright-core').Page} page
 */
export async function ready(page) {
  await page.locator('html[data-ready]').waitFor();
  await heading(page).waitFor();
}

/**
 * The heading of the screen. There is one only, or the test fails here.
 * @param {import('playwright-core').Page} page
 */
export function heading(page) {
  return page.getByRole('heading', { level: 1 });
}

/**
 * Does what leads to another screen and waits until the reader has arrived: another
 * address, and the focus on the heading, as the site promises.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function move(page, act) {
  const from = page.url();
  // So that the heading that had the focus before is not taken for the new one.
  await page.evaluate(() => document.activeElement?.blur());
  await act();
  await arrival(page, from);
}

/**
 * Waits until the reader has arrived elsewhere.
 * @param {import('playwright-core').Page} page
 * @param {string} from the address left
 */
export async function arrival(page, from) {
  const arrived = (before) => location.href !== before && document.activeElement?.matches('h1');
  await page.waitForFunction(arrived, from);
}

/**
 * Follows a link or presses a button that leads to another screen.
 * @param {import('playwright-core').Page} page
 * @param {'link' | 'button'} role
 * @param {string | RegExp} name
 */
export async function follow(page, role, name) {
  await move(page, () => page.getByRole(role, { name, exact: true }).click());
}

/**
 * Presses Continue or Skip, whichever it is called now.
 * @param {import('playwright-core').Page} page
 */
export async function goOn(page) {
  await move(page, () => page.getByRole('button', { name: /^(Continue|Skip)$/ }).click());
}

/**
 * Where the page is, without the host.
 * @param {import('playwright-core').Page} page
 */
export function path(page) {
  return new URL(page.url()).pathname;
}

/**
 * What has the focus: its role or tag, and its words.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string>}
 */
export function focused(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    const words = it.labels?.[0]?.innerText ?? it.innerText ?? '';
    return `${it.localName}: ${words.trim()}`;
  });
}

/**
 * Checks that nothing of a visit is left on the device.
 * @param {import('playwright-core').Page} page
 */
export async function nothingKept(page) {
  const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  assert.deepEqual(kept, [], 'the device remembers something');
  assert.deepEqual(await page.context().cookies(), [], 'there is a cookie');
}
