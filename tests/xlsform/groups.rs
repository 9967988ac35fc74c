//! Groups as pages, and grids.

use serde_json::{Value, json};

use crate::form::{pages, pages_and_said, survey};

/// Each page with its condition and the ids of its questions.
fn short(pages: &Value) -> Value {
    let pages = pages.as_array().unwrap().iter();
    pages
        .map(|page| {
            let questions = page["questions"].as_array().unwrap().iter();
            let ids: Vec<&Value> = questions.map(|question| &question["id"]).collect();
            json!([page["id"], page["title"], page["visible_if"], ids])
        })
        .collect()
}

#[test]
fn groups_are_pages_and_a_question_outside_is_one_too() {
    let read = pages(&survey(
        "relevant | appearance",
        &[
            "select_one yes_no | a | A",
            "begin group | outer | Outer | ${a} = 'yes' | field-list",
            "text | b | B",
            "text | c | C | ${b} != ''",
            "begin_group | inner | Inner | ${b} = 'x'",
            "text | d | D",
            "end_group",
            "text | e | E",
            "end group",
            "text | f | F | ${a} = 'no'",
        ],
    ));
    assert_eq!(
        short(&read),
        json!([
            ["a", null, null, ["a"]],
            ["outer", "Outer", "a = 'yes'", ["b", "c"]],
            ["inner", "Inner", "a = 'yes' and b = 'x'", ["d"]],
            ["outer-2", "Outer", "a = 'yes'", ["e"]],
            ["f", null, "a = 'no'", ["f"]],
        ])
    );
    assert_eq!(read[1]["questions"][1]["visible_if"], "b answered");
    assert_eq!(read[4]["questions"][0].get("visible_if"), None);
}

#[test]
fn a_group_without_a_label_has_its_name_where_a_heading_is_needed() {
    let (read, said) = pages_and_said(&survey(
        "",
        &[
            "begin group | one",
            "text | a | A",
            "end group",
            "begin group | two",
            "text | b | B",
            "text | c | C",
        ],
    ));
    assert_eq!(
        short(&read),
        json!([["one", null, null, ["a"]], ["two", "two", null, ["b", "c"]]])
    );
    assert_eq!(
        said,
        [
            "survey, row 6 (two), type: repaired: This group never ends, so it ends with the sheet.",
            "survey, row 6 (two), label: repaired: A page with several questions needs a heading, so the group's name stands there.",
        ]
    );
}

#[test]
fn a_table_list_is_one_grid() {
    let read = pages(&survey(
        "appearance | required | relevant",
        &[
            "select_one yes_no | a | A",
            "begin group | feel | How true is this? | table-list | | ${a} = 'yes'",
            "select_one marks | happy | I am happy | | yes",
            "select_one marks | safe | I am safe | | | ${a} != ''",
            "end group",
            "text | why | Why? | | | ${happy} = '1' and ${safe} > 1",
        ],
    ));
    assert_eq!(
        short(&read)[1],
        json!(["feel", null, "a = 'yes'", ["feel"]])
    );
    let grid = &read[1]["questions"][0];
    assert_eq!(grid["kind"], "matrix");
    assert_eq!(grid["title"], "How true is this?");
    assert_eq!(
        grid["rows"],
        json!([
            {"id": "happy", "label": "I am happy", "required": true},
            {"id": "safe", "label": "I am safe", "visible_if": "a answered"},
        ])
    );
    assert_eq!(grid["choices"].as_array().unwrap().len(), 4);
    assert_eq!(
        read[2]["visible_if"],
        "feel.happy = '1' and feel.safe any of ['2', '5']"
    );
}

#[test]
fn a_table_list_that_can_be_no_grid_is_a_page() {
    for (rows, why) in [
        (
            vec!["select_one yes_no | a | A", "select_one marks | b | B"],
            "has rows of one list",
        ),
        (
            vec!["select_one yes_no | a | A", "text | b | B"],
            "has only rows of select_one",
        ),
        (
            vec![
                "select_one yes_no | a | A",
                "select_one yes_no | b | B | | ${a} = 'yes'",
            ],
            "can't have a row that depends on another",
        ),
    ] {
        let all = [
            vec!["begin group | g | G | table-list"],
            rows,
            vec!["end group"],
        ]
        .concat();
        let (read, said) = pages_and_said(&survey("appearance | relevant", &all));
        assert_eq!(short(&read), json!([["g", "G", null, ["a", "b"]]]));
        assert_eq!(
            said,
            [format!(
                "survey, row 3 (g), appearance: repaired: A grid (table-list) {why}, so each of its questions is asked by itself."
            )]
        );
    }
}

#[test]
fn a_group_that_can_not_be_carried_takes_everything_in_it_along() {
    let (read, said) = pages_and_said(&survey(
        "relevant",
        &[
            "text | a | A",
            "begin group | g | G | today() > 1",
            "text | b | B",
            "begin group | h | H",
            "text | c | C",
            "end group",
            "end group",
        ],
    ));
    assert_eq!(short(&read), json!([["a", null, null, ["a"]]]));
    assert_eq!(
        said,
        [
            "survey, row 4 (g), relevant: left out: It asks what day it is with today(), and Hark never looks at the clock.",
            "survey, row 5 (b): left out: It stands in the group \"g\", which is left out.",
            "survey, row 7 (c): left out: It stands in the group \"g\", which is left out.",
        ]
    );
}
