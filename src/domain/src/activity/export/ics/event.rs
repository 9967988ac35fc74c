//! The events of one session.

use super::super::Source;
use super::super::rule::WEEK;
use super::clocks::{Clocks, local, stamp};
use super::line::Lines;
use super::series::{self, Frame, Series};
use crate::activity::lists::PlaceKind;
use crate::activity::place::Place;
use crate::activity::service::Service;
use crate::activity::session::Session;
use crate::activity::timetable::Occurrence;
use crate::calendar::LocalDate;
use crate::clock::{ClockTime, LocalTime};
use crate::words::Word;

/// What the events of a session are made of.
pub(super) struct Events<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) clocks: &'a Clocks<'a>,
    pub(super) service: &'a Service,
    pub(super) session: &'a Session,
    /// Where it is.
    pub(super) place: Option<&'a Place>,
    /// The session's name within its service.
    pub(super) name: &'a str,
    /// Only what starts on these days of the week.
    pub(super) week: u8,
}

impl Events<'_> {
    /// Writes all of them.
    pub(super) fn put(&self, to: &mut Lines) {
        let timetable = self.session.counted(&self.source.site.school);
        let plan = series::plan(
            &timetable,
            &Frame {
                school: &self.source.site.school,
                week: self.week,
                from: self.source.since(self.service),
                clocks_change: &self.clocks.days,
                uneven: &|it| self.clocks.uneven(it),
            },
        );
        let (from, until) = (timetable.from, timetable.to);
        for (number, series) in plan.series.iter().enumerate() {
            self.series(to, &number.to_string(), series, from, until);
        }
        for it in &plan.single {
            // Of what is on once, the time it starts at is its name.
            self.event(to, &local(it.from), it, |_| {});
        }
    }

    fn series(&self, to: &mut Lines, name: &str, it: &Series, from: ClockTime, until: ClockTime) {
        let at = |day: &LocalDate| {
            local(LocalTime {
                day: *day,
                time: from,
            })
        };
        let dates = |days: &[LocalDate]| days.iter().map(at).collect::<Vec<String>>().join(",");
        let first = Occurrence::new(it.first, from, until, false, false);
        self.event(to, name, &first, |to| {
            if let Some((rule, last)) = &it.rule {
                let until = last.map(|last| [";UNTIL=", &self.clocks.end_of(last)].concat());
                to.put("RRULE", &[&**rule, &until.unwrap_or_default()].concat());
            }
            for (property, days) in [("EXDATE", &it.not), ("RDATE", &it.also)] {
                if !days.is_empty() {
                    to.put(&self.clocks.named(property), &dates(days));
                }
            }
        });
        for (day, instead) in &it.instead {
            self.event(to, name, instead, |to| {
                to.put(&self.clocks.named("RECURRENCE-ID"), &at(day));
            });
        }
    }

    fn event(&self, to: &mut Lines, name: &str, it: &Occurrence, more: impl FnOnce(&mut Lines)) {
        let Source { site, words, .. } = self.source;
        let said = |text| self.source.said(text);
        let checked = stamp(self.source.since(self.service));
        to.put("BEGIN", "VEVENT");
        to.put("UID", &self.uid(name));
        to.put("DTSTAMP", &checked);
        to.put("LAST-MODIFIED", &checked);
        to.put(&self.clocks.named("DTSTART"), &local(it.from));
        to.put(&self.clocks.named("DTEND"), &local(it.to));
        more(to);
        let off = it.cancelled || self.service.paused;
        let mut title = said(&self.service.name).to_owned();
        if off {
            // Not every program shows the status.
            let word = if it.cancelled {
                Word::Cancelled
            } else {
                Word::Paused
            };
            title = [words.say(word), ": ", &title].concat();
        }
        to.say("SUMMARY", &title);
        to.say("DESCRIPTION", &self.description(it));
        if let Some(place) = self.place.filter(|place| !is_hidden(place)) {
            let address = place.address.as_deref();
            let lines: Vec<&str> = [said(&place.name)].into_iter().chain(address).collect();
            to.say("LOCATION", &lines.join(", "));
            if let Some(point) = place.point {
                to.put("GEO", &format!("{};{}", point.lat, point.lon));
            }
        }
        let kinds = [self.service.kind.word(), self.service.level.word()];
        to.list("CATEGORIES", &kinds.map(|word| words.say(word)));
        if let Some(web) = &site.web {
            let address = format!("https://{web}/activities/{}", self.service.id);
            to.put("URL", &address);
        }
        to.put("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
        // Nobody is busy because there is something to do.
        to.put("TRANSP", "TRANSPARENT");
        to.put("END", "VEVENT");
    }

    /// The events of a search are not those of the service: the same name for both would
    /// let one take the other's place.
    fn uid(&self, name: &str) -> String {
        let week = self.week.to_string();
        let whole = ["event", self.service.id.as_str(), self.name, name];
        if self.week == WEEK {
            self.source.uuid(&whole)
        } else {
            self.source.uuid(&[&whole[..], &[&week]].concat())
        }
    }

    fn description(&self, it: &Occurrence) -> String {
        let Source { words, .. } = self.source;
        let said = |text| self.source.said(text).to_owned();
        let service = self.service;
        let mut why = self.session.why.iter();
        let why = why.find(|(day, _)| it.cancelled && *day == it.from.day);
        let place = self.place;
        let area = place.filter(|place| is_hidden(place));
        let area = area.and_then(|place| self.source.locality(place));
        let lines = [
            service.alert.as_ref().map(said),
            why.map(|(_, why)| said(why)),
            it.moved.then(|| words.say(Word::MovedHere).to_owned()),
            Some(said(&service.about)),
            Some(self.source.cost(service, Some(self.session))),
            Some(service.ages.said(words)),
            Some(said(&service.join)),
            self.session.note.as_ref().map(said),
            area.map(|area| said(&area.name)),
            place.and_then(|place| place.find.as_ref()).map(said),
            service.phone.clone(),
            service.web.clone(),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        lines.join("\n")
    }
}

/// Whether nobody is told beforehand where it is.
fn is_hidden(place: &Place) -> bool {
    place.address.is_none() && place.point.is_none() && place.kind != Some(PlaceKind::Online)
}
