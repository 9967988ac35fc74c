// What Lighthouse says of the pages people come to first. Speed is not judged here:
// `cargo xtask bench page` measures it beside others.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Chromium } from './support/chromium.mjs';
import { Hark } from './support/hark.mjs';
import { failures, report } from './support/lighthouse.mjs';

const ROUTES = ['/', '/activities', '/help', '/surveys', '/surveys/tellus', '/surveys/tellus/1', '/privacy'];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

let browser;
let hark;

before(async () => {
  [browser, hark] = await Promise.all([Chromium.start(), Hark.start()]);
});

after(() => Promise.all([browser.remove(), hark.remove()]));

for (const route of ROUTES) {
  test(`Lighthouse finds nothing wrong with ${route}`, async () => {
    const lhr = await report(browser, hark.url + route, CATEGORIES);
    const wrong = CATEGORIES.flatMap((category) => failures(lhr, category).map((text) => `${category}: ${text}`));
    assert.deepEqual(wrong, [], `${route} has no full score`);
    for (const category of CATEGORIES) assert.equal(lhr.categories[category].score, 1, `${route}: ${category}`);
  });
}
