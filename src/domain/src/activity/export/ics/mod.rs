//! Calendar files (RFC 5545), one for each service and one for each search that people
//! can subscribe to.

mod clocks;
mod event;
mod line;
mod series;

use self::clocks::Clocks;
use self::event::Events;
use self::line::Lines;
use super::rule::WEEK;
use super::{Source, named_sessions};
use crate::activity::service::{Organisation, Service, weekdays};
use crate::activity::session::Session;
use crate::activity::timetable::Change;
use crate::calendar::LocalDate;
use crate::clock::Zone;
use crate::id::LocalityId;

/// The searches that have a calendar: the end of its name, and the days of the week as bits
/// from Monday.
pub const SEARCHES: [(&str, u8); 3] = [
    ("fri", 0b001_0000),
    ("sat", 0b010_0000),
    ("weekend", 0b111_0000),
];

/// The names of all calendars of searches, everywhere or in one part of the borough.
pub fn search_names(locality: Option<&LocalityId>) -> impl Iterator<Item = String> + use<> {
    let all = SEARCHES.map(|(search, _)| search_name(locality, search));
    all.into_iter()
}

/// How many years after the last check clocks are looked up for, in days.
const AHEAD: i32 = 7 * 366;

/// The name of the calendar of a search, everywhere or in one part of the borough.
pub fn search_name(locality: Option<&LocalityId>, search: &str) -> String {
    format!("{}-{search}", locality.map_or("all", LocalityId::as_str))
}

/// Every calendar by its name.
pub(super) fn calendars(source: &Source<'_>, zone: Zone<'_>) -> Vec<(String, String)> {
    let (first, last) = years(source);
    let clocks = Clocks::new(&source.site.time_zone, zone, first, last);
    let writer = Writer { source, clocks };
    let mut all: Vec<(String, String)> = source
        .services()
        .map(|(organisation, service)| {
            let name = source.said(&service.name);
            let mut lines = writer.begin(name);
            writer.service(&mut lines, organisation, service, WEEK, &|_| true);
            (service.id.to_string(), finish(lines))
        })
        .collect();
    let parts = source.site.localities.iter().map(Some);
    for locality in [None].into_iter().chain(parts) {
        for (search, week) in SEARCHES {
            let days = weekdays(week, source.words);
            let part = locality.map(|locality| source.said(&locality.name));
            let name = part.map_or(days.clone(), |part| [&days, ": ", part].concat());
            let mut lines = writer.begin(&name);
            let here = |session: &Session, organisation: &Organisation| {
                let place = organisation.place(session.place.as_str());
                locality.is_none_or(|own| place.is_some_and(|it| it.locality == own.id))
            };
            for (organisation, service) in source.services().filter(|it| !it.1.paused) {
                let here = |session: &Session| here(session, organisation);
                writer.service(&mut lines, organisation, service, week, &here);
            }
            let id = locality.map(|locality| &locality.id);
            all.push((search_name(id, search), finish(lines)));
        }
    }
    all
}

struct Writer<'a> {
    source: &'a Source<'a>,
    clocks: Clocks<'a>,
}

impl Writer<'_> {
    fn begin(&self, name: &str) -> Lines {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//Hark//Things to do//EN");
        lines.put("CALSCALE", "GREGORIAN");
        let name = [&self.source.site.name, ": ", name].concat();
        // The standard's name (RFC 7986), and the one that programs know.
        lines.say("NAME", &name);
        lines.say("X-WR-CALNAME", &name);
        lines.put("X-WR-TIMEZONE", &self.source.site.time_zone);
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        lines.put("X-PUBLISHED-TTL", "P1D");
        self.clocks.put(&mut lines);
        lines
    }

    fn service(
        &self,
        lines: &mut Lines,
        organisation: &Organisation,
        service: &Service,
        week: u8,
        wanted: &dyn Fn(&Session) -> bool,
    ) {
        for (name, session) in named_sessions(service) {
            if wanted(session) {
                let events = Events {
                    source: self.source,
                    clocks: &self.clocks,
                    service,
                    session,
                    place: organisation.place(session.place.as_str()),
                    name: &name,
                    week,
                };
                events.put(lines);
            }
        }
    }
}

fn finish(mut lines: Lines) -> String {
    lines.put("END", "VCALENDAR");
    lines.into_text()
}

/// From before the first date of any file to some years after the last check.
fn years(source: &Source<'_>) -> (LocalDate, LocalDate) {
    let services = || source.services().map(|(_, service)| service);
    let checked = || services().map(|service| source.since(service));
    let sessions = services().flat_map(|service| &service.sessions);
    let said = sessions.flat_map(|session| {
        let timetable = &session.timetable;
        let dates = timetable.changes.iter().map(|change| match *change {
            Change::Not(on) | Change::Also(on) | Change::Cancelled(on) | Change::Moved(on, ..) => {
                on
            }
        });
        dates.chain(timetable.rule.as_ref().and_then(|rule| rule.starts))
    });
    let first = said.chain(checked()).min();
    let last = checked().max();
    let (first, last) = (
        first.map_or(0, LocalDate::days),
        last.map_or(0, LocalDate::days),
    );
    // Nothing here is older than this, whatever a slip of the pen says.
    let first = first.max(last - AHEAD) - 366;
    (
        LocalDate::from_days(first),
        LocalDate::from_days(last + AHEAD),
    )
}
