//! Which services a whole search finds.

use super::fold::words;
use super::index::{Index, Matches, NOT_FOUND};

/// No term yet.
pub(super) const NO_TERM: u32 = u32::MAX;

/// Words of a search beyond these are not looked at.
const MOST_WORDS: usize = 8;

/// How well each service fits a search: how well, and by which term best; nothing where the
/// search has no word.
///
/// Every word has to be found, alone or together with the next ("skate bord" is
/// "skateboard"), or all together. A word that finds nothing anywhere, such as "please", is
/// left out, unless there is no other.
pub(super) fn search(index: &Index, text: &str, count: usize) -> Option<Vec<(u16, u32)>> {
    let mut words = words(text);
    words.truncate(MOST_WORDS);
    let last = words.len().checked_sub(1)?;
    let mut before: Vec<Vec<(u16, u32)>> = vec![vec![(0, NO_TERM); count]];
    let mut found_any = false;
    for (place, word) in words.iter().enumerate() {
        let is_whole = place != last && word.chars().count() < 3;
        let alone = index.find(word, count, is_whole);
        let pair = place.checked_sub(1).and_then(|other| {
            let joined = [words[other].as_str(), word].concat();
            Some((index.find(&joined, count, place != last)?, other))
        });
        let missing = alone.is_none() && pair.is_none();
        found_any |= !missing;
        let mut now = match &alone {
            // Left out: as if it had not been typed.
            None if missing => before[place].clone(),
            None => vec![(NOT_FOUND, 0); count],
            Some(alone) => together(&before[place], alone),
        };
        if let Some((pair, other)) = &pair {
            better(&mut now, &together(&before[*other], pair));
        }
        before.push(now);
    }
    let mut whole = before.pop().unwrap_or_default();
    if last > 1
        && let Some(joined) = index.find(&words.concat(), count, true)
    {
        better(&mut whole, &joined.by_service);
        found_any = true;
    }
    if !found_any {
        whole = vec![(NOT_FOUND, 0); count];
    }
    Some(whole)
}

fn together(before: &[(u16, u32)], word: &Matches) -> Vec<(u16, u32)> {
    let both = before.iter().zip(&word.by_service);
    both.map(|((score, term), (new, by))| {
        // One word is named for all: the first.
        let by = if *term == NO_TERM { by } else { term };
        (score.saturating_add(*new), *by)
    })
    .collect()
}

fn better(all: &mut [(u16, u32)], others: &[(u16, u32)]) {
    for (own, other) in all.iter_mut().zip(others) {
        if other < own {
            *own = *other;
        }
    }
}
