// The one survey that every page asks: the content pack's own.

import { readFileSync } from 'node:fs';

const file = new URL('../pack/surveys/rival.json', import.meta.url);

/** The definition, as Hark reads it. */
export const survey = JSON.parse(readFileSync(file, 'utf8'));

/** The questions in order. Each page of this survey holds one. */
export const questions = survey.pages.map(({ visible_if: when, questions: [question] }) => ({ ...question, when }));
