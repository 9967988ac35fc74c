// The accessibility audit that every journey ends in.

import assert from 'node:assert/strict';

import { tools } from './setting.mjs';

const { source } = tools('axe-core');

// Every rule there is: WCAG 2.2 A to AAA, best practices, and the experimental ones,
// some of which axe leaves out unless asked.
const RUN = `(async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations, incomplete, passes } = await axe.run(document, { rules });
  const said = ({ id, help, nodes }) =>
    nodes.map((node) => id + ' (' + help + ') at ' + node.target.join(' ') + ': ' + node.failureSummary);
  const contrast = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
  return {
    violations: violations.flatMap(said),
    unsure: contrast.flatMap(({ nodes }) => nodes).length,
    passes: passes.length,
  };
})()`;

// With forced colours Chromium paints text in the colour of the system, and says so of
// `color`; of `-webkit-text-fill-color`, which axe asks first, it still gives the colour
// of the page. This corrects it in the audit's own world; no rule is left out.
const READ_FORCED_COLOURS = `(() => {
  const own = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const forced = name === '-webkit-text-fill-color' && matchMedia('(forced-colors: active)').matches;
    return own.call(this, forced ? 'color' : name);
  };
})()`;

// Where scripts are off no timer ever fires, and axe waits for some: there they fire at once.
const DO_WITHOUT_TIMERS = `if (matchMedia('(scripting: none)').matches) {
  globalThis.setTimeout = (act) => void Promise.resolve().then(act);
}`;

// "Exit this page" stands over the end of what is in view, and axe would take a link that
// lies under it for a small one. At the end of the page it stands where nothing is under it.
const TO_THE_END = `if (document.querySelector('.exit')) {
  globalThis.scrolled = scrollY;
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
}`;
const BACK = `if ('scrolled' in globalThis) scrollTo({ top: globalThis.scrolled, behavior: 'instant' });`;

/**
 * Audits the screen as it is now, with no rule switched off.
 *
 * axe runs in a world of its own beside the page: the page's policies stay as they
 * are, and nothing of the page's own is touched.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} [name] of the screen, for whoever reads a failure
 * @returns {Promise<number>} in how many places axe could not tell the contrast
 */
export async function audit(page, name = page.url()) {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'audit' });
    const contextId = world.executionContextId;
    await evaluate(session, { contextId, expression: source });
    await evaluate(session, { contextId, expression: READ_FORCED_COLOURS });
    await evaluate(session, { contextId, expression: DO_WITHOUT_TIMERS });
    await evaluate(session, { contextId, expression: TO_THE_END });
    const found = await evaluate(session, { contextId, expression: RUN, awaitPromise: true, returnByValue: true });
    await evaluate(session, { contextId, expression: BACK });
    assert.ok(found.passes > 0, `${name}: the audit saw nothing.`);
    assert.deepEqual(found.violations, [], `${name}: accessibility`);
    return found.unsure;
  } finally {
    await session.detach();
  }
}

async function evaluate(session, call) {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', call);
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}
