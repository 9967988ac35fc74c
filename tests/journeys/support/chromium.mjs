// The browser as a process of its own, for tools that bring their own way to drive it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { chromium } from './setting.mjs';

/** How every browser here is started: it asks nobody for anything of its own accord. */
export const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that listens on a port, with a profile that is gone afterwards. */
export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), 'hark-chromium-'));
  #process;
  /** Where it listens. */
  port;

  /** @returns {Promise<Chromium>} */
  static async start() {
    const browser = new Chromium();
    const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${browser.#profile}`];
    browser.#process = spawn(chromium, [...FLAGS, ...own, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
    for await (const line of createInterface({ input: browser.#process.stderr })) {
      const listening = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line);
      if (!listening) continue;
      browser.port = Number(listening[1]);
      // What it says from now on is nobody's business, but must not fill the pipe.
      browser.#process.stderr.resume();
      return browser;
    }
    throw new Error('The browser ended before it said where it listens.');
  }

  /** Stops it and takes its profile away. */
  async remove() {
    // Not 'exit': its helpers outlive it and still write to the profile. They share its
    // stderr, which closes with the last of them.
    const ended = once(this.#process, 'close');
    this.#process.kill('SIGTERM');
    await ended;
    rmSync(this.#profile, { recursive: true });
  }
}
