// One page as the Design System's documentation writes it.

import { escape } from '../survey/html.mjs';
import { questions, survey } from '../survey/definition.mjs';

/**
 * @param {object | undefined} question the thank you, where there is none
 * @param {number} index of the page
 * @param {(index: number) => string} address of a page
 * @param {{css: string, script: string}} assets
 * @returns {string}
 */
export function page(question, index, address, { css, script }) {
  const back = index > 0 ? `<a href="${address(index - 1)}" class="govuk-back-link">Back</a>` : '';
  const title = question?.title ?? 'Thank you';
  return `<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${escape(title)} – ${escape(survey.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d70b8">
<meta name="description" content="${escape(survey.about)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${css}">
<link rel="modulepreload" href="${script}">
</head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="govuk-template__header">
<section aria-label="Service information" class="govuk-service-navigation">
<div class="govuk-width-container"><div class="govuk-service-navigation__container">
<span class="govuk-service-navigation__service-name">${escape(survey.title)}</span>
</div></div>
</section>
</header>
<div class="govuk-width-container">
${back}
<main class="govuk-main-wrapper" id="main-content">
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${question ? form(question, index, address) : '<h1 class="govuk-heading-l">Thank you</h1>'}
</div></div>
</main>
</div>
<footer class="govuk-footer govuk-template__footer"><div class="govuk-width-container">
<span class="govuk-caption-m">${escape(survey.about)}</span>
</div></footer>
<script type="module" src="${script}"></script>
</body>
</html>
`;
}

function form(question, index, address) {
  const field = { single: choices, multiple: choices, number, text }[question.kind](question);
  return `<form action="${address(index + 1)}" method="get" novalidate>
<span class="govuk-caption-l">Question ${index + 1} of about ${questions.length}</span>
${field}
<button type="submit" class="govuk-button" data-module="govuk-button">Continue</button>
</form>`;
}

function choices({ id, kind, title, help, choices }) {
  const [name, type] = kind === 'single' ? ['radios', 'radio'] : ['checkboxes', 'checkbox'];
  const items = choices.map((choice, index) => {
    const own = index === 0 ? id : `${id}-${index + 1}`;
    const exclusive = choice.exclusive || choice.id === 'prefer-not' ? ' data-behaviour="exclusive"' : '';
    return `<div class="govuk-${name}__item">
<input class="govuk-${name}__input" id="${own}" name="${id}" type="${type}" value="${choice.id}"${kind === 'multiple' ? exclusive : ''}>
<label class="govuk-label govuk-${name}__label" for="${own}">${escape(choice.label)}</label>
</div>`;
  });
  return `<div class="govuk-form-group">
<fieldset class="govuk-fieldset"${help ? ` aria-describedby="${id}-hint"` : ''}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">${escape(title)}</h1></legend>
${hint(id, help)}
<div class="govuk-${name}" data-module="govuk-${name}">
${items.join('\n')}
</div>
</fieldset>
</div>`;
}

function number({ id, title, help, unit }) {
  return `<div class="govuk-form-group">
${label(id, title)}
${hint(id, help)}
<div class="govuk-input__wrapper">
<input class="govuk-input govuk-input--width-3" id="${id}" name="${id}" type="text" inputmode="numeric" aria-describedby="${id}-hint">
<div class="govuk-input__suffix" aria-hidden="true">${escape(unit)}</div>
</div>
</div>`;
}

function text({ id, title, help, longest }) {
  return `<div class="govuk-form-group govuk-character-count" data-module="govuk-character-count" data-maxlength="${longest}">
${label(id, title)}
${hint(id, help)}
<textarea class="govuk-textarea govuk-js-character-count" id="${id}" name="${id}" rows="5" aria-describedby="${id}-info ${id}-hint"></textarea>
<div id="${id}-info" class="govuk-hint govuk-character-count__message">You can enter up to ${longest} characters</div>
</div>`;
}

function label(id, title) {
  return `<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="${id}">${escape(title)}</label></h1>`;
}

function hint(id, help) {
  return help ? `<div id="${id}-hint" class="govuk-hint">${escape(help)}</div>` : '';
}
