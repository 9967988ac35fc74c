//! Things to do that somebody saved on this device.

use hark_domain::activity::Directory;
use hark_domain::id::ServiceId;
use hark_domain::route::Route;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::button::switch;
use super::element::{self, all, block, link, status};
use super::icon::Icon;
use super::live::live_text;
use crate::device::store;
use crate::language::{say, shown};
use crate::view::{IntoView, View, view};

/// Saves a thing to do on this device, or forgets it; and says who can see that.
pub(crate) fn save(id: &str) -> View {
    let on = RwSignal::new(store::saved().iter().any(|saved| saved == id));
    let seen = live_text(move || {
        if on.get() {
            say(Word::SaveSeen)
        } else {
            String::new()
        }
    });
    let id = id.to_owned();
    let set = move |on| store::keep_saved(&id, on);
    let save = switch(
        Icon::Save,
        say(Word::SaveHere).into_view(),
        on,
        Box::new(|| false),
        set,
    );
    block("", all([save, status(seen)]))
}

/// What is saved on this device, each a link; nothing where there is nothing. One that is no
/// longer in the directory is left out.
pub(crate) fn list(directory: &Directory) -> View {
    let saved = store::saved();
    let services = saved.iter().filter_map(|id| directory.service(id));
    let items: Vec<View> = services
        .filter_map(|service| {
            let href = Route::Activity(ServiceId::new(&service.id).ok()?).href();
            Some(link("", href, shown(&service.name)))
        })
        .collect();
    if items.is_empty() {
        return View::Nothing;
    }
    let (name, title) = (say(Word::SavedThings), say(Word::SavedThings));
    let list = element::list("", items);
    view! { <aside class="notice" aria-label=name><p class="strong">{title}</p>{list}</aside> }
}
