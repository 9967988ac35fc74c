//! The next dates, each for the reader's own calendar.

use std::sync::Arc;

use hark_domain::activity::calendar_date::one_date;
use hark_domain::activity::when::upcoming;
use hark_domain::activity::{Detail, Occurrence};
use hark_domain::clock::Clock;
use hark_domain::words::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::section;
use crate::device::share;
use crate::language::{say, shown, text};
use crate::parts::button::quiet;
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live_view, tap};
use crate::parts::occurrence;

/// How many are shown.
const MOST: usize = 6;

/// The next dates, or why there are none.
pub(super) fn dates(detail: &Arc<Detail>, clock: Clock) -> AnyView {
    if detail.paused {
        return ().into_any();
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
    let items: Vec<AnyView> = items.collect();
    let body = if items.is_empty() {
        let none = if detail.sessions.is_empty() {
            Word::NoDates
        } else {
            Word::NoneSoon
        };
        view! { <p>{say(none)}</p> }.into_any()
    } else {
        let why = live_view(move || {
            let why = failed.get().then(|| say(Word::LoadFailedDo));
            view! { <p role="alert">{why}</p> }.into_any()
        });
        let all = ["/calendar/", &detail.id, ".ics"].concat();
        view! {
            <ul class="dates">{items}</ul>
            {why}
            <p><a href=all>{say(Word::AllToCalendar)}</a></p>
        }
        .into_any()
    };
    section(say(Word::NextDates), body)
}

fn item(
    detail: &Arc<Detail>,
    when: &Occurrence,
    index: usize,
    clock: Clock,
    failed: RwSignal<bool>,
) -> AnyView {
    let session = &detail.sessions[index];
    let said = occurrence::said(when, clock);
    let place = detail.places.get(session.place);
    let shown_place = place.filter(|_| detail.places.len() > 1);
    let shown_place =
        shown_place.map(|place| view! { <p class="quiet">{shown(&place.name)}</p> }.into_any());
    let mark = match (when.cancelled, when.moved) {
        (true, _) => Some(("tag tag-cannot", Word::Cancelled)),
        (_, true) => Some(("tag tag-done", Word::MovedHere)),
        _ => None,
    };
    let mark = mark.map(|(class, word)| view! { <span class=class>{say(word)}</span> }.into_any());
    let why = session.why.iter();
    let mut why = why.filter(|(day, _)| when.cancelled && *day == when.from.day);
    let why = why
        .next()
        .map(|(_, why)| view! { <p class="quiet">{shown(why)}</p> }.into_any());
    let class = if when.cancelled {
        "date date-off"
    } else {
        "date"
    };
    let add = (!when.cancelled).then(|| {
        let place = place.map(|place| text(&place.name)).unwrap_or_default();
        let (id, when) = (detail.id.clone(), *when);
        let label = view! {
            {say(Word::ToCalendar)}<span class="visually-hidden">{said.clone()}</span>
        };
        quiet(
            label.into_any(),
            tap(move |_| spawn_local(add(id.clone(), when, place.clone(), failed))),
        )
    });
    view! {
        <li>
            <p class=class>{picture(Icon::Clock)}<span>{said}</span>{mark}</p>
            {shown_place}
            {why}
            {add}
        </li>
    }
    .into_any()
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
