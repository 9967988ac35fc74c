// Every screen in every other language: in both schemes, and as narrow as a zoom of 400 %.

import { audit } from './support/audit.mjs';
import { journey, PHONE } from './support/journey.mjs';
import { LANGUAGES, speak } from './support/languages.mjs';
import { each, fits } from './support/layout.mjs';
import { shot } from './support/shot.mjs';
import { tour } from './support/tour.mjs';

/** What 1280 × 1024 leaves at a zoom of 400 %. */
const NARROW = { width: 320, height: 256 };

const [own, ...others] = LANGUAGES;

journey('every screen in every language', async (scene) => {
  const { page, t } = scene;
  await tour(scene, (name) =>
    t.test(name, async () => {
      const checks = others.map((language) => async () => {
        await speak(page, language);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await shot(page, `${name}-${language}-${colorScheme}`);
          await audit(page, `${name}, ${language}, ${colorScheme}`);
        }
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize(NARROW);
        await fits(page, `${name}, ${language}, narrow`);
        await audit(page, `${name}, ${language}, narrow`);
        await page.setViewportSize(PHONE);
      });
      await each(checks).finally(() => page.setViewportSize(PHONE).then(() => speak(page, own)));
    }));
});
