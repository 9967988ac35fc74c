// Every screen, as different people see it.

import assert from 'node:assert/strict';

import { audit } from './support/audit.mjs';
import { journey, PHONE } from './support/journey.mjs';
import { each, fits, fitsOtherLanguages, hittable } from './support/layout.mjs';
import { shipped } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { tour } from './support/tour.mjs';
import { heading, path } from './support/walk.mjs';

const { notice } = shipped('site.json');

/** What 1280 × 1024 leaves at a zoom of 400 %. */
const NARROW = { width: 320, height: 256 };

journey('every screen, for everybody', async (scene) => {
  const { page, t } = scene;
  const titles = new Map();
  await tour(scene, (name) =>
    t.test(name, async (t) => {
      const title = await named(page);
      const address = path(page);
      if (/^\/(help|offer)/.test(address)) {
        assert.equal(title, 'Hark Wigan', 'a sensitive screen is not named');
      } else {
        assert.equal(titles.get(title) ?? address, address, `"${title}" names two screens`);
        titles.set(title, address);
        assert.match(title, /\S – Hark Wigan$/);
      }
      assert.equal(await heading(page).count(), 1);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      assert.ok(await page.getByText(notice).isVisible(), 'it says that this is a sample');

      let unsure = 0;
      const see = async (how, media) => {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference', reducedMotion: 'no-preference', ...media });
        await shot(page, `${name}-${how}`);
        unsure += await audit(page, `${name}, ${how}`);
      };
      await each([
        () => hittable(page, name),
        () => see('light'),
        () => see('dark', { colorScheme: 'dark' }),
        () => see('more-contrast', { contrast: 'more' }),
        () => see('more-contrast-dark', { contrast: 'more', colorScheme: 'dark' }),
        () => see('forced-colours', { forcedColors: 'active' }),
        async () => {
          await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none', reducedMotion: 'reduce' });
          assert.deepEqual(await motion(page), [], `${name}: something moves`);
        },
        () => page.setViewportSize(NARROW),
        () => fits(page, name),
        () => fitsOtherLanguages(page, name),
        () => see('narrow'),
      ]).finally(() => page.setViewportSize(PHONE));
      if (unsure > 0) t.diagnostic(`contrast not clear in ${unsure} places`);
    }));
});

/** What would move for somebody who asked that nothing does. */
function motion(page) {
  return page.evaluate(() => {
    const moves = (style) => [style.transitionDuration, style.animationDuration].join().split(',').some((time) => parseFloat(time) > 0);
    const all = [...document.querySelectorAll('*')].filter((it) => moves(getComputedStyle(it)));
    return all.map((it) => `${it.localName}.${it.className}`);
  });
}

/** The tab's title, once the screen has named it. */
async function named(page) {
  await page.waitForFunction(() => document.title !== 'Hark');
  return page.title();
}
