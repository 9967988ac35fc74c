//! Plain text: headings, paragraphs, links and lists of what the site says.

use hark_domain::route::Route;
use hark_domain::words::Word;

use crate::language::say;
use crate::view::{View, view};

/// A heading.
pub(crate) fn heading(word: Word) -> View {
    view! { <h2>{say(word)}</h2> }
}

/// A paragraph.
pub(crate) fn paragraph(word: Word) -> View {
    view! { <p>{say(word)}</p> }
}

/// A way to another screen.
pub(crate) fn link(route: &Route, word: Word) -> View {
    view! { <p class="way"><a href=route.href()>{say(word)}</a></p> }
}

/// A list.
pub(crate) fn list(words: &[Word]) -> View {
    let items: Vec<View> = words
        .iter()
        .map(|word| view! { <li>{say(*word)}</li> })
        .collect();
    view! { <ul>{items}</ul> }
}
