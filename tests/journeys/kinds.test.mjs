// Every kind of question, as a thumb and as a screen reader meet it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { audit } from './support/audit.mjs';
import { journey, PHONE } from './support/journey.mjs';
import { each, fits, fitsOtherLanguages, hittable } from './support/layout.mjs';
import { packWith } from './support/pack.mjs';
import { shot } from './support/shot.mjs';
import { checked, send, start } from './support/survey.mjs';
import { focused, goOn, heading, open } from './support/walk.mjs';

const kinds = JSON.parse(readFileSync(new URL('../fixtures/kinds.json', import.meta.url), 'utf8'));
const content = (t) => packWith(t, kinds);

journey('every kind of question is answered, checked and sent', async ({ page, hark }) => {
  await start(page, hark.url, 'kinds');
  await page.getByRole('radio', { name: 'Good', exact: true }).check();
  await looks(page, 'kinds-faces');
  await goOn(page);

  await page.getByRole('radio', { name: 'I agree', exact: true }).check();
  await looks(page, 'kinds-scale');
  await goOn(page);

  const row = (name) => page.getByRole('group', { name, exact: true });
  await row('A park or a playground').getByRole('radio', { name: 'Every week' }).check();
  await row('A youth club').getByRole('radio', { name: 'Once' }).check();
  await looks(page, 'kinds-matrix');
  await row('A youth club').getByRole('button', { name: 'Take my answer back' }).click();
  assert.equal(await row('A youth club').getByRole('radio', { checked: true }).count(), 0);
  await goOn(page);

  await rank(page, 'Free food at clubs', 'A late bus', 'Lights in the park');
  await page.getByRole('button', { name: 'Move up: Lights in the park' }).click();
  assert.deepEqual(await order(page), ['Free food at clubs', 'Lights in the park', 'A late bus']);
  await page.getByText('Lights in the park: place 2 of 3').waitFor();
  assert.match(await focused(page), /^(button|li)/, 'the focus stays with what was moved');
  assert.ok(await page.getByRole('button', { name: 'A music room' }).isDisabled(), 'three are enough');
  await page.getByRole('textbox').pressSequentially('1.05');
  await looks(page, 'kinds-ranking');
  await goOn(page);

  await page.getByRole('heading', { name: 'Your week was: Good.' }).waitFor();
  await page.getByRole('textbox', { name: 'What would make it better?' }).fill('x');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Write a little more, or leave it empty.' }).waitFor();
  await page.getByRole('textbox', { name: 'What would make it better?' }).fill('More light');
  await looks(page, 'kinds-words');
  await goOn(page);

  assert.deepEqual(await checked(page), {
    'How was your week?': 'Good',
    'The bus home feels safe at night.': 'I agree',
    'How often did you go there in the last four weeks?': 'A park or a playground: Every week',
    'What should come first?': 'Free food at clubs, Lights in the park, A late bus',
    'What would you pay for the late bus?': '1.05 pounds',
    'One word for your week': 'Not answered',
    'What would make it better?': 'More light',
  });
  await looks(page, 'kinds-check');
  await send(page);
  const [{ answers }] = hark.stored().responses;
  assert.deepEqual(answers, {
    mood: 'good',
    bus: 'agree',
    places: { park: 'weekly' },
    order: ['food', 'lights', 'bus'],
    pounds: 1.05,
  });
}, { content });

journey('what an earlier answer takes away is not asked and not sent', async ({ page, hark }) => {
  await start(page, hark.url, 'kinds');
  await goOn(page);
  await goOn(page);
  await page.getByRole('group', { name: 'The bus stop, just to sit' }).getByRole('radio', { name: 'Once' }).check();
  await goOn(page);
  await rank(page, 'A late bus', 'A music room');
  await goOn(page);
  await open(page, `${hark.url}/surveys/kinds/2`);
  await page.getByRole('radio', { name: 'I never take the bus' }).check();
  await goOn(page);
  assert.equal(await page.getByRole('group', { name: 'The bus stop, just to sit' }).count(), 0);
  await goOn(page);
  assert.deepEqual(await order(page), ['A music room']);
  assert.equal(await page.getByRole('button', { name: 'A late bus' }).count(), 0);
  await goOn(page);
  await page.getByRole('heading', { name: 'Your week was: not said.' }).waitFor();
  await goOn(page);
  await send(page);
  assert.deepEqual(hark.stored().responses[0].answers, { bus: 'never', order: ['music'] });
}, { content });

journey('a row of a matrix is a group of its own, and its answers are few enough to be counted', async ({ page, hark }) => {
  await start(page, hark.url, 'kinds');
  await goOn(page);
  await goOn(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const role = (name) => nodes.filter((node) => !node.ignored && node.role?.value === name);
  const titled = role('group').map((node) => node.name.value);
  for (const { label } of kinds.pages[2].questions[0].rows) assert.ok(titled.includes(label), label);
  const property = (node, name) => node.properties.find((it) => it.name === name)?.value.value;
  // A browser tells how many belong together by the group of a radio button's name.
  const names = await page.getByRole('radio').evaluateAll((all) => all.map(({ name }) => name));
  for (const name of new Set(names)) assert.equal(names.filter((other) => other === name).length, 4, name);
  assert.ok(role('radio').every((node) => property(node, 'focusable')));
  // By the keyboard: Tab goes from row to row, the arrows within one.
  await page.getByRole('group', { name: 'A youth club' }).getByRole('radio', { name: 'Never' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.getByRole('group', { name: 'A youth club' }).getByRole('radio', { name: 'Every week' }).isChecked());
}, { content });

journey('an order is made by dragging too, and by the keyboard alone', async ({ page, hark }) => {
  await start(page, hark.url, 'kinds');
  for (let pages = 0; pages < 3; pages += 1) await goOn(page);
  await rank(page, 'Lights in the park', 'A late bus', 'A music room');
  const handle = (place) => page.locator('.handle').nth(place);
  const [from, to] = [await handle(2).boundingBox(), await handle(0).boundingBox()];
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(...middle(from));
  await page.mouse.down();
  await page.mouse.move(...middle(to), { steps: 5 });
  await page.mouse.up();
  assert.deepEqual(await order(page), ['A music room', 'Lights in the park', 'A late bus']);
  await page.mouse.move(...middle(from));
  assert.deepEqual(await order(page), ['A music room', 'Lights in the park', 'A late bus'], 'let go is let go');

  await page.getByRole('button', { name: 'Take out: Lights in the park' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Lights in the park: taken out').waitFor();
  assert.deepEqual(await order(page), ['A music room', 'A late bus']);
  await page.getByRole('button', { name: "I don't want to say" }).click();
  assert.deepEqual(await order(page), ["I don't want to say"], 'it stands alone');
  await page.reload();
  await heading(page).waitFor();
  await page.locator('html[data-ready]').waitFor();
  assert.deepEqual(await order(page), ["I don't want to say"], 'a reload loses nothing');
}, { content });

/** Everything that a summary of errors has to lead to. */
const wrong = {
  id: 'wrong', version: 1, title: 'Wrong', about: 'A survey that finds fault.', minutes: 1, thanks: 'Thank you.',
  pages: [
    { id: 'go', questions: [{ id: 'go', kind: 'single', title: 'Go?', choices: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] }] },
    {
      id: 'table',
      questions: [{
        id: 'table', kind: 'matrix', title: 'Table', constraint: "table.a != 'y'", constraint_message: 'Not so.',
        rows: [{ id: 'a', label: 'Row A' }, { id: 'b', label: 'Row B', required: true }],
        choices: [{ id: 'x', label: 'X', visible_if: "go = 'yes'" }, { id: 'y', label: 'Y' }, { id: 'z', label: 'Z' }],
      }],
    },
    {
      id: 'order',
      questions: [{
        id: 'order', kind: 'ranking', title: 'Order', easy: { title: 'Sort' }, constraint: 'count-selected(order) < 2', constraint_message: 'Only one.',
        choices: [{ id: 'a', label: 'As {go}', easy: { label: 'So' } }, { id: 'b', label: 'B' }],
      }],
    },
    { id: 'one', questions: [{ id: 'one', kind: 'single', title: 'One', required: true, choices: [{ id: 'x', label: 'X', visible_if: "go = 'yes'" }, { id: 'y', label: 'Y' }] }] },
    {
      id: 'some',
      questions: [{
        id: 'some', kind: 'single', title: 'Some', required: true,
        choices: [{ id: 'x', label: 'X', visible_if: "go = 'yes'" }, { id: 'y', label: 'Y', visible_if: "go = 'no'" }],
      }],
    },
  ],
};

journey('the summary of errors always leads somewhere', async ({ page, hark }) => {
  await start(page, hark.url, 'wrong');
  await page.getByRole('radio', { name: 'No' }).check();
  await goOn(page);

  const row = (name) => page.getByRole('group', { name, exact: true });
  await row('Row A').getByRole('radio', { name: 'Z' }).check();
  await leads(page, 'Choose an answer in this row.', row('Row B').getByRole('radio', { name: 'Y' }));
  await row('Row B').getByRole('radio', { name: 'Z' }).check();
  await row('Row B').getByRole('button', { name: 'Take my answer back' }).click();
  assert.ok(await hasFocus(row('Row B').getByRole('radio', { name: 'Y' })), 'X is not offered');
  for (const name of ['Row A', 'Row B']) await row(name).getByRole('radio', { name: 'Y' }).check();
  await leads(page, 'Not so.', page.getByRole('group', { name: 'Table' }));
  await row('Row A').getByRole('radio', { name: 'Z' }).check();
  await goOn(page);

  await rank(page, 'As No', 'B');
  await page.getByText('B: place 2 of 2').waitFor();
  await leads(page, 'Only one.', page.getByRole('group', { name: 'Order' }));
  await page.getByRole('button', { name: 'Easy words' }).click();
  await page.getByRole('button', { name: 'Move down: So', exact: true }).click();
  await page.getByText('So: place 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Take out: So', exact: true }).click();
  await page.getByText('So: taken out').waitFor();
  const left = page.getByRole('button', { name: 'So', exact: true });
  await left.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('button.choice'));
  assert.ok(await hasFocus(left), 'the focus stays with what was taken out');
  await goOn(page);

  await leads(page, 'Choose an answer.', page.getByRole('radio', { name: 'Y' }));
  await page.getByRole('radio', { name: 'Y' }).check();
  await goOn(page);
  await leads(page, 'Choose an answer.', page.getByRole('group', { name: 'Some' }));
}, { content: (t) => packWith(t, wrong) });

/** Presses Continue, and follows what the summary says to `target`. */
async function leads(page, said, target) {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: said }).click();
  assert.ok(await hasFocus(target), `"${said}" leads to ${await focused(page)}`);
}

function hasFocus(element) {
  return element.evaluate((it) => it === document.activeElement);
}

/** Looks at a screen as different people see it: nothing sticks out, nothing is too small, nothing is wrong. */
async function looks(page, name) {
  const see = async (how, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await shot(page, `${name}-${how}`, { fullPage: true });
    await audit(page, `${name}, ${how}`);
  };
  await each([
    () => hittable(page, name),
    () => fits(page, name),
    () => see('light', 'light'),
    () => see('dark', 'dark'),
    () => page.emulateMedia({ colorScheme: 'light' }),
    () => page.setViewportSize({ width: 320, height: 256 }),
    () => fits(page, `${name}, narrow`),
    () => fitsOtherLanguages(page, `${name}, narrow`),
  ]).finally(() => page.setViewportSize(PHONE));
}

async function rank(page, ...labels) {
  for (const name of labels) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: `Take out: ${name}` }).waitFor();
  }
}

function order(page) {
  return page.locator('.ranked').allInnerTexts();
}
