// Things to do: made up for a journey, and as they stand on the screen.

/**
 * An organisation with one place in each part of the borough that is named.
 * @param {Array<{id: string, sessions: object[]}>} services with whatever differs from a free club for 11 to 19
 * @returns {object} as `activities/ID.json` has it
 */
export function organisation(services) {
  const used = services.flatMap(({ sessions }) => sessions.map(({ place }) => place));
  return {
    id: 'made-up',
    name: 'Made Up',
    sample: true,
    places: [...new Set(used)].map((locality) => ({ id: locality, name: `The hall in ${locality}`, locality, address: 'High Street' })),
    services: services.map((own) => ({
      name: own.id,
      about: 'Games and a hot drink.',
      kind: 'club',
      level: 'universal',
      ages: { from: 11, to: 19 },
      cost: { pence: 0 },
      joining: 'drop-in',
      join: 'Just turn up.',
      checked: { on: '2026-11-09', by: 'Team leader' },
      ...own,
    })),
  };
}

/**
 * How many there are, in words.
 * @param {import('playwright-core').Page} page
 */
export function count(page) {
  return page.locator('#found');
}

/**
 * The cards, each as its lines.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[][]>}
 */
export async function cards(page) {
  // By element: of a card that is not on the screen a browser knows no lines yet.
  return page.locator('.cards > .card').evaluateAll((all) =>
    all.map((card) => [...card.querySelectorAll('h2, p > span, p.quiet')].map((it) => it.textContent.trim())));
}

/**
 * The number that stands with an option of the form.
 * @param {import('playwright-core').Page} page
 * @param {string} label how its words begin
 */
export async function left(page, label) {
  const chip = page.locator('#find label', { hasText: new RegExp(`^${label}`) }).locator('.chip-count');
  return Number(await chip.innerText());
}
