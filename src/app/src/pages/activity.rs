//! `/activities/ID`: one thing to do.

mod dates;
mod map;
mod places;
mod wrong;

use std::sync::Arc;

use hark_domain::activity::when::AHEAD;
use hark_domain::activity::{Detail, detail::DetailSession};
use hark_domain::clock::{Clock, looked_up};
use hark_domain::id::ServiceId;
use hark_domain::route::Route;
use hark_domain::site::{Site, tel};
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::device::clock;
use crate::device::share::{address, pass_on};
use crate::language::{date, say, say_with, shown, shown_of, text};
use crate::parts::button::second;
use crate::parts::fetched::{waiting, when_ready};
use crate::parts::helplines::{call, elsewhere};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live_view, tap};
use crate::parts::outcome::Sending;
use crate::parts::saved;
use crate::parts::screen::arrive;

/// All there is to know of it.
pub(crate) fn activity(id: &ServiceId) -> AnyView {
    let path = ["activities/", id.as_str(), ".json"].concat();
    let detail: Fetched<Detail> = Fetched::content(&path);
    arrive(move || match detail.ready() {
        Some(detail) if !detail.private => text(&detail.name),
        // What the browser itself shows and keeps must not tell.
        _ => say(Word::ThingsToDo),
    });
    let site = SiteContent::get();
    when_ready(detail, move |detail| {
        site.ready()
            .map_or_else(waiting, |site| page(&detail, &site))
    })
}

/// The page, once all of it is here.
fn page(detail: &Arc<Detail>, site: &Site) -> AnyView {
    let now = clock::now();
    let zone = clock::zone(&site.time_zone);
    let zone = looked_up(&*zone, now, AHEAD + 2);
    let clock = Clock { now, zone: &zone };
    let stale = detail.is_stale(clock.today());
    let tags: Vec<AnyView> = detail.tags.iter().map(tag).collect();
    let join: Vec<AnyView> = detail.join.iter().map(paragraph).collect();
    let questions: Vec<AnyView> = detail
        .questions
        .iter()
        .map(|(question, answers)| {
            let answers: Vec<AnyView> = answers.iter().map(paragraph).collect();
            section(question.clone(), answers.into_any())
        })
        .collect();
    view! {
        <h1 tabindex="-1">{shown(&detail.name)}</h1>
        <p class="lead">{shown(&detail.about)}</p>
        <p class="quiet run-by">{picture(Icon::People)}{say_with(Word::RunBy, &[("name", &text(&detail.by))])}</p>
        <p class="tags tags-first">{tags}</p>
        {warning(detail, stale)}
        {dates::dates(detail, clock)}
        {sessions(detail)}
        {section(say(Word::HowToJoin), join.into_any())}
        {section(say(Word::WhereIs), places::places(detail, site))}
        {questions}
        {contact(detail)}
        <div class="actions keep">{saved::save(&detail.id)}{share(detail)}</div>
        <div class="quiet">{checked(detail)}</div>
        {wrong::tell(&detail.id)}
        <p><a class="button button-quiet" href=Route::Help.href()>{picture(Icon::Talk)}{say(Word::TalkToSomeone)}</a></p>
    }
    .into_any()
}

/// A part of the page under a heading of its own.
fn section(title: String, body: AnyView) -> AnyView {
    view! { <section><h2>{title}</h2>{body}</section> }.into_any()
}

fn paragraph(words: &hark_domain::text::Text) -> AnyView {
    view! { <p>{shown(words)}</p> }.into_any()
}

/// A fact in a few words.
fn tag(words: &String) -> AnyView {
    view! { <span class="tag">{words.clone()}</span> }.into_any()
}

/// What has to be known before anything else.
fn warning(detail: &Detail, stale: bool) -> AnyView {
    let line = |words: AnyView| view! { <p>{words}</p> }.into_any();
    let strong = |word: Word| view! { <strong>{say(word)}</strong> }.into_any();
    let paused = detail.paused.then(|| line(strong(Word::Paused)));
    let alert = shown_of(detail.alert.as_ref()).map(line);
    let stale = stale.then(|| line(strong(Word::NotCheckedLately)));
    let any = paused.is_some() || alert.is_some() || stale.is_some();
    any.then(|| view! { <div class="notice notice-alert">{paused}{alert}{stale}</div> }.into_any())
        .into_any()
}

/// When it is, by the rule.
fn sessions(detail: &Detail) -> AnyView {
    let several = detail.places.len() > 1;
    let item = |session: &DetailSession| {
        let line = |words: AnyView| view! { <span class="quiet">{words}</span> }.into_any();
        let place = detail.places.get(session.place).filter(|_| several);
        let place = place.map(|place| line(shown(&place.name)));
        let cost = session.cost.clone().map(|cost| line(cost.into_any()));
        let note = shown_of(session.note.as_ref()).map(line);
        view! { <li><span>{picture(Icon::Clock)}{session.said.clone()}</span>{place}{cost}{note}</li> }
            .into_any()
    };
    let items: Vec<AnyView> = detail.sessions.iter().map(item).collect();
    (!items.is_empty())
        .then(|| {
            let list = view! { <ul class="sessions">{items}</ul> }.into_any();
            section(say(Word::When), list)
        })
        .into_any()
}

/// Ways to reach whoever runs it.
fn contact(detail: &Detail) -> AnyView {
    let phone = detail.phone.as_ref();
    let phone = phone.and_then(|phone| Some(call(tel(phone)?, phone)));
    let web = detail.web.as_ref();
    let web = web.map(|web| elsewhere(["https://", web].concat(), web.clone()));
    let email = detail.email.as_ref();
    let email = email.map(|email| elsewhere(["mailto:", email].concat(), email.clone()));
    let any = phone.is_some() || web.is_some() || email.is_some();
    any.then(|| {
        let ways = view! { <div class="contact">{phone}{web}{email}</div> }.into_any();
        section(say(Word::GetInTouch), ways)
    })
    .into_any()
}

/// Passes the page on; not what is nobody's business.
fn share(detail: &Detail) -> AnyView {
    if detail.private {
        return ().into_any();
    }
    let state = RwSignal::new(Sending::No);
    let title = text(&detail.name);
    let share = tap(move |_| {
        pass_on(&title, move |copied| {
            let _ = state.try_set(Sending::Done(if copied {
                Word::LinkCopied
            } else {
                Word::CopyLink
            }));
        });
    });
    let said = live_view(move || match state.get() {
        Sending::Done(Word::CopyLink) => {
            view! { {say(Word::CopyLink)}" "<bdi class="address">{address()}</bdi> }.into_any()
        }
        Sending::Done(word) => say(word).into_any(),
        _ => ().into_any(),
    });
    view! {
        {second(view! { {picture(Icon::Share)}{say(Word::Share)} }.into_any(), share)}
        <p class="quiet" role="status">{said}</p>
    }
    .into_any()
}

/// Since when all of it is known to be true.
fn checked(detail: &Detail) -> AnyView {
    let line =
        |word: Word, day| view! { <p>{say_with(word, &[("date", &date(day))])}</p> }.into_any();
    let visited = detail.visited.map(|day| line(Word::VisitedOn, day));
    let checked = detail.checked.map(|day| line(Word::CheckedOn, day));
    view! { {checked}{visited} }.into_any()
}
