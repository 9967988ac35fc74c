// Every screen of the site, each once.

import { answer, choice, definition, questions } from './survey.mjs';
import { follow, goOn, heading, move, open } from './walk.mjs';

/**
 * Walks through every screen and calls `look` at each.
 *
 * @param {import('./journey.mjs').Scene} scene
 * @param {(name: string) => Promise<void>} look
 */
export async function tour({ page, hark, expect }, look) {
  const nights = Object.fromEntries(questions(definition('nights')).map((question) => [question.id, question]));
  const menu = (name) => move(page, () => page.getByRole('banner').getByRole('link', { name }).click());

  await open(page, hark.url);
  await look('home');
  await menu('Things to do');
  await page.getByRole('listitem').getByRole('heading').first().waitFor();
  await look('activities');
  await menu('Talk to someone');
  await page.getByRole('heading', { name: 'Childline' }).waitFor();
  await look('help');
  await follow(page, 'link', 'Find the right help');
  await page.getByRole('link', { name: 'I feel low' }).waitFor();
  await look('offer');
  await follow(page, 'link', 'I feel low');
  await look('need');
  await follow(page, 'link', /^What we know about you/);
  await look('privacy');
  await follow(page, 'link', 'Can everyone use this site?');
  await look('access');
  await menu('Have your say');
  await page.getByRole('link', { name: 'How is life for you?' }).waitFor();
  await look('surveys');
  await follow(page, 'link', 'How is life for you?');
  await look('start');

  await follow(page, 'link', 'Start the survey');
  await goOn(page);
  await page.getByText('Want to talk about this?').click();
  await page.getByRole('link', { name: 'Call 0800 1111' }).waitFor();
  await look('question-that-can-hurt');
  await goOn(page);
  await look('several-questions');

  await open(page, `${hark.url}/surveys/nights/1`);
  await choice(page, nights.area, 'leigh').check();
  await look('single');
  await page.getByRole('button', { name: 'Stop and delete my answers' }).click();
  await page.getByRole('button', { name: 'No, keep' }).waitFor();
  await look('stop');
  await goOn(page);
  await goOn(page);
  await look('number');
  await answer(page, nights.nights, 'lots');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('group', { name: 'Please look at this again' }).waitFor();
  await look('error');
  await answer(page, nights.nights, 2);
  await goOn(page);
  await answer(page, nights.stops, ['cost', 'travel']);
  await look('multiple');
  while ((await heading(page).innerText()) !== nights.idea.title) await goOn(page);
  await answer(page, nights.idea, 'A lantern walk through the park');
  await look('text');
  await goOn(page);
  await page.getByText('See it exactly as your phone sends it').click();
  await look('check');

  expect(/net::ERR_/);
  await hark.stop();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByRole('alert').waitFor();
  await look('not-sent');
  await hark.start();
  await open(page, hark.url);
  await page.getByText('are not sent yet').waitFor();
  await look('home-with-unsent');
  await open(page, `${hark.url}/surveys/nights/check`);
  await move(page, () => page.getByRole('button', { name: /^(Send my answers|Try again)$/ }).click());
  await look('sent');

  expect(/404/);
  await open(page, `${hark.url}/nowhere`);
  await look('not-found');
}
