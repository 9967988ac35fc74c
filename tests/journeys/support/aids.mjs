// A survey with everything that helps to read, and its files.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { packWith } from './pack.mjs';

/** Easy words and pictures, recordings, sign language, words in two languages. */
export const aids = {
  id: 'aids',
  version: 1,
  title: 'Parks',
  about: 'We ask about parks.',
  minutes: 1,
  thanks: 'We tell you what comes of it.',
  pages: [
    {
      id: 'park',
      questions: [{
        id: 'park',
        kind: 'single',
        title: { en: 'How satisfied are you with the parks in your area?', ur: 'آپ اپنے علاقے کے پارکوں سے کتنے مطمئن ہیں؟' },
        help: 'Think about the last four weeks.',
        easy: { title: 'Do you like the park?', help: 'Think of a park near you.', picture: 'easy/park.svg' },
        choices: [
          { id: 'yes', label: 'Satisfied', easy: { label: 'Yes', picture: 'easy/yes.svg' } },
          { id: 'no', label: 'Not satisfied', easy: { label: 'No', picture: 'easy/no.svg' } },
          { id: 'prefer-not', label: "I don't want to say" },
        ],
      }],
    },
    {
      id: 'visits',
      title: 'Going there',
      questions: [
        { id: 'visits', kind: 'number', title: 'How many visits?', required: true, most: 9, unit: 'visits', easy: { title: 'How often did you go?' } },
        { id: 'safe', kind: 'text', title: 'What would make it safer?', sensitive: true, helplines: ['childline'] },
      ],
    },
    {
      id: 'recorded',
      questions: [{
        id: 'recorded',
        kind: 'single',
        title: 'Is there a bench?',
        help: 'Any bench will do.',
        media: { audio: { en: 'say/bench.mp3' }, video: { en: 'sign/bench.mp4' } },
        choices: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }],
      }],
    },
  ],
};

/** Silence of a quarter of a second, as MPEG-1 layer III frames of 417 bytes. */
const SILENCE = Buffer.concat(Array.from({ length: 10 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64], 'latin1'), Buffer.alloc(413)])));

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="20" fill="#d8f2e4"/><circle cx="48" cy="48" r="24" fill="#1f9468"/></svg>';

/**
 * The shipped pack with that survey and its files.
 * @param {import('node:test').TestContext} t
 * @returns {string} its folder
 */
export function aidsPack(t) {
  const folder = packWith(t, aids);
  const files = {
    'easy/park.svg': DRAWING,
    'easy/yes.svg': DRAWING,
    'easy/no.svg': DRAWING,
    'say/bench.mp3': SILENCE,
    'sign/bench.mp4': 'a film',
  };
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, 'media', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}
