//! What stands round every screen, always in the same place.

use hark_domain::route::{Route, Step};
use leptos::prelude::*;

use super::icon::{Icon, picture};
use crate::content::SiteContent;
use crate::device::page;
use crate::navigation::Navigation;
use crate::parts::live::{live, live_maybe, live_text, tap};
use crate::words::words_of;

/// The first thing the keyboard finds: past the frame, to what matters.
pub(crate) fn skip_link() -> impl IntoView {
    let skip = tap(|event| {
        event.prevent_default();
        page::focus("h1");
    });
    view! { <a class="skip-link" href="#main" on:click=skip>"Skip to the main part"</a> }
}

/// Says on every page that the content is made up, where it is.
pub(crate) fn sample_notice() -> impl IntoView {
    let site = SiteContent::get();
    let notice = live_maybe(move || {
        let site = site.ready()?;
        let notice =
            words_of(site.notice.as_ref()).unwrap_or_else(|| "This is a sample.".to_owned());
        site.sample.then(|| view! { <p>{notice}</p> }.into_any())
    });
    // The place is kept free before the words arrive, so that nothing jumps.
    view! { <aside class="sample-notice" aria-label="About this site">{notice}</aside> }
}

/// The way home, and to the three things the site is for. In a survey only the
/// way to someone to talk to stays: nothing else should pull away.
pub(crate) fn header() -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let site = SiteContent::get();
    let name = live_text(move || {
        site.ready()
            .map_or_else(|| "Hark".to_owned(), |site| site.name.clone())
    });
    let elsewhere = move || {
        if matches!(
            navigation.route(),
            Route::Survey(_, Step::Page(_) | Step::Check)
        ) {
            return None;
        }
        let nav = view! {
            <nav aria-label="Main"><ul>
                <li>{frame_link(navigation, Route::Activities, Icon::Star, "Things to do")}</li>
                <li>{frame_link(navigation, Route::Surveys, Icon::Tick, "Have your say")}</li>
            </ul></nav>
        };
        Some(nav.into_any())
    };
    view! {
        <header class="header">
            <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span>{name}</a>
            {frame_link(navigation, Route::Help, Icon::Talk, "Talk to someone")}
            {live_maybe(elsewhere)}
        </header>
    }
}

fn frame_link(navigation: Navigation, route: Route, icon: Icon, words: &'static str) -> AnyView {
    let href = route.href();
    let current = live(move || (navigation.route() == route).then_some("page"));
    view! { <a class="frame-link" href=href aria-current=current>{picture(icon)}<span>{words}</span></a> }.into_any()
}

/// The quiet links.
pub(crate) fn footer() -> impl IntoView {
    let site = SiteContent::get();
    let contact = live_maybe(move || {
        let contact = site.ready()?.contact.clone();
        let mail = format!("mailto:{}", contact.email);
        Some(view! { <p>{contact.name}", "<a href=mail>{contact.email}</a></p> }.into_any())
    });
    view! {
        <footer class="footer">
            <p><a href=Route::Privacy.href()>"What we know about you (nothing)"</a></p>
            {contact}
        </footer>
    }
}
