//! Which services a word finds, and how well.

use super::typing::{Typed, has};
use super::wordbook::{Finds, Wordbook};

/// Worse than this and a service was not found.
pub(super) const NOT_FOUND: u16 = u16::MAX;

/// What the parts of a service are worth in which a word stands; less is better.
const WEIGHTS: [u16; 4] = [0, 2, 3, 6];

/// What it costs that a word only begins as typed.
const BEGINS: u16 = 1;

/// What it costs that a word was typed with slips.
const SLIPPED: u16 = 8;

/// Every word that finds something.
#[derive(Default)]
pub(super) struct Index {
    terms: Vec<Term>,
    finds: Vec<Finds>,
    named: Vec<String>,
}

struct Term {
    word: String,
    has: u32,
    /// Which of the finds.
    finds: usize,
    /// Which of the names, where it is not named itself.
    named: Option<usize>,
}

/// What a word found.
pub(super) struct Matches {
    /// By service: how well, or [`NOT_FOUND`], and by which term.
    pub(super) by_service: Vec<(u16, u32)>,
    any: bool,
}

impl Matches {
    fn take(&mut self, index: usize, finds: &Finds, quality: u16) {
        self.any = true;
        for (service, part) in finds {
            let weight = WEIGHTS[*part as usize];
            let new = (quality + weight, u32::try_from(index).unwrap_or(0));
            if let Some(old) = self.by_service.get_mut(*service)
                && new < *old
            {
                *old = new;
            }
        }
    }
}

impl Index {
    pub(super) fn new(book: Wordbook) -> Self {
        let mut index = Self::default();
        for (word, finds) in book.words {
            index.put(word, None);
            index.finds.push(finds);
        }
        for (words, named, finds) in book.same {
            for word in words {
                index.put(word, Some(index.named.len()));
            }
            index.finds.push(finds);
            index.named.push(named);
        }
        index
    }

    fn put(&mut self, word: String, named: Option<usize>) {
        self.terms.push(Term {
            has: has(&word),
            word,
            finds: self.finds.len(),
            named,
        });
    }

    /// What a word finds among `count` services: words that are it or begin with it, and
    /// only where there are none, those that nearly do. A short word in the middle of a
    /// sentence (`is_whole`) has to be that word.
    pub(super) fn find(&self, word: &str, count: usize, is_whole: bool) -> Option<Matches> {
        let mut found = Matches {
            by_service: vec![(NOT_FOUND, 0); count],
            any: false,
        };
        let typed = Typed::new(word);
        for slips in [false, true] {
            for (index, term) in self.terms.iter().enumerate() {
                let quality = if slips {
                    typed
                        .is_nearly(&term.word, term.has, typed.slips())
                        .then_some(SLIPPED)
                } else if term.word == word {
                    Some(0)
                } else {
                    (!is_whole && term.word.starts_with(word)).then_some(BEGINS)
                };
                if let Some(quality) = quality {
                    found.take(index, &self.finds[term.finds], quality);
                }
            }
            if found.any || typed.slips() == 0 {
                break;
            }
        }
        found.any.then_some(found)
    }

    /// The word of a term as it is named to people.
    pub(super) fn named(&self, term: u32) -> Option<String> {
        let term = self.terms.get(term as usize)?;
        let named = term.named.and_then(|named| self.named.get(named));
        Some(named.unwrap_or(&term.word).clone())
    }
}
