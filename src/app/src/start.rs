//! How the app takes over from the page that stands there already.
//!
//! The page a phone receives shows its real text before this code has arrived. So the
//! app is built beside it, out of sight, and takes its place once its first screen has
//! all its content: nothing flashes and nothing jumps. What somebody tapped or typed
//! meanwhile is carried over by `boot.js`.

use std::mem;

use hark_domain::route::Route;
use hark_domain::words::Catalogue;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::app;
use crate::content::{Fetched, Load, when_settled};
use crate::device::page;
use crate::language;
use crate::parts::live::live_maybe;
use crate::view::View;

/// Builds the app, and lets it take over when everything it asked for has come.
pub(crate) fn start() {
    let made = document().create_element("div").ok();
    let Some(root) = made.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    root.set_id("app");
    let own = root.clone();
    when_settled(move |whole| {
        // The page may have come in another language than the one chosen here.
        let words = language::words();
        page::take_over(&own, whole, &words.language, words.direction.as_str());
    });
    // Leptos makes its tasks run, and an owner of all signals; the view is put there by us.
    leptos::mount::mount_to(root.clone(), move || {
        let state = first().build();
        state.mount(&root, None);
        // It stays as long as the page.
        mem::forget(state);
    })
    .forget();
}

/// The app, once there are words for it.
fn first() -> View {
    let words: Fetched<Catalogue> = Fetched::new(page::words_path());
    live_maybe(move || match words.load() {
        Load::Ready(words) => {
            language::begin(words);
            // What is shown says itself whether it is private, before it takes over.
            Some(app(Route::parse(&page::path()), false))
        }
        _ => None,
    })
}
