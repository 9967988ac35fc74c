//! `/activities`: things to do, and the one place to ask what there is tonight, near me, that
//! I can afford and get into.

mod card;
mod change;
mod controls;
mod looking;
mod named;
mod results;

use std::sync::Arc;

use hark_domain::activity::Directory;
use hark_domain::activity::find::Wordbook;
use hark_domain::site::Site;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::language::say;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;

/// What there is, and what can be asked of it.
pub(crate) fn activities() -> impl IntoView {
    arrive(|| say(Word::ThingsToDo));
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    view! {
        <h1 tabindex="-1">{say(Word::ThingsToDo)}</h1>
        {when_ready(directory, |directory| {
            when_ready(SiteContent::get(), move |site| list(&directory, &site))
        })}
    }
}

/// What the views follow.
#[derive(Clone, Copy)]
struct Follow {
    /// Set whenever something else is found.
    turn: RwSignal<bool>,
    /// The words that find something, which nobody needs who types nothing.
    words: Fetched<Wordbook>,
}

/// The controls, and what they leave.
pub(crate) fn list(directory: &Arc<Directory>, site: &Site) -> AnyView {
    looking::begin(directory, &site.time_zone);
    let follow = Follow {
        turn: RwSignal::new(false),
        words: Fetched::later(),
    };
    if looking::with(|looking| !looking.query.text.is_empty()) {
        looking::ask(follow.words);
    }
    view! {
        {controls::controls(follow)}
        {results::results(follow)}
    }
    .into_any()
}
