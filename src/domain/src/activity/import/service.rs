//! A service of what a record says, with everything wrong in it put right or named.

use serde_json::{Map, Value, json};

use super::Setting;
use super::ages::{self, OLDEST};
use super::draft::{Cell, Draft, Price};
use super::lists;
use super::place::{Borough, Kept};
use super::plain::{folded, plain, quoted};
use super::price;
use super::reach;
use super::times;
use crate::calendar::LocalDate;

/// Who the directory is for, youngest and oldest.
const READERS: (u8, u8) = (11, 19);

/// A service with what belongs to it, not yet in any organisation.
pub(super) struct Made {
    /// All of it but its id and its sessions.
    pub(super) fields: Map<String, Value>,
    /// Sessions without their place, each with which of `places` it is at.
    pub(super) sessions: Vec<(usize, Map<String, Value>)>,
    /// Where they are.
    pub(super) places: Vec<Kept>,
    /// Its name, for comparing.
    pub(super) name: String,
}

/// Makes a service of a record; nothing where it can't be one, which a line then says.
pub(super) fn make(
    draft: &mut Draft,
    borough: &Borough<'_>,
    setting: &Setting<'_>,
) -> Option<Made> {
    if draft.log.is_refused() {
        return None;
    }
    let mut log = std::mem::take(&mut draft.log);
    let made = read(draft, borough, setting, &mut log);
    draft.log = log;
    made.filter(|_| !draft.log.is_refused())
}

type Log = super::line::Log;

fn read(
    draft: &Draft,
    borough: &Borough<'_>,
    setting: &Setting<'_>,
    log: &mut Log,
) -> Option<Made> {
    let today = setting.today;
    let name = name(draft, log)?;
    let paused = status(draft, log)?;
    let ages = ages(draft, log)?;
    let about = about(draft, log);
    let (places, which) = places(draft, borough, &name, log)?;
    let found = times::read(&draft.times, setting, log);
    let nothing_left = found.sessions.is_empty() && found.unread.is_empty();
    if found.over > 0 && nothing_left {
        log.refused("times", "It is over: all its dates are in the past.");
        return None;
    }
    let mut fields = Map::new();
    let mut put = |field: &str, value: Value| fields.insert(field.to_owned(), value);
    put("name", name.clone().into());
    let about = [vec![about], draft.besides.clone()].concat().join(" ");
    put("about", about.into());
    put("kind", kind(draft, &name, log).into());
    put("level", level(draft, &name).into());
    put("ages", ages);
    put("cost", cost(draft, today, log));
    let supports = supports(draft);
    if !supports.is_empty() {
        put("supports", supports.into());
    }
    let languages = languages(draft, log);
    if !languages.is_empty() {
        put("languages", languages.into());
    }
    let way = joining(draft, &name, log);
    put("joining", way.into());
    let when = found.sessions.is_empty().then_some(found.unread.as_slice());
    put("join", join(way, when, &places).into());
    let reached = [
        (
            "phone",
            reach::first(&draft.phones, reach::phone, reach::NO_PHONE, log),
        ),
        (
            "web",
            reach::first(&draft.webs, reach::web, reach::NO_WEB, log),
        ),
        (
            "email",
            reach::first(&draft.emails, reach::email, reach::NO_EMAIL, log),
        ),
    ];
    for (field, value) in reached {
        if let Some(value) = value {
            put(field, value.into());
        }
    }
    if let Some(cell) = &draft.person {
        log.left_out(&cell.field, "Names of people are not kept.");
    }
    if paused {
        put("status", "paused".into());
    }
    if let Some(alert) = &draft.alert {
        put("alert", plain(&alert.text).0.into());
    }
    if let Some(checked) = checked(draft, today, log) {
        put("checked", checked);
    }
    let sessions = at_places(found.sessions, &places, &which, draft, log);
    if sessions.is_empty() && draft.times.is_empty() {
        log.repaired(
            "times",
            "It says no times: it's kept, and people are told to ask when it is.",
        );
    }
    Some(Made {
        fields,
        sessions,
        places,
        name,
    })
}

fn name(draft: &Draft, log: &mut Log) -> Option<String> {
    let Some(cell) = &draft.name else {
        log.refused("name", "It has no name.");
        return None;
    };
    let (name, changed) = plain(&cell.text);
    if name.is_empty() {
        log.refused(
            &cell.field,
            "Nothing is left of its name without scripts and tags.",
        );
        return None;
    }
    let name: String = name.chars().take(120).collect();
    if changed {
        log.repaired(
            &cell.field,
            format!(
                "Scripts, tags or codes in it are not kept: it is {}.",
                quoted(&name)
            ),
        );
    }
    Some(name)
}

/// Whether it is paused; nothing where it doesn't exist any more.
fn status(draft: &Draft, log: &mut Log) -> Option<bool> {
    let Some(cell) = &draft.status else {
        return Some(false);
    };
    match folded(&cell.text).as_str() {
        "active" | "running" | "confirmed" => Some(false),
        "temporarily closed" | "paused" | "suspended" | "on hold" | "postponed" => Some(true),
        "inactive"
        | "defunct"
        | "closed"
        | "cancelled"
        | "canceled"
        | "deleted"
        | "archived"
        | "draft"
        | "pending"
        | "rejected"
        | "marked for deletion"
        | "not visible"
        | "not approved" => {
            log.refused(
                &cell.field,
                format!("It is marked as {}.", quoted(&cell.text)),
            );
            None
        }
        _ => {
            log.repaired(
                &cell.field,
                format!("{} is taken for active.", quoted(&cell.text)),
            );
            Some(false)
        }
    }
}

fn about(draft: &Draft, log: &mut Log) -> String {
    for cell in &draft.about {
        let (about, changed) = plain(&cell.text);
        if about.is_empty() {
            continue;
        }
        if changed {
            log.repaired(
                &cell.field,
                "Tags, codes and what is longer than 2000 characters are not kept.",
            );
        }
        return about;
    }
    log.repaired(
        "description",
        "Nothing says what it is like: people are told to ask.",
    );
    "Their list doesn't say more yet. Ask them what it is like.".to_owned()
}

fn ages(draft: &Draft, log: &mut Log) -> Option<Value> {
    let number = |cell: &Option<Cell>, log: &mut Log| {
        let cell = cell.as_ref()?;
        let years = ages::years(&cell.text);
        match years {
            None => log.left_out(
                &cell.field,
                format!("{} is no age in years.", quoted(&cell.text)),
            ),
            Some(years) if cell.text.contains('.') => {
                log.repaired(
                    &cell.field,
                    format!("Ages are whole years: {} is {years}.", cell.text),
                );
            }
            Some(_) => {}
        }
        years
    };
    let mut from = number(&draft.youngest, log);
    let mut to = number(&draft.oldest, log);
    let mut ldd = None;
    let field = draft
        .youngest
        .as_ref()
        .or(draft.oldest.as_ref())
        .or(draft.ages.first());
    let field = field.map_or("ages", |cell| cell.field.as_str()).to_owned();
    for cell in &draft.ages {
        let Some(told) = ages::told(&cell.text) else {
            log.left_out(
                &cell.field,
                format!("{} names no ages.", quoted(&cell.text)),
            );
            continue;
        };
        if from.is_none() && to.is_none() {
            (from, to) = (told.from, told.to);
        }
        ldd = ldd.or(told.to_ldd);
    }
    let words = draft
        .about
        .iter()
        .filter_map(|cell| ages::told(&plain(&cell.text).0));
    ldd = ldd.or(words.filter_map(|told| told.to_ldd).next());
    if let (Some(one), Some(two)) = (from, to) {
        if one > two {
            log.repaired(
                &field,
                format!("The ages were swapped: it is from {two} to {one}."),
            );
            (from, to) = (Some(two), Some(one));
        }
    }
    let (from, to) = match (from, to) {
        (None, None) => {
            log.repaired(
                &field,
                format!(
                    "No ages are given: {} to {} is shown.",
                    READERS.0, READERS.1
                ),
            );
            READERS
        }
        (Some(from), None) => (from, OLDEST.max(from)),
        (None, Some(to)) => (to.min(READERS.0), to),
        (Some(from), Some(to)) => (from, to),
    };
    if from > OLDEST || to < READERS.0 {
        log.refused(
            &field,
            format!(
                "It is for ages {from} to {to}, and this is for people of {} to {}.",
                READERS.0, READERS.1
            ),
        );
        return None;
    }
    if to > OLDEST {
        log.repaired(&field, format!("Ages end at {OLDEST} here, not at {to}."));
    } else if draft.oldest.is_none() && draft.youngest.is_some() {
        log.repaired(
            &field,
            format!("No oldest age is given: {from} to {to} is shown."),
        );
    } else if draft.youngest.is_none() && draft.oldest.is_some() {
        log.repaired(
            &field,
            format!("No youngest age is given: {from} to {to} is shown."),
        );
    }
    let to = to.min(OLDEST);
    let mut ages = json!({"from": from, "to": to});
    if let Some(ldd) = ldd.map(|ldd| ldd.min(OLDEST)).filter(|ldd| *ldd > to) {
        ages["to_ldd"] = ldd.into();
    }
    Some(ages)
}

fn kind(draft: &Draft, name: &str, log: &mut Log) -> &'static str {
    let told = draft.kinds.iter().find_map(|cell| lists::kind(&cell.text));
    told.or_else(|| lists::kind(name)).unwrap_or_else(|| {
        log.repaired(
            "kind",
            "No word of it tells what kind of thing it is: it's called a club.",
        );
        "club"
    })
}

fn level(draft: &Draft, name: &str) -> &'static str {
    let told = draft
        .levels
        .iter()
        .find_map(|cell| lists::level(&cell.text));
    let referred = draft
        .joining
        .iter()
        .any(|cell| lists::joining(&cell.text) == Some("referral"));
    let otherwise = if referred { "specialist" } else { "universal" };
    told.or_else(|| lists::level(name)).unwrap_or(otherwise)
}

/// What it costs: what a young person has to bring at most, with the rest in words.
fn cost(draft: &Draft, today: LocalDate, log: &mut Log) -> Value {
    let mut prices: Vec<(u32, String, bool)> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for price in &draft.prices {
        if let Some(read) = one_price(price, today, log) {
            let (pence, words, young) = read;
            if !words.is_empty() && !said.contains(&words) {
                said.push(words.clone());
            }
            prices.push((pence, words, young));
        } else {
            let words = price.words.iter().map(|cell| plain(&cell.text).0);
            said.extend(words.filter(|words| words.chars().any(char::is_alphabetic)));
        }
    }
    said.dedup();
    let several = prices
        .iter()
        .any(|(pence, ..)| prices.first().is_some_and(|first| first.0 != *pence));
    let young = prices
        .iter()
        .filter(|(.., young)| *young)
        .map(|(pence, ..)| *pence)
        .max();
    let highest = young.or(prices.iter().map(|(pence, ..)| *pence).max());
    let free = draft.free.as_ref().filter(|cell| cell.is_yes()).map(|_| 0);
    let pence = highest.or(free);
    let mut cost = Map::new();
    match pence {
        Some(pence) => {
            cost.insert("pence".to_owned(), pence.into());
            if several {
                let field = draft.prices.first().map_or("cost", |price| field_of(price));
                log.repaired(field, format!("There are several prices: {pence} pence is shown, and all of them in words."));
                said = prices
                    .iter()
                    .map(|(pence, words, _)| {
                        let sum = pounds(*pence);
                        if words.is_empty() {
                            sum
                        } else {
                            format!("{sum}: {words}")
                        }
                    })
                    .collect();
            }
        }
        None => log.repaired("cost", "Nobody says what it costs: people are told to ask."),
    }
    let words: String = said.join("; ").chars().take(300).collect();
    if !words.is_empty() {
        cost.insert("words".to_owned(), words.into());
    }
    Value::Object(cost)
}

fn pounds(pence: u32) -> String {
    match (pence / 100, pence % 100) {
        (0, 0) => "free".to_owned(),
        (0, pence) => format!("{pence}p"),
        (pounds, 0) => format!("£{pounds}"),
        (pounds, pence) => format!("£{pounds}.{pence:02}"),
    }
}

fn field_of(price: &Price) -> &str {
    let cell = price.amount.as_ref().or(price.words.first());
    cell.map_or("cost", |cell| cell.field.as_str())
}

/// Pence, what else is said, and whether it is a price for young people.
fn one_price(price: &Price, today: LocalDate, log: &mut Log) -> Option<(u32, String, bool)> {
    if let Some(until) = times::day(price.until.as_ref(), log).filter(|until| *until < today) {
        let field = field_of(price);
        log.left_out(field, format!("This price ended on {until}."));
        return None;
    }
    if let Some(cell) = &price.currency {
        if folded(&cell.text) != "gbp" {
            log.left_out(
                &cell.field,
                format!("A price in {}: prices are in pounds.", quoted(&cell.text)),
            );
            return None;
        }
    }
    let words: Vec<String> = price.words.iter().map(|cell| plain(&cell.text).0).collect();
    let joined = words.join(", ");
    let young = [
        "young",
        "child",
        "children",
        "junior",
        "juniors",
        "student",
        "students",
        "under",
        "concession",
        "u18",
        "youth",
    ]
    .iter()
    .any(|word| super::plain::has_words(&folded(&joined), word));
    if let Some(cell) = &price.amount {
        if let Some(pence) = price::pounds(&cell.text) {
            // "0 … otherwise 3 pounds" is not free for everybody.
            let told = price::told(&joined).filter(|told| pence == 0 && told.pence > 0);
            if let Some(told) = &told {
                let field = price.words.first().map_or(&cell.field, |cell| &cell.field);
                log.repaired(
                    field,
                    format!(
                        "The price is 0, and {} says {}: that is shown.",
                        quoted(&joined),
                        pounds(told.pence)
                    ),
                );
            }
            return Some((told.map_or(pence, |told| told.pence), joined, young));
        }
        if let Some(told) = price::told(&cell.text) {
            log.repaired(
                &cell.field,
                format!("{} is read as {}.", quoted(&cell.text), pounds(told.pence)),
            );
            let words = if told.more { cell.text.clone() } else { joined };
            return Some((told.pence, words, young));
        }
        log.left_out(&cell.field, format!("{} is no price.", quoted(&cell.text)));
        return None;
    }
    for cell in &price.words {
        if let Some(told) = price::told(&cell.text) {
            if folded(&cell.text) != "free" {
                log.repaired(
                    &cell.field,
                    format!("{} is read as {}.", quoted(&cell.text), pounds(told.pence)),
                );
            }
            let words = if told.more { joined } else { String::new() };
            return Some((told.pence, words, young));
        }
        if !cell.text.chars().any(char::is_alphabetic) {
            log.left_out(&cell.field, format!("{} is no price.", quoted(&cell.text)));
        }
    }
    None
}

fn supports(draft: &Draft) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for cell in &draft.supports {
        for name in lists::supports(&cell.text) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

fn languages(draft: &Draft, log: &mut Log) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tongue in &draft.languages {
        let code = tongue
            .code
            .as_ref()
            .map(|cell| cell.text.as_str())
            .filter(|code| lists::is_tag(code));
        let by_name = || lists::language(&tongue.name.as_ref()?.text);
        let Some(tag) = code.or_else(by_name) else {
            let text = match tongue.name.as_ref().or(tongue.code.as_ref()) {
                Some(cell) => format!(
                    "{} is no language that is known here: give its code, such as \"pl\".",
                    quoted(&cell.text)
                ),
                None => "A language without a name.".to_owned(),
            };
            log.left_out(&tongue.field, text);
            continue;
        };
        // The site's own is spoken everywhere.
        if tag != "en" && !tags.iter().any(|own| own == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

fn joining(draft: &Draft, name: &str, log: &mut Log) -> &'static str {
    let told = draft
        .joining
        .iter()
        .find_map(|cell| lists::joining(&cell.text));
    let about = draft.about.first().map(|cell| plain(&cell.text).0);
    told.or_else(|| lists::joining(name))
        .or_else(|| lists::joining(&about?))
        .unwrap_or_else(|| {
            log.repaired(
                "joining",
                "Nobody says how to join: people are told to get in touch first.",
            );
            "book"
        })
}

/// How to join, as a sentence; and what people have to ask, where no times are kept.
fn join(way: &str, unread: Option<&[String]>, places: &[Kept]) -> String {
    let mut said = match way {
        "drop-in" => "Just turn up.",
        "membership" => "Ask them how to become a member.",
        "referral" => "Somebody has to put your name forward. Ask them how.",
        _ => "Get in touch before you go.",
    }
    .to_owned();
    let Some(unread) = unread else {
        return said;
    };
    said.push_str(" Ask them when it is on.");
    if !unread.is_empty() {
        said.push_str(&format!(
            " Their list says: {}.",
            unread.join("; ").trim_end_matches('.')
        ));
    }
    for place in places.iter().filter(|place| !place.said.is_empty()).take(3) {
        said.push_str(&format!(" It is at: {}.", place.said.trim_end_matches('.')));
    }
    said
}

fn checked(draft: &Draft, today: LocalDate, log: &mut Log) -> Option<Value> {
    let assured = times::day(draft.assured.as_ref(), log);
    let changed = times::day(draft.changed.as_ref(), log);
    let all = [
        (assured, draft.assured.as_ref(), "Whoever runs it"),
        (changed, draft.changed.as_ref(), "Whoever keeps the list"),
    ];
    for (on, cell, by) in all {
        let (Some(on), Some(cell)) = (on, cell) else {
            continue;
        };
        if on > today {
            let text = format!("{on} is still to come: nobody can have checked then.");
            log.left_out(&cell.field, text);
            continue;
        }
        let days = today.days() - on.days();
        if days > 182 {
            let long = if days > 365 { "a year" } else { "half a year" };
            let text = format!(
                "It was last looked after on {on}, more than {long} ago: people are shown that."
            );
            log.repaired(&cell.field, text);
        }
        return Some(json!({"on": on.to_string(), "by": by}));
    }
    log.repaired(
        "checked",
        "Nobody says when it was last checked: it stands after what was.",
    );
    None
}

/// The places, and for each of the record's own where it is among them. Nothing where all
/// of them are outside the borough.
fn places(
    draft: &Draft,
    borough: &Borough<'_>,
    name: &str,
    log: &mut Log,
) -> Option<(Vec<Kept>, Vec<Option<usize>>)> {
    let about = draft.about.first().map_or("", |cell| cell.text.as_str());
    let about = format!("{name} {about}");
    let mut places: Vec<Kept> = Vec::new();
    let mut which = Vec::new();
    let mut outside = Vec::new();
    for spot in &draft.places {
        which.push(match borough.read(spot, &about, log) {
            Ok(kept) => {
                let same = places.iter().position(|place| place.key == kept.key);
                Some(same.unwrap_or_else(|| {
                    places.push(kept);
                    places.len() - 1
                }))
            }
            Err(why) => {
                outside.push(why);
                None
            }
        });
    }
    if places.is_empty() && !outside.is_empty() {
        for (field, why) in outside {
            log.refused(&field, why);
        }
        return None;
    }
    for (field, why) in outside {
        log.left_out(&field, why);
    }
    if places.is_empty() && draft.times.iter().any(|time| !time.closed) {
        let nowhere = super::draft::Spot {
            field: "place".to_owned(),
            ..Default::default()
        };
        places.extend(borough.read(&nowhere, &about, log));
    }
    Some((places, which))
}

/// Puts sessions where they are. Where a record with several places doesn't say, they are
/// at each, and people are told to ask.
fn at_places(
    sessions: Vec<(Option<usize>, Map<String, Value>)>,
    places: &[Kept],
    which: &[Option<usize>],
    draft: &Draft,
    log: &mut Log,
) -> Vec<(usize, Map<String, Value>)> {
    let mut placed = Vec::new();
    for (place, fields) in sessions {
        match place.map(|place| which.get(place).copied().flatten()) {
            Some(Some(place)) => placed.push((place, fields)),
            // Its place is outside the borough.
            Some(None) if draft.places.len() > 1 => {}
            _ if places.len() == 1 => placed.push((0, fields)),
            _ => {
                log.repaired("times", format!("Nobody says at which of {} places this is: it's shown at each, with a note to ask.", places.len()));
                for place in 0..places.len() {
                    let mut fields = fields.clone();
                    let note = "Their list doesn't say at which of their places this is. Ask them.";
                    let before = fields.get("note").and_then(Value::as_str);
                    let note = before.map_or(note.to_owned(), |before| format!("{before} {note}"));
                    fields.insert("note".to_owned(), note.into());
                    placed.push((place, fields));
                }
            }
        }
    }
    placed
}
