// Nothing is lost on the way back, and nothing stays when the tab is closed.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { answer, change, checked, choice, definition, inWords, questions, start, walkThrough } from './support/survey.mjs';
import { focused, follow, goOn, heading, move, open, path, ready } from './support/walk.mjs';

const nights = definition('nights');
const [area, age, count, stops] = questions(nights);

journey('Back and Forward of the browser move one question and lose nothing', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  const way = [path(page)];
  for (const [question, given] of [[area, 'leigh'], [age, 'under-14'], [count, 2], [stops, ['cost', 'travel']]]) {
    await answer(page, question, given);
    await goOn(page);
    way.push(path(page));
  }
  assert.equal(new Set(way).size, 5, 'each question has an address of its own');

  await move(page, () => page.goBack());
  assert.equal(path(page), way[3]);
  assert.ok(await choice(page, stops, 'cost').isChecked() && (await choice(page, stops, 'travel').isChecked()));
  await move(page, () => page.goBack());
  assert.equal(path(page), way[2]);
  assert.equal(await page.getByRole('textbox', { name: count.title }).inputValue(), '2');
  await move(page, () => page.goBack());
  assert.ok(await choice(page, age, 'under-14').isChecked());
  await move(page, () => page.goBack());
  assert.ok(await choice(page, area, 'leigh').isChecked());
  await move(page, () => page.goBack());
  assert.equal(path(page), '/surveys/nights');

  for (const address of way) {
    await move(page, () => page.goForward());
    assert.equal(path(page), address);
  }
  const given = { area: 'leigh', age: 'under-14', nights: 2, stops: ['cost', 'travel'] };
  const seen = await walkThrough(page, nights, {});
  assert.deepEqual(await checked(page), inWords(nights, [area, age, count, stops].map(({ id }) => id).concat(seen), given));
});

journey('the Back button of the page is the Back of the browser', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'hindley');
  await goOn(page);
  await follow(page, 'button', 'Back');
  assert.equal(await heading(page).innerText(), area.title);
  assert.ok(await choice(page, area, 'hindley').isChecked());
  // It moved in the history instead of adding to it: there is a Forward now.
  await move(page, () => page.goForward());
  assert.equal(await heading(page).innerText(), age.title);
});

journey('Back leads to the page before even where the visit began here', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await goOn(page);
  await page.reload();
  await ready(page);
  await follow(page, 'button', 'Back');
  assert.equal(await heading(page).innerText(), area.title);

  const other = await context.newPage();
  await open(other, `${hark.url}/surveys/nights/1`);
  await follow(other, 'button', 'Back');
  assert.equal(path(other), '/surveys/nights');
});

journey('from the check, Back goes to the last question and Change comes back', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await walkThrough(page, nights, { area: 'leigh' });
  await change(page, area);
  await answer(page, area, 'outside');
  await goOn(page);
  assert.ok(path(page).endsWith('/check'));
  assert.equal((await checked(page))[area.title], 'Somewhere else');
  await follow(page, 'button', 'Back');
  assert.ok(await choice(page, area, 'outside').isChecked(), 'that was the page before');
});

journey('a reload keeps question and answers', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'atherton');
  await goOn(page);
  await answer(page, age, '14-to-16');
  await page.reload();
  await ready(page);
  assert.equal(path(page), '/surveys/nights/2');
  assert.ok(await choice(page, age, '14-to-16').isChecked());
  await move(page, () => page.goBack());
  assert.ok(await choice(page, area, 'atherton').isChecked());
});

journey('a radio button can be taken back', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  const back = page.getByRole('button', { name: 'Take my answer back' });
  assert.equal(await back.count(), 0, 'there is nothing to take back yet');
  await answer(page, area, 'leigh');
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await back.click();
  await page.getByRole('button', { name: 'Skip' }).waitFor();
  assert.ok(!(await choice(page, area, 'leigh').isChecked()));
  assert.match(await focused(page), /^input: Wigan North/, 'the focus stays with the question');
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, 'also after a reload');
});

journey('nothing is chosen beforehand', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  while (!path(page).endsWith('/check')) {
    const chosen = page.getByRole('radio', { checked: true }).or(page.getByRole('checkbox', { checked: true }));
    assert.equal(await chosen.count(), 0);
    await goOn(page);
  }
});

journey('closing the tab loses the draft', async ({ page, context, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'leigh');
  await follow(page, 'button', 'Back');
  await page.getByRole('link', { name: 'Carry on' }).waitFor();
  await page.close();
  const next = await context.newPage();
  await open(next, `${hark.url}/surveys/nights`);
  await next.getByRole('link', { name: 'Start the survey', exact: true }).waitFor();
  assert.equal(await next.getByRole('link', { name: 'Carry on' }).count(), 0);
  await follow(next, 'link', 'Start the survey');
  assert.equal(await next.getByRole('radio', { checked: true }).count(), 0);
});

journey('whoever starts again starts with nothing', async ({ page, hark }) => {
  await start(page, hark.url, 'nights');
  await answer(page, area, 'leigh');
  await follow(page, 'button', 'Back');
  await follow(page, 'link', 'Start again');
  assert.equal(await heading(page).innerText(), area.title);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
});
