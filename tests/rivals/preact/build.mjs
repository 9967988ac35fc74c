// Preact: rendered to HTML at build, hydrated in the browser, its style in the page.

import { readFileSync } from 'node:fs';

import { bundle, esbuild } from '../build/packages.mjs';
import { survey } from '../survey/definition.mjs';
import { escape } from '../survey/html.mjs';
import { surveyModule } from './survey.mjs';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact', plugins: [surveyModule] };

/** @param {import('../build/site.mjs').Site} site */
export async function build(site) {
  const script = site.asset('main.js', await bundle(new URL('main.jsx', import.meta.url), jsx));
  const { code: css } = await esbuild.transform(readFileSync(new URL('style.css', import.meta.url), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  site.page('/index.html', page(await prerendered(), css.trim(), script));
}

async function prerendered() {
  const source = await bundle(new URL('prerender.jsx', import.meta.url), { ...jsx, platform: 'node' });
  const { html } = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
  return html;
}

function page(body, css, script) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Question 1 – ${escape(survey.title)}</title>
<meta name="description" content="${escape(survey.about)}">
<link rel="icon" href="data:,">
<style>${css}</style>
<script type="module" src="${script}"></script>
</head>
<body>${body}</body>
</html>
`;
}
