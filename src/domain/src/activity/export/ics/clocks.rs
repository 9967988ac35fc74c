//! A zone's clocks as calendar files say them: `VTIMEZONE`, and times of its wall clock.

use super::line::Lines;
use crate::activity::timetable::Occurrence;
use crate::calendar::LocalDate;
use crate::clock::{self, Clock, Instant, LocalTime, Zone};

/// The zone whose rules are known by heart: they have been the same since 1996.
const LONDON: &str = "Europe/London";

/// British Summer Time: from the last Sunday of March to the last of October, both at
/// 01:00 UTC (The Summer Time Order 2002).
const LONDON_RULES: &[(&str, &str)] = &[
    ("BEGIN", "DAYLIGHT"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0100"),
    ("TZNAME", "BST"),
    ("DTSTART", "19810329T010000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0000"),
    ("TZNAME", "GMT"),
    ("DTSTART", "19961027T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("END", "STANDARD"),
];

/// The clocks of the borough over some years.
pub(super) struct Clocks<'a> {
    name: &'a str,
    zone: Zone<'a>,
    first: LocalDate,
    /// When they change: the moment, and how far from UTC they were before and are then.
    changes: Vec<(Instant, i32, i32)>,
    /// The dates of that.
    pub(super) days: Vec<LocalDate>,
}

impl<'a> Clocks<'a> {
    /// Looks the changes from one date to another up.
    pub(super) fn new(name: &'a str, zone: Zone<'a>, first: LocalDate, last: LocalDate) -> Self {
        let steps = clock::steps(zone, first, last);
        let pairs = steps.windows(2);
        let changes: Vec<(Instant, i32, i32)> = pairs
            .filter_map(|pair| Some((pair.get(1)?.0, pair.first()?.1, pair.get(1)?.1)))
            .collect();
        Self {
            name,
            zone,
            first,
            days: changes.iter().map(|it| shown(it.0, it.1).day).collect(),
            changes,
        }
    }

    /// Says the rules (RFC 5545, section 3.6.5). Those of most zones are a list of what is
    /// to come: only a law says whether that repeats.
    pub(super) fn put(&self, to: &mut Lines) {
        to.put("BEGIN", "VTIMEZONE");
        to.put("TZID", self.name);
        if self.name == LONDON {
            for (name, value) in LONDON_RULES {
                to.put(name, value);
            }
        } else {
            self.put_changes(to);
        }
        to.put("END", "VTIMEZONE");
    }

    fn put_changes(&self, to: &mut Lines) {
        let first = Instant::from_seconds(i64::from(self.first.days()) * 86_400);
        let begins = self
            .changes
            .first()
            .map_or_else(|| (self.zone)(first), |it| it.1);
        let offsets = self.changes.iter().map(|it| it.2);
        let winter = offsets.fold(begins, i32::min);
        let mut observe = |before: i32, after: i32, dates: &[LocalTime]| {
            let kind = if after > winter {
                "DAYLIGHT"
            } else {
                "STANDARD"
            };
            let [start, rest @ ..] = dates else { return };
            to.put("BEGIN", kind);
            to.put("TZOFFSETFROM", &offset(before));
            to.put("TZOFFSETTO", &offset(after));
            to.put("DTSTART", &local(*start));
            if !rest.is_empty() {
                let rest: Vec<String> = rest.iter().map(|date| local(*date)).collect();
                to.put("RDATE", &rest.join(","));
            }
            to.put("END", kind);
        };
        // What was before the first of them.
        observe(begins, begins, &[LocalTime::start_of(self.first)]);
        let mut said: Vec<(i32, i32)> = Vec::new();
        for (_, before, after) in &self.changes {
            if said.contains(&(*before, *after)) {
                continue;
            }
            said.push((*before, *after));
            let same = self
                .changes
                .iter()
                .filter(|it| (it.1, it.2) == (*before, *after));
            // The wall clock before the change says when it is (section 3.6.5).
            let dates: Vec<LocalTime> = same.map(|it| shown(it.0, it.1)).collect();
            observe(*before, *after, &dates);
        }
    }

    /// A name with the zone as parameter: `DTSTART;TZID=Europe/London`.
    pub(super) fn named(&self, property: &str) -> String {
        [property, ";TZID=", self.name].concat()
    }

    /// The last second of a day, in UTC.
    pub(super) fn end_of(&self, day: LocalDate) -> String {
        let last = Instant::from_seconds(clock::end(day, self.zone).seconds() - 60);
        let text = local(shown(last, 0));
        [text.get(..13).unwrap_or(&text), "59Z"].concat()
    }

    /// Whether the clocks change while something is on, or skip the time it starts at: then
    /// it takes longer or shorter than at other times, which no rule can say ("the same
    /// exact duration will apply to all the members of the recurrence set", section 3.8.5.3).
    pub(super) fn uneven(&self, it: &Occurrence) -> bool {
        let near =
            |day: &LocalDate| (it.from.day.days() - 1..=it.to.day.days() + 1).contains(&day.days());
        let wall = (it.to.minutes() - it.from.minutes()) * 60;
        self.days.iter().any(near)
            && (it.ends(self.zone).seconds() - it.starts(self.zone).seconds() != wall
                || shown(it.starts(self.zone), (self.zone)(it.starts(self.zone))) != it.from)
    }
}

/// What clocks so many minutes east of UTC show at a moment.
fn shown(at: Instant, east: i32) -> LocalTime {
    let zone = move |_| east;
    Clock {
        now: at,
        zone: &zone,
    }
    .local_now()
}

/// `20261127T183000`.
pub(super) fn local(time: LocalTime) -> String {
    let (hours, minutes) = time.time.hours_and_minutes();
    format!("{}T{hours:02}{minutes:02}00", date(time.day))
}

/// `20261127`.
fn date(day: LocalDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Midnight of a day, in UTC.
pub(super) fn stamp(day: LocalDate) -> String {
    [&*date(day), "T000000Z"].concat()
}

/// `+0100`.
fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
