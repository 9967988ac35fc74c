// The shipped content pack, and packs made for one journey.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { content } from './setting.mjs';

/**
 * A file of the shipped pack, with the words of one language in the place of texts by language.
 * @param {string} name such as `site.json`
 * @param {string} [language]
 */
export function shipped(name, language = 'en') {
  const picked = (field, value) => (typeof value?.en === 'string' ? (value[language] ?? value.en) : value);
  return JSON.parse(readFileSync(join(content, name), 'utf8'), picked);
}

/**
 * A copy of the shipped pack with surveys added or replaced; it is gone after the test.
 * @param {import('node:test').TestContext} t
 * @param {...object} surveys definitions
 * @returns {string} its folder
 */
export function packWith(t, ...surveys) {
  const folder = mkdtempSync(join(tmpdir(), 'hark-pack-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(content, folder, { recursive: true });
  for (const survey of surveys) writeFileSync(join(folder, 'surveys', `${survey.id}.json`), JSON.stringify(survey));
  return folder;
}

/**
 * A copy of the shipped pack with other things to do; it is gone after the test.
 * @param {import('node:test').TestContext} t
 * @param {...object} organisations as `activities/ID.json` has them
 * @returns {string} its folder
 */
export function packOf(t, ...organisations) {
  const folder = packWith(t);
  // What is offered by need names some of those that ship.
  rmSync(join(folder, 'offer'), { recursive: true, force: true });
  const own = join(folder, 'activities');
  rmSync(own, { recursive: true });
  mkdirSync(own);
  for (const one of organisations) writeFileSync(join(own, `${one.id}.json`), JSON.stringify(one));
  return folder;
}

/**
 * Puts what came of a survey into a pack.
 * @param {string} folder of the pack
 * @param {object} came as `said-did/ID.json` has it
 */
export function putSaidDid(folder, came) {
  const file = join(folder, 'said-did', `${came.survey}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(came));
}

/**
 * Moves the borough of a pack into another time zone.
 * @param {string} folder of the pack
 * @param {string} zone its IANA name
 */
export function moveTo(folder, zone) {
  const file = join(folder, 'site.json');
  const site = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...site, time_zone: zone }));
}
