//! Faces for scales, drawn by where they stand: the mouth bends from glad to sad.

use leptos::prelude::*;

/// The face at `place` of `of`, from the happiest; always beside words.
pub(crate) fn face(place: usize, of: usize) -> AnyView {
    let last = of.saturating_sub(1).max(1);
    // In tenths of the drawing's units, so that no number needs a point's arithmetic.
    let bend =
        70 - 140 * i32::try_from(place.min(last)).unwrap_or(0) / i32::try_from(last).unwrap_or(1);
    let (ends, middle) = (210 - bend / 3, 210 + bend);
    let mouth = format!("M100 {ends} Q160 {middle} 220 {ends}");
    view! {
        <svg class="face" viewBox="0 0 320 320" aria-hidden="true" focusable="false">
            <circle cx="160" cy="160" r="145"/>
            <path d=mouth/>
            <path d="M110 120v20M210 120v20"/>
        </svg>
    }
    .into_any()
}
