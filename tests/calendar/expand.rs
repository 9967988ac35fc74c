//! Expands a calendar file by the `icalendar` crate's parser and the `rrule` crate, with
//! the durations that RFC 5545 gives the members of a recurrence set.

use std::collections::{BTreeMap, BTreeSet};

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rrule::RRuleSet;

/// One time that something is on: from, to, and whether it is called off. Wall clock.
pub(crate) type Time = (String, String, bool);

/// What starts before this date, as `YYYYMMDD`, is expanded.
pub(crate) fn expand(text: &str, zone: &str, before: &str) -> Vec<Time> {
    let calendar = unfold(text);
    let calendar = read_calendar(&calendar).unwrap();
    let events = calendar.components.iter().filter(|it| it.name == "VEVENT");
    let mut series: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for event in events {
        let event = Event::read(event, zone);
        series.entry(event.uid.clone()).or_default().push(event);
    }
    let zone = TimeZone::get(zone).unwrap();
    let mut all: Vec<Time> = series
        .values()
        .flat_map(|events| expand_series(events, &zone, before))
        .collect();
    all.sort();
    all
}

struct Event {
    uid: String,
    start: String,
    end: String,
    instead_of: Option<String>,
    rule: Option<String>,
    recurrence: String,
    cancelled: bool,
}

impl Event {
    fn read(event: &Component<'_>, zone: &str) -> Self {
        let value = |name: &str| event.find_prop(name).map(|it| it.val.to_string());
        let local = |name: &str| {
            let property = event.find_prop(name)?;
            let parameters: Vec<_> = property
                .params
                .iter()
                .map(|it| (it.key.to_string(), it.val.as_ref().unwrap().to_string()))
                .collect();
            assert_eq!(parameters, [("TZID".to_owned(), zone.to_owned())], "{name}");
            Some(property.val.to_string())
        };
        let start = local("DTSTART").unwrap();
        let mut recurrence = format!("DTSTART;TZID={zone}:{start}\n");
        let rule = value("RRULE");
        if let Some(rule) = &rule {
            recurrence.extend(["RRULE:", rule, "\n"]);
        }
        for name in ["EXDATE", "RDATE"] {
            if let Some(dates) = local(name) {
                recurrence.extend([name, ";TZID=", zone, ":", &dates, "\n"]);
            }
        }
        Self {
            uid: value("UID").unwrap(),
            end: local("DTEND").unwrap(),
            instead_of: local("RECURRENCE-ID"),
            rule,
            recurrence,
            cancelled: value("STATUS").unwrap() == "CANCELLED",
            start,
        }
    }

    /// Every start of the recurrence set.
    fn starts(&self, before: &str) -> BTreeSet<String> {
        let mut starts = BTreeSet::new();
        if self.recurrence.contains("RRULE") || self.recurrence.contains("RDATE") {
            let set: RRuleSet = self.recurrence.parse().unwrap_or_else(|error| {
                panic!("{error}\n{}", self.recurrence);
            });
            let dates = set
                .into_iter()
                .map(|it| it.format("%Y%m%dT%H%M%S").to_string());
            starts.extend(dates.take_while(|it| it.as_str() < before));
        }
        if self.rule.is_some() && self.start.as_str() < before {
            // "The DTSTART property value SHOULD be synchronized with the recurrence rule"
            // (RFC 5545, section 3.8.5.3), or programs disagree about the first date.
            assert_eq!(starts.first(), Some(&self.start), "{}", self.recurrence);
        }
        // Without a rule, `rrule` leaves out what the set begins with.
        if self.start.as_str() < before {
            starts.insert(self.start.clone());
        }
        starts
    }
}

fn expand_series(events: &[Event], zone: &TimeZone, before: &str) -> Vec<Time> {
    let masters: Vec<&Event> = events.iter().filter(|it| it.instead_of.is_none()).collect();
    let [master] = &*masters else {
        panic!("{} series have one name", masters.len());
    };
    let mut starts = master.starts(before);
    let mut all = Vec::new();
    for event in events {
        if let Some(instead_of) = &event.instead_of {
            let there = starts.remove(instead_of);
            assert!(
                there || instead_of.as_str() >= before,
                "{instead_of} is no date of its series"
            );
            all.push((event.start.clone(), event.end.clone(), event.cancelled));
        }
    }
    // "The same exact duration will apply to all the members of the recurrence set".
    let exact = |local: &str| {
        let local: DateTime = local.parse().unwrap();
        local.to_zoned(zone.clone()).unwrap()
    };
    let duration = exact(&master.end).timestamp() - exact(&master.start).timestamp();
    all.extend(starts.into_iter().map(|start| {
        let end = &exact(&start) + duration;
        let end = end.strftime("%Y%m%dT%H%M%S").to_string();
        (start, end, master.cancelled)
    }));
    all.retain(|time| time.0.as_str() < before);
    all
}
