//! Taxonomies: our closed lists, the languages and the parts of the borough.

use serde_json::Value;

use super::super::Source;
use super::{Entry, record, text};
use crate::activity::lists::{Joining, Kind, Level, Support};
use crate::activity::publish::language;
use crate::activity::service::Service;
use crate::words::Word;

/// A taxonomy: its name in our files, and what people call it.
type Taxonomy = (&'static str, Word);

const KIND: Taxonomy = ("kind", Word::GroupKind);
const LEVEL: Taxonomy = ("level", Word::GroupLevel);
const JOINING: Taxonomy = ("joining", Word::HowToJoin);
const SUPPORT: Taxonomy = ("supports", Word::GroupSupports);
const LANGUAGE: Taxonomy = ("languages", Word::GroupLanguages);
const LOCALITY: Taxonomy = ("locality", Word::GroupWhere);

/// All taxonomies.
pub(super) fn taxonomies(source: &Source<'_>) -> Vec<Entry> {
    let all = [KIND, LEVEL, JOINING, SUPPORT, LANGUAGE, LOCALITY];
    let all = all.into_iter().map(|(key, word)| {
        let name = source.words.say(word);
        let id = source.uuid(&["taxonomy", key]);
        let listed = record([
            ("id", text(&id)),
            ("name", text(name)),
            ("description", text(name)),
        ]);
        entry(id, listed)
    });
    all.collect()
}

/// All terms that something may have.
pub(super) fn terms(source: &Source<'_>) -> Vec<Entry> {
    let said = |word: Word| source.words.say(word).to_owned();
    let mut all: Vec<(Taxonomy, String, String)> = Vec::new();
    let mut add = |taxonomy, key: &str, name: String| all.push((taxonomy, key.to_owned(), name));
    for it in Kind::ALL {
        add(KIND, it.key(), said(it.word()));
    }
    for it in Level::ALL {
        add(LEVEL, it.key(), said(it.word()));
    }
    for it in Joining::ALL {
        add(JOINING, it.key(), said(it.word()));
    }
    for it in Support::ALL {
        add(SUPPORT, it.key(), said(it.word()));
    }
    let mut tags: Vec<&str> = source
        .services()
        .flat_map(|(_, service)| service.languages.iter().map(String::as_str))
        .collect();
    tags.sort_unstable();
    tags.dedup();
    for tag in tags {
        add(LANGUAGE, tag, language(tag, source.words));
    }
    for locality in &source.site.localities {
        let name = source.said(&locality.name).to_owned();
        add(LOCALITY, locality.id.as_str(), name);
    }
    let all = all.into_iter().map(|(taxonomy, key, name)| {
        let id = id(source, taxonomy, &key);
        entry(id, term(source, taxonomy, &key, &name))
    });
    all.collect()
}

/// The attributes of a service.
pub(super) fn of_service(source: &Source<'_>, service: &Service, link: &str) -> Vec<Value> {
    let said = |word: Word| source.words.say(word).to_owned();
    let mut all = vec![
        attribute(
            source,
            link,
            KIND,
            service.kind.key(),
            &said(service.kind.word()),
        ),
        attribute(
            source,
            link,
            LEVEL,
            service.level.key(),
            &said(service.level.word()),
        ),
        attribute(
            source,
            link,
            JOINING,
            service.joining.key(),
            &said(service.joining.word()),
        ),
    ];
    for support in &service.supports {
        let name = said(support.word());
        all.push(attribute(source, link, SUPPORT, support.key(), &name));
    }
    for tag in &service.languages {
        let name = language(tag, source.words);
        all.push(attribute(source, link, LANGUAGE, tag, &name));
    }
    all
}

/// The attribute that says in which part of the borough a location is.
pub(super) fn of_locality(source: &Source<'_>, key: &str, name: &str, link: &str) -> Value {
    attribute(source, link, LOCALITY, key, name)
}

fn id(source: &Source<'_>, taxonomy: Taxonomy, key: &str) -> String {
    source.uuid(&["term", taxonomy.0, key])
}

fn term(source: &Source<'_>, taxonomy: Taxonomy, key: &str, name: &str) -> Value {
    record([
        ("id", text(&id(source, taxonomy, key))),
        // As HSDS has it: the name in our own files.
        ("code", text(key)),
        ("name", text(name)),
        ("description", text(name)),
        ("taxonomy", text(source.words.say(taxonomy.1))),
        ("taxonomy_id", text(&source.uuid(&["taxonomy", taxonomy.0]))),
    ])
}

fn attribute(source: &Source<'_>, link: &str, taxonomy: Taxonomy, key: &str, name: &str) -> Value {
    record([
        (
            "id",
            text(&source.uuid(&["attribute", link, taxonomy.0, key])),
        ),
        ("link_id", text(link)),
        ("link_type", text(taxonomy.0)),
        ("taxonomy_term_id", text(&id(source, taxonomy, key))),
        ("taxonomy_term", Some(term(source, taxonomy, key, name))),
    ])
}

fn entry(id: String, listed: Value) -> Entry {
    Entry {
        id,
        listed,
        whole: None,
    }
}
