//! Choosing another language, on every screen.

use hark_domain::words::{Catalogue, Word};
use leptos::prelude::*;

use super::icon::{Icon, picture};
use super::live::{live_maybe, live_text, on_event};
use crate::content::{Fetched, Load, SiteContent};
use crate::device::{page, store};
use crate::language::{Offered, exchange, say, words};
use crate::view::{View, view};

/// A list of the languages of this site, each by its own name; nothing where there is
/// only one.
pub(crate) fn switcher() -> View {
    let site = SiteContent::get();
    let tags = move || site.ready().map(|site| site.languages.clone());
    // The same site in another language has the same list: whoever is in it stays there.
    let known = RwSignal::new(untrack(tags));
    Effect::new(move |_| {
        let tags = tags();
        if tags != known.get_untracked() {
            known.set(tags);
        }
    });
    live_maybe(move || {
        let tags = known.get()?;
        let all = page::offered();
        let of = |tag: &String| all.iter().find(|offered| offered.tag == *tag).cloned();
        let offered: Vec<Offered> = tags.iter().filter_map(of).collect();
        (offered.len() > 1).then(|| list(offered))
    })
}

fn list(offered: Vec<Offered>) -> View {
    let spoken = untrack(words).language.clone();
    let options: Vec<View> = offered
        .iter()
        .map(|offered| {
            let (tag, name) = (offered.tag.clone(), offered.name.clone());
            let selected = tag == spoken;
            view! { <option value=tag.clone() lang=tag selected=selected>{name}</option> }
        })
        .collect();
    let wanted: Fetched<Catalogue> = Fetched::later();
    Effect::new(move |_| follow(wanted));
    let choose = on_event(move |event| {
        let tag = event_target_value(&event);
        if let Some(chosen) = offered.iter().find(|offered| offered.tag == tag) {
            wanted.ask(&chosen.path);
        }
    });
    let label = live_text(|| say(Word::Language));
    let failed = live_maybe(move || {
        let text = || say(Word::LoadFailedDo);
        matches!(wanted.load(), Load::Missing | Load::Failed)
            .then(|| view! { <p class="language-failed" role="alert">{text()}</p> })
    });
    view! {
        <div class="language">
            {picture(Icon::Globe)}
            <label class="visually-hidden" for="language">{label}</label>
            <select id="language" autocomplete="off" on:change=choose>{options}</select>
        </div>
        {failed}
    }
}

/// Speaks the words that were asked for once they are here, and remembers the choice.
/// Where they don't come, the list goes back to the language that is spoken.
fn follow(wanted: Fetched<Catalogue>) {
    match wanted.load() {
        Load::Ready(words) => {
            page::set_language(&words.language, words.direction.as_str());
            store::keep_language(&words.language);
            exchange(words);
        }
        Load::Missing | Load::Failed => page::choose("language", &untrack(words).language),
        Load::Waiting => {}
    }
}
