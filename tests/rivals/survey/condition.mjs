// Conditions of the survey, said in the language of each rival.

const CLAUSE = /(\w+) (?:(=|!=|<|>) ('[^']*'|\d+)|any of (\[[^\]]*\])|answered)/g;
const WHOLE = new RegExp(`^${CLAUSE.source}(?: (?:and|or) ${CLAUSE.source})*$`);

/**
 * @typedef {object} Language how a condition's parts are said
 * @property {(question: string, operator: string, constant: string) => string} compare
 * @property {(question: string, list: string) => string} anyOf
 * @property {(question: string) => string} answered
 * @property {string} and
 * @property {string} or
 */

/**
 * @param {string} condition with the parts that this survey uses, and no brackets
 * @param {Language} language
 * @returns {string}
 */
function say(condition, language) {
  if (!WHOLE.test(condition)) throw new Error(`The rivals can't say "${condition}".`);
  const clauses = condition.replace(CLAUSE, (_, question, operator, constant, list) => {
    if (operator) return language.compare(question, operator, constant);
    return list ? language.anyOf(question, list) : language.answered(question);
  });
  return clauses.replaceAll(' and ', language.and).replaceAll(' or ', language.or);
}

/**
 * An arrow function from answers to whether it holds.
 * @param {string} condition
 * @returns {string} its source
 */
export function inJavaScript(condition) {
  const operators = { '=': '===', '!=': '!==' };
  const expression = say(condition, {
    compare: (question, operator, constant) => `answers.${question} ${operators[operator] ?? operator} ${constant}`,
    anyOf: (question, list) => `${list}.includes(answers.${question})`,
    answered: (question) => `answers.${question} !== undefined`,
    and: ' && ',
    or: ' || ',
  });
  return `(answers) => ${expression}`;
}

/**
 * An expression of SurveyJS.
 * @param {string} condition
 * @returns {string}
 */
export function inSurveyJs(condition) {
  const operators = { '!=': '<>' };
  return say(condition, {
    compare: (question, operator, constant) => `{${question}} ${operators[operator] ?? operator} ${constant}`,
    anyOf: (question, list) => `{${question}} anyof ${list}`,
    answered: (question) => `{${question}} notempty`,
    and: ' and ',
    or: ' or ',
  });
}
