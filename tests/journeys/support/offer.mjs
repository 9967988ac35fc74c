// The youth offer as the pack has it.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { shipped } from './pack.mjs';
import { content } from './setting.mjs';

/** Its themes, in the order in which the site lists them. */
export const themes = readdirSync(join(content, 'offer'))
  .map((file) => shipped(join('offer', file)))
  .sort((one, other) => least(one) - least(other));

/** Every need. */
export const needs = themes.flatMap(({ needs }) => needs);

function least({ needs }) {
  return Math.min(...needs.map(({ number }) => number));
}
