//! What is drawn on a form: faces, and lines to write on.

use super::written::Written;

/// How many letters of handwriting a line of the form holds.
const LETTERS: u16 = 45;

/// The most lines: whoever has more to say goes on overleaf.
const MOST_LINES: u16 = 12;

/// Lines for a text of that many letters.
pub(super) fn lines(to: &mut Written, longest: u16) {
    to.raw("<div class=\"lines\">");
    for _ in 0..longest.div_ceil(LETTERS).clamp(1, MOST_LINES) {
        to.drawn("line");
    }
    to.raw("</div>");
}

/// The face at `place` of `of`, from the happiest.
pub(super) fn face(to: &mut Written, place: usize, of: usize) {
    let last = of.saturating_sub(1).max(1);
    let tenth = |n: usize| i32::try_from(n).unwrap_or(0);
    let bend = 70 - 140 * tenth(place.min(last)) / tenth(last).max(1);
    let (ends, middle) = (210 - bend / 3, 210 + bend);
    to.raw("<svg class=\"face\" viewBox=\"0 0 320 320\" aria-hidden=\"true\">");
    to.raw("<circle cx=\"160\" cy=\"160\" r=\"145\"/><path d=\"M110 120v20M210 120v20\"/>");
    to.raw(&format!(
        "<path d=\"M100 {ends}Q160 {middle} 220 {ends}\"/></svg>"
    ));
}
