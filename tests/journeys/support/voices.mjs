// A browser's speech synthesis without a sound: put in the place of the browser's own
// before any page, it tells what it was asked to say.

/** Voices on the device, one from elsewhere. */
export const ENGLISH = { name: 'Hazel', lang: 'en-GB', localService: true };
export const AMERICAN = { name: 'Dana', lang: 'en_US', localService: true };
export const URDU = { name: 'Asma', lang: 'ur-PK', localService: true };
export const REMOTE = { name: 'Somebody else’s', lang: 'en-GB', localService: false };

/**
 * Gives every page of a context these voices.
 * @param {import('playwright-core').BrowserContext} context
 * @param {...object} voices that are there from the start
 */
export async function withVoices(context, ...voices) {
  await context.addInitScript((voices) => {
    const fake = { all: voices, said: [], held: false, refused: 0, now: null };
    window.fakeSpeech = fake;
    const over = (utterance, name) => setTimeout(() => utterance[`on${name}`]?.(new Event(name)), 0);
    fake.end = () => {
      const ended = fake.now;
      fake.now = null;
      if (ended) ended.onend?.(new Event('end'));
    };
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    const synthesis = {
      onvoiceschanged: null,
      getVoices: () => fake.all,
      speak(utterance) {
        // As browsers do where nobody has tapped yet.
        if (!navigator.userActivation.hasBeenActive) {
          fake.refused += 1;
          over(utterance, 'error');
          return;
        }
        fake.now = utterance;
        fake.said.push({ text: utterance.text, voice: utterance.voice.name, lang: utterance.lang });
        if (!fake.held) setTimeout(() => fake.now === utterance && fake.end(), 1);
      },
      cancel() {
        const stopped = fake.now;
        fake.now = null;
        if (stopped) over(stopped, 'error');
      },
    };
    fake.bring = (voices) => {
      fake.all = voices;
      synthesis.onvoiceschanged?.(new Event('voiceschanged'));
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  }, voices);
}

/**
 * Lets the voice speak until it is told to end, or not any more.
 * @param {import('playwright-core').Page} page
 * @param {boolean} held
 */
export function hold(page, held) {
  return page.evaluate((held) => {
    window.fakeSpeech.held = held;
    if (!held) window.fakeSpeech.end();
  }, held);
}

/**
 * What was said since this was last asked, once the voice is silent.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Array<{text: string, voice: string, lang: string}>>}
 */
export async function heard(page) {
  await page.waitForFunction(() => window.fakeSpeech.said.length > 0 && !document.querySelector('[data-reading]'));
  return page.evaluate(() => window.fakeSpeech.said.splice(0));
}

/**
 * The same, as bare words.
 * @param {import('playwright-core').Page} page
 */
export async function words(page) {
  return (await heard(page)).map(({ text }) => text);
}

/**
 * Waits until a voice would have begun, and gives what was said.
 * @param {import('playwright-core').Page} page
 */
export async function silence(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done, 50)))));
  return page.evaluate(() => window.fakeSpeech.said.splice(0));
}
