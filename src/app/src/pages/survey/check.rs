//! `/surveys/ID/check`: this, and only this, will be sent.

use hark_domain::id::QuestionId;
use hark_domain::json::ToJson;
use hark_domain::route::{Route, Step};
use hark_domain::survey::{Answer, Journey, Kind, Question, Row, Survey, VisiblePage};
use hark_domain::words::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::{back, changed, step_of};
use super::sitting::Sitting;
use crate::device::page::focus;
use crate::device::post::{Sent, post};
use crate::device::store;
use crate::language::{say, say_with, text};
use crate::navigation::Navigation;
use crate::parts::confirm;
use crate::parts::live::{live, live_maybe, live_text, live_view, tap};
use crate::parts::outcome::{Sending, stopped};
use crate::parts::screen::arrive;
use crate::view::{IntoView, View, view};

pub(super) fn check(sitting: Sitting) -> View {
    sitting.reach_check();
    let survey = untrack(|| sitting.survey());
    arrive(move || format!("{} – {}", say(Word::CheckTitle), text(&survey.title)));
    let navigation = Navigation::get();
    let sending = sitting.sending();
    let send = tap(move |_| {
        // A second tap while the first is on its way changes nothing.
        if *sending.read_untracked() != Sending::Now {
            sending.set(Sending::Now);
            spawn_local(deliver(sitting, sending, navigation));
        }
    });
    let delete = confirm::delete(Word::DeleteMine, move || {
        sitting.forget();
        navigation.replace(&Route::Survey(sitting.id(), Step::Start));
    });
    let last =
        tap(move |_| navigation.back(&Route::Survey(sitting.id(), sitting.before(u16::MAX))));
    let label = live_text(move || {
        let label = match sending.get() {
            Sending::Now => Word::Sending,
            Sending::Stopped { .. } => Word::TryAgain,
            Sending::No | Sending::Done(_) => Word::Send,
        };
        say(label)
    });
    let busy = live(move || (sending.get() == Sending::Now).then_some("true"));
    view! {
        {back(last)}
        {changed(sitting)}
        <h1 tabindex="-1">{say(Word::CheckTitle)}</h1>
        <p class="lead">{say(Word::CheckLead)}</p>
        {sitting.group().map(|code| view! { <p>{say_with(Word::CheckGroup, &[("code", code.as_str())])}</p> })}
        {live_view(move || rows(sitting))}
        {live_view(move || unfinished(sitting))}
        {live_view(move || envelope(sitting))}
        {live_maybe(move || match sending.get() {
            Sending::Stopped { why, stored } => Some(stopped(why, stored)),
            _ => None,
        })}
        <div class="actions">
            <button type="button" class="button" on:click=send aria-disabled=busy>{label}</button>
            {delete}
        </div>
    }
}

async fn deliver(sitting: Sitting, sending: RwSignal<Sending>, navigation: Navigation) {
    let journey = untrack(|| sitting.journey());
    if let Some(error) = journey.errors.first() {
        // Something is missing: go to its page instead of sending.
        let page = journey
            .pages
            .iter()
            .find(|page| page.questions.contains(&error.question));
        sending.set(Sending::No);
        if let Some(page) = page {
            navigation.go(&Route::Survey(sitting.id(), step_of(sitting, &page.id)));
        }
        return;
    }
    let Some(response) = untrack(|| sitting.response()) else {
        sending.set(Sending::Stopped {
            why: Sent::NotYet,
            stored: false,
        });
        return;
    };
    // First on the device, then on its way: whatever happens now, it is not lost.
    let stored = sitting.keep_unsent(&response);
    let why = post(&response).await;
    if why == Sent::Received {
        store::forget_unsent(&response.survey, &response.id);
    }
    // Whoever sent it may have gone elsewhere meanwhile: then nothing pulls them back.
    if !sitting.is_alive() {
        if why == Sent::Received {
            store::forget_draft(&response.survey);
            store::forget_kept(&response.survey);
        }
        return;
    }
    match why {
        Sent::Received => {
            sitting.received();
            navigation.replace(&Route::Survey(response.survey, Step::Sent));
        }
        Sent::Changed => {
            sitting.fetch_again();
            let _ = sending.try_set(Sending::No);
        }
        why => {
            let _ = sending.try_set(Sending::Stopped { why, stored });
            focus(".stopped");
        }
    }
}

/// Every question this person saw, with the answer, page by page.
fn rows(sitting: Sitting) -> View {
    let survey = sitting.survey();
    let journey = sitting.journey();
    let rows: Vec<View> = journey
        .pages
        .iter()
        .map(|page| rows_of(sitting, &survey, &journey, page))
        .collect();
    view! { <dl class="answers">{rows}</dl> }
}

fn rows_of(sitting: Sitting, survey: &Survey, journey: &Journey, page: &VisiblePage) -> View {
    let href = Route::Survey(survey.id.clone(), step_of(sitting, &page.id)).href();
    let row = |id: &QuestionId| {
        let question = survey.question(id.as_str())?;
        if question.kind == Kind::Note {
            return None;
        }
        let title = || sitting.worded(&question.title, &question.easy);
        // What is wrong stands there as it was given, to be mended.
        let wrong = journey.errors.iter().any(|error| error.question == *id);
        let given = wrong.then(|| sitting.answer(id)).flatten();
        let answer = given.or_else(|| journey.kept.get(id.as_str()).cloned());
        let answer = answer.map(|answer| said(sitting, question, &answer));
        let class = if answer.is_some() { "" } else { "quiet" };
        let leave = tap(move |_| sitting.leave_check());
        let row = view! {
            <div>
                <dt>{title()}</dt>
                <dd class=class>{answer.unwrap_or_else(|| say(Word::NotAnswered).into_view())}</dd>
                <dd class="change">
                    <a href=href.clone() on:click=leave>{say(Word::Change)}<span class="visually-hidden">": "{title()}</span></a>
                </dd>
            </div>
        };
        Some(row)
    };
    page.questions
        .iter()
        .filter_map(row)
        .collect::<Vec<_>>()
        .into_view()
}

/// An answer in the words of the question.
fn said(sitting: Sitting, question: &Question, answer: &Answer) -> View {
    let label = |id: &String| {
        let choices = question.kind.choices();
        let choice = choices.iter().find(|choice| choice.id.as_str() == id);
        choice.map_or_else(
            || view! { <bdi>{id.clone()}</bdi> },
            |choice| sitting.worded(&choice.label, &choice.easy),
        )
    };
    match answer {
        Answer::Word(word) => label(word),
        Answer::Many(chosen) => {
            let item = |(index, id)| {
                let comma = (index > 0).then(|| say(Word::Comma));
                view! { {comma}{label(id)} }
            };
            let items: Vec<View> = chosen.iter().enumerate().map(item).collect();
            items.into_view()
        }
        Answer::Number(number) => {
            let unit = match &question.kind {
                Kind::Number { unit, .. } => unit.as_ref(),
                _ => None,
            };
            let unit = unit.map(|unit| view! { " "{sitting.shown(unit)} });
            view! { {number.to_string()}{unit} }
        }
        Answer::Rows(_) => {
            let row = |row: &Row| {
                let chosen = answer.in_row(row.id.as_str())?.to_owned();
                let asked = sitting.worded(&row.label, &row.easy);
                Some(view! { <p>{asked}": "{label(&chosen)}</p> })
            };
            let rows = question.kind.rows().iter();
            rows.filter_map(row).collect::<Vec<_>>().into_view()
        }
    }
}

/// What can't be skipped and is missing, before anyone presses Send; and that nothing was
/// answered, where it is so.
fn unfinished(sitting: Sitting) -> View {
    let journey = sitting.journey();
    if journey.complete {
        let empty = view! { <div class="notice"><p>{say(Word::CheckEmpty)}</p></div> };
        return journey.kept.is_empty().then_some(empty).into_view();
    }
    view! {
        <div class="notice notice-alert" role="status">
            <p><strong>{say(Word::AnswersMissing)}</strong></p>
            <p>{say(Word::AnswersMissingDo)}</p>
        </div>
    }
}

/// The rest of what is sent: all of it, as it travels.
fn envelope(sitting: Sitting) -> View {
    let body = sitting.response().map(|response| response.to_json());
    view! {
        <details class="aside">
            <summary>{say(Word::SeeEnvelope)}</summary>
            <p>{say(Word::EnvelopeNumber)}</p>
            <pre tabindex="0" role="region" aria-label=say(Word::Envelope) dir="ltr">{body}</pre>
        </details>
    }
}
