//! The site's own words in every language: whole, with the same placeholders, and with the
//! plural forms that the language has, by Unicode's own library.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has to end")]

use std::collections::BTreeSet;
use std::fs;

use hark_domain::words::{Catalogue, Phrase, Word, english, placeholders};
use hark_tests::packs::{root, sample_site};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// Every catalogue of the site, with the name of its file.
fn catalogues() -> Vec<(String, Catalogue)> {
    let folder = root().join("public/locales");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let text = fs::read_to_string(entry.path()).unwrap();
            let words = Catalogue::read(&text);
            (
                name.clone(),
                words.unwrap_or_else(|problems| panic!("{name}: {problems:?}")),
            )
        })
        .collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

/// What is wrong with a catalogue beside English, each in a line.
fn wrong(words: &Catalogue) -> Vec<String> {
    let categories = categories(&words.intl);
    let mut found = Vec::new();
    for (word, key) in Word::ALL {
        let (own, other) = (
            words.phrase(*word).unwrap(),
            english().phrase(*word).unwrap(),
        );
        let expected = places(other);
        for text in texts(own) {
            if text.trim().is_empty() && *word != Word::Comma {
                found.push(format!("{key}: nothing is said"));
            }
            if text.matches('{').count() != text.matches('}').count() {
                found.push(format!("{key}: a brace is open"));
            }
        }
        if places(own) != expected {
            found.push(format!(
                "{key}: placeholders {:?}, not {expected:?}",
                places(own)
            ));
        }
        match (own, other) {
            (Phrase::One(_), Phrase::One(_)) => {}
            (Phrase::Plural(forms), Phrase::Plural(_)) => {
                let forms: BTreeSet<&str> = forms.iter().map(|(plural, _)| plural.name()).collect();
                if forms != categories {
                    found.push(format!("{key}: forms {forms:?}, not {categories:?}"));
                }
            }
            _ => found.push(format!("{key}: with plural forms in one language only")),
        }
    }
    found
}

fn texts(phrase: &Phrase) -> Vec<&str> {
    match phrase {
        Phrase::One(text) => vec![text],
        Phrase::Plural(forms) => forms.iter().map(|(_, text)| text.as_str()).collect(),
    }
}

/// The placeholders of every form, which all have to be the same.
fn places(phrase: &Phrase) -> Vec<Vec<&str>> {
    let mut all: Vec<_> = texts(phrase).into_iter().map(placeholders).collect();
    all.dedup();
    all
}

/// The plural forms that whole numbers have in a language.
fn categories(language: &str) -> BTreeSet<&'static str> {
    let locale: Locale = language.parse().unwrap();
    let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
    rules
        .categories()
        .map(|category| match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        })
        .collect()
}

#[test]
fn every_language_says_everything() {
    let all = catalogues();
    assert!(all.len() >= 6);
    for (name, words) in &all {
        assert_eq!(*name, format!("{}.json", words.language));
        assert_eq!(wrong(words), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn what_a_machine_made_says_so() {
    for (name, words) in catalogues() {
        assert_eq!(words.draft, words.language != "en", "{name}");
    }
}

#[test]
fn right_to_left_is_what_unicode_says() {
    for (name, words) in catalogues() {
        let rtl = ["ar", "fa", "he", "ps", "ur"].contains(&&*words.language);
        assert_eq!(
            words.direction.as_str(),
            if rtl { "rtl" } else { "ltr" },
            "{name}"
        );
    }
}

#[test]
fn the_sample_offers_them_all() {
    let mut offered = sample_site().languages;
    offered.sort();
    let there: Vec<String> = catalogues()
        .into_iter()
        .map(|(_, words)| words.language)
        .collect();
    assert_eq!(offered, there);
}

#[test]
fn each_kind_of_mistake_is_found() {
    let text = fs::read_to_string(root().join("public/locales/pl.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let spoiled = |key: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json["words"][key] = value;
        wrong(&Catalogue::read(&json.to_string()).unwrap())
    };
    for (key, value, told) in [
        ("page-of", "{at}".into(), "placeholders"),
        ("page-of", "{at} {off}".into(), "placeholders"),
        ("continue", " ".into(), "nothing is said"),
        ("continue", "{".into(), "a brace"),
        ("minutes", "{count}".into(), "in one language only"),
        (
            "minutes",
            serde_json::json!({"one": "{count}", "other": "{count}"}),
            "forms",
        ),
    ] {
        let found = spoiled(key, value);
        assert!(
            found.iter().any(|line| line.contains(told)),
            "{key}: {found:?}"
        );
    }
}
