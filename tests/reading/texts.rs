//! What there is to read: the English of the shipped pack, and of the interface.

use std::fs;
use std::path::Path;

use hark_domain::pack::Files;
use hark_domain::text::FALLBACK;
use serde_json::Value;

/// Fields whose texts people read. An age is measured of all of them together.
const READ: [&str; 14] = [
    "about", "asked", "did", "help", "hours", "join", "label", "note", "notice", "said", "thanks",
    "title", "who", "words",
];

/// Fields with texts that are no language: names in files, of people, places and
/// organisations, addresses, numbers, dates, conditions, and a unit behind a box.
const OTHER: [&str; 32] = [
    "accent",
    "access",
    "address",
    "area",
    "by",
    "closes",
    "days",
    "email",
    "end_if",
    "from",
    "helplines",
    "highlight",
    "id",
    "kind",
    "languages",
    "level",
    "locality",
    "name",
    "on",
    "opens",
    "phone",
    "published",
    "required_if",
    "state",
    "survey",
    "text",
    "time_zone",
    "to",
    "unit",
    "urgent",
    "visible_if",
    "web",
];

/// A text with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The file, and a JSON Pointer.
    pub(crate) place: String,
    pub(crate) text: String,
}

/// Screens that are measured together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) passages: Vec<Passage>,
}

/// The groups of a pack: the site, the things to do, and each survey.
///
/// # Errors
/// Where it is not known whether people read a text.
pub(crate) fn of_pack(files: &Files) -> Result<Vec<Group>, String> {
    let mut groups: Vec<Group> = Vec::new();
    for (path, text) in files {
        let name = match path.split_once('/') {
            Some(("activities", _)) => "activities",
            _ => path.trim_end_matches(".json"),
        };
        let value = serde_json::from_str(text).map_err(|error| format!("{path}: {error}"))?;
        let mut passages = Vec::new();
        collect(&value, "", path, &mut passages)?;
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.passages.extend(passages),
            None => groups.push(Group {
                name: name.to_owned(),
                passages,
            }),
        }
    }
    Ok(groups)
}

/// Finds the texts of a value; `field` is the one it stands in, itself or in a list.
fn collect(
    value: &Value,
    field: &str,
    place: &str,
    found: &mut Vec<Passage>,
) -> Result<(), String> {
    match value {
        Value::String(text) if READ.contains(&field) => {
            found.push(Passage {
                place: place.to_owned(),
                text: text.clone(),
            });
        }
        Value::String(_) if OTHER.contains(&field) => {}
        Value::String(_) => {
            return Err(format!(
                "{place}: do people read this? Add \"{field}\" to READ or to OTHER in \
                 tests/reading/texts.rs."
            ));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, field, &format!("{place}/{index}"), found)?;
            }
        }
        Value::Object(words) if READ.contains(&field) => {
            let english = words.get(FALLBACK);
            let english =
                english.ok_or_else(|| format!("{place}: there is no English of this."))?;
            collect(english, field, &format!("{place}/{FALLBACK}"), found)?;
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                collect(value, field, &format!("{place}/{field}"), found)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// The interface's own words, from `en.json` of a folder of locales: under `words`, texts
/// by key, each a string, or strings by the plural they are for.
///
/// # Errors
/// Why they can't be read.
pub(crate) fn of_interface(locales: &Path) -> Result<Group, String> {
    let file = format!("{FALLBACK}.json");
    let text =
        fs::read_to_string(locales.join(&file)).map_err(|error| format!("{file}: {error}"))?;
    let whole: Value = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    let keys = whole["words"]
        .as_object()
        .ok_or_else(|| format!("{file}: it has no words."))?;
    let mut passages = Vec::new();
    for (key, value) in keys {
        let place = format!("{file}/{key}");
        let mut put = |place: String, text: &str| {
            passages.push(Passage {
                place,
                text: filled(text),
            });
        };
        match value {
            Value::String(text) => put(place, text),
            Value::Object(plurals) => {
                for (plural, text) in plurals {
                    let place = format!("{place}/{plural}");
                    let text = text
                        .as_str()
                        .ok_or_else(|| format!("{place}: this is no text."))?;
                    put(place, text);
                }
            }
            _ => return Err(format!("{place}: this is no text.")),
        }
    }
    Ok(Group {
        name: "interface".to_owned(),
        passages,
    })
}

/// The text with a word of one syllable in each place that is filled in later, such as
/// `{count}`.
fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((_, rest)) = part.split_once('}') {
            filled.push_str("one");
            filled.push_str(rest);
        } else {
            filled.push('{');
            filled.push_str(part);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(name: &str, text: &str) -> Files {
        [(name.to_owned(), text.to_owned())].into()
    }

    #[test]
    fn what_people_read_is_found_in_english_with_its_place() {
        let text = r#"{"id": "a", "title": {"cs": "Ano", "en": "Yes"}, "pages": [{"questions":
            [{"choices": [{"id": "x", "label": "X"}, {"id": "y", "label": {"en": "Y"}}]}]}]}"#;
        let groups = of_pack(&files("surveys/a.json", text)).unwrap();
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].name, "surveys/a");
        let found: Vec<_> = groups[0]
            .passages
            .iter()
            .map(|it| (&*it.place, &*it.text))
            .collect();
        assert_eq!(
            found,
            [
                ("surveys/a.json/pages/0/questions/0/choices/0/label", "X"),
                ("surveys/a.json/pages/0/questions/0/choices/1/label/en", "Y"),
                ("surveys/a.json/title/en", "Yes"),
            ]
        );
    }

    #[test]
    fn a_text_that_nobody_thought_of_is_named() {
        let told = of_pack(&files("site.json", r#"{"motto": "Hear, hear"}"#)).unwrap_err();
        assert!(
            told.starts_with("site.json/motto: do people read this?"),
            "{told}"
        );
        let told = of_pack(&files("site.json", r#"{"notice": {"cs": "Ano"}}"#)).unwrap_err();
        assert_eq!(told, "site.json/notice: there is no English of this.");
    }

    #[test]
    fn organisations_are_one_group() {
        let mut both = files("activities/a.json", r#"{"about": "A"}"#);
        both.extend(files("activities/b.json", r#"{"about": "B"}"#));
        let groups = of_pack(&both).unwrap();
        assert_eq!((groups.len(), groups[0].passages.len()), (1, 2));
    }

    #[test]
    fn the_interface_is_read_once_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let locales = folder.path().join("locales");
        fs::create_dir(&locales).unwrap();
        let told = of_interface(&locales).unwrap_err();
        assert!(told.starts_with("en.json: "), "{told}");
        let text = r#"{"words": {"next": "Next", "left": {"one": "{count} day", "other": "{count} days, {name}."}}}"#;
        fs::write(locales.join("en.json"), text).unwrap();
        let group = of_interface(&locales).unwrap();
        let mut found: Vec<_> = group
            .passages
            .iter()
            .map(|it| (&*it.place, &*it.text))
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                ("en.json/left/one", "one day"),
                ("en.json/left/other", "one days, one."),
                ("en.json/next", "Next"),
            ]
        );
        for wrong in [
            "[]",
            r#"{"words": {"a": 1}}"#,
            r#"{"words": {"a": {"one": 1}}}"#,
        ] {
            fs::write(locales.join("en.json"), wrong).unwrap();
            assert!(of_interface(&locales).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_place_to_be_filled_is_a_word() {
        assert_eq!(filled("{a} of {b}."), "one of one.");
        assert_eq!(filled("a { b"), "a { b");
    }
}
