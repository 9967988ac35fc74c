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
use hark_domain::text::Text;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::device::clock;
use crate::device::share::{address, pass_on};
use crate::language::{date, say, say_with, shown, shown_of, text};
use crate::navigation::Navigation;
use crate::parts::button::second;
use crate::parts::element::{all, block, link, list, paragraph, section, span, status};
use crate::parts::exit;
use crate::parts::fetched::{waiting, when_ready};
use crate::parts::helplines::{call, elsewhere};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live_text, tap};
use crate::parts::outcome::Sending;
use crate::parts::saved;
use crate::parts::screen::arrive;
use crate::view::{IntoView, View, view};

/// All there is to know of it.
pub(crate) fn activity(id: &ServiceId) -> View {
    let site = SiteContent::get();
    when_ready(detail(id), move |detail| {
        site.ready()
            .map_or_else(waiting, |site| page(&detail, &site))
    })
}

/// Whether what there is to know of it is nobody's business, as far as it is at hand.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn is_private(id: &ServiceId) -> bool {
    detail(id).ready().is_some_and(|detail| detail.private)
}

fn detail(id: &ServiceId) -> Fetched<Detail> {
    Fetched::content(&["activities/", id.as_str(), ".json"].concat())
}

/// The page, once all of it is here.
fn page(detail: &Arc<Detail>, site: &Site) -> View {
    Navigation::get().keep_private(detail.private);
    let own = detail.clone();
    arrive(move || text(&own.name));
    let now = clock::now();
    let zone = clock::zone(&site.time_zone);
    let zone = looked_up(&*zone, now, AHEAD + 2);
    let clock = Clock { now, zone: &zone };
    let stale = detail.is_stale(clock.today());
    let by = say_with(Word::RunBy, &[("name", &text(&detail.by))]);
    let mut parts = vec![
        view! { <h1 tabindex="-1">{shown(&detail.name)}</h1> },
        paragraph("lead", shown(&detail.about)),
        paragraph("quiet run-by", all([icon(Icon::People), by.into_view()])),
        tags("tags tags-first", &detail.tags),
        warning(detail, stale),
        dates::dates(detail, clock),
        sessions(detail),
        section(say(Word::HowToJoin), lines(&detail.join)),
        section(say(Word::WhereIs), places::places(detail, site)),
    ];
    let questions = detail.questions.iter();
    parts.extend(questions.map(|(question, answers)| section(question.clone(), lines(answers))));
    let talk = all([icon(Icon::Talk), say(Word::TalkToSomeone).into_view()]);
    parts.extend([
        contact(detail),
        keep(detail),
        checked(detail),
        wrong::tell(&detail.id),
        paragraph("", link("button button-quiet", Route::Help.href(), talk)),
    ]);
    if detail.private {
        parts.push(exit::about());
    }
    parts.into_view()
}

fn icon(icon: Icon) -> View {
    picture(icon)
}

/// Sentences of the pack, each a paragraph.
fn lines(words: &[Text]) -> View {
    let lines = words.iter().map(|words| paragraph("", shown(words)));
    lines.collect::<Vec<_>>().into_view()
}

/// Facts in a few words.
fn tags(class: &'static str, words: &[String]) -> View {
    let tags = words.iter().map(|it| span("tag", it.clone().into_view()));
    paragraph(class, tags.collect::<Vec<_>>().into_view())
}

/// What has to be known before anything else.
fn warning(detail: &Detail, stale: bool) -> View {
    let strong = |word: Word| paragraph("strong", say(word).into_view());
    let paused = detail.paused.then(|| strong(Word::Paused));
    let alert = shown_of(detail.alert.as_ref()).map(|alert| paragraph("", alert));
    let stale = stale.then(|| strong(Word::NotCheckedLately));
    let lines: Vec<View> = [paused, alert, stale].into_iter().flatten().collect();
    if lines.is_empty() {
        return View::Nothing;
    }
    block("notice notice-alert", lines.into_view())
}

/// When it is, by the rule.
fn sessions(detail: &Detail) -> View {
    let several = detail.places.len() > 1;
    let item = |session: &DetailSession| {
        let place = detail.places.get(session.place).filter(|_| several);
        let place = place.map(|place| shown(&place.name));
        let cost = session.cost.clone().map(IntoView::into_view);
        let note = shown_of(session.note.as_ref());
        let said = all([icon(Icon::Clock), session.said.clone().into_view()]);
        let mut lines = vec![span("", said)];
        let more = [place, cost, note].into_iter().flatten();
        lines.extend(more.map(|line| span("quiet", line)));
        lines.into_view()
    };
    let items: Vec<View> = detail.sessions.iter().map(item).collect();
    if items.is_empty() {
        return View::Nothing;
    }
    section(say(Word::When), list("sessions", items))
}

/// Ways to reach whoever runs it.
fn contact(detail: &Detail) -> View {
    let phone = detail.phone.as_ref();
    let phone = phone.and_then(|phone| Some(call(tel(phone)?, phone)));
    let away = |scheme: &str, to: &String| elsewhere([scheme, to].concat(), to.clone());
    let web = detail.web.as_ref().map(|web| away("https://", web));
    let email = detail.email.as_ref().map(|email| away("mailto:", email));
    let ways: Vec<View> = [phone, web, email].into_iter().flatten().collect();
    if ways.is_empty() {
        return View::Nothing;
    }
    section(say(Word::GetInTouch), block("contact", ways.into_view()))
}

/// Saves the page and passes it on; not what is nobody's business, which would stand by its
/// name in a list that anybody sees who has the phone.
fn keep(detail: &Detail) -> View {
    if detail.private {
        return View::Nothing;
    }
    block("keep", all([saved::save(&detail.id), share(detail)]))
}

/// Passes the page on.
fn share(detail: &Detail) -> View {
    let state = RwSignal::new(Sending::No);
    let title = text(&detail.name);
    let share = tap(move |_| {
        pass_on(&title, move |copied| {
            let word = if copied {
                Word::LinkCopied
            } else {
                Word::CopyLink
            };
            // The screen may be gone meanwhile.
            let _ = state.try_set(Sending::Done(word));
        });
    });
    let said = live_text(move || match state.get() {
        Sending::Done(Word::CopyLink) => [&*say(Word::CopyLink), " ", &*address()].concat(),
        Sending::Done(word) => say(word),
        _ => String::new(),
    });
    let label = all([icon(Icon::Share), say(Word::Share).into_view()]);
    block("", all([second(label, share), status(said)]))
}

/// Since when all of it is known to be true.
fn checked(detail: &Detail) -> View {
    let line = |word: Word, day| {
        let said = say_with(word, &[("date", &date(day))]);
        paragraph("quiet", said.into_view())
    };
    let visited = detail.visited.map(|day| line(Word::VisitedOn, day));
    let checked = detail.checked.map(|day| line(Word::CheckedOn, day));
    let lines: Vec<View> = checked.into_iter().chain(visited).collect();
    lines.into_view()
}
