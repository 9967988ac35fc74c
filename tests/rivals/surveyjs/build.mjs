// SurveyJS: its engine and its user interface without a framework, in one bundle.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundle, modules } from '../build/packages.mjs';
import { survey } from '../survey/definition.mjs';
import { escape } from '../survey/html.mjs';
import { definition } from './definition.mjs';

/** Answers `import … from 'definition'`. */
const definitionModule = {
  name: 'definition',
  setup(build) {
    build.onResolve({ filter: /^definition$/ }, ({ path }) => ({ path, namespace: 'definition' }));
    build.onLoad({ filter: /.*/, namespace: 'definition' }, () => ({
      contents: `export const definition = ${JSON.stringify(definition)};`,
    }));
  },
};

/** @param {import('../build/site.mjs').Site} site */
export async function build(site) {
  const main = await bundle(new URL('main.mjs', import.meta.url), { plugins: [definitionModule] });
  // The smaller of the two style sheets that it brings: no font in it.
  const css = readFileSync(join(modules, 'survey-core/survey-core.fontless.min.css'));
  site.page('/index.html', page(site.asset('main.css', css), site.asset('main.js', main)));
}

function page(css, script) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(survey.title)}</title>
<meta name="description" content="${escape(survey.about)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${css}">
<style>body{margin:0;--sjs-font-family:system-ui,sans-serif}</style>
<script type="module" src="${script}"></script>
</head>
<body><div id="survey"></div></body>
</html>
`;
}
