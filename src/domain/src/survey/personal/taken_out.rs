//! Taking out what points at somebody.

use super::find;

/// What stands where something was taken out: the same in every language.
const GAP: &str = "…";

/// A text without anything that [`find`] finds; each piece leaves an ellipsis, so that
/// the rest still reads. Nothing, where only signs would be left.
pub fn taken_out(text: &str) -> String {
    let mut left = text.to_owned();
    // Again, because without one piece its neighbours may read as another. Each time
    // there are fewer letters and digits, so this ends.
    loop {
        let found = find(&left);
        if found.is_empty() {
            return left;
        }
        let mut rest = String::new();
        let mut from = 0;
        for piece in found {
            let kept = left.get(from..piece.start).unwrap_or_default();
            if from == 0 || !kept.trim().is_empty() {
                rest.push_str(kept);
                rest.push_str(GAP);
            }
            from = piece.end;
        }
        rest.push_str(left.get(from..).unwrap_or_default());
        let empty = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '…';
        if rest.chars().all(empty) {
            rest.clear();
        }
        left = rest;
    }
}
