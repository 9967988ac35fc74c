// The pages that are measured: the first question of the same survey, four times.

/**
 * @typedef {object} RivalPage
 * @property {string} name
 * @property {string} url of the first question
 * @property {RegExp} next the name of the button that leads on
 * @property {string} title the selector of a question's title
 *
 * @param {string} hark the address of Hark's endpoint
 * @param {Record<string, string>} rivals the addresses of their servers
 * @returns {RivalPage[]} in the order they are measured
 */
export function pages(hark, rivals) {
  return [
    { name: 'hark', url: `${hark}/surveys/rival/1`, next: /^(Continue|Skip)$/, title: 'h1' },
    { name: 'preact', url: `${rivals.preact}/`, next: /^Next$/, title: 'h1' },
    { name: 'govuk', url: `${rivals.govuk}/`, next: /^Continue$/, title: 'h1' },
    { name: 'surveyjs', url: `${rivals.surveyjs}/`, next: /^Next$/, title: '.sd-question__title' },
  ];
}
