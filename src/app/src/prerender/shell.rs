//! The page for every address that has none of its own, and what every page shows where
//! the app can't start.

use hark_domain::site::Site;
use hark_domain::words::Word;

use super::pages::Page;
use crate::content::{Fetched, in_language};
use crate::language::say;
use crate::parts::exit;
use crate::view::view;

/// The place of the helplines, which come from the pack and not from a component, so that
/// a server can put those of another pack there.
const HELPLINES: &str = "<!-- hark:helplines --><!-- /hark:helplines -->";

/// A page that says only that the app is on its way. Its address may be a sensitive one:
/// then there is a way to leave at once, which `boot.js` knows; see [`crate::parts::exit`].
pub(super) fn page() -> Page {
    let site: Fetched<Site> = Fetched::content("site.json");
    let site = site.ready();
    let exit = site.map(|site| exit::panel("exit exit-early", &site.exit));
    let view = view! {
        {exit}
        <main id="main" class="loading">
            <h1>"Hark"</h1>
            <p class="opening" role="status">{say(Word::Opening)}</p>
        </main>
    };
    Page {
        path: "404".to_owned(),
        language: String::new(),
        direction: "",
        title: "Hark".to_owned(),
        description: say(Word::HomeLead),
        html: view.to_html(),
        plain: String::new(),
        asks: vec![in_language("site.json")],
    }
}

/// What to do where the app can't start, and somebody to talk to.
pub(super) fn plain() -> String {
    let view = view! {
        <noscript><p>{say(Word::NeedsJavascript)}</p></noscript>
        <h2>{say(Word::NotOpened)}</h2>
        <p>{say(Word::NotOpenedDo)}</p>
        <h2>{say(Word::TalkRightNow)}</h2>
    };
    view.to_html() + HELPLINES
}
