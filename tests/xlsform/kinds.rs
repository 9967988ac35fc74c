//! Every kind of question, and what belongs to it.

use serde_json::{Value, json};

use crate::form::{pages_and_said, questions, survey};

fn without_choices(mut question: Value) -> Value {
    question.as_object_mut().unwrap().remove("choices");
    question
}

#[test]
fn types_become_kinds() {
    let read = questions(
        "appearance | parameters",
        &[
            "select_one yes_no | one | One? | likert",
            "select all that apply from yes_no | many | Many?",
            "rank marks | order | Which first?",
            "integer | whole | How many?",
            "decimal | part | How much?",
            "range | slide | How happy? | | start=0 end=10 step=1",
            "range | fine | How warm? | | start=-1; end=1; step=0.1",
            "text | words | What?",
            "text | lines | What else? | multiline",
            "note | hello | Hello.",
        ],
    );
    let read: Vec<Value> = read.into_iter().map(without_choices).collect();
    assert_eq!(
        json!(read),
        json!([
            {"id": "one", "kind": "single", "title": "One?", "look": "scale"},
            {"id": "many", "kind": "multiple", "title": "Many?"},
            {"id": "order", "kind": "ranking", "title": "Which first?"},
            {"id": "whole", "kind": "number", "title": "How many?"},
            {"id": "part", "kind": "number", "title": "How much?", "decimals": 6},
            {"id": "slide", "kind": "number", "title": "How happy?", "least": 0, "most": 10},
            {"id": "fine", "kind": "number", "title": "How warm?", "least": -1, "most": 1, "decimals": 1},
            {"id": "words", "kind": "text", "title": "What?"},
            {"id": "lines", "kind": "text", "title": "What else?", "long": true},
            {"id": "hello", "kind": "note", "title": "Hello."},
        ])
    );
}

#[test]
fn what_is_not_kept_of_a_kind_is_said_once() {
    let (_, said) = pages_and_said(&survey(
        "appearance | parameters | default",
        &[
            "select_one yes_no | a | A | minimal",
            "select_one yes_no | b | B | minimal w2 | randomize=true | yes",
            "range | c | C | vertical | start=0 end=100 step=5 | 5",
            "note | | A note.",
            "text | d",
        ],
    ));
    assert_eq!(
        said,
        [
            "survey, row 2, default: repaired: Nothing is filled in beforehand, so this isn't read: Hark sends only what somebody answered.",
            "survey, row 2, appearance: repaired: The appearance \"minimal\" isn't kept (rows 3, 4): Hark has one look for every kind of question.",
            "survey, row 2, appearance: repaired: The appearance \"vertical\" isn't kept (row 5): Hark has one look for every kind of question.",
            "survey, row 2, appearance: repaired: The appearance \"w2\" isn't kept (row 4): Hark has one look for every kind of question.",
            "survey, row 4 (b), parameters: repaired: Hark has no use for randomize, so it isn't read.",
            "survey, row 5 (c), parameters: repaired: Steps of 5 aren't kept: every number from 0 to 100 can be answered.",
            "survey, row 6, name: repaired: A note without a name is called \"note-6\".",
            "survey, row 7 (d), label: repaired: There is no label, so the name stands in its place.",
        ]
    );
}

#[test]
fn an_answer_can_be_needed_always_or_sometimes() {
    let read = questions(
        "required | required message",
        &[
            "text | a | A | yes | Say it.",
            "text | b | B | TRUE",
            "text | c | C | true()",
            "text | d | D | no",
            "text | e | E | ${a} != ''",
            "text | f | F | false()",
        ],
    );
    let needed: Vec<_> = read
        .iter()
        .map(|question| {
            (
                question["required"] == true,
                question["required_if"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        needed,
        [
            (true, None),
            (true, None),
            (true, None),
            (false, None),
            (false, Some("a answered")),
            (false, None),
        ]
    );
    assert_eq!(read[0]["required_message"], "Say it.");
}

#[test]
fn simple_bounds_become_limits_and_everything_else_stays_a_constraint() {
    let limits = |row: &str| {
        let question = questions("constraint | constraint message", &[row]).remove(0);
        let parts = [
            "least",
            "most",
            "longest",
            "constraint",
            "constraint_message",
        ];
        let parts = parts.map(|part| question[part].clone());
        json!(parts)
    };
    for (row, expected) in [
        (
            "integer | a | A | . >= 5",
            json!([5, null, null, null, null]),
        ),
        (
            "integer | a | A | . > 0 and . < 10",
            json!([1, 9, null, null, null]),
        ),
        (
            "integer | a | A | . <= 72",
            json!([null, 72, null, null, null]),
        ),
        (
            "integer | a | A | 3 <= ${a}",
            json!([3, null, null, null, null]),
        ),
        (
            "integer | a | A | . >= 5 | Five or more.",
            json!([null, null, null, "a >= 5", "Five or more."]),
        ),
        (
            "integer | a | A | . <= 2.5",
            json!([null, null, null, "a <= 2.5", null]),
        ),
        (
            "integer | a | A | . >= 5 and . != 7",
            json!([null, null, null, "a >= 5 and a != 7", null]),
        ),
        (
            "integer | a | A | . = '' or . >= 5",
            json!([5, null, null, null, null]),
        ),
        (
            "decimal | a | A | . >= 0.5",
            json!([0.5, null, null, null, null]),
        ),
        (
            "decimal | a | A | . > 0.5",
            json!([null, null, null, "a > 0.5", null]),
        ),
        (
            "select_multiple marks | a | A | count-selected(.) <= 2",
            json!([null, 2, null, null, null]),
        ),
        (
            "select_multiple marks | a | A | count-selected(.) <= 9",
            json!([null, null, null, "count-selected(a) <= 9", null]),
        ),
        (
            "text | a | A | string-length(.) <= 20",
            json!([null, null, 20, null, null]),
        ),
        (
            "text | a | A | string-length(.) > 2",
            json!([null, null, null, "length(a) > 2", null]),
        ),
        (
            "select_multiple yes_no | a | A | not(selected(., 'yes') and selected (., 'no')) | Not both.",
            json!([
                null,
                null,
                null,
                "not (selected(a, 'yes') and selected(a, 'no'))",
                "Not both."
            ]),
        ),
    ] {
        assert_eq!(limits(row), expected, "{row}");
    }
}

#[test]
fn pictures_and_recordings_go_along() {
    let read = questions(
        "image | media::audio::English (en) | media:video | big-image",
        &[
            "note | a | A | a.png | a.mp3 | v/a.mp4",
            "note | b | B | | | | large.png",
        ],
    );
    assert_eq!(
        read[0]["media"],
        json!({"image": "a.png", "audio": {"en": "a.mp3"}, "video": "v/a.mp4"})
    );
    assert_eq!(read[1]["media"], json!({"image": "large.png"}));
    let (pages, said) = pages_and_said(&survey("image", &["note | a | A | my picture.png"]));
    assert_eq!(pages[0]["questions"][0].get("media"), None);
    assert_eq!(
        said,
        [
            "survey, row 3, image: repaired: It isn't kept: This has to be a path below media/, of letters, digits, \"-\", \"_\", \".\" and \"/\", such as easy/park.svg."
        ]
    );
}
