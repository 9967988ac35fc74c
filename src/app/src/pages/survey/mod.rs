//! `/surveys/ID` and all that follows: one person answers one survey.

mod after;
mod aids;
mod check;
mod errors;
mod field;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod guide;
mod page;
mod sent;
mod sitting;
mod start;

use hark_domain::id::SurveyId;
use hark_domain::route::{Route, Step};
use hark_domain::survey::{Season, Survey};
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::sitting::Sitting;
use crate::content::{Fetched, SiteContent};
use crate::device::page::focus;
use crate::device::speech;
use crate::navigation::Navigation;
use crate::parts::fetched::{waiting, when_ready};
use crate::parts::live::{live, live_view};
use crate::view::{View, view};

/// The survey of that name, at the step the address names.
pub(crate) fn survey(id: &SurveyId) -> View {
    let definition: Fetched<Survey> = Fetched::content(&format!("surveys/{id}.json"));
    let navigation = Navigation::get();
    let owner = Owner::current();
    let sitting: StoredValue<Option<Sitting>> = StoredValue::new(None);
    when_ready(definition, move |survey| {
        let sitting = begin(sitting, owner.as_ref(), &survey, definition);
        let screen = live_view(move || match navigation.route() {
            Route::Survey(_, step) => {
                // Said anew in the other wording, too.
                sitting.easy().track();
                speech::arrive();
                show(sitting, step)
            }
            _ => View::Nothing,
        });
        let look = live(move || if sitting.is_easy() { "easy" } else { "" });
        view! { {aids::switches(sitting)}<div class=look>{screen}</div> }
    })
}

/// The sitting of this visit; the same one when the definition arrives anew.
fn begin(
    kept: StoredValue<Option<Sitting>>,
    owner: Option<&Owner>,
    survey: &Survey,
    definition: Fetched<Survey>,
) -> Sitting {
    if let Some(sitting) = kept.get_value() {
        if sitting.take(survey) {
            // What had the focus is shown anew.
            focus("h1");
        }
        return sitting;
    }
    // It belongs to the whole screen, not to the view that happens to make it.
    let make = || {
        let sitting = Sitting::new(survey, definition);
        sitting.listen();
        sitting
    };
    let sitting = match owner {
        Some(owner) => owner.with(make),
        None => make(),
    };
    kept.set_value(Some(sitting));
    sitting
}

/// The screen of a step, or where to go when that step is not there to be shown.
fn show(sitting: Sitting, step: Step) -> View {
    let elsewhere = |step: Step| {
        let route = Route::Survey(sitting.id(), step);
        let navigation = Navigation::get();
        // After this view is done, as the address can't change while it is being read,
        // and before anything is painted.
        spawn_local(async move { navigation.replace(&route) });
        View::Nothing
    };
    if matches!(step, Step::Start | Step::Sent) {
        return match (step, sitting.is_sent()) {
            (Step::Sent, true) => sent::sent(sitting),
            (Step::Sent, false) => elsewhere(Step::Start),
            _ => start::start(sitting),
        };
    }
    let first = sitting.first_page();
    if !sitting.has_begun() {
        // A link may lead to the first question; to later ones only with what came before.
        let Some(site) = SiteContent::get().ready() else {
            return waiting();
        };
        let season = start::season(&untrack(|| sitting.survey()), &site);
        let closed = season != Season::Open;
        if Step::Page(first) != step || closed || sitting.has_waiting() {
            return elsewhere(Step::Start);
        }
        sitting.begin();
    }
    match step {
        Step::Page(number) if sitting.shows(number) => page::page(sitting, number),
        Step::Page(number) => elsewhere(sitting.after(number)),
        _ => check::check(sitting),
    }
}
