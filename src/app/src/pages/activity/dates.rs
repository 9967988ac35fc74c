//! The next dates, each for the reader's own calendar.

use std::sync::Arc;

use hark_domain::activity::calendar_date::one_date;
use hark_domain::activity::when::upcoming;
use hark_domain::activity::{Detail, Occurrence};
use hark_domain::clock::Clock;
use hark_domain::words::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::device::share;
use crate::language::{say, shown, text};
use crate::parts::button::quiet;
use crate::parts::element::{all, link, list, paragraph, section, span, status};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live_text, tap};
use crate::parts::occurrence;
use crate::view::{IntoView, View};

/// How many are shown.
const MOST: usize = 6;

/// The next dates, or why there are none.
pub(super) fn dates(detail: &Arc<Detail>, clock: Clock) -> View {
    if detail.paused {
        return View::Nothing;
    }
    let mut next: Vec<(Occurrence, usize)> = Vec::new();
    for (index, session) in detail.sessions.iter().enumerate() {
        let all = upcoming(&session.timetable, clock, &detail.school, MOST);
        next.extend(all.into_iter().map(|occurrence| (occurrence, index)));
    }
    next.sort_unstable();
    next.truncate(MOST);
    let failed = RwSignal::new(false);
    let items = next
        .iter()
        .map(|(when, index)| item(detail, when, *index, clock, failed));
    let items: Vec<View> = items.collect();
    let body = if items.is_empty() {
        let none = if detail.sessions.is_empty() {
            Word::NoDates
        } else {
            Word::NoneSoon
        };
        paragraph("", say(none).into_view())
    } else {
        let why = live_text(move || {
            if failed.get() {
                say(Word::LoadFailedDo)
            } else {
                String::new()
            }
        });
        let series = ["/calendar/", &detail.id, ".ics"].concat();
        let series = link("", series, say(Word::AllToCalendar).into_view());
        all([list("dates", items), status(why), paragraph("", series)])
    };
    section(say(Word::NextDates), body)
}

fn item(
    detail: &Arc<Detail>,
    when: &Occurrence,
    index: usize,
    clock: Clock,
    failed: RwSignal<bool>,
) -> View {
    let session = &detail.sessions[index];
    let place = detail.places.get(session.place);
    let mark = match (when.cancelled, when.moved) {
        (true, _) => Some(("tag tag-cannot", Word::Cancelled)),
        (_, true) => Some(("tag tag-done", Word::MovedHere)),
        _ => None,
    };
    let class = if when.cancelled {
        "date date-off"
    } else {
        "date"
    };
    let said = occurrence::said(when, clock);
    let mut line = vec![picture(Icon::Clock), span("", said.clone().into_view())];
    line.extend(mark.map(|(class, word)| span(class, say(word).into_view())));
    let mut lines = vec![paragraph(class, line.into_view())];
    let shown_place = place.filter(|_| detail.places.len() > 1);
    let mut why = session.why.iter();
    let why = why.find(|(day, _)| when.cancelled && *day == when.from.day);
    let more = [
        shown_place.map(|place| &place.name),
        why.map(|(_, why)| why),
    ];
    lines.extend(
        more.into_iter()
            .flatten()
            .map(|it| paragraph("quiet", shown(it))),
    );
    if !when.cancelled {
        let place = place.map(|place| text(&place.name)).unwrap_or_default();
        let (id, when) = (detail.id.clone(), *when);
        let to = say(Word::ToCalendar).into_view();
        let label = all([
            to,
            span("visually-hidden", [" ", &*said].concat().into_view()),
        ]);
        let add = tap(move |_| spawn_local(add(id.clone(), when, place.clone(), failed)));
        lines.push(quiet(label, add));
    }
    lines.into_view()
}

/// Hands one date to the reader's calendar.
async fn add(id: String, when: Occurrence, place: String, failed: RwSignal<bool>) {
    let series = share::text(&["/calendar/", &id, ".ics"].concat()).await;
    let file = series.and_then(|series| one_date(&series, &when, &place));
    if let Some(file) = &file {
        let name = [&id, "-", &when.from.day.to_string(), ".ics"].concat();
        share::calendar_file(&name, file);
    }
    // The screen may be gone meanwhile.
    let _ = failed.try_set(file.is_none());
}
