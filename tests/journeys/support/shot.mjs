// Pictures of screens, for the README and for whoever wants to look.

import { join } from 'node:path';

import { shots } from './setting.mjs';

/**
 * Takes a picture where `HARK_SHOTS` names a folder, and does nothing otherwise.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {import('playwright-core').PageScreenshotOptions} [options]
 */
export async function shot(page, name, options = {}) {
  if (shots) await page.screenshot({ ...options, path: join(shots, `${name}.png`) });
}
