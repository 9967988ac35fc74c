//! Words in several languages, and words with answers in them.

use serde_json::json;

use crate::form::{pages, pages_and_said, survey};

#[test]
fn words_come_in_every_language_that_a_heading_names() {
    let read = pages(
        "| survey |
| | type | name | label::English (en) | label::Polski | hint::cs | constraint | constraint_message:English | constraint_message::Polish (pl) |
| | select_one yes_no | a | Yes? | Tak? | Ano? | . != 'no' | Say yes. | Powiedz tak. |
| choices |
| | list_name | name | label::English (en) | label::Polish |
| | yes_no | yes | Yes | Tak |
| | yes_no | no | No | |",
    );
    let question = &read[0]["questions"][0];
    assert_eq!(question["title"], json!({"en": "Yes?", "pl": "Tak?"}));
    assert_eq!(question["help"], json!({"cs": "Ano?"}));
    assert_eq!(
        question["constraint_message"],
        json!({"en": "Say yes.", "pl": "Powiedz tak."})
    );
    assert_eq!(question["choices"][1]["label"], json!({"en": "No"}));
}

#[test]
fn a_column_without_a_language_is_in_the_forms_own() {
    let (read, said) = pages_and_said(
        "| survey |
| | type | name | label | label::Polish | hint | label::Klingon |
| | text | a | Words | Słowa | Only one. | nuq |",
    );
    assert_eq!(
        read[0]["questions"][0],
        json!({"id": "a", "kind": "text", "title": {"en": "Words", "pl": "Słowa"}, "help": "Only one."})
    );
    assert_eq!(
        said,
        [
            "settings, row 5, default_language: repaired: Some columns name a language and others none: those without are taken as English (en).",
            "survey, row 2, label::Klingon: repaired: Nobody can tell which language \"Klingon\" is, so the column isn't read. Write its tag, such as label::English (en).",
        ]
    );
}

#[test]
fn answers_are_named_in_words_and_braces_are_doubled() {
    let read = pages(&survey(
        "hint | constraint | constraint_message",
        &[
            "text | name | A {name}?",
            "integer | age | Hello ${name} | {or not} | . < 99 and . != 7 | Not ${name}.",
        ],
    ));
    assert_eq!(read[0]["questions"][0]["title"], "A {{name}?");
    assert_eq!(read[1]["questions"][0]["title"], "Hello {name}");
    assert_eq!(read[1]["questions"][0]["help"], "{{or not}");
    assert_eq!(read[1]["questions"][0]["constraint_message"], "Not {name}.");
}

#[test]
fn words_that_name_what_nobody_has_answered_leave_the_row_out() {
    let (_, said) = pages_and_said(&survey(
        "",
        &[
            "text | a | See ${b}",
            "text | b | B",
            "note | c | C",
            "note | d | ${c}",
            "note | e | ${f}",
        ],
    ));
    assert_eq!(
        said,
        [
            "survey, row 3 (a), label: left out: It names the answer to \"b\", which comes later.",
            "survey, row 6 (d), label: left out: It names the answer to \"c\", which has no words of its own.",
            "survey, row 7 (e), label: left out: There is no question \"f\".",
        ]
    );
}
