//! From when to when something repeats.

use serde_json::{Map, Value};

use super::{Often, number};
use crate::activity::import::draft::Time;
use crate::activity::import::line::Log;
use crate::calendar::LocalDate;

/// From when to when something repeats, and how often.
pub(super) struct Bounds {
    /// The day from which it is counted.
    pub(super) starts: Option<LocalDate>,
    /// The first day.
    pub(super) first: Option<LocalDate>,
    /// The last day.
    pub(super) until: Option<LocalDate>,
    /// How many times it is.
    pub(super) count: Option<u16>,
}

/// How many times it is, where that can be kept.
pub(super) fn count(time: &Time, bounds: &Bounds, log: &mut Log) -> Option<u16> {
    let count = time.count.as_ref().and_then(|cell| number(cell, log));
    let count = count.filter(|count| *count > 0)?;
    if let Some(last) = bounds.until {
        let text = format!("How often it is, because it ends on {last} as well.");
        log.left_out(&time.field, text);
        return None;
    }
    if bounds.first.is_none() {
        let text = "How often it is, because nobody says when it starts.";
        log.left_out(&time.field, text);
        return None;
    }
    Some(count)
}

impl Bounds {
    /// Puts them into rules that repeat so often.
    pub(super) fn put(self, rules: &mut [Map<String, Value>], often: Often, every: u16) {
        let counted_from = match (self.starts, self.first) {
            // What is counted in twos keeps its weeks.
            (Some(starts), Some(first)) if every > 1 && first > starts => {
                Some(aligned(starts, first, often, every))
            }
            _ => self.first,
        };
        // The first week that counts may be after the last day.
        let until = self
            .until
            .max(counted_from.filter(|_| self.until.is_some()));
        for rule in rules {
            let mut put = |name: &str, value: Option<Value>| {
                if let Some(value) = value {
                    rule.insert(name.to_owned(), value);
                }
            };
            put("every", (every > 1).then(|| every.into()));
            put("starts", counted_from.map(|day| day.to_string().into()));
            put("until", until.map(|day| day.to_string().into()));
            put("count", self.count.map(Value::from));
        }
    }
}

/// The first day, not before `first`, that counts in the same weeks or days as `starts`.
/// Months stay as they are: the rule counts those by their number.
fn aligned(starts: LocalDate, first: LocalDate, often: Often, every: u16) -> LocalDate {
    let step = match often {
        Often::Week => 7 * i32::from(every),
        Often::Day => i32::from(every),
        Often::Month | Often::Once => return starts,
    };
    let apart = first.days() - starts.days();
    let steps = apart / step + i32::from(apart % step != 0);
    LocalDate::from_days(starts.days() + steps * step)
}
