//! What holds for every text there is.

use hark_domain::survey::personal::{find, taken_out};
use proptest::prelude::*;

use crate::labelled::{negatives, positives};

/// Texts made of what the labelled ones are made of, in any order: likelier than random
/// letters to look like something.
fn mixed() -> impl Strategy<Value = String> {
    let labelled = positives().into_iter().chain(negatives());
    let mut pieces: Vec<String> = labelled
        .flat_map(|labelled| {
            let words = labelled.text.split(' ').map(ToOwned::to_owned);
            words.collect::<Vec<_>>()
        })
        .collect();
    pieces.extend(
        " . - _ / ( ) + @ # : \n \u{200f} \u{fe0f} İ ß 𝟘 ʼn"
            .split(' ')
            .map(ToOwned::to_owned),
    );
    let piece = prop::sample::select(pieces);
    let gap = prop::sample::select(vec!["", " ", "  ", ".", "@", "-"]);
    prop::collection::vec((piece, gap), 0..12).prop_map(|pieces| {
        let joined = pieces.into_iter().map(|(piece, gap)| piece + gap);
        joined.collect()
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), mixed(), "[0-9oO+() ./_@#a-z-]{0,40}"]
}

proptest! {
    #[test]
    fn pieces_are_parts_of_the_text_in_order(text in any_text()) {
        let mut from = 0;
        for found in find(&text) {
            prop_assert!(from <= found.start && found.start < found.end, "{found:?}");
            prop_assert!(text.get(found.start..found.end).is_some(), "{found:?}");
            prop_assert_eq!(found.quoted(&text), &text[found.start..found.end]);
            from = found.end;
        }
    }

    #[test]
    fn nothing_is_found_in_what_is_left(text in any_text()) {
        let left = taken_out(&text);
        prop_assert_eq!(find(&left), vec![]);
        prop_assert_eq!(&taken_out(&left), &left);
        prop_assert!(find(&text).is_empty() == (left == text));
    }
}
