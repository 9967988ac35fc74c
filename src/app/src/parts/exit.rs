//! "Exit this page": a way to leave sensitive screens at once. All it does is in `boot.js`,
//! so that it does it before the app is there; without scripts it is a link.

use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::language::say;
use crate::navigation::Navigation;
use crate::parts::statement::{heading, paragraph};
use crate::view::{View, view};

/// The button, where the screen is sensitive: for the keyboard right after the way past
/// the frame, for the eye at the end.
pub(crate) fn button() -> View {
    let route = expect_context::<Navigation>().place();
    let site = SiteContent::get().ready();
    let Some(site) = site.filter(|_| route.is_sensitive()) else {
        return View::Nothing;
    };
    // In the order in which `boot.js` counts.
    let (loading, two) = (say(Word::ExitLoading), say(Word::ExitTwo));
    let (one, expired) = (say(Word::ExitOne), say(Word::ExitExpired));
    let words = [&*loading, "|", &two, "|", &one, "|", &expired].concat();
    view! {
        <aside class="exit" aria-label=say(Word::Exit)>
            <a class="button" href=site.exit.clone() rel="nofollow noreferrer">
                <span class="visually-hidden">{say(Word::ExitEmergency)}" "</span>{say(Word::Exit)}
            </a>
            <span class="visually-hidden" role="status"></span>
            <span class="exit-words">{words}</span>
        </aside>
    }
}

/// What the button does and what it can't hide, for each screen that has one.
pub(crate) fn about() -> View {
    view! { {heading(Word::Exit)}{paragraph(Word::ExitHow)}{paragraph(Word::ExitNot)} }
}
