// GOV.UK Frontend: a plain HTML form, a page of its own for each question, no server.
//
// A real service decides on its server which question comes next, and sends the browser
// there by way of a redirect. Here each form names the next page itself, which saves
// this rival that second way to the server.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundle, modules } from '../build/packages.mjs';
import { questions } from '../survey/definition.mjs';
import { page } from './page.mjs';

/** @param {import('../build/site.mjs').Site} site */
export async function build(site) {
  const css = readFileSync(join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
  const assets = {
    // Its font is licensed for gov.uk alone: everybody else is told to leave it out.
    css: site.asset('main.css', css.replaceAll(/@font-face\{[^}]*\}/g, '')),
    script: site.asset('main.js', await bundle(new URL('main.mjs', import.meta.url))),
  };
  questions.forEach((question, index) => site.page(address(index), page(question, index, address, assets)));
  site.page(address(questions.length), page(undefined, questions.length, address, assets));
}

/** Where the page of a question is. */
function address(index) {
  return index === 0 ? '/index.html' : `/${index + 1}.html`;
}
