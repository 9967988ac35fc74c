//! Reading a survey from its file.

use serde_json::Value;

use super::{Choice, Kind, LONGEST_TEXT, Listed, Page, Question, Survey};
use crate::json::{Fields, FromJson, Place};

impl FromJson for Survey {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, version) = (fields.needed("id"), fields.needed("version"));
        let (title, about, thanks) = (
            fields.needed("title"),
            fields.needed("about"),
            fields.needed("thanks"),
        );
        let (minutes, pages) = (fields.needed("minutes"), fields.needed("pages"));
        let (opens, closes) = (fields.optional("opens"), fields.optional("closes"));
        fields.finish();
        Some(Self {
            id: id?,
            version: version?,
            title: title?,
            about: about?,
            minutes: minutes?,
            opens,
            closes,
            thanks: thanks?,
            pages: pages?,
        })
    }
}

impl FromJson for Page {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, title, questions) = (
            fields.needed("id"),
            fields.optional("title"),
            fields.needed("questions"),
        );
        let (visible_if, end_if) = (fields.optional("visible_if"), fields.optional("end_if"));
        fields.finish();
        Some(Self {
            id: id?,
            title,
            visible_if,
            end_if,
            questions: questions?,
        })
    }
}

impl FromJson for Question {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, title, help) = (
            fields.needed("id"),
            fields.needed("title"),
            fields.optional("help"),
        );
        let (required, required_if) = (fields.mark("required"), fields.optional("required_if"));
        let (visible_if, sensitive) = (fields.optional("visible_if"), fields.mark("sensitive"));
        let helplines = fields.list("helplines");
        let kind = kind(&mut fields);
        // What belongs to another kind is left over, and so refused here.
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            help,
            kind: kind?,
            required,
            required_if,
            visible_if,
            sensitive,
            helplines,
        })
    }
}

fn kind(fields: &mut Fields) -> Option<Kind> {
    let kind: String = fields.needed("kind")?;
    match kind.as_str() {
        "single" => Some(Kind::Single {
            choices: fields.needed("choices")?,
        }),
        "multiple" => {
            let (choices, least, most) = (
                fields.needed("choices"),
                fields.optional("least"),
                fields.optional("most"),
            );
            Some(Kind::Multiple {
                choices: choices?,
                least,
                most,
            })
        }
        "number" => {
            let (least, most, unit) = (
                fields.optional("least"),
                fields.optional("most"),
                fields.optional("unit"),
            );
            Some(Kind::Number { least, most, unit })
        }
        "text" => Some(Kind::Text {
            longest: fields.optional("longest").unwrap_or(LONGEST_TEXT),
        }),
        _ => {
            fields.say(format!(
                "There is no kind \"{kind}\": a question is single, multiple, number or text."
            ));
            None
        }
    }
}

impl FromJson for Choice {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, label, exclusive) = (
            fields.needed("id"),
            fields.needed("label"),
            fields.mark("exclusive"),
        );
        fields.finish();
        Some(Self {
            id: id?,
            label: label?,
            exclusive,
        })
    }
}

impl FromJson for Listed {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, title, about) = (
            fields.needed("id"),
            fields.needed("title"),
            fields.needed("about"),
        );
        let (opens, closes) = (fields.optional("opens"), fields.optional("closes"));
        let minutes = fields.needed("minutes");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            about: about?,
            minutes: minutes?,
            opens,
            closes,
        })
    }
}
