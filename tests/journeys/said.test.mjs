// What a screen reader says on each main screen: the accessibility tree, kept in `said/`
// and read by a person whenever it changes. `HARK_SAY=1 cargo xtask test journeys` writes
// it anew.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { journey } from './support/journey.mjs';
import { open } from './support/walk.mjs';

const folder = fileURLToPath(new URL('said', import.meta.url));

/** Surveys open and close: what is said depends on when. */
const NOW = '2026-11-24T12:00:00Z';

const SCREENS = {
  home: '/',
  activities: '/activities',
  help: '/help',
  offer: '/offer',
  need: '/offer/7',
  surveys: '/surveys',
  start: '/surveys/nights',
  before: '/surveys/summer-2027',
  after: '/surveys/parks-2026',
  question: '/surveys/nights/1',
  privacy: '/privacy',
  access: '/access',
};

for (const [name, address] of Object.entries(SCREENS)) {
  journey(`what is said: ${name}`, async ({ page, hark }) => {
    await page.clock.setFixedTime(NOW);
    await open(page, hark.url + address);
    const said = `${await page.locator('body').ariaSnapshot()}\n`;
    const file = `${folder}/${name}.yml`;
    if (process.env.HARK_SAY) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, said);
    }
    assert.ok(existsSync(file), `${file} is missing: write it with HARK_SAY=1, and read it.`);
    assert.equal(said, readFileSync(file, 'utf8'));
  });
}
