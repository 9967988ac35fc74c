// What `cargo xtask test` tells the journeys, through the environment.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} name of an environment variable
 * @returns {string}
 */
function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with "cargo xtask test".`);
  return value;
}

/** The endpoint's program. */
export const hark = needed('HARK_BIN');
/** The program that prints what a database holds: only journeys have it, benchmarks don't. */
export const stored = () => needed('HARK_STORED');
/** The built site. */
export const site = needed('HARK_SITE');
/** The same site with its style guide. */
export const styleguide = () => needed('HARK_STYLEGUIDE');
/** The browser's program. */
export const chromium = needed('HARK_CHROMIUM');
/** Where pictures of screens go; nowhere when it is not set. */
export const shots = process.env.HARK_SHOTS;
/** The content pack that Hark ships. */
export const content = fileURLToPath(new URL('../../../public/content', import.meta.url));
/** Loads the tools, which live outside the project. */
export const tools = createRequire(`${needed('HARK_TOOLS')}/package.json`);
