//! Pages of plain text: headings, paragraphs and lists of what the site says.

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

/// A list.
pub(crate) fn list(words: &[Word]) -> AnyView {
    let items: Vec<AnyView> = words
        .iter()
        .map(|word| view! { <li>{say(*word)}</li> }.into_any())
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}
