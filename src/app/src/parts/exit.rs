//! "Exit this page": a way to leave sensitive screens at once. All it does is in `boot.js`,
//! so that it does it before the app is there; without scripts it is a link.

use hark_domain::words::Word;

use crate::content::SiteContent;
use crate::language::say;
use crate::navigation::Navigation;
use crate::parts::statement::{heading, paragraph};
use crate::view::{View, view};

/// The button, where the screen is sensitive: for the keyboard right after the way past
/// the frame, for the eye at the end.
pub(crate) fn button() -> View {
    let sensitive = Navigation::get().is_sensitive();
    let site = SiteContent::get().ready();
    let site = site.filter(|_| sensitive);
    site.map_or(View::Nothing, |site| panel("exit", &site.exit))
}

/// The button itself.
pub(crate) fn panel(class: &'static str, exit: &str) -> View {
    // In the order in which `boot.js` counts.
    let (loading, two) = (say(Word::ExitLoading), say(Word::ExitTwo));
    let (one, expired) = (say(Word::ExitOne), say(Word::ExitExpired));
    let words = [&*loading, "|", &two, "|", &one, "|", &expired].concat();
    view! {
        <aside class=class aria-label=say(Word::Exit)>
            <a class="button" href=exit.to_owned() rel="nofollow noreferrer">
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
