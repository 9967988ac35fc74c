//! How often something is, and on which days.

mod bounds;

use serde_json::{Map, Value};

use self::bounds::{Bounds, count};
use super::days::Days;
use super::draft::{Cell, Time};
use super::line::Log;
use super::plain::quoted;
use super::times::day;
use crate::calendar::LocalDate;

/// What repeats: a rule for each session, and dates that stand alone.
#[derive(Default)]
pub(super) struct Rhythm {
    /// `days`, `monthly` or `daily` with what bounds them, as a session has them.
    pub(super) rules: Vec<Map<String, Value>>,
    /// A single date.
    pub(super) once: Option<LocalDate>,
    /// Whether it isn't every week, and nobody says which.
    pub(super) every_unsaid: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Often {
    Day,
    Week,
    Month,
    Once,
}

/// "WEEKLY", "week", "P1W": how often, and every so many of them.
fn often(text: &str) -> Option<(Often, u16)> {
    let lower = text.trim().to_lowercase();
    if let Some(duration) = lower.strip_prefix('p') {
        let (number, unit) = duration.split_at_checked(duration.len().checked_sub(1)?)?;
        let number: u16 = number.parse().ok().filter(|number| *number > 0)?;
        return match unit {
            "d" if number.is_multiple_of(7) => Some((Often::Week, number / 7)),
            "d" => Some((Often::Day, number)),
            "w" => Some((Often::Week, number)),
            "m" => Some((Often::Month, number)),
            _ => None,
        };
    }
    Some(match lower.as_str() {
        "weekly" | "week" | "every week" | "per week" => (Often::Week, 1),
        "fortnightly" | "fortnight" | "biweekly" => (Often::Week, 2),
        "monthly" | "month" | "every month" => (Often::Month, 1),
        "daily" | "day" | "every day" => (Often::Day, 1),
        "once" | "one-off" | "one off" | "none" | "never" => (Often::Once, 1),
        _ => return None,
    })
}

/// Reads how often something is. Nothing, with a line, where it can't be kept.
pub(super) fn rhythm(time: &Time, days: &Days, log: &mut Log) -> Option<Rhythm> {
    let starts = day(time.starts.as_ref(), log);
    let valid_from = day(time.valid_from.as_ref(), log);
    let until = day(time.until.as_ref(), log);
    let (often, mut every) = match &time.frequency {
        Some(cell) => {
            let Some(read) = often(&cell.text) else {
                log.left_out(
                    &cell.field,
                    format!(
                        "{} can't be kept: it's each day, week or month, or on dates.",
                        quoted(&cell.text)
                    ),
                );
                return None;
            };
            read
        }
        None if days.is_some() => (Often::Week, 1),
        None if !time.days.is_empty() => (Often::Week, 1),
        None => (Often::Once, 1),
    };
    let told = time.every.as_ref().and_then(|cell| number(cell, log));
    every = every.saturating_mul(told.unwrap_or(1).max(1));
    every = every.saturating_mul(days.every.unwrap_or(1));
    let first = match (starts, valid_from) {
        (Some(one), Some(two)) => Some(one.max(two)),
        (one, two) => one.or(two),
    };
    if let (Some(first), Some(last)) = (first, until)
        && last < first
        && often != Often::Once
    {
        let field = time.until.as_ref().map_or("", |cell| cell.field.as_str());
        log.repaired(
            field,
            format!(
                "It ends on {last}, before it starts on {first}: it's taken as once, on {first}."
            ),
        );
        return Some(Rhythm {
            once: Some(first),
            ..Rhythm::default()
        });
    }
    let rules = match often {
        Often::Once => {
            // From one day to another is no date; dates of their own need no first day.
            let span = starts.is_none() && until.is_some() && until != first;
            let once = first.filter(|_| time.dates.is_empty() && !span);
            if once.is_none() && time.dates.is_empty() {
                log.left_out(
                    &time.field,
                    "Nobody says on which days it is: people are told to ask.",
                );
                return None;
            }
            return Some(Rhythm {
                once,
                ..Rhythm::default()
            });
        }
        Often::Day if days.week != 0 && every == 1 => weekly(days.week),
        Often::Day => Some(vec![field("daily", true.into())]),
        Often::Week => of_week(time, days, first, &mut every, log),
        Often::Month => of_month(time, days, first, every, log),
    };
    let rules = rules.filter(|rules| !rules.is_empty());
    let Some(mut rules) = rules else {
        if days.beyond.is_empty() {
            log.left_out(
                &time.field,
                "Nobody says on which days it is: people are told to ask.",
            );
        }
        return None;
    };
    let every_unsaid = every > 1 && first.is_none();
    if every_unsaid {
        log.repaired(&time.field, "It isn't every time, and nobody says from when that is counted: it's shown each time, with a note.");
        every = 1;
    }
    let mut bounds = Bounds {
        starts,
        first,
        until,
        count: None,
    };
    bounds.count = count(time, &bounds, log);
    bounds.put(&mut rules, often, every);
    Some(Rhythm {
        rules,
        once: None,
        every_unsaid,
    })
}

fn number(cell: &Cell, log: &mut Log) -> Option<u16> {
    let number = cell.text.trim().trim_end_matches(".0").parse().ok();
    if number.is_none() {
        log.left_out(
            &cell.field,
            format!("{} is no whole number.", quoted(&cell.text)),
        );
    }
    number
}

fn field(name: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), value)])
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "one of several ways to make rules"
)]
fn weekly(week: u8) -> Option<Vec<Map<String, Value>>> {
    let days: Value = Days::named(week).into_iter().collect();
    Some(vec![field("days", days)])
}

fn of_week(
    time: &Time,
    days: &Days,
    first: Option<LocalDate>,
    every: &mut u16,
    log: &mut Log,
) -> Option<Vec<Map<String, Value>>> {
    if let Some(cell) = &time.month_days {
        let said = if days.is_some() {
            "its days of the week are kept"
        } else {
            "it repeats weekly"
        };
        log.left_out(
            &cell.field,
            format!("Days of the month ({}), because {said}.", cell.text),
        );
    }
    let mut rules = Vec::new();
    if days.daily {
        rules.push(field("daily", true.into()));
        return Some(rules);
    }
    if !days.month.is_empty() {
        // In words that is no mistake.
        if let Some(cell) = time.frequency.as_ref().filter(|_| *every == 1) {
            log.repaired(
                &cell.field,
                format!(
                    "A {} of the month is each month, not {}.",
                    quoted(&days.month.join(", ")),
                    quoted(&cell.text)
                ),
            );
        }
        rules.push(field("monthly", days.month.iter().cloned().collect()));
    }
    let mut week = days.week;
    if week == 0 && rules.is_empty() && days.beyond.is_empty() && time.days.is_empty() {
        week = 1 << first?.weekday();
    }
    if week != 0 {
        rules.extend(weekly(week)?);
    }
    Some(rules)
}

fn of_month(
    time: &Time,
    days: &Days,
    first: Option<LocalDate>,
    every: u16,
    log: &mut Log,
) -> Option<Vec<Map<String, Value>>> {
    let mut named = days.month.clone();
    if named.is_empty() {
        if let Some(cell) = &time.month_days {
            for part in cell
                .text
                .split([',', ' ', ';'])
                .filter(|part| !part.is_empty())
            {
                match part.parse::<u8>() {
                    Ok(day) if (1..=31).contains(&day) => named.push(day.to_string()),
                    _ => log.left_out(
                        &cell.field,
                        format!("{} is no day of a month.", quoted(part)),
                    ),
                }
            }
        } else if days.week != 0 && every == 1 {
            return weekly(days.week);
        } else if days.week == 0 && days.beyond.is_empty() && time.days.is_empty() {
            named.push(first?.day().to_string());
        }
    } else if let Some(cell) = &time.month_days {
        log.left_out(
            &cell.field,
            format!(
                "Days of the month ({}), because its days of the week are kept.",
                cell.text
            ),
        );
    }
    named.dedup();
    let whole = !named.is_empty();
    Some(if whole {
        vec![field("monthly", named.into_iter().collect())]
    } else {
        Vec::new()
    })
}
