//! `/surveys/ID/3`: one question, or one small group.

use hark_domain::route::{Route, Step};
use hark_domain::survey::Kind;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::errors::summary;
use super::field::{field, notice_id};
use super::sitting::Sitting;
use crate::device::page::{focus, focus_id};
use crate::language::{say, say_with, text};
use crate::navigation::Navigation;
use crate::parts::button::{Tap, quiet};
use crate::parts::confirm;
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{hidden_if, live, live_maybe, live_text, live_view, on_event, tap};
use crate::parts::media;
use crate::parts::screen::arrive;
use crate::view::{IntoView, View, view};

pub(super) fn page(sitting: Sitting, number: u16) -> View {
    let Some(page) = untrack(|| sitting.page(number)) else {
        return View::Nothing;
    };
    let navigation = Navigation::get();
    let wrong = sitting.wrong();
    sitting.enter(number);
    media::ask_for_all(&untrack(|| sitting.survey()), sitting.is_easy());
    let survey = untrack(|| sitting.survey());
    // The question is not in the title: a tab or a history shows it to others.
    arrive(move || {
        let title = format!("{} – {}", place(sitting, number), text(&survey.title));
        if wrong.read().is_empty() {
            return title;
        }
        format!("{} {title}", say(Word::Error))
    });

    let id = page.id.clone();
    let go_on = on_event(move |event| {
        event.prevent_default();
        let journey = untrack(|| sitting.journey());
        let here = journey.pages.iter().find(|page| page.id == id);
        let errors: Vec<_> = here
            .map(|page| journey.errors_on(page).cloned().collect())
            .unwrap_or_default();
        if !errors.is_empty() {
            wrong.set(errors);
            focus("#error-summary");
        } else if let Some(question) = sitting.gives_away(number) {
            focus_id(&notice_id(question.as_str()));
        } else {
            navigation.go(&Route::Survey(sitting.id(), sitting.onward(number)));
        }
    });
    let to_last =
        tap(move |_| navigation.back(&Route::Survey(sitting.id(), sitting.before(number))));

    let stop = confirm::delete(Word::StopAndDelete, move || {
        sitting.forget();
        navigation.replace(&Route::Survey(sitting.id(), Step::Start));
    });
    let later = confirm::finish_later(move || {
        sitting.stay(true);
        navigation.go(&Route::Survey(sitting.id(), Step::Start));
    });
    let heading = page
        .title
        .as_ref()
        .map(|title| view! { <h1 tabindex="-1">{sitting.shown(title)}</h1> });
    let alone = heading.is_none();
    let questions: Vec<View> = page
        .questions
        .iter()
        .map(|question| {
            let id = question.id.clone();
            let hidden = live(move || {
                let journey = sitting.journey();
                let mut pages = journey.pages.iter();
                let shown = pages.any(|page| page.questions.contains(&id));
                hidden_if(!shown)
            });
            view! { <div hidden=hidden>{field(sitting, question, alone)}</div> }
        })
        .collect();

    // Words between questions are nothing to skip.
    let mut ids: Vec<_> = Vec::new();
    for question in &page.questions {
        if question.kind != Kind::Note {
            ids.push(question.id.clone());
        }
    }
    let skips = move || {
        let journey = sitting.journey();
        let skips = |id| sitting.answer(id).is_none() && !journey.required.contains(id);
        !ids.is_empty() && ids.iter().all(skips)
    };
    let look = skips.clone();
    // Skipping is as easy as going on, but the button that stands out is the other one.
    let look = live(move || {
        if look() {
            "button button-quiet"
        } else {
            "button"
        }
    });
    let label = live_text(move || say(if skips() { Word::Skip } else { Word::Continue }));
    view! {
        {back(to_last)}
        {progress(sitting, number)}
        {changed(sitting)}
        {summary(sitting)}
        <form novalidate method="dialog" autocomplete="off" on:submit=go_on>
            {heading}
            {questions}
            <div class="actions"><button type="submit" class=look>{label}</button></div>
        </form>
        {later}
        {stop}
    }
}

/// The way back, the browser's own.
pub(super) fn back(tap: Tap) -> View {
    let label = view! { {picture(Icon::Back)}{say(Word::Back)} };
    view! { <div class="back">{quiet(label.into_view(), tap)}</div> }
}

/// Quietly, how far it is. "About", because answers change the way.
fn progress(sitting: Sitting, number: u16) -> View {
    let shown = live_view(move || {
        let (at, of) = sitting.progress(number);
        view! {
            <p>{place(sitting, number)}</p>
            <progress aria-hidden="true" max=of.to_string() value=at.to_string()></progress>
        }
    });
    view! { <div class="progress">{shown}</div> }
}

/// "Page 3 of about 12".
fn place(sitting: Sitting, number: u16) -> String {
    let (at, of) = sitting.progress(number);
    let (at, of) = (at.to_string(), of.to_string());
    say_with(Word::PageOf, &[("at", &at), ("of", &of)])
}

/// Says once that the survey changed while someone answered.
pub(super) fn changed(sitting: Sitting) -> View {
    let changed = sitting.changed();
    live_maybe(move || {
        let told = tap(move |_| changed.set(false));
        let notice = view! {
            <div class="notice" role="status">
                <p><strong>{say(Word::SurveyChanged)}</strong></p>
                <p>{say(Word::SurveyChangedDo)}</p>
                {quiet(say(Word::Ok).into_view(), told)}
            </div>
        };
        changed.get().then_some(notice)
    })
}

/// The step of a question's page, for links from the check.
pub(super) fn step_of(sitting: Sitting, page: &hark_domain::id::PageId) -> Step {
    Step::Page(sitting.number(page))
}
