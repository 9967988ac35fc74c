//! Words of a sheet as Hark's: by language, with answers named in braces.

use serde_json::{Map, Value};

use super::names::{Fault, Names, Shape};
use super::table::Words;
use crate::survey::piping::{Piece, pieces};

/// Words that may name the answers to questions before the place `before`. `language`
/// is that of columns that name none, where others do.
pub(super) fn text(
    words: &Words<'_>,
    language: &str,
    names: &Names,
    before: usize,
) -> Result<Option<Value>, Fault> {
    let mut said = Vec::new();
    for (tag, words, own) in words {
        let words = if *own {
            (*words).to_owned()
        } else {
            piped(words, names, before)?
        };
        said.push((*tag, words));
    }
    Ok(by_language(said, language))
}

/// Words that are no sentences, such as the path of a picture.
pub(super) fn plain(words: &Words<'_>, language: &str) -> Option<Value> {
    let said = words
        .iter()
        .map(|(tag, words, _)| (*tag, (*words).to_owned()));
    by_language(said.collect(), language)
}

fn by_language(said: Vec<(Option<&str>, String)>, language: &str) -> Option<Value> {
    let has_languages = said.iter().any(|(tag, _)| tag.is_some());
    if !has_languages {
        return said
            .into_iter()
            .next()
            .map(|(_, words)| Value::String(words));
    }
    let mut by_tag = Map::new();
    // A column with the language in its heading goes before one without.
    let (with, without): (Vec<_>, Vec<_>) = said.into_iter().partition(|(tag, _)| tag.is_some());
    for (tag, words) in with.into_iter().chain(without) {
        let tag = tag.unwrap_or(language);
        by_tag.entry(tag.to_owned()).or_insert(Value::String(words));
    }
    Some(Value::Object(by_tag))
}

/// A text with `${name}` as `{name}` and other braces doubled.
fn piped(text: &str, names: &Names, before: usize) -> Result<String, Fault> {
    let mut piped = String::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        let inside = after.split_once('}');
        let found = words.strip_suffix('$').zip(inside);
        let Some((words, (name, after))) = found else {
            piped.push_str(words);
            piped.push_str("{{");
            rest = after;
            continue;
        };
        let name = name.trim();
        let known = names.find(name)?;
        if known.order >= before {
            return Fault::because(format!(
                "it names the answer to \"{name}\", which comes later."
            ));
        }
        if known.shape == Shape::Note || known.reference != name {
            return Fault::because(format!(
                "it names the answer to \"{name}\", which has no words of its own."
            ));
        }
        piped.push_str(words);
        piped.push('{');
        piped.push_str(&known.reference);
        piped.push('}');
        rest = after;
    }
    piped.push_str(rest);
    Ok(piped)
}

/// The same back: Hark's words as an `XLSForm` writes them. Words for no answer
/// (`{name|words}`) have no place there.
pub(super) fn unpiped(text: &str) -> String {
    let written = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Answer(id, _) => format!("${{{id}}}"),
    });
    written.collect()
}

/// Whether Hark's words come back from an `XLSForm` as they are: without words for no
/// answer, and with every brace doubled.
pub(super) fn comes_back(text: &str) -> bool {
    let pieces = pieces(text);
    let back = pieces.into_iter().map(|piece| match piece {
        Piece::Words(words) => words.replace('{', "{{"),
        Piece::Answer(id, _) => format!("{{{id}}}"),
    });
    back.collect::<String>() == text
}

#[cfg(test)]
mod tests {
    use super::super::names::Known;
    use super::*;

    fn names() -> Names {
        let mut names = Names::default();
        for (order, (name, shape)) in [("year", Shape::Number), ("note", Shape::Note)]
            .into_iter()
            .enumerate()
        {
            let reference = name.to_owned();
            names.insert(
                name,
                Known {
                    reference,
                    order,
                    shape,
                },
            );
        }
        names
    }

    #[test]
    fn answers_are_named_and_braces_stay_braces() {
        let names = names();
        for (text, expected) in [
            ("Year ${year}!", "Year {year}!"),
            ("${ year }", "{year}"),
            ("a {b} c", "a {{b} c"),
            ("5 $ {", "5 $ {{"),
        ] {
            assert_eq!(piped(text, &names, 9).as_deref(), Ok(expected));
        }
        let later = piped("${year}", &names, 0);
        assert_eq!(
            later,
            Fault::because("it names the answer to \"year\", which comes later.")
        );
        let note = piped("${note}", &names, 9);
        assert_eq!(
            note,
            Fault::because("it names the answer to \"note\", which has no words of its own.")
        );
    }

    #[test]
    fn words_without_a_language_are_in_the_forms_own() {
        let words = vec![(None, "No", false), (Some("pl"), "Nie", false)];
        let read = plain(&words, "en");
        assert_eq!(read, Some(serde_json::json!({"en": "No", "pl": "Nie"})));
        assert_eq!(plain(&vec![(None, "No", false)], "en"), Some("No".into()));
        assert_eq!(plain(&Vec::new(), "en"), None);
    }
}
