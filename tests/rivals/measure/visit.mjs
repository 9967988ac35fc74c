// A first visit with an empty cache, on the slow phone.

import { PHONE, slowDown } from './profile.mjs';
import { watch } from './watch.mjs';
import { Wire } from './wire.mjs';

/** Longer than any page takes to do what it is waited for. */
const PATIENCE = 60_000;

/** One visit: what the page told, and what went over the wire. */
export class Visit {
  #events = [];
  #whenTold = [];
  /** @type {import('playwright-core').BrowserContext} */
  context;
  /** @type {import('playwright-core').Page} */
  page;
  /** @type {import('playwright-core').CDPSession} */
  session;
  /** @type {Wire} */
  wire;

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {string} title the selector of the question's title
   * @returns {Promise<Visit>}
   */
  static async begin(browser, title) {
    const visit = new Visit();
    visit.context = await browser.newContext(PHONE);
    visit.context.setDefaultTimeout(PATIENCE);
    visit.page = await visit.context.newPage();
    visit.session = await visit.context.newCDPSession(visit.page);
    visit.session.on('Runtime.bindingCalled', ({ payload }) => visit.#hear(JSON.parse(payload)));
    for (const domain of ['Runtime', 'Network', 'Performance', 'HeapProfiler']) await visit.session.send(`${domain}.enable`);
    await visit.session.send('Runtime.addBinding', { name: 'told' });
    await visit.page.addInitScript(watch, { title });
    visit.wire = new Wire(visit.session);
    await slowDown(visit.session);
    return visit;
  }

  #hear(event) {
    this.#events.push(event);
    this.#whenTold.forEach((look) => look(event));
  }

  /**
   * Goes there, and waits until the page is ready and at rest.
   * @param {string} url
   */
  async open(url) {
    await Promise.all([this.once(({ kind }) => kind === 'ready', 'ready'), this.page.goto(url)]);
    await this.rest();
  }

  /** Waits until the page has nothing to do and nothing is on its way to it. */
  async rest() {
    await this.idle();
    await this.wire.quiet();
    await this.idle();
  }

  /** Waits until the page has nothing to do, and has told all it noted. */
  async idle() {
    await this.page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await this.page.evaluate(() => globalThis.watched.flush());
  }

  /**
   * What was told, or will be.
   * @param {(event: object) => boolean} wanted
   * @param {string} what it is, for whoever reads that it never came
   * @returns {Promise<object>}
   */
  async once(wanted, what) {
    return this.#events.find(wanted) ?? this.next(wanted, what);
  }

  /**
   * Waits for something to be told from now on.
   * @param {(event: object) => boolean} wanted
   * @param {string} what it is, for whoever reads that it never came
   * @returns {Promise<object>}
   */
  next(wanted, what) {
    return new Promise((told, failed) => {
      const patience = setTimeout(() => failed(new Error(`${this.page.url()}: never ${what}.`)), PATIENCE);
      const look = (event) => {
        if (!wanted(event)) return;
        clearTimeout(patience);
        this.#whenTold = this.#whenTold.filter((other) => other !== look);
        told(event);
      };
      this.#whenTold.push(look);
    });
  }

  /**
   * What was told of one kind, in order.
   * @param {string} kind
   * @returns {object[]}
   */
  told(kind) {
    return this.#events.filter((event) => event.kind === kind);
  }

  /** Ends it. */
  end() {
    return this.context.close();
  }
}
