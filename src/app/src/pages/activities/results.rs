//! How many there are, and the first of them; or where there are none, what would find some.

use hark_domain::activity::find::PAGE;
use hark_domain::activity::{Instead, Query};
use hark_domain::words::Word;

use super::Follow;
use super::card::card;
use super::change::{renew, watch};
use super::looking::{Looking, with};
use crate::content::Load;
use crate::device::page::focus;
use crate::language::{say, say_count, say_with};
use crate::parts::art::{Art, drawing};
use crate::parts::button::{Tap, second};
use crate::parts::element::{link, paragraph};
use crate::parts::fetched::failed;
use crate::parts::live::{live_text, live_view, tap};
use crate::view::{IntoView, View, view};

/// How many changes are named that would find something.
const SUGGESTIONS: usize = 6;

/// What is found.
pub(super) fn results(follow: Follow) -> View {
    let count = live_text(move || {
        watch(follow);
        match follow.words.load() {
            // Until the words are here, typed ones find nothing, which is no answer.
            Load::Ready(_) => with(count),
            _ if with(Looking::is_typed) => String::new(),
            _ => with(count),
        }
    });
    let list = live_view(move || {
        watch(follow);
        if with(Looking::is_typed) && matches!(follow.words.load(), Load::Missing | Load::Failed) {
            return failed(tap(move |_| follow.words.again()));
        }
        with(|looking| Some(list(looking, follow))).into_view()
    });
    view! {
        <p class="found" id="found" role="status" tabindex="-1">{count}</p>
        {list}
    }
}

/// "132 things to do. Here are 21 to 40."
fn count(looking: &Looking) -> String {
    let found = &looking.found;
    if found.total == 0 {
        return say(if found.instead.is_empty() {
            Word::NothingHere
        } else {
            Word::NothingFound
        });
    }
    let count = say_count(Word::ThingsCount, found.total);
    if found.hits.len() == found.total {
        return count;
    }
    let (first, last) = (
        looking.query.from + 1,
        looking.query.from + found.hits.len(),
    );
    let values = [
        ("count", &*count),
        ("first", &first.to_string()),
        ("last", &last.to_string()),
    ];
    say_with(Word::ShownOf, &values)
}

fn list(looking: &Looking, follow: Follow) -> View {
    let found = &looking.found;
    if found.total == 0 {
        return nothing(looking, follow);
    }
    let mut cards = Vec::new();
    for hit in &found.hits {
        cards.push(card(looking, hit));
    }
    let from = looking.query.from;
    let page = |shown: bool, word: Word, from: usize| {
        let to = leads(follow, move |query| query.from = from);
        shown.then(|| second(say(word).into_view(), to))
    };
    let before = page(from > 0, Word::OnesBefore, from.saturating_sub(PAGE));
    let next = from + found.hits.len();
    let next = page(next < found.total, Word::NextOnes, next);
    let calendar = looking.query.calendar();
    let subscribe =
        calendar.map(|href| paragraph("", link("", href, say(Word::AllToCalendar).into_view())));
    view! {
        <ul class="cards">{cards}</ul>
        <div class="actions">{before}{next}</div>
        {subscribe}
    }
}

/// No dead end: what would find something, and how much.
fn nothing(looking: &Looking, follow: Follow) -> View {
    let mut all = Vec::new();
    for (instead, count) in looking.found.instead.iter().take(SUGGESTIONS) {
        let label = [&looking.instead(instead), ": ", &count.to_string()].concat();
        let instead = instead.clone();
        let to = leads(follow, move |query| take(query, &instead));
        all.push(view! { <li>{second(label.into_view(), to)}</li> });
    }
    view! {
        <ul class="suggestions">{all}</ul>
        {drawing(Art::Empty)}
    }
}

fn take(query: &mut Query, instead: &Instead) {
    match instead {
        Instead::Option(group, key) => query.choose(group, Some(key), false),
        Instead::Without(group) => query.choose(group, None, false),
        Instead::WithoutText => query.text.clear(),
    }
}

/// What changes the list, and leads to where it begins.
pub(super) fn leads(follow: Follow, act: impl Fn(&mut Query) + 'static) -> Tap {
    let act: Box<dyn Fn(&mut Query)> = Box::new(act);
    tap(move |_| {
        renew(follow, &*act);
        focus("#found");
    })
}
