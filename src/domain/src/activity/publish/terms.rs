//! The words that find a service.

use std::collections::BTreeSet;

use super::super::find::words as folded;
use super::super::service::{Organisation, Service};
use crate::site::Site;
use crate::text::Text;
use crate::words::Catalogue;

/// English words that say nothing of what they stand with.
const EMPTY: &[&str] = &[
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "come",
    "do", "each", "for", "from", "get", "go", "has", "have", "here", "how", "i", "if", "in",
    "into", "is", "it", "its", "just", "like", "make", "me", "more", "my", "need", "new", "no",
    "not", "of", "on", "one", "or", "our", "out", "over", "so", "some", "that", "the", "their",
    "them", "then", "there", "they", "this", "to", "too", "try", "up", "us", "want", "we", "what",
    "when", "where", "who", "will", "with", "you", "your",
];

/// Those of its name, of what it is, of where it is and who runs it, and of what it is
/// like; each in the first of the four that it belongs to.
pub(super) fn of(
    organisation: &Organisation,
    service: &Service,
    site: &Site,
    words: &Catalogue,
) -> Vec<String> {
    let said = |text: &Text| text.pick(&words.language).to_owned();
    let mut is = vec![words.say(service.kind.word()).to_owned()];
    is.extend(
        service
            .supports
            .iter()
            .map(|it| words.say(it.word()).to_owned()),
    );
    is.extend(service.words.iter().cloned());
    let mut place = vec![said(&organisation.name)];
    for session in &service.sessions {
        if let Some(own) = organisation.place(session.place.as_str()) {
            place.push(said(&own.name));
            place.extend(own.address.clone());
            let locality = site.locality(own.locality.as_str());
            place.extend(locality.map(|locality| said(&locality.name)));
        }
    }
    let texts = [
        said(&service.name),
        is.join(" "),
        place.join(" "),
        said(&service.about),
    ];
    // Not in the sentences about it: a room with the lights down low is no help for who
    // feels low.
    let whole = folded(&texts[..2].join(" "));
    let mut had = BTreeSet::new();
    let mut all: Vec<Vec<String>> = Vec::new();
    for text in &texts {
        let mut own = folded(text);
        own.retain(|word| !EMPTY.contains(&word.as_str()) && had.insert(word.clone()));
        all.push(own);
    }
    // What other people call what it is.
    if let Some(is) = all.get_mut(1) {
        for list in &site.search {
            let named = list.iter().find(|entry| stands_in(&folded(entry), &whole));
            if let Some(named) = named {
                let others = list.iter().map(|entry| folded(entry).concat());
                let others = others.filter(|word| !had.contains(word));
                let named = folded(named).join("_");
                is.extend(others.map(|word| [word.as_str(), "=", &named].concat()));
            }
        }
    }
    all.iter().map(|words| words.join(" ")).collect()
}

/// Whether words stand side by side in a text.
fn stands_in(words: &[String], text: &[String]) -> bool {
    !words.is_empty() && text.windows(words.len()).any(|part| part == words)
}
