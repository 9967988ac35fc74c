//! The switches of what helps to read, on every screen of a survey, and the button that
//! reads one question.

use hark_domain::route::{Route, Step};
use hark_domain::words::Word;
#[cfg(not(target_arch = "wasm32"))]
use leptos::prelude::RwSignal;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::sitting::Sitting;
use crate::device::speech;
use crate::device::store::{self, Switch};
use crate::language::say;
use crate::navigation::Navigation;
use crate::parts::button::switch;
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live, live_text, tap};
#[cfg(not(target_arch = "wasm32"))]
use crate::view::IntoView;
use crate::view::{View, view};

/// The switches. They stand outside what they change, so that the focus stays on them;
/// each has its place from the start, because voices come late and nothing may jump.
pub(super) fn switches(sitting: Sitting) -> View {
    let navigation = Navigation::get();
    let easy = switch(
        Icon::Easy,
        live_text(|| say(Word::EasyWords)),
        sitting.easy(),
        live(move || {
            // There the survey has nothing more to say.
            let sent = matches!(navigation.route(), Route::Survey(_, Step::Sent));
            sent || !sitting.survey().has_easy()
        }),
        |on| store::keep_switch(Switch::Easy, on),
    );
    let aloud = switch(
        Icon::Speaker,
        live_text(|| say(Word::ReadToMe)),
        sitting.aloud(),
        live(move || !sitting.has_voice() && !sitting.is_recorded()),
        |on| {
            store::keep_switch(Switch::Aloud, on);
            speech::read_all(on);
            if on {
                speech::read_screen();
            }
        },
    );
    view! { <div class="aids">{easy}{aloud}</div> }
}

/// The button that reads the question it stands in. `recorded`: whether that needs no voice.
pub(super) fn speaker(sitting: Sitting, recorded: bool) -> View {
    let hidden = live(move || !recorded && !sitting.has_voice());
    let read = tap(|event| {
        let tapped = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let question = tapped.and_then(|tapped| tapped.closest(".question").ok().flatten());
        if let Some(question) = question {
            speech::read_or_stop(question);
        }
    });
    view! {
        <button type="button" class="speaker" aria-label=say(Word::ReadQuestion) hidden=hidden on:click=read>
            {picture(Icon::Speaker)}
        </button>
    }
}

/// Both states of a switch, and a question that is being read, for the style guide.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn guide(sitting: Sitting) -> View {
    let one = |icon, word, on| {
        let label = say(word).into_view();
        switch(icon, label, RwSignal::new(on), live(|| false), |_| {})
    };
    view! {
        <div class="aids">
            {one(Icon::Easy, Word::EasyWords, false)}
            {one(Icon::Speaker, Word::ReadToMe, true)}
        </div>
        <div class="question">
            <h2 data-reading="">{say(Word::WantToTalk)}</h2>
            {speaker(sitting, true)}
        </div>
    }
}
