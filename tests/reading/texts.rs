//! What there is to read: the English of the shipped pack.

use hark_domain::pack::{Files, is_json};
use hark_domain::text::FALLBACK;
use serde_json::Value;

/// Files whose words no young person is shown: definitions that officers argue about, on
/// no page. Whatever shows results has words of its own, which are measured.
const FOR_OFFICERS: &str = "indicators/";

/// Fields whose texts people read. An age is measured of all of them together.
const READ: [&str; 27] = [
    "about",
    "alert",
    "ask",
    "asked",
    "back",
    "constraint_message",
    "decides",
    "did",
    "expect",
    "find",
    "help",
    "hours",
    "join",
    "label",
    "long",
    "note",
    "notice",
    "required_message",
    "said",
    "say",
    "tells",
    "thanks",
    "title",
    "what",
    "who",
    "why",
    "words",
];

/// Fields with texts that are no language: names in files, of people, places and
/// organisations, addresses, numbers, dates, conditions, and a unit behind a box.
const OTHER: [&str; 53] = [
    "accent",
    "address",
    "area",
    "audio",
    "by",
    "closes",
    "constraint",
    "date",
    "dates",
    "days",
    "email",
    "end_if",
    "exit",
    "from",
    "has",
    "helplines",
    "highlight",
    "id",
    "image",
    "joining",
    "kind",
    "languages",
    "level",
    "locality",
    "look",
    "monthly",
    "name",
    "not",
    "on",
    "opens",
    "phone",
    "picture",
    "place",
    "postcodes",
    "published",
    "required_if",
    "season",
    "services",
    "starts",
    "state",
    "status",
    "supports",
    "survey",
    "text",
    "time_zone",
    "to",
    "unit",
    "until",
    "urgent",
    "video",
    "visible_if",
    "visited",
    "web",
];

/// A part of a survey without a word to read, whose own names are no fields: which
/// questions of the bank are asked, by group code.
const PICKS: &str = "optional";

/// The easy-read wording of a question, choice or row.
const EASY: &str = "easy";

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
    /// Whether it is what somebody reads who switched easy-read on.
    pub(crate) is_easy: bool,
    pub(crate) passages: Vec<Passage>,
}

/// The groups of a pack: the site, the things to do, each survey and what came of it,
/// and each survey's questions once more in easy-read, where they have it.
///
/// # Errors
/// Where it is not known whether people read a text.
pub(crate) fn of_pack(files: &Files) -> Result<Vec<Group>, String> {
    let mut groups: Vec<Group> = Vec::new();
    let shown = files
        .iter()
        // The map is a drawing.
        .filter(|(path, _)| is_json(path) && !path.starts_with(FOR_OFFICERS));
    for (path, text) in shown {
        let name = match path.split_once('/') {
            Some(("activities", _)) => "activities",
            _ => path.trim_end_matches(".json"),
        };
        let mut value: Value =
            serde_json::from_str(text).map_err(|error| format!("{path}: {error}"))?;
        // Its pages: the start and the thanks have one wording for everybody.
        let mut easy: Value = value["pages"].clone();
        if worded(&mut easy, true) {
            let place = format!("{path}/pages");
            let mut passages = Vec::new();
            collect(&easy, "pages", &place, &mut passages)?;
            groups.push(Group {
                name: format!("{name}, easy"),
                is_easy: true,
                passages,
            });
        }
        worded(&mut value, false);
        let mut passages = Vec::new();
        collect(&value, "", path, &mut passages)?;
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.passages.extend(passages),
            None => groups.push(Group {
                name: name.to_owned(),
                is_easy: false,
                passages,
            }),
        }
    }
    Ok(groups)
}

/// Leaves one wording of everything: the easy one, where there is one and it is asked
/// for, else the usual one. Says whether there was an easy one anywhere.
fn worded(value: &mut Value, easy: bool) -> bool {
    match value {
        Value::Array(items) => {
            let mut any = false;
            for item in items {
                any |= worded(item, easy);
            }
            any
        }
        Value::Object(fields) => {
            let own = fields.remove(EASY);
            let mut any = own.is_some();
            if easy && let Some(Value::Object(own)) = own {
                fields.extend(own);
            }
            for value in fields.values_mut() {
                any |= worded(value, easy);
            }
            any
        }
        _ => false,
    }
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
                text: filled(text),
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
        Value::Object(_) if field == PICKS => {}
        Value::Object(words) if OTHER.contains(&field) && words.contains_key(FALLBACK) => {}
        Value::Object(words) if READ.contains(&field) => {
            let english = words.get(FALLBACK);
            let english =
                english.ok_or_else(|| format!("{place}: there is no English of this."))?;
            collect(english, field, &format!("{place}/{FALLBACK}"), found)?;
        }
        Value::Object(fields) => {
            // What people write, not what they read: of words only a sentence is read.
            let written = |field: &str, value: &Value| {
                matches!(field, "danger" | "search") || field == "words" && value.is_array()
            };
            let fields = fields
                .iter()
                .filter(|(field, value)| !written(field, value));
            for (field, value) in fields {
                collect(value, field, &format!("{place}/{field}"), found)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// The text with each place filled that is filled later, such as `{count}` or
/// `{year|your year}`: with the words behind the bar, else with a word of one syllable.
pub(crate) fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((inside, rest)) = part.split_once('}') {
            filled.push_str(inside.split_once('|').map_or("one", |(_, words)| words));
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

    /// What the groups say: their names, and the texts of each.
    fn read(groups: &[Group]) -> Vec<(&str, Vec<&str>)> {
        groups
            .iter()
            .map(|group| {
                let texts = group.passages.iter().map(|it| &*it.text).collect();
                (&*group.name, texts)
            })
            .collect()
    }

    #[test]
    fn easy_read_is_read_in_the_place_of_the_usual_words() {
        let text = r#"{"title": "Survey", "optional": {"schools": {"MEAD7": ["q"]}}, "pages": [{"questions": [
            {"unit": {"en": "hours"}, "title": "Usual", "help": "Help", "easy": {"title": {"en": "Easy"}, "picture": "a.svg"},
             "choices": [{"label": "One", "easy": {"label": "1"}}, {"label": "Two", "easy": {"picture": "b.svg"}}]}]}]}"#;
        let groups = of_pack(&files("surveys/a.json", text)).unwrap();
        let easy: Vec<_> = groups.iter().map(|group| group.is_easy).collect();
        assert_eq!(easy, [true, false]);
        assert_eq!(
            read(&groups),
            [
                ("surveys/a, easy", vec!["1", "Two", "Help", "Easy"]),
                ("surveys/a", vec!["One", "Two", "Help", "Usual", "Survey"]),
            ]
        );
        let plain = of_pack(&files("surveys/a.json", r#"{"pages": [{"title": "A"}]}"#)).unwrap();
        assert_eq!(read(&plain), [("surveys/a", vec!["A"])]);
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
    fn what_only_officers_read_is_not_measured() {
        let official = r#"{"title": "Participation", "answered": "any"}"#;
        let groups = of_pack(&files("indicators/a.json", official)).unwrap();
        assert_eq!(groups, []);
    }

    #[test]
    fn organisations_are_one_group() {
        let mut both = files("activities/a.json", r#"{"about": "A"}"#);
        both.extend(files("activities/b.json", r#"{"about": "B"}"#));
        let groups = of_pack(&both).unwrap();
        assert_eq!((groups.len(), groups[0].passages.len()), (1, 2));
    }

    #[test]
    fn a_place_to_be_filled_is_a_word() {
        assert_eq!(filled("{a} of {b}."), "one of one.");
        assert_eq!(filled("In {year|your year}?"), "In your year?");
        assert_eq!(filled("a { b"), "a { b");
    }
}
