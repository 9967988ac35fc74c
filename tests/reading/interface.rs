//! What there is to read: the English of the interface.

use std::fs;
use std::path::Path;

use hark_domain::text::FALLBACK;
use serde_json::Value;

use crate::texts::{Group, Passage, filled};

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
        is_easy: false,
        passages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
