//! The words that find services.

use std::collections::{BTreeMap, BTreeSet};

use super::super::find::{Finds, Part, Wordbook, words as folded};
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

/// Every word, and what it finds.
pub(super) fn of(organisations: &[Organisation], site: &Site, words: &Catalogue) -> Wordbook {
    let services = organisations.iter().flat_map(|organisation| {
        let services = organisation.services.iter();
        services.map(move |service| (organisation, service))
    });
    let texts: Vec<[String; 4]> = services
        .map(|(organisation, service)| texts(organisation, service, site, words))
        .collect();
    let mut book: BTreeMap<String, Finds> = BTreeMap::new();
    for (service, texts) in texts.iter().enumerate() {
        let mut had = BTreeSet::new();
        for (part, text) in Part::ALL.into_iter().zip(texts) {
            for word in folded(text) {
                if !EMPTY.contains(&word.as_str()) && had.insert(word.clone()) {
                    book.entry(word).or_default().push((service, part));
                }
            }
        }
    }
    // What it is, not the sentences about it: a room with the lights down low is no help for
    // who feels low.
    let is = texts
        .iter()
        .map(|texts| folded(&[texts[0].as_str(), " ", &texts[1]].concat()));
    let is: Vec<Vec<String>> = is.collect();
    let same = site.search.iter().filter_map(|list| same(list, &is));
    Wordbook {
        words: book.into_iter().collect(),
        same: same.collect(),
    }
}

/// What stands in each part of a service.
fn texts(
    organisation: &Organisation,
    service: &Service,
    site: &Site,
    words: &Catalogue,
) -> [String; 4] {
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
    [
        said(&service.name),
        is.join(" "),
        place.join(" "),
        said(&service.about),
    ]
}

/// Words for one thing, its name, and the services that have any of them among the words of
/// what they are; nothing where none has.
fn same(list: &[String], is: &[Vec<String>]) -> Option<(Vec<String>, String, Finds)> {
    let entries: Vec<Vec<String>> = list.iter().map(|entry| folded(entry)).collect();
    let mut finds = Finds::new();
    for (service, own) in is.iter().enumerate() {
        if entries.iter().any(|entry| stands_in(entry, own)) {
            finds.push((service, Part::Is));
        }
    }
    // In one word, as whoever types two is read.
    let words = entries.iter().map(|entry| entry.concat());
    (!finds.is_empty()).then(|| {
        (
            words.collect(),
            list.first().cloned().unwrap_or_default(),
            finds,
        )
    })
}

/// Whether words stand side by side in a text.
fn stands_in(words: &[String], text: &[String]) -> bool {
    !words.is_empty() && text.windows(words.len()).any(|part| part == words)
}
