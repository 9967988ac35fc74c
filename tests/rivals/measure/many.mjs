// As many things to do as it takes, made of those that ship.

/** Each number of what words find is four times the service, and a part of it. */
const PARTS = 4;

/**
 * The same services again and again, each time with two words of its own, so that there
 * are as many words as in so many services.
 *
 * @param {object} directory as `activities.json` is published
 * @param {object} words as `words.json` is published
 * @param {number} count how many services there are to be
 */
export function many(directory, words, count) {
  const own = directory.services.length;
  const services = Array.from({ length: count }, (_, at) => directory.services[at % own]);
  const again = (finds) => {
    const all = [];
    for (let first = 0; first < count; first += own) all.push(...finds.map((find) => find + first * PARTS));
    return all.filter((find) => find < count * PARTS);
  };
  const names = services.flatMap((_, at) => [`x${at}`, `y${at}`]);
  return {
    directory: { ...directory, services },
    words: {
      ...words,
      words: `${words.words} ${names.join(' ')}`,
      finds: [...words.finds.map(again), ...names.map((_, at) => [(at >> 1) * PARTS])],
      same_find: words.same_find.map(again),
    },
  };
}
