// Every part in every state, as different people see it, at every width.

import assert from 'node:assert/strict';

import { audit } from './support/audit.mjs';
import { journey, PHONE } from './support/journey.mjs';
import { LANGUAGES } from './support/languages.mjs';
import { each, fits, fitsOtherLanguages, hittable, unclipped } from './support/layout.mjs';
import { styleguide } from './support/setting.mjs';
import { shot } from './support/shot.mjs';

const WIDTHS = [320, 360, 768, 1280];

const SCHEMES = {
  light: {},
  dark: { colorScheme: 'dark' },
  'more-contrast': { contrast: 'more' },
  'more-contrast-dark': { contrast: 'more', colorScheme: 'dark' },
  'forced-colours': { forcedColors: 'active' },
};

for (const language of LANGUAGES) {
  journey(`the style guide in ${language}`, async ({ page, hark }) => {
    await page.goto(`${hark.url}/styleguide`);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.ok((await page.getByRole('main').locator('section').count()) >= 10, 'it shows its parts');
    const checks = WIDTHS.map((width) => async () => {
      await page.setViewportSize({ width, height: 740 });
      await fits(page, `${language}, ${width} px`);
      await unclipped(page, `${language}, ${width} px`);
    });
    const looks = Object.entries(SCHEMES).map(([name, media]) => async () => {
      const usual = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' };
      await page.emulateMedia({ ...usual, ...media });
      await shot(page, `styleguide-${language}-${name}`, { fullPage: true });
      await audit(page, `style guide, ${language}, ${name}`);
    });
    await each([
      ...checks,
      () => page.setViewportSize(PHONE),
      () => hittable(page, language),
      () => fitsOtherLanguages(page, language),
      ...looks,
    ]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' });
  }, { site: styleguide(), context: { locale: language } });
}

journey('what is published has no style guide', async ({ page, hark, expect }) => {
  expect(/404/);
  const response = await page.goto(`${hark.url}/styleguide`);
  assert.equal(response.status(), 404);
  await page.locator('html[data-ready]').waitFor();
});
