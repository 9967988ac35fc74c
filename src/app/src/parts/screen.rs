//! A screen: a title of its own, and a heading that takes the focus on arrival.

use leptos::prelude::*;

use crate::content::{Load, SiteContent};
use crate::device::later::later;
use crate::device::page;
use crate::navigation::Navigation;
use crate::parts::live::live;

/// Names the tab, where the screen isn't sensitive, and on arrival from another screen
/// scrolls to the top and gives the focus to the heading, which is where a screen reader
/// then starts.
///
/// A sensitive screen is never named, whatever title it gives.
///
/// Call it once, where the screen is made. Its heading is the page's one `h1`
/// with `tabindex="-1"`.
pub(crate) fn arrive(title: impl Fn() -> String + Send + 'static) {
    name_and_focus(live(title));
}

fn name_and_focus(title: Box<dyn Fn() -> String + Send>) {
    let site = SiteContent::get();
    let navigation = Navigation::get();
    // What the browser itself shows and keeps must not tell.
    let unnamed = untrack(|| navigation.is_sensitive());
    let name = move || {
        let name = site
            .ready()
            .map_or_else(|| "Hark".to_owned(), |site| site.name.clone());
        if unnamed {
            return name;
        }
        format!("{} – {name}", title())
    };
    if cfg!(target_arch = "wasm32") {
        Effect::new(move |_| {
            // The page has its title; without the site's name it would be another.
            if matches!(site.load(), Load::Waiting) {
                return;
            }
            let title = name();
            later(move || page::set_title(&title));
        });
    } else {
        page::set_title(&name());
    }
    if navigation.arrives() {
        page::begin();
    }
}
