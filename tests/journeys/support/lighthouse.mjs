// Lighthouse, with the settings it has for a phone.

import { pathToFileURL } from 'node:url';

import { tools } from './setting.mjs';

const { default: lighthouse } = await import(pathToFileURL(tools.resolve('lighthouse')).href);

/**
 * Loads an address with nothing stored and judges it.
 * @param {import('./chromium.mjs').Chromium} browser
 * @param {string} url
 * @param {string[]} categories such as `performance`
 * @returns {Promise<object>} Lighthouse's report; the error has Lighthouse's `code`
 */
export async function report(browser, url, categories) {
  const flags = { port: browser.port, onlyCategories: categories, logLevel: 'error', locale: 'en' };
  const { lhr } = await lighthouse(url, flags);
  if (lhr.runtimeError) {
    const { code, message } = lhr.runtimeError;
    throw Object.assign(new Error(`${url}: ${message}`), { code });
  }
  return lhr;
}

/**
 * The audits that keep a category from its full score, in words.
 * @param {object} lhr a report
 * @param {string} category
 * @returns {string[]}
 */
export function failures(lhr, category) {
  const counted = lhr.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  const audits = counted.map(({ id }) => lhr.audits[id]);
  return audits.filter(({ score }) => score !== null && score < 1).map(inWords);
}

function inWords({ id, title, displayValue, explanation, errorMessage, details }) {
  const where = (details?.items ?? []).map((item) => item.node?.snippet ?? item.description ?? item.source ?? JSON.stringify(item));
  return [`${id}: ${title}`, displayValue, explanation, errorMessage, ...where].filter(Boolean).join(' · ');
}
