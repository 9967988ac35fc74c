// What a browser complains about while somebody is on the site.

import assert from 'node:assert/strict';

/** What the test's own driver says where it keeps a site's worker away. */
const BLOCKED = /^Service Worker registration blocked by Playwright$/;

/**
 * Collects every error and warning of every page of a context, and every request to
 * anyone else. Refused loads, broken policies and panics all end up here.
 */
export class Complaints {
  #heard = [];
  #expected = [];

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {string} origin the only one that may be asked for anything
   */
  constructor(context, origin) {
    context.on('console', (message) => {
      if (BLOCKED.test(message.text())) return;
      if (['error', 'warning', 'assert'].includes(message.type())) this.#heard.push(message.text());
    });
    context.on('weberror', (error) => this.#heard.push(`Uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      const url = request.url();
      if (new URL(url).origin !== origin) this.#heard.push(`A request to someone else: ${url}`);
    });
  }

  /**
   * Says that this journey brings one about, on purpose.
   * @param {RegExp} pattern
   */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Fails when there was any other, or an expected one never came. */
  check() {
    const other = this.#heard.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(other, [], 'the browser complained');
    const absent = this.#expected.filter((pattern) => !this.#heard.some((text) => pattern.test(text)));
    assert.deepEqual(absent, [], 'a complaint was expected and did not come');
  }
}
