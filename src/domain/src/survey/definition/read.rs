//! Reading a survey from its file.

use serde_json::Value;

use super::{
    Choice, Constraint, Easy, Kind, LONG_TEXT, LONGEST_TEXT, Listed, Look, Media, Page, Picks,
    Question, Row, Survey,
};
use crate::json::{Fields, FromJson, Place, entries};
use crate::wire::GroupCode;

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
        let picks = fields.optional("optional").unwrap_or_default();
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
            picks,
            pages: pages?,
        })
    }
}

impl FromJson for Picks {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let borough = fields.list("borough");
        let schools = fields.optional::<Schools>("schools");
        fields.finish();
        Some(Self {
            borough,
            schools: schools.map(|schools| schools.0).unwrap_or_default(),
        })
    }
}

struct Schools(Vec<(GroupCode, Vec<crate::id::QuestionId>)>);

impl FromJson for Schools {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let Value::Object(map) = value else {
            return place.say("This has to be an object: what each school picked, by group code.");
        };
        let mut schools = Vec::new();
        entries(map, &mut |name, value| {
            let here = place.enter(&name);
            let picked = FromJson::from_json(value, place);
            match (GroupCode::parse(&name), picked) {
                (Some(code), Some(picked)) => schools.push((code, picked)),
                (None, _) => {
                    place.say::<()>("A group code is 4 to 12 capital letters and digits.");
                }
                (Some(_), None) => {}
            }
            place.leave(here);
            Some(())
        });
        Some(Self(schools))
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
        let constraint = constraint(&mut fields);
        fields.finish();
        Some(Self {
            id: id?,
            title,
            visible_if,
            end_if,
            constraint,
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
        let required_message = fields.optional("required_message");
        let constraint = constraint(&mut fields);
        let (visible_if, sensitive) = (fields.optional("visible_if"), fields.mark("sensitive"));
        let (helplines, optional) = (fields.list("helplines"), fields.mark("optional"));
        let (easy, media) = shown_beside(&mut fields);
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
            required_message,
            constraint,
            visible_if,
            sensitive,
            helplines,
            optional,
            easy,
            media,
        })
    }
}

fn constraint(fields: &mut Fields) -> Option<Constraint> {
    let (condition, message) = (
        fields.optional("constraint"),
        fields.optional("constraint_message"),
    );
    if condition.is_none() && message.is_some() {
        fields.say("There is a \"constraint_message\" here, but no \"constraint\".");
    }
    Some(Constraint {
        condition: condition?,
        message,
    })
}

fn shown_beside(fields: &mut Fields) -> (Easy, Media) {
    (
        fields.optional("easy").unwrap_or_default(),
        fields.optional("media").unwrap_or_default(),
    )
}

fn kind(fields: &mut Fields) -> Option<Kind> {
    let kind: String = fields.needed("kind")?;
    match kind.as_str() {
        "single" => {
            let (choices, look) = (fields.needed("choices"), fields.optional("look"));
            Some(Kind::Single {
                choices: choices?,
                look: look.unwrap_or_default(),
            })
        }
        "multiple" => {
            let (choices, least, most) = several(fields);
            Some(Kind::Multiple {
                choices: choices?,
                least,
                most,
            })
        }
        "ranking" => {
            let (choices, least, most) = several(fields);
            Some(Kind::Ranking {
                choices: choices?,
                least,
                most,
            })
        }
        "matrix" => {
            let (rows, choices) = (fields.needed("rows"), fields.needed("choices"));
            Some(Kind::Matrix {
                rows: rows?,
                choices: choices?,
            })
        }
        "number" => {
            let (least, most) = (fields.optional("least"), fields.optional("most"));
            let (decimals, unit) = (fields.optional("decimals"), fields.optional("unit"));
            Some(Kind::Number {
                least,
                most,
                decimals: decimals.unwrap_or(0),
                unit,
            })
        }
        "text" => {
            let (longest, long) = (fields.optional("longest"), fields.mark("long"));
            Some(Kind::Text {
                longest: longest.unwrap_or(if long { LONG_TEXT } else { LONGEST_TEXT }),
                long,
            })
        }
        "note" => Some(Kind::Note),
        _ => {
            fields.tell(|| format!(
                "There is no kind \"{kind}\": a question is single, multiple, ranking, matrix, number, text or note."
            ));
            None
        }
    }
}

type Several = (Option<Vec<Choice>>, Option<u16>, Option<u16>);

fn several(fields: &mut Fields) -> Several {
    (
        fields.needed("choices"),
        fields.optional("least"),
        fields.optional("most"),
    )
}

impl FromJson for Look {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value.as_str() {
            Some("list") => Some(Self::List),
            Some("scale") => Some(Self::Scale),
            Some("faces") => Some(Self::Faces),
            _ => place.say("The look of choices is \"list\", \"scale\" or \"faces\"."),
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
        let visible_if = fields.optional("visible_if");
        let (easy, media) = shown_beside(&mut fields);
        fields.finish();
        Some(Self {
            id: id?,
            label: label?,
            exclusive,
            visible_if,
            easy,
            media,
        })
    }
}

impl FromJson for Row {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, label, required) = (
            fields.needed("id"),
            fields.needed("label"),
            fields.mark("required"),
        );
        let visible_if = fields.optional("visible_if");
        let (easy, media) = shown_beside(&mut fields);
        fields.finish();
        Some(Self {
            id: id?,
            label: label?,
            required,
            visible_if,
            easy,
            media,
        })
    }
}

impl FromJson for Easy {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        // A question has a title, a choice or a row a label.
        let words = fields.optional("title").or(fields.optional("label"));
        let (help, picture) = (fields.optional("help"), fields.optional("picture"));
        fields.finish();
        Some(Self {
            words,
            help,
            picture,
        })
    }
}

impl FromJson for Media {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (image, audio, video) = (
            fields.optional("image"),
            fields.optional("audio"),
            fields.optional("video"),
        );
        fields.finish();
        Some(Self {
            image,
            audio,
            video,
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
        let (minutes, answered) = (fields.needed("minutes"), fields.mark("answered"));
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            about: about?,
            minutes: minutes?,
            opens,
            closes,
            answered,
        })
    }
}
