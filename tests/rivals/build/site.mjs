// A rival's site on disk: named after its bytes, and compressed as well as it goes.

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A folder of files that are never written twice under one name. */
export class Site {
  #folder;

  /** @param {string} folder emptied first */
  constructor(folder) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /**
   * Adds a file that may be kept for ever.
   * @param {string} name such as `main.js`
   * @param {string | Uint8Array} bytes
   * @returns {string} its address, with a hash in its name
   */
  asset(name, bytes) {
    const [stem, ending] = name.split('.');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const address = `/assets/${stem}-${hash}.${ending}`;
    this.#write(address, bytes);
    return address;
  }

  /**
   * Adds a page.
   * @param {string} address such as `/2.html`
   * @param {string} html
   */
  page(address, html) {
    this.#write(address, html);
  }

  #write(address, bytes) {
    const path = join(this.#folder, address);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, best));
  }
}
