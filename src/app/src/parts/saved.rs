//! Things to do that somebody saved on this device.

use hark_domain::activity::Directory;
use hark_domain::id::ServiceId;
use hark_domain::route::Route;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::button::switch;
use super::icon::Icon;
use super::live::{hidden_if, live};
use crate::device::store;
use crate::language::{say, shown};

/// Saves a thing to do on this device, or forgets it; and says who can see that.
pub(crate) fn save(id: &str) -> AnyView {
    let on = RwSignal::new(store::saved().iter().any(|saved| saved == id));
    let hidden = live(move || hidden_if(!on.get()));
    let id = id.to_owned();
    let set = move |on| store::keep_saved(&id, on);
    view! {
        {switch(Icon::Save, say(Word::SaveHere).into_any(), on, Box::new(|| false), set)}
        <p class="quiet" role="status"><span hidden=hidden>{say(Word::SaveSeen)}</span></p>
    }
    .into_any()
}

/// What is saved on this device, each a link; nothing where there is nothing. One that is no
/// longer in the directory is left out.
pub(crate) fn list(directory: &Directory) -> AnyView {
    let saved = store::saved();
    let services = saved.iter().filter_map(|id| directory.service(id));
    let items: Vec<AnyView> = services
        .filter_map(|service| {
            let href = Route::Activity(ServiceId::new(&service.id).ok()?).href();
            Some(view! { <li><a href=href>{shown(&service.name)}</a></li> }.into_any())
        })
        .collect();
    let list = (!items.is_empty()).then(|| {
        view! {
            <aside class="notice" aria-labelledby="saved">
                <p id="saved"><strong>{say(Word::SavedThings)}</strong></p>
                <ul>{items}</ul>
            </aside>
        }
        .into_any()
    });
    list.into_any()
}
