// Which pictures are asked for tells nothing about the answers.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { journey } from './support/journey.mjs';
import { packWith } from './support/pack.mjs';
import { choice, start } from './support/survey.mjs';
import { goOn, heading, open, path } from './support/walk.mjs';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="24" fill="#1f9468"/></svg>';

const yesNo = (id, easy = {}) => ({
  id, kind: 'single', title: `About ${id}?`, easy, choices: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }],
});
const first = yesNo('first', { picture: 'first.svg' });

/** Whoever says yes sees the second page, with pictures of its own. */
const survey = {
  id: 'routed', version: 1, title: 'Routed', about: 'A page only for some.', minutes: 1, thanks: 'Thank you.',
  pages: [
    { id: 'first', questions: [first] },
    {
      id: 'second',
      visible_if: "first = 'yes'",
      questions: [{
        id: 'second', kind: 'matrix', title: 'About second?', media: { image: 'always.svg' },
        rows: [{ id: 'row', label: 'Row', easy: { picture: 'row.svg' } }],
        choices: [{ id: 'yes', label: 'Yes', media: { image: 'choice.svg' } }, { id: 'no', label: 'No' }],
      }],
    },
    { id: 'third', questions: [yesNo('third', { picture: 'third.svg' })] },
  ],
};
const ALWAYS = ['always.svg', 'choice.svg'];
const EASY = ['first.svg', 'always.svg', 'row.svg', 'choice.svg', 'third.svg'];

const content = (t) => {
  const folder = packWith(t, survey);
  const media = join(folder, 'media');
  mkdirSync(media, { recursive: true });
  for (const name of EASY) writeFileSync(join(media, name), DRAWING);
  return folder;
};

for (const [isEasy, expected] of [[false, ALWAYS], [true, EASY]]) {
  const how = isEasy ? 'with easy words' : 'as it is written';
  journey(`whatever somebody answers, the same pictures are asked for: ${how}`, async ({ page, context, hark }) => {
    const yes = await asked(context.browser(), hark, 'yes', isEasy);
    const no = await asked(context.browser(), hark, 'no', isEasy);
    assert.deepEqual(yes.seen, ['About second?', 'About third?']);
    assert.deepEqual(no.seen, ['About third?']);
    // All of them before anything is answered, and none ever again.
    for (const { before, all } of [yes, no]) {
      assert.deepEqual(before.toSorted(), expected.toSorted());
      assert.deepEqual(all, before);
    }
    assert.deepEqual(yes.all, no.all, 'in the same order');
    await open(page, hark.url);
  }, { content });
}

/** What the server is asked for by one person, before the first answer and in all. */
async function asked(browser, hark, answer, isEasy) {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const media = await Media.of(context, page);
    await start(page, hark.url, 'routed');
    if (isEasy) await page.getByRole('button', { name: 'Easy words' }).click();
    await media.quiet(page);
    const before = media.names();
    await choice(page, first, answer).check();
    const seen = [];
    for (await goOn(page); !path(page).endsWith('/check'); await goOn(page)) {
      seen.push(await heading(page).innerText());
      // Whoever goes away and comes back tells as little.
      await open(page, page.url());
    }
    await media.quiet(page);
    return { seen, before, all: media.names() };
  } finally {
    await context.close();
  }
}

/** The files of the pack that the server, not the browser's own store, was asked for. */
class Media {
  #asked = new Map();
  #open = new Set();

  static async of(context, page) {
    const media = new Media();
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const [, name] = /\/content\/media\/(.+)$/.exec(request.url) ?? [];
      if (!name) return;
      media.#asked.set(requestId, name);
      media.#open.add(requestId);
    });
    for (const end of ['loadingFinished', 'loadingFailed']) session.on(`Network.${end}`, ({ requestId }) => media.#open.delete(requestId));
    session.on('Network.requestServedFromCache', ({ requestId }) => media.#asked.delete(requestId));
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache) media.#asked.delete(requestId);
    });
    await session.send('Network.enable');
    return media;
  }

  /** Waits until what the screen asks for has come. */
  async quiet(page) {
    do await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100)));
    while (this.#open.size > 0);
  }

  /** In the order in which they were asked for. */
  names() {
    return [...this.#asked.values()];
  }
}
