//! A service of what a record says, with everything wrong in it put right or named.

mod audience;
mod classed;
mod cost;
mod joining;
mod whereabouts;

use serde_json::{Map, Value, json};

use self::audience::ages;
use self::classed::{kind, languages, level, supports};
use self::cost::cost;
use self::joining::{join, joining};
use self::whereabouts::{at_places, places};
use super::Setting;
use super::draft::Draft;
use super::place::{Borough, Kept};
use super::plain::{folded, plain, quoted};
use super::reach;
use super::times;
use crate::calendar::LocalDate;

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
    put("join", join(draft, way, when, &places).into());
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
            let since = if days > 365 { "a year" } else { "half a year" };
            let text = format!(
                "It was last looked after on {on}, more than {since} ago: people are shown that."
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
