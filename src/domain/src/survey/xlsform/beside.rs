//! What stands beside the words of a question, a choice or a row: pictures, recordings,
//! and the same in easy-read.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::field::Field;
use super::table::Record;
use super::words;

/// Puts `media` and `easy` into a part of a survey. `title` is what its words are called
/// there; `dropped` has fields that turned out not to fit, by row.
pub(super) fn put(
    part: &mut Map<String, Value>,
    record: &Record,
    title: &str,
    language: &str,
    dropped: &BTreeSet<(u32, String)>,
) {
    let is_dropped = |name: &str| dropped.contains(&(record.row, name.to_owned()));
    let mut media = Map::new();
    for (name, field) in [
        ("image", Field::Image),
        ("image", Field::BigImage),
        ("audio", Field::Audio),
        ("video", Field::Video),
    ] {
        let path = words::plain(&record.words(field), language);
        if let Some(path) = path.filter(|_| !is_dropped(&format!("media/{name}"))) {
            media.entry(name).or_insert(path);
        }
    }
    let mut easy = Map::new();
    for (name, field) in [(title, Field::HarkEasyTitle), ("help", Field::HarkEasyHelp)] {
        let said = words::plain(&record.words(field), language);
        easy.extend(said.map(|said| (name.to_owned(), said)));
    }
    let picture = words::plain(&record.words(Field::HarkEasyPicture), language);
    let picture = picture.filter(|_| !is_dropped("easy/picture"));
    easy.extend(picture.map(|picture| ("picture".to_owned(), picture)));
    for (name, inner) in [("media", media), ("easy", easy)] {
        if !inner.is_empty() {
            part.insert(name.to_owned(), inner.into());
        }
    }
}
