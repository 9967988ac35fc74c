//! Faces for scales, from glad to sad, drawn once in `index.html`. They only ever stand
//! beside words.

use crate::view::{View, view};

/// How many there are.
const FACES: usize = 5;

/// The face at `place` of `of`, counted from 0, from the happiest.
pub(crate) fn face(place: usize, of: usize) -> View {
    let last = of.saturating_sub(1).max(1);
    let nearest = (place.min(last) * (FACES - 1) * 2 + last) / (last * 2);
    let name = format!("#face-{}", nearest + 1);
    view! { <svg class="face" aria-hidden="true" focusable="false"><use href=name></use></svg> }
}
