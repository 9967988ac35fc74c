// Where "Exit this page" leads, without asking anybody else for anything.

/** Where it leads unless a pack says otherwise. */
export const AWAY = 'https://www.bbc.co.uk/weather';

const WEATHER = '<!doctype html><html lang="en"><title>Weather</title><main><h1>Weather</h1></main></html>';

/**
 * Lets a page of ours stand in the place of the other site's.
 * @param {import('./journey.mjs').Scene} scene
 * @param {import('playwright-core').Route['fulfill'] extends (options: infer O) => unknown ? O : never} [answer]
 */
export async function otherSite({ page, expect }, answer = { contentType: 'text/html', body: WEATHER }) {
  expect(/A request to someone else: https:\/\/www\.bbc\.co\.uk\/weather$/);
  await page.route(AWAY, (route) => route.fulfill(answer));
}

/**
 * What the tab's history lists: what somebody sees who holds the Back button down.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Array<{url: string, title: string}>>} without the empty tab it began with
 */
export async function entries(page) {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.map(({ url, title }) => ({ url, title })).filter(({ url }) => url !== 'about:blank');
}
