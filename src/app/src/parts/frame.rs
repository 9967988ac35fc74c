//! What stands round every screen, always in the same place.

use hark_domain::route::{Route, Step};
use hark_domain::site::Site;
use hark_domain::words::Word;

use super::icon::{Icon, picture};
use crate::content::SiteContent;
use crate::device::page;
use crate::language::{say, shown, words};
use crate::navigation::Navigation;
use crate::parts::live::{live, live_maybe, live_text, tap};
use crate::view::{IntoView, View, view};

/// The first thing the keyboard finds: past the frame, to what matters.
pub(crate) fn skip_link() -> View {
    let skip = tap(|event| {
        event.prevent_default();
        page::focus("h1");
    });
    view! { <a class="skip-link" href="#main" on:click=skip>{say(Word::SkipLink)}</a> }
}

/// Says on every page that the content is made up, where it is.
pub(crate) fn sample_notice() -> View {
    let site = SiteContent::get();
    let notice = live_maybe(move || {
        let site = site.ready()?;
        let notice = site.notice.as_ref().map(shown);
        let notice = notice.unwrap_or_else(|| say(Word::Sample).into_view());
        site.sample.then(|| view! { <p>{notice}</p> })
    });
    // The place is kept free before the words arrive, so that nothing jumps.
    view! { <aside class="sample-notice" aria-label=say(Word::AboutSite)>{notice}</aside> }
}

/// Whose site it is, and the way home.
pub(crate) fn brand() -> View {
    let site = SiteContent::get();
    let name = live_text(move || {
        site.ready()
            .map_or_else(|| "Hark".to_owned(), |site| site.name.clone())
    });
    view! {
        <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span><span dir="auto">{name}</span></a>
    }
}

/// The way to someone to talk to, on every screen.
pub(crate) fn help_link() -> View {
    frame_link(Route::Help, Icon::Talk, Word::TalkToSomeone)
}

/// The ways to what the site is for. While somebody answers a survey there are none:
/// nothing should pull away.
pub(crate) fn menu() -> View {
    let navigation = Navigation::get();
    if matches!(
        navigation.route(),
        Route::Survey(_, Step::Page(_) | Step::Check)
    ) {
        return View::Nothing;
    }
    view! {
        <nav aria-label=say(Word::MainMenu)><ul>
            <li>{frame_link(Route::Activities, Icon::Star, Word::ThingsToDo)}</li>
            <li>{frame_link(Route::Surveys, Icon::Tick, Word::HaveYourSay)}</li>
        </ul></nav>
    }
}

fn frame_link(route: Route, icon: Icon, word: Word) -> View {
    let navigation = Navigation::get();
    let href = route.href();
    let current = live(move || (navigation.route() == route).then_some("page"));
    view! { <a class="frame-link" href=href aria-current=current>{picture(icon)}<span>{say(word)}</span></a> }
}

/// The quiet links.
pub(crate) fn footer() -> View {
    let site = SiteContent::get();
    let contact = live_maybe(move || site.ready().map(|site| contact(&site)));
    let draft = words()
        .draft
        .then(|| view! { <p class="quiet">{say(Word::MachineMade)}</p> });
    let link = |route: Route, word: Word| view! { <p><a href=route.href()>{say(word)}</a></p> };
    view! {
        <footer class="footer">
            {draft}
            {link(Route::Privacy, Word::PrivacyLink)}
            {link(Route::Access, Word::Access)}
            {contact}
        </footer>
    }
}

/// Who answers for the site.
pub(crate) fn contact(site: &Site) -> View {
    let contact = site.contact.clone();
    let mail = format!("mailto:{}", contact.email);
    view! { <p><bdi>{contact.name}</bdi>{say(Word::Comma)}<a href=mail dir="ltr">{contact.email}</a></p> }
}
