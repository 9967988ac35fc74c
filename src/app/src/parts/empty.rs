//! A list with nothing in it.

use hark_domain::words::Word;

use super::art::{Art, drawing};
use crate::language::say;
use crate::view::{View, view};

/// Says that there is nothing, with a picture that keeps it from looking broken.
pub(crate) fn empty(word: Word) -> View {
    view! { <div class="empty">{drawing(Art::Empty)}<p>{say(word)}</p></div> }
}
