//! A list with nothing in it.

use hark_domain::words::Word;
use leptos::prelude::*;

use super::art::{Art, drawing};
use crate::language::say;

/// Says that there is nothing, with a picture that keeps it from looking broken.
pub(crate) fn empty(word: Word) -> AnyView {
    view! { <div class="empty">{drawing(Art::Empty)}<p>{say(word)}</p></div> }.into_any()
}
