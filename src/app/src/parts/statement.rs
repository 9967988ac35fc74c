//! Plain text: headings, paragraphs, links and lists of what the site says.

use hark_domain::route::Route;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::language::say;

/// A heading.
pub(crate) fn heading(word: Word) -> AnyView {
    view! { <h2>{say(word)}</h2> }.into_any()
}

/// A paragraph.
pub(crate) fn paragraph(word: Word) -> AnyView {
    view! { <p>{say(word)}</p> }.into_any()
}

/// A way to another screen.
pub(crate) fn link(route: Route, word: Word) -> AnyView {
    view! { <p class="way"><a href=route.href()>{say(word)}</a></p> }.into_any()
}

/// A list.
pub(crate) fn list(words: &[Word]) -> AnyView {
    let items: Vec<AnyView> = words
        .iter()
        .map(|word| view! { <li>{say(*word)}</li> }.into_any())
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}
