//! Any other address.

use hark_domain::words::Word;

use crate::language::say;
use crate::parts::art::{Art, drawing};
use crate::parts::screen::arrive;
use crate::view::{View, view};

/// Says so, and where to go instead.
pub(crate) fn not_found() -> View {
    arrive(|| say(Word::NotFoundTitle));
    view! {
        {drawing(Art::Lost)}
        <h1 tabindex="-1">{say(Word::NotFound)}</h1>
        <p class="lead">{say(Word::NotFoundLead)}</p>
        <p><a class="button" href="/">{say(Word::ToStartPage)}</a></p>
    }
}
