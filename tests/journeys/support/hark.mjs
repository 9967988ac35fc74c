// The real endpoint, as a process of its own with its own port and data.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import * as setting from './setting.mjs';

/** A running endpoint. It can be stopped and started again where it was. */
export class Hark {
  #data = mkdtempSync(join(tmpdir(), 'hark-journey-'));
  #process;
  #site;
  /** Its address, such as `http://127.0.0.1:40123`. */
  url;

  /**
   * Starts one, on a free port and with nothing stored.
   * @param {string} [content] the content pack's folder
   * @param {string} [site] the site's folder
   * @returns {Promise<Hark>}
   */
  static async start(content = setting.content, site = setting.site) {
    const hark = new Hark();
    hark.#site = site;
    await hark.start(content);
    return hark;
  }

  /**
   * Starts it again, at the same address and with what it had stored.
   * @param {string} [content] the content pack's folder
   */
  async start(content = setting.content) {
    const port = this.url ? new URL(this.url).port : '0';
    const options = ['--port', port, '--data', this.#data, '--content', content, '--site', this.#site];
    this.#process = spawn(setting.hark, ['serve', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: this.#process.stdout })) {
      const address = /^Hark is at (http:\S+)$/.exec(line);
      if (address) {
        this.url = address[1];
        return;
      }
    }
    throw new Error('hark serve ended before it said where it is.');
  }

  /** Stops it, in order, as a service manager does. */
  async stop() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
  }

  /**
   * What was reported so far, as `hark reports` prints it.
   * @returns {Array<{service: string, what: string, count: number, last: string}>}
   */
  reports() {
    return JSON.parse(execFileSync(setting.hark, ['reports', '--json', '--data', this.#data]));
  }

  /** Stops it and takes its data away. */
  async remove() {
    await this.stop();
    rmSync(this.#data, { recursive: true });
  }

  /**
   * Everything that is on its disk.
   * @returns {{responses: Array<object>, texts: Array<object>}} rows, with all their columns
   */
  stored() {
    const rows = JSON.parse(execFileSync(setting.stored(), [join(this.#data, 'hark.db')], { encoding: 'utf8' }));
    // A column of its own in the database, but JSON inside.
    const responses = rows.responses.map((row) => ({ ...row, answers: JSON.parse(row.answers) }));
    return { ...rows, responses };
  }
}
