//! Which services a word finds, and how well.

use super::typing::{Typed, has};
use crate::activity::listed::ListedService;

/// Worse than this and a service was not found.
pub(super) const NOT_FOUND: u16 = u16::MAX;

/// What the four texts of a service's words are worth; less is better.
const WEIGHTS: [u16; 4] = [0, 2, 3, 6];

/// What it costs that a word only begins as typed.
const BEGINS: u16 = 1;

/// What it costs that a word was typed with slips.
const SLIPPED: u16 = 8;

/// Every word that finds something.
pub(super) struct Index {
    terms: Vec<Term>,
}

struct Term {
    word: String,
    has: u32,
    /// Services, and what of each the word is part of.
    services: Vec<(u32, u16)>,
    /// The word to name instead.
    means: Option<String>,
}

/// What a word found.
pub(super) struct Matches {
    /// By service: how well, or [`NOT_FOUND`], and by which term.
    pub(super) by_service: Vec<(u16, u32)>,
    any: bool,
}

impl Matches {
    fn take(&mut self, index: usize, term: &Term, quality: u16) {
        self.any = true;
        for (service, weight) in &term.services {
            let new = (quality + weight, u32::try_from(index).unwrap_or(0));
            if let Some(old) = self.by_service.get_mut(*service as usize)
                && new < *old
            {
                *old = new;
            }
        }
    }
}

impl Index {
    pub(super) fn new(services: &[ListedService]) -> Self {
        let mut all: Vec<(&str, u32, u16)> = Vec::new();
        for (service, listed) in (0..).zip(services) {
            for (words, weight) in listed.words.iter().zip(WEIGHTS) {
                all.extend(words.split(' ').map(|word| (word, service, weight)));
            }
        }
        all.sort_unstable();
        let mut terms: Vec<Term> = Vec::new();
        let mut last = "";
        for (entry, service, weight) in all {
            if entry.is_empty() {
                continue;
            }
            if entry != last || terms.is_empty() {
                let (word, means) = match entry.split_once('=') {
                    Some((word, means)) => (word, Some(means.to_owned())),
                    None => (entry, None),
                };
                terms.push(Term {
                    word: word.to_owned(),
                    has: has(word),
                    services: Vec::new(),
                    means,
                });
                last = entry;
            }
            if let Some(term) = terms.last_mut() {
                term.services.push((service, weight));
            }
        }
        Self { terms }
    }

    /// What a word finds among `count` services: words that are it or begin with it, and
    /// only where there are none, those that nearly do. A short word in the middle of a
    /// sentence (`is_whole`) has to be that word.
    pub(super) fn find(&self, word: &str, count: usize, is_whole: bool) -> Option<Matches> {
        let mut found = Matches {
            by_service: vec![(NOT_FOUND, 0); count],
            any: false,
        };
        for (index, term) in self.terms.iter().enumerate() {
            if term.word == word {
                found.take(index, term, 0);
            } else if !is_whole && term.word.starts_with(word) {
                found.take(index, term, BEGINS);
            }
        }
        let typed = Typed::new(word);
        if !found.any && typed.slips() > 0 {
            for (index, term) in self.terms.iter().enumerate() {
                if typed.is_nearly(&term.word, term.has, typed.slips()) {
                    found.take(index, term, SLIPPED);
                }
            }
        }
        found.any.then_some(found)
    }

    /// The word of a term as it is named to people.
    pub(super) fn named(&self, term: u32) -> Option<String> {
        let term = self.terms.get(term as usize)?;
        Some(
            term.means
                .as_deref()
                .unwrap_or(&term.word)
                .replace('_', " "),
        )
    }
}
