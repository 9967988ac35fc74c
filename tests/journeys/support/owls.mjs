// A thing to do that is on at night, over the change of the clocks; and two poor ones.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packWith } from './pack.mjs';

const checked = { on: '2026-10-01', by: 'Team' };
const plain = { about: 'Board games and toast.', kind: 'club', level: 'universal', ages: { from: 11, to: 19 }, cost: { pence: 0 }, joining: 'drop-in', join: 'Just turn up.', checked };

const owls = {
  id: 'owls-trust',
  name: 'Owls Trust',
  sample: true,
  places: [
    { id: 'hall', name: 'Owl Hall', locality: 'leigh', address: 'Mill Lane, Leigh', lat: 53.497, lon: -2.519, has: ['lift', 'bus-stop-nearby'], find: 'The door is round the back.' },
    { id: 'bus', name: 'The owl bus', kind: 'bus', locality: 'atherton' },
  ],
  services: [
    {
      ...plain,
      id: 'owls',
      name: 'Night owls',
      cost: { pence: 50, words: 'With a drink.' },
      phone: '01942 000000',
      web: 'owls.example',
      email: 'team@owls.example',
      welcome: { decides: 'You do.', tells: 'Nobody, but if you are in danger.', expect: 'Somebody shows you round.', alone: true, friend: true, visited: '2026-09-01' },
      sessions: [
        { place: 'hall', days: ['sat'], from: '22:00', to: '02:30' },
        {
          place: 'bus', days: ['tue'], from: '16:00', to: '18:00', cost: { pence: 0 },
          cancelled: [{ date: '2026-10-27', why: 'The bus is at the garage.' }],
          moved: [{ date: '2026-11-03', to: '2026-11-04', from: '17:00', until: '19:00' }],
        },
      ],
    },
    { ...plain, id: 'owls-ask', name: 'Quiet owls', level: 'targeted', sessions: [], checked: { ...checked, on: '2026-01-01' } },
    { ...plain, id: 'owls-paused', name: 'Tired owls', status: 'paused', alert: 'Back in spring.', sessions: [{ place: 'hall', days: ['mon'], from: '18:00', to: '20:00' }] },
  ],
};

/**
 * The shipped pack with these.
 * @param {import('node:test').TestContext} t
 * @returns {string} its folder
 */
export function withOwls(t) {
  const folder = packWith(t);
  writeFileSync(join(folder, 'activities', 'owls-trust.json'), JSON.stringify(owls));
  return folder;
}
