//! Words that suggest that somebody is in danger. Where one is written, the page shows who
//! is there to talk to, at once and on the device: nothing is sent and nothing kept.
//!
//! They are data of the pack, `danger` in `site.json`, so that safeguarding leads can read
//! them, strike some and add what young people say this year:
//!
//! ```json
//! "danger": {"en": ["kill myself", "self harm*"], "pl": ["zabić się"]}
//! ```
//!
//! - Every list is looked through, whatever language the page is in: people write in the
//!   one that hurts. The tags are for whoever reviews them; there may be more than the
//!   site is offered in, and of those none may be forgotten.
//! - A phrase is found as whole words in that order, with anything but letters and digits
//!   between them: "kill MYSELF!" has "kill myself", "skill myself" hasn't.
//! - Large and small letters, apostrophes, accents and the forms of Arabic letters make no
//!   difference, as people leave them out. There is nothing else clever: no plurals and no
//!   cases. A word that ends in `*` stands for itself with any ending.
//! - Write phrases, as single words are in too many jokes: "hits me" is said of a father and
//!   "hit me" of a ball.
//!
//! A false alarm costs a look at a list of kind numbers, so a doubtful phrase may stay.
//! It is no promise either: most who are in danger write none of this, and nobody reads
//! along. The page must never say that somebody was told.

mod plain;

use serde_json::Value;

use crate::id::repeated;
use crate::json::{FromJson, Place};
use crate::letters::in_word;
use crate::problem::{Problem, escaped};

/// The fewest letters that may stand before a `*`.
const STEM: usize = 2;

/// The phrases of a pack, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Danger {
    languages: Vec<(String, Vec<Phrase>)>,
}

/// A phrase, read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    /// As it stands in the pack.
    written: String,
    /// Its words, plain, each with its `*` if it has one.
    words: String,
}

impl Danger {
    /// The phrases of every language as [`is_said`] takes them: this is what the browser
    /// gets, so that it has nothing left to read.
    pub fn phrases(&self) -> Vec<String> {
        let phrases = self.languages.iter().flat_map(|(_, phrases)| phrases);
        let words = phrases.map(|phrase| phrase.words.clone());
        words.filter(|words| !words.is_empty()).collect()
    }

    /// What is wrong with the lists, with pointers into `site.json`. `spoken`: the
    /// languages of the site.
    pub(crate) fn problems(&self, spoken: &[String]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let listed = |language: &&String| self.languages.iter().any(|(tag, _)| tag == *language);
        if !self.languages.is_empty() {
            let missing = spoken.iter().filter(|language| !listed(language));
            problems.extend(missing.map(|language| {
                Problem::at(
                    "/danger",
                    format!("The site is offered in \"{language}\", and no words are listed in it: write [] if that is meant."),
                )
            }));
        }
        for (language, phrases) in &self.languages {
            let at = format!("/danger/{}", escaped(language));
            let mut say = |at: String, text: String| problems.push(Problem::at(at, text));
            if !is_tag(language) {
                say(
                    at.clone(),
                    format!(
                        "\"{language}\" is no language: write its tag, such as \"en\" or \"pl\"."
                    ),
                );
            }
            for (index, phrase) in phrases.iter().enumerate() {
                if let Some(text) = phrase.problem() {
                    say(format!("{at}/{index}"), text);
                }
            }
            let words = phrases.iter().map(|phrase| phrase.words.as_str());
            for (index, words) in repeated(words)
                .into_iter()
                .filter(|(_, words)| !words.is_empty())
            {
                say(
                    format!("{at}/{index}"),
                    format!("\"{words}\" stands here twice."),
                );
            }
        }
        problems
    }
}

/// Whether a text has any of the phrases, which are of [`Danger::phrases`].
pub fn is_said(phrases: &[String], text: &str) -> bool {
    let text = plain::words(text);
    let words: Vec<&str> = text.split(' ').collect();
    phrases
        .iter()
        .any(|phrase| (0..words.len()).any(|from| begins(&words[from..], phrase)))
}

/// Whether words begin with those of a phrase.
fn begins(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|part| {
        words
            .next()
            .is_some_and(|word| match part.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => *word == part,
            })
    })
}

/// Whether it has the shape of a language tag (BCP 47): "en", "pt-BR".
fn is_tag(language: &str) -> bool {
    let mut parts = language.split('-');
    let main = parts.next().unwrap_or_default();
    let letters = main.bytes().all(|byte| byte.is_ascii_lowercase());
    let other = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&main.len()) && letters && parts.all(other)
}

impl Phrase {
    fn read(written: String) -> Self {
        let parts = written.split_whitespace().map(|part| {
            let words = plain::words(part);
            let star = if part.ends_with('*') { "*" } else { "" };
            words + star
        });
        let words: Vec<String> = parts.filter(|words| !words.is_empty()).collect();
        Self {
            words: words.join(" "),
            written,
        }
    }

    fn problem(&self) -> Option<String> {
        let Self { written, words } = self;
        let stars = |text: &str| text.matches('*').count();
        let short = |word: &str| {
            let stem = word.strip_suffix('*');
            stem.is_some_and(|stem| stem.chars().count() < STEM)
        };
        if !words.chars().any(in_word) {
            Some("This is empty: write a word or a phrase.".to_owned())
        } else if stars(written) != stars(words) {
            Some(format!(
                "In \"{written}\" a * is in the wrong place: it stands at the end of a word, for any ending."
            ))
        } else if words.split(' ').any(short) {
            Some(format!(
                "In \"{written}\" a * stands for too much: write {STEM} letters before it, at least."
            ))
        } else {
            None
        }
    }
}

impl FromJson for Danger {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let Value::Object(map) = value else {
            return place.say("This has to be an object of lists by language, such as {\"en\": [\"kill myself\"]}.");
        };
        // Every list is read, so that every problem is found.
        let mut read = Some(Self::default());
        for (language, phrases) in map {
            let here = place.enter(&language);
            match (Vec::<String>::from_json(phrases, place), &mut read) {
                (Some(phrases), Some(read)) => {
                    let phrases = phrases.into_iter().map(Phrase::read).collect();
                    read.languages.push((language, phrases));
                }
                _ => read = None,
            }
            place.leave(here);
        }
        read
    }
}

#[cfg(test)]
mod tests;
