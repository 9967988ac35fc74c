//! "Exit this page": a way to leave sensitive screens at once. All it does is in `boot.js`,
//! so that it does it before the app is there; without scripts it is a link.

use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::language::say;
use crate::navigation::Navigation;
use crate::parts::live::hidden_if;
use crate::parts::statement::{heading, paragraph};

/// The button, where the screen is sensitive.
pub(crate) fn button() -> AnyView {
    let Some(link) = link("button") else {
        return ().into_any();
    };
    // In the order in which `boot.js` counts.
    let (loading, two) = (say(Word::ExitLoading), say(Word::ExitTwo));
    let (one, expired) = (say(Word::ExitOne), say(Word::ExitExpired));
    let words = [&*loading, "|", &two, "|", &one, "|", &expired].concat();
    view! {
        <aside class="exit" aria-label=say(Word::Exit)>
            {link}
            <span class="visually-hidden" role="status"></span>
            <span hidden=hidden_if(true)>{words}</span>
        </aside>
    }
    .into_any()
}

/// The same for the keyboard, among the first things it finds.
pub(crate) fn skip() -> AnyView {
    link("skip-link").into_any()
}

fn link(class: &'static str) -> Option<AnyView> {
    let route = expect_context::<Navigation>().place();
    let site = SiteContent::get().ready()?;
    let link = || {
        view! {
            <a class=class href=site.exit.clone() rel="nofollow noreferrer">
                <span class="visually-hidden">{say(Word::ExitEmergency)}" "</span>{say(Word::Exit)}
            </a>
        }
        .into_any()
    };
    route.is_sensitive().then(link)
}

/// What the button does and what it can't hide, for each screen that has one.
pub(crate) fn about() -> AnyView {
    view! { {heading(Word::Exit)}{paragraph(Word::ExitHow)}{paragraph(Word::ExitNot)} }.into_any()
}
