//! A table of everything, a row for each session (RFC 4180).
//!
//! It begins with a byte order mark: without one, Excel, in which most of its readers open
//! it, takes UTF-8 for the letters of the machine's own country and breaks every Polish
//! name. Programs that read UTF-8 skip it, `hark import csv` too.
//!
//! A field that a spreadsheet would take for a formula gets an apostrophe before it, as
//! OWASP's page on CSV injection has it; numbers of our own, such as a longitude below
//! zero, are no text and stay as they are.

use super::super::publish::language;
use super::super::service::{Organisation, Service};
use super::super::session::Session;
use super::super::timetable::{Change, Rule, SchoolSeason, Timetable};
use super::rule::{self, WEEK};
use super::{Source, named_sessions};
use crate::calendar::LocalDate;

const MARK: char = '\u{feff}';

/// What a formula, or a way into one, begins with.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

const HEAD: [&str; 39] = [
    "service_id",
    "service",
    "about",
    "organisation",
    "kind",
    "level",
    "age_from",
    "age_to",
    "age_to_ldd",
    "cost_pence",
    "cost",
    "joining",
    "how_to_join",
    "languages",
    "supports",
    "place",
    "place_kind",
    "locality",
    "address",
    "latitude",
    "longitude",
    "place_has",
    "how_to_find",
    "when",
    "rule",
    "from",
    "to",
    "starts",
    "until",
    "season",
    "also_on",
    "not_on",
    "moved",
    "cancelled",
    "note",
    "contact",
    "status",
    "alert",
    "checked",
];

/// The whole table.
pub(super) fn table(source: &Source<'_>) -> String {
    let mut table = String::from(MARK);
    let head = HEAD.iter().map(|name| (*name).to_owned());
    line(&mut table, head);
    for (organisation, service) in source.services() {
        let mut sessions: Vec<Option<&Session>> = named_sessions(service)
            .map(|(_, session)| Some(session))
            .collect();
        if sessions.is_empty() {
            // People have to ask when.
            sessions.push(None);
        }
        for session in sessions {
            let row = row(source, organisation, service, session);
            line(&mut table, row.into_iter());
        }
    }
    table
}

fn row(
    source: &Source<'_>,
    organisation: &Organisation,
    service: &Service,
    session: Option<&Session>,
) -> [String; HEAD.len()] {
    let words = source.words;
    let said = |text| safe(source.said(text));
    let own = |text: &Option<String>| text.as_deref().map_or_else(String::new, safe);
    let place = session.and_then(|session| organisation.place(session.place.as_str()));
    let locality = place.and_then(|place| source.locality(place));
    let point = place.and_then(|place| place.point);
    let timetable = session.map(|session| session.counted(&source.site.school));
    let timetable = timetable.as_ref();
    let rule = timetable.and_then(|timetable| timetable.rule.as_ref());
    let cost = session.and_then(|session| session.cost.as_ref());
    let date = |date: Option<LocalDate>| date.map_or_else(String::new, |date| date.to_string());
    let changes = |of: fn(&Change) -> Option<String>| changes(timetable, of);
    let languages = service.languages.iter().map(|tag| language(tag, words));
    let supports = service
        .supports
        .iter()
        .map(|it| words.say(it.word()).to_owned());
    let has = place.map(|place| place.has.iter().map(|it| words.say(it.word()).to_owned()));
    let contact = [&service.phone, &service.email, &service.web];
    let contact: Vec<&str> = contact.into_iter().flatten().map(String::as_str).collect();
    let note = session.and_then(|session| session.note.as_ref());
    let age = |age: u8| age.to_string();
    [
        service.id.to_string(),
        said(&service.name),
        said(&service.about),
        said(&organisation.name),
        service.kind.key().to_owned(),
        service.level.key().to_owned(),
        age(service.ages.from),
        age(service.ages.to),
        service.ages.to_ldd.map_or_else(String::new, age),
        cost.unwrap_or(&service.cost)
            .pence
            .map_or_else(String::new, |pence| pence.to_string()),
        safe(&source.cost(service, session)),
        service.joining.key().to_owned(),
        said(&service.join),
        safe(&joined(languages)),
        safe(&joined(supports)),
        place.map_or_else(String::new, |place| said(&place.name)),
        place
            .and_then(|place| place.kind)
            .map_or("", |kind| kind.key())
            .to_owned(),
        locality.map_or_else(String::new, |locality| said(&locality.name)),
        place.map_or_else(String::new, |place| own(&place.address)),
        point.map_or_else(String::new, |point| point.lat.to_string()),
        point.map_or_else(String::new, |point| point.lon.to_string()),
        safe(&has.map_or_else(String::new, joined)),
        place
            .and_then(|place| place.find.as_ref())
            .map_or_else(String::new, said),
        timetable.map_or_else(String::new, |timetable| safe(&timetable.said(words))),
        rule.and_then(|rule| rule::text(rule, WEEK))
            .unwrap_or_default(),
        timetable.map_or_else(String::new, |timetable| timetable.from.to_string()),
        timetable.map_or_else(String::new, |timetable| timetable.to.to_string()),
        date(rule.and_then(|rule| rule.starts)),
        date(rule.and_then(|rule| rule.until)),
        rule.map_or("", season).to_owned(),
        changes(|change| match change {
            Change::Also(on) => Some(on.to_string()),
            _ => None,
        }),
        changes(|change| match change {
            Change::Not(on) => Some(on.to_string()),
            _ => None,
        }),
        changes(|change| match change {
            Change::Moved(on, to, from, until) => Some(format!("{on} to {to} {from}-{until}")),
            _ => None,
        }),
        changes(|change| match change {
            Change::Cancelled(on) => Some(on.to_string()),
            _ => None,
        }),
        note.map_or_else(String::new, said),
        safe(&contact.join("; ")),
        if service.paused { "paused" } else { "running" }.to_owned(),
        service.alert.as_ref().map_or_else(String::new, said),
        date(service.checked.as_ref().map(|checked| checked.on)),
    ]
}

fn season(rule: &Rule) -> &'static str {
    match rule.season {
        None => "",
        Some(SchoolSeason::Term) => "term",
        Some(SchoolSeason::Holidays) => "holidays",
    }
}

fn changes(timetable: Option<&Timetable>, of: fn(&Change) -> Option<String>) -> String {
    let all = timetable
        .into_iter()
        .flat_map(|timetable| &timetable.changes);
    joined(all.filter_map(of))
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<String>>().join("; ")
}

/// A text that no spreadsheet counts with.
fn safe(text: &str) -> String {
    if text.starts_with(FORMULA) {
        ["'", text].concat()
    } else {
        text.to_owned()
    }
}

fn line(table: &mut String, fields: impl Iterator<Item = String>) {
    let fields: Vec<String> = fields.map(|field| quoted(&field)).collect();
    table.push_str(&fields.join(","));
    table.push_str("\r\n");
}

fn quoted(field: &str) -> String {
    // A semicolon divides fields where a comma divides whole and part.
    if field.contains(['"', ',', ';', '\r', '\n']) {
        ["\"", &field.replace('"', "\"\""), "\""].concat()
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_words() {
        for text in ["=1+1", "+44", "-x", "@sum", "\t=1", "\r=1"] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        for text in ["a=1", "01942", "£1", "", "'"] {
            assert_eq!(safe(text), text);
        }
    }

    #[test]
    fn what_divides_fields_is_quoted() {
        for (field, written) in [
            ("a", "a"),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("a\nb", "\"a\nb\""),
        ] {
            assert_eq!(quoted(field), written);
        }
    }
}
