//! What stands above the questions: the survey's name, its words, when it is open.

use serde_json::{Map, Value, json};

use super::field::Field;
use super::form::Form;
use super::line::{Act, Line};
use super::table::Record;
use super::words;
use super::writer::parts;
use crate::id::SurveyId;

/// How many things somebody answers in a minute, for a first estimate.
const A_MINUTE: usize = 6;

/// The survey without its pages, of which `asked` things are asked. `name` is that of the
/// file, without its ending.
pub(super) fn head(
    form: &Form,
    name: &str,
    asked: usize,
    lines: &mut Vec<Line>,
) -> Map<String, Value> {
    let record = form.setting();
    let mut say = |field: &str, text: String| {
        let mut line = form.settings.about(field, text);
        line.row = (record.row > 0).then_some(record.row);
        lines.push(line);
    };
    let mut head = Map::new();
    let id = id(&record, name, &mut say);
    let words = |field| words::plain(&record.words(field), &form.language);
    let title = words(Field::HarkTitle).or_else(|| words(Field::FormTitle));
    let title = title.unwrap_or_else(|| {
        say(
            "form_title",
            format!("There is no title, so it is called \"{id}\"."),
        );
        id.clone().into()
    });
    head.insert("id".to_owned(), id.into());
    head.insert("version".to_owned(), version(&record, &mut say).into());
    head.insert("title".to_owned(), title);
    let mut needed = |name: &str, field: Field, otherwise: Value| {
        let given = words(field);
        if given.is_none() {
            let text = format!("Nothing stands here, so it says {otherwise}. Write your own.");
            say(field.name(), text);
        }
        head.insert(name.to_owned(), given.unwrap_or(otherwise));
    };
    needed(
        "about",
        Field::HarkAbout,
        json!("We would like to know what you think."),
    );
    needed(
        "thanks",
        Field::HarkThanks,
        json!("Thank you for your answers."),
    );
    let minutes = asked.div_ceil(A_MINUTE).clamp(1, 255);
    let given = record.get(Field::HarkMinutes);
    if given.is_none() {
        let text = format!(
            "Nothing stands here, so it is {minutes}, from the number of questions. Try it and write how long it takes."
        );
        say("hark_minutes", text);
    }
    let given = given.map(number);
    head.insert(
        "minutes".to_owned(),
        given.unwrap_or_else(|| minutes.into()),
    );
    for (name, field) in [("opens", Field::HarkOpens), ("closes", Field::HarkCloses)] {
        let day = record.get(field).map(Value::from);
        head.extend(day.map(|day| (name.to_owned(), day)));
    }
    head.extend(picks(&record, &mut say).map(|picks| ("optional".to_owned(), picks)));
    head
}

fn id(record: &Record, name: &str, say: &mut impl FnMut(&str, String)) -> String {
    let given = record.get(Field::FormId);
    let wanted = given.unwrap_or(name);
    if SurveyId::new(wanted).is_ok() {
        if given.is_none() {
            say(
                "form_id",
                format!("Nothing stands here, so the survey is called \"{wanted}\", as the file."),
            );
        }
        return wanted.to_owned();
    }
    let letters = wanted.to_lowercase();
    let letters = letters.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let mut words: Vec<&str> = letters.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        words.push("survey");
    }
    let mut id = words.join("-");
    id.truncate(crate::id::LONGEST);
    let id = id.trim_end_matches('-').to_owned();
    say(
        "form_id",
        format!("A survey can't be called \"{wanted}\" in an address, so it is \"{id}\"."),
    );
    id
}

fn version(record: &Record, say: &mut impl FnMut(&str, String)) -> u32 {
    let Some(given) = record.get(Field::Version) else {
        return 1;
    };
    let version = given.parse::<u32>().ok().filter(|version| *version > 0);
    version.unwrap_or_else(|| {
        say(
            "version",
            format!("A version is a whole number from 1, so \"{given}\" is taken as 1."),
        );
        1
    })
}

/// A number as written; what is none stays words, and is refused with everything else.
fn number(cell: &str) -> Value {
    match cell.parse::<u32>() {
        Ok(number) => number.into(),
        Err(_) => cell.into(),
    }
}

fn picks(record: &Record, say: &mut impl FnMut(&str, String)) -> Option<Value> {
    let borough: Vec<&str> = record
        .get(Field::HarkPicks)
        .map(|cell| parts(cell).collect())
        .unwrap_or_default();
    let schools = school_picks(record, say);
    let mut picks = Map::new();
    if !borough.is_empty() {
        picks.insert("borough".to_owned(), json!(borough));
    }
    if !schools.is_empty() {
        picks.insert("schools".to_owned(), schools.into());
    }
    (!picks.is_empty()).then(|| picks.into())
}

/// The picks of schools by their codes, written `ASH7: q1 q2; OAK5: q3`.
fn school_picks(record: &Record, say: &mut impl FnMut(&str, String)) -> Map<String, Value> {
    let field = Field::HarkSchoolPicks;
    let mut say = |text| say(field.name(), text);
    let mut schools = Map::new();
    let cell = record.get(field).unwrap_or_default();
    for school in cell.split(';').map(str::trim) {
        if school.is_empty() {
            continue;
        }
        let Some((code, picked)) = school.split_once(':') else {
            say(format!(
                "\"{school}\" isn't read: it needs a school's code, a colon and names of questions, such as ASH7: q1 q2."
            ));
            continue;
        };
        let code = code.trim();
        if schools.contains_key(code) {
            say(format!(
                "The code \"{code}\" stands here twice, so only its first questions are taken. Left out: \"{school}\"."
            ));
            continue;
        }
        let picked: Vec<&str> = parts(picked).collect();
        schools.insert(code.to_owned(), json!(picked));
    }
    schools
}

/// A problem with what stands above the questions, as a line.
pub(super) fn problem(form: &Form, field: &str, text: &str) -> Line {
    let record = form.setting();
    let column = match field {
        "title" => "form_title",
        "id" => "form_id",
        "version" => "version",
        "about" => "hark_about",
        "thanks" => "hark_thanks",
        "minutes" => "hark_minutes",
        "opens" => "hark_opens",
        "closes" => "hark_closes",
        "optional" => "hark_picks",
        other => other,
    };
    let mut line = form.settings.about(column, text);
    line.act = Act::Refused;
    line.row = (record.row > 0).then_some(record.row);
    line
}
