// The languages of the site and its words, as the files have them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { content } from './setting.mjs';

const locales = fileURLToPath(new URL('../../../public/locales', import.meta.url));

/** The tags of all languages, the site's own first. */
export const LANGUAGES = JSON.parse(readFileSync(join(content, 'site.json'), 'utf8')).languages;

/** Every address whose page shows its text before the app is there. */
export const ADDRESSES = [
  '/',
  '/activities',
  '/help',
  '/offer',
  '/offer/7',
  '/surveys',
  '/surveys/nights',
  '/surveys/nights/1',
  '/surveys/tellus',
  '/surveys/tellus/1',
  '/surveys/summer-2027',
  '/surveys/parks-2026',
  '/privacy',
  '/access',
];

/**
 * What the site says in a language.
 * @param {string} language its tag
 * @returns {Record<string, string>} words by key
 */
export function words(language) {
  return JSON.parse(readFileSync(join(locales, `${language}.json`), 'utf8')).words;
}

/**
 * Chooses a language in the list of languages and waits until it is spoken.
 * @param {import('playwright-core').Page} page
 * @param {string} language its tag
 */
export async function speak(page, language) {
  await page.locator('#language').focus();
  await page.locator('#language').selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}
