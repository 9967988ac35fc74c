//! Somebody to talk to, the moment somebody writes that they need one.

use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::language::say;
use crate::parts::helplines;
use crate::parts::live::live_maybe;
use crate::view::{View, view};

/// How many helplines: the urgent ones and the first of the others fit one look.
const SHOWN: usize = 4;

/// Where the sentence is found, to be read aloud.
pub(super) const NOTICE: &str = "[role=status]>.notice:not([id])";

/// The helplines, while the text says so. The sentence alone is read out: a list of
/// numbers read over someone who is writing would drive them away.
pub(super) fn notice(danger: RwSignal<bool>) -> View {
    let site = SiteContent::get();
    let sentence = live_maybe(move || {
        let sentence = view! {
            <div class="notice">
                <p><strong>{say(Word::TheyListen)}</strong>" "{say(Word::NotSeen)}</p>
            </div>
        };
        (danger.get() && site.ready().is_some()).then_some(sentence)
    });
    let list = live_maybe(move || {
        let site = site.ready().filter(|_| danger.get())?;
        Some(helplines::list(site.helplines_by_need().take(SHOWN)))
    });
    view! { <div role="status">{sentence}</div>{list} }
}
