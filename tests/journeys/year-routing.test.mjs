// Who is asked what, and that exactly this arrives.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, change, checked, choice, definition, inWords, questions, send, shown, shownEnvelope, start, walkThrough } from './support/survey.mjs';
import { follow, goOn, path } from './support/walk.mjs';

const tellus = definition('tellus');
const byId = Object.fromEntries(questions(tellus).map((question) => [question.id, question]));

/** Asked whatever the year and the answers. */
const EVERYONE = questions({ ...tellus, pages: tellus.pages.filter((page) => !page.visible_if) }).map(({ id }) => id);

/** Follow from the answers given below, in every year. */
const FOLLOW = ['lessons', 'school-bullying', 'bullied-when', 'bullied-where', 'parks-better'];
/** Asked from Year 8 on. */
const OLDER = [
  'looks', 'about-substances', 'alcohol', 'drunk', 'smoke', 'smoke-often', 'drugs', 'drugs-times', 'solvents-times',
  'relationships', 'money-stops',
];
const ONLY_6 = ['secondary', 'secondary-help'];
const ONLY_10 = ['plans', 'job-hours', 'plans-help'];

/** Who sees what besides, with the answers given below. */
const YEARS = [
  { year: '6', also: [...FOLLOW, ...ONLY_6], never: [...OLDER, ...ONLY_10] },
  { year: '8', also: [...FOLLOW, ...OLDER], never: [...ONLY_6, ...ONLY_10] },
  { year: '10', also: [...FOLLOW, ...OLDER, ...ONLY_10], never: ONLY_6 },
];

/** An answer to everything; each gate is opened. */
const ANSWERS = {
  happy: 'agree-bit', friends: 'two-to-five', talk: { parent: 'easily', friend: 'no', adult: 'prefer-not' }, enjoy: 'quite',
  lessons: { fun: 'often', calm: 'dont-know' }, 'help-learn': ['quiet', 'computer'], secondary: 'excited',
  'secondary-help': ['visit'], plans: 'college', fruit: 0, breakfast: 'never', active: 7, sleep: 8.5,
  feelings: { cheerful: 'often', lonely: 'hardly' }, looks: 'quite', 'eat-together': 'rarely', alcohol: 'yes', drunk: 'never',
  smoke: 'yes', 'smoke-often': 'never', drugs: 'yes', 'drugs-times': 'once', 'solvents-times': 'prefer-not',
  relationships: 'had-none', safe: { day: 'safe', dark: 'very-unsafe' }, bullied: 'yes', 'bullied-when': 'this-year',
  'bullied-where': ['online'], 'school-bullying': 'badly', group: 'no', been: ['park', 'music'], weekend: 'little',
  stops: ['cost'], 'more-of': ['trips', 'music'], listened: 'hardly', 'taken-part': ['none'], 'money-stops': 'no',
  'job-hours': 0.5, 'plans-help': ['money'], advice: ['health'], future: 'mixed', area: 'leigh', 'area-life': 'ok',
  parks: 'poor', 'parks-better': 'Swings <b>& lamps</b> 🌟', 'anything-else': 'Longer\nopening hours',
};

for (const { year, also, never } of YEARS) {
  journey(`Year ${year} is asked its own questions, and one row arrives`, async ({ page, hark }) => {
    await start(page, hark.url, 'tellus');
    const given = { year, ...ANSWERS };
    const seen = await walkThrough(page, tellus, given);
    const expected = questions(tellus).map(({ id }) => id).filter((id) => EVERYONE.includes(id) || also.includes(id));
    assert.deepEqual(seen, expected, 'the questions, in their order');
    assert.deepEqual(seen.filter((id) => never.includes(id)), []);
    assert.deepEqual(await checked(page), inWords(tellus, seen, given));

    await send(page);
    const asked = Object.entries(given).filter(([id]) => seen.includes(id));
    assertStored(hark.stored(), 'tellus', Object.fromEntries(asked));
  });
}

journey('a hidden answer is neither shown nor sent, and comes back with its question', async ({ page, hark }) => {
  await start(page, hark.url, 'tellus');
  while (!(await asks(page, 'bullied'))) await goOn(page);
  await answer(page, byId.bullied, 'yes');
  await goOn(page);
  assert.ok(await asks(page, 'bullied-when'), 'the gate opens its follow-up');
  await answer(page, byId['bullied-when'], 'four-weeks');
  await follow(page, 'button', 'Back');
  await answer(page, byId.bullied, 'no');
  const seen = await walkThrough(page, tellus, {});
  assert.ok(!seen.includes('bullied-when'), 'the follow-up is gone');
  assert.ok(!(byId['bullied-when'].title in (await checked(page))));
  assert.deepEqual(JSON.parse(await shownEnvelope(page)).answers, { bullied: 'no' });

  await change(page, byId.bullied);
  await answer(page, byId.bullied, 'yes');
  await goOn(page);
  assert.ok(await asks(page, 'bullied-when'), 'a page that is new to the check comes next');
  assert.ok(await choice(page, byId['bullied-when'], 'four-weeks').isChecked(), 'with its answer');
  await goOn(page);
  assert.ok(await asks(page, 'bullied-where'), 'as does what follows from it');
  await goOn(page);
  assert.ok(path(page).endsWith('/check'), 'and from there back to the check');
  await send(page);
  assertStored(hark.stored(), 'tellus', { bullied: 'yes', 'bullied-when': 'four-weeks' });
});

journey('changing the year at the check changes what is asked and sent', async ({ page, hark }) => {
  await start(page, hark.url, 'tellus');
  await walkThrough(page, tellus, { year: '10', plans: 'job', alcohol: 'no' });
  await change(page, byId.year);
  await answer(page, byId.year, '6');
  await goOn(page);
  assert.ok(path(page).endsWith('/check'), 'the next page was seen before');
  const check = await checked(page);
  assert.ok(byId.secondary.title in check);
  assert.ok(!(byId.plans.title in check) && !(byId.alcohol.title in check));
  await send(page);
  assertStored(hark.stored(), 'tellus', { year: '6' });
});

async function asks(page, id) {
  return (await shown(page, tellus)).some((question) => question.id === id);
}

/** One row with the closed answers; texts apart, with nothing that leads back to it. */
function assertStored({ responses, texts }, survey, answers) {
  const isText = ([id]) => byId[id].kind === 'text';
  const closed = Object.fromEntries(Object.entries(answers).filter((entry) => !isText(entry)));
  assert.equal(responses.length, 1);
  const [{ id, week, ...row }] = responses;
  assert.deepEqual(row, { survey, version: tellus.version, group_code: null, mark: null, answers: closed });
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.match(week, /^\d{4}-W\d\d$/);

  const written = Object.entries(answers).filter(isText).map(([question, text]) => ({ survey, question, text, mark: null }));
  const byQuestion = (a, b) => (a.question < b.question ? -1 : 1);
  assert.deepEqual(texts.map(({ key, ...text }) => text).sort(byQuestion), written.sort(byQuestion));
  const keys = texts.map(({ key }) => key);
  assert.equal(new Set([id, ...keys]).size, keys.length + 1, 'every row has a random key of its own');
}
