// The rivals' packages, which live outside the project.

import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.env.HARK_RIVALS;
if (!folder) throw new Error('HARK_RIVALS is not set: build the rivals with "cargo xtask bench page".');

/** Where the packages are. */
export const modules = join(folder, 'node_modules');

const load = createRequire(join(folder, 'package.json'));

/** The bundler, the same one for all. */
export const esbuild = load('esbuild');

/** What every bundle for a browser is made with: as small as the bundler can. */
export const forBrowsers = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  nodePaths: [modules],
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * Bundles one entry.
 * @param {URL} entry
 * @param {import('esbuild').BuildOptions} [more]
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(entry, more = {}) {
  const { outputFiles } = await esbuild.build({ ...forBrowsers, entryPoints: [entry.pathname], ...more });
  return outputFiles[0].contents;
}
