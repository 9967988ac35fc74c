//! Where imported files go.

use std::fs;
use std::path::Path;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

use crate::commands::{Failure, print};

/// Writes files, content by path, into the pack `out`, or prints them where there is none.
///
/// A file that is there already stays, unless it says the same: somebody may have worked
/// on it. Then nothing is written at all, but where `replace` says so.
pub(super) fn put(
    out: Option<&Path>,
    replace: bool,
    files: &[(String, Value)],
) -> Result<(), Failure> {
    let Some(out) = out else {
        print(&text(&Files(files))?);
        return Ok(());
    };
    let mut different = Vec::new();
    for (path, content) in files {
        let target = out.join(path);
        let there = fs::read_to_string(&target).ok();
        let same = there.and_then(|there| serde_json::from_str::<Value>(&there).ok());
        if target.exists() && !replace && same.as_ref() != Some(content) {
            different.push(format!(
                "{}: This file is there already and says something else. Say --replace to write over it, or import into another folder.",
                target.display()
            ));
        }
    }
    if !different.is_empty() {
        return Err(different.into());
    }
    for (path, content) in files {
        let target = out.join(path);
        let parent = target.parent().unwrap_or(out);
        let text = text(&Ordered(content))? + "\n";
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&target, text))
            .map_err(|error| format!("{}: This can't be written: {error}.", target.display()))?;
    }
    Ok(())
}

fn text(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| error.to_string().into())
}

struct Files<'a>(&'a [(String, Value)]);

impl Serialize for Files<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(
            self.0
                .iter()
                .map(|(path, content)| (path, Ordered(content))),
        )
    }
}

/// JSON with its fields in the order in which people read them.
struct Ordered<'a>(&'a Value);

/// What stands first in an object, in this order; everything else follows by name.
const FIRST: [&str; 12] = [
    "id",
    "version",
    "kind",
    "title",
    "label",
    "about",
    "help",
    "minutes",
    "opens",
    "closes",
    "thanks",
    "visible_if",
];

/// What stands last.
const LAST: [&str; 4] = ["rows", "choices", "questions", "pages"];

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(fields) => {
                let place = |name: &str| {
                    let first = FIRST.iter().position(|own| *own == name);
                    let last = LAST.iter().position(|own| *own == name);
                    first.unwrap_or(FIRST.len() + last.map_or(0, |last| last + 1))
                };
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(name, _)| place(name));
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, &Ordered(value))?;
                }
                map.end()
            }
            Value::Array(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Ordered(item))?;
                }
                list.end()
            }
            other => other.serialize(to),
        }
    }
}
