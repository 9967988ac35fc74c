//! Answers in later words against a reading letter by letter.

use crate::generate::answers::{answered, read, sheets};
use crate::oracle::Oracle;
use crate::oracle::piping::piped as said;
use crate::properties::config;
use hark_domain::survey::journey;
use hark_domain::survey::piping::piped;
use proptest::prelude::*;

/// Texts of what piping is made of, in any order.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "{{",
        "}",
        "|",
        " ",
        "é",
        "{year}",
        "{6}",
        "{6|six}",
        "{not-yet|}",
        "{ni_110.b|a|b}",
        "{answered.x}",
        "{orchard|{}",
        "{A1",
        "{any-of}}",
        "{nobody}",
        "{nobody|some}",
        "{.a}",
        "{-}",
        "{year.home}",
        "{a b}",
        "{\u{202e}}",
        "year",
        "x-1",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn answers_stand_where_they_are_named(
        (definition, answers) in answered(sheets(), 1),
        texts in prop::collection::vec(texts(), 8),
        czech in any::<bool>(),
    ) {
        let survey = definition.survey();
        let kept = journey(&survey, &read(&answers[0])).kept;
        let oracle = Oracle::new(&definition.0, &answers[0]);
        let language = if czech { "cs" } else { "en" };
        for text in texts {
            let piped = piped(&text, &survey, &kept, language, "、");
            prop_assert_eq!(piped, said(&text, &oracle, language, "、"), "{}", text);
        }
    }

    /// Whatever stands in a text, and whatever was answered.
    #[test]
    fn no_text_panics((definition, answers) in answered(sheets(), 1), text in "\\PC{0,60}") {
        piped(&text, &definition.survey(), &read(&answers[0]), "ar", "، ");
    }
}
