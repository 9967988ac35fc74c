//! `/activities`: things to do, and the one place to ask what there is tonight, near me, that
//! I can afford and get into.

mod card;
mod change;
mod controls;
mod looking;
mod named;
mod results;

use std::sync::Arc;

use hark_domain::activity::find::Wordbook;
use hark_domain::activity::{Directory, Query};
use hark_domain::route::Route;
use hark_domain::site::Site;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::device::page;
use crate::language::say;
use crate::navigation::Navigation;
use crate::parts::fetched::when_ready;
use crate::parts::live::live_view;
use crate::parts::saved;
use crate::parts::screen::arrive;
use crate::view::{View, view};

/// What there is, and what can be asked of it.
pub(crate) fn activities() -> View {
    arrive(|| say(Word::ThingsToDo));
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    view! {
        <h1 tabindex="-1">{say(Word::ThingsToDo)}</h1>
        {when_ready(directory, |directory| {
            when_ready(SiteContent::get(), move |site| list(&directory, &site))
        })}
    }
}

/// The cards of what each of some queries finds first, as many as it says at most.
pub(crate) fn first<const N: usize>(
    directory: &Arc<Directory>,
    site: &Site,
    queries: &[(String, usize); N],
) -> [Vec<View>; N] {
    looking::begin(directory, &site.time_zone, Query::default());
    queries.each_ref().map(|(query, most)| {
        looking::change(&|own| *own = Query::parse(query));
        looking::with(|looking| {
            let hits = looking.found.hits.iter().take(*most);
            hits.map(|hit| card::card(looking, hit)).collect()
        })
    })
}

/// What the views follow.
#[derive(Clone, Copy)]
struct Follow {
    /// Set whenever something else is found.
    turn: RwSignal<bool>,
    /// The words that find something, which nobody needs who types nothing.
    words: Fetched<Wordbook>,
}

/// The controls, and what they leave. Made anew where there is another directory: of what
/// [`change`] has done to the controls the framework knows nothing.
pub(crate) fn list(directory: &Arc<Directory>, site: &Site) -> View {
    let (directory, zone) = (directory.clone(), site.time_zone.clone());
    let words = Fetched::later();
    let asks = !asked().text.is_empty();
    if asks {
        // Not further in, where it would be made anew, and what is on its way given up.
        looking::ask_for(words);
    }
    live_view(move || {
        // Until the app has taken over, nothing can be changed in place: then all of it is
        // made once more with the words that an address needs.
        let early = asks && !page::is_ready();
        let book = if early { words.ready() } else { None };
        untrack(|| {
            looking::begin(&directory, &zone, asked());
            if let Some(book) = book {
                looking::know(&book);
            }
            made(&directory, words)
        })
    })
}

/// What the address asks for, and what somebody typed. Words of an old link leave the
/// address at once: it stays in the browser's history.
fn asked() -> Query {
    let navigation = Navigation::get();
    let mut query = Query::parse(&page::fragment());
    if query.text.is_empty() {
        query.text = navigation.typed();
    } else {
        navigation.keep_typed(query.text.clone());
        Navigation::note(&Route::Activities, &query.to_string());
    }
    query
}

fn made(directory: &Directory, words: Fetched<Wordbook>) -> View {
    let follow = Follow {
        turn: RwSignal::new(false),
        words,
    };
    view! {
        {saved::list(directory)}
        {controls::controls(follow)}
        {results::results(follow)}
    }
}
