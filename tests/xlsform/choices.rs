//! Lists of choices, filters, and the choice for everything else.

use serde_json::json;

use crate::form::{pages, pages_and_said, read};

#[test]
fn a_filter_says_of_each_choice_when_it_is_offered() {
    let read = pages(
        "| survey |
| | type | name | label | choice_filter |
| | select_one areas | area | Where? | |
| | integer | age | How old? | |
| | select_one clubs | club | Which? | (${area} = in_area or in_area = 'all') and ${age} >= from |
| choices |
| | list_name | name | label | in_area | from |
| | areas | north | North | | |
| | areas | south | South | | |
| | clubs | chess | Chess | north | 11 |
| | clubs | boxing | Boxing | all | 14 |
| | clubs | choir | Choir | south | 11 |",
    );
    assert_eq!(
        read[2]["questions"][0]["choices"],
        json!([
            {"id": "chess", "label": "Chess", "visible_if": "area = 'north' and age >= 11"},
            {"id": "boxing", "label": "Boxing", "visible_if": "age >= 14"},
            {"id": "choir", "label": "Choir", "visible_if": "area = 'south' and age >= 11"},
        ])
    );
}

#[test]
fn choices_that_never_pass_and_names_that_stand_twice_are_named() {
    let (read, said) = pages_and_said(
        "| survey |
| | type | name | label | choice_filter |
| | select_one areas | area | Where? | kind = 'a' |
| choices |
| | list name | name | label | kind | colour |
| | areas | north | North | a | red |
| | areas | south | South | b | |
| | areas | north | North again | a | |
| | areas | west | | a | |
| | areas | -9 | Nowhere | a | |
| | areas | | No name | | |
| | | lost | Lost | | |",
    );
    assert_eq!(
        read[0]["questions"][0]["choices"],
        json!([
            {"id": "north", "label": "North"},
            {"id": "west", "label": "west"},
            {"id": "_-9", "label": "Nowhere"},
        ])
    );
    assert_eq!(
        said,
        [
            "choices, row 5, colour: repaired: Hark has no use for this column, so it isn't read.",
            "choices, row 7 (south), choice_filter: left out: The filter of \"area\" never lets this choice through, so it isn't offered there.",
            "choices, row 8 (north), name: left out: The list \"areas\" has a choice \"north\" already.",
            "choices, row 9 (west), label: repaired: There is no label, so the name stands in its place.",
            "choices, row 10 (-9), name: repaired: A choice can't be called so in Hark: it is \"_-9\" here.",
            "choices, row 11, name: left out: A choice needs a name.",
            "choices, row 12 (lost), list_name: left out: It belongs to no list.",
        ]
    );
}

#[test]
fn something_else_is_a_choice_with_a_text_behind_it() {
    let (read, said) = pages_and_said(
        "| survey |
| | type | name | label | relevant |
| | select_one areas | home | Where? | |
| | begin group | g | G | |
| | select_multiple areas or_other | out | Where else? | |
| | text | why | Why? | ${out_other} != '' |
| | end group | | | |
| choices |
| | list_name | name | label |
| | areas | north | North |
| | areas | south | South |",
    );
    // As in other tools, every question with that list offers it then.
    let last = json!({"id": "other", "label": "Other"});
    assert_eq!(read[0]["questions"][0]["choices"][2], last);
    assert_eq!(read[1]["questions"][0]["choices"][2], last);
    assert_eq!(
        read[1]["questions"][1],
        json!({"id": "out_other", "kind": "text", "title": "Please say what.", "visible_if": "selected(out, 'other')"})
    );
    assert_eq!(read[1]["questions"][2]["visible_if"], "out_other answered");
    assert_eq!(
        said,
        [
            "survey, row 5 (out), type: repaired: The question \"out_other\" is added for whoever chooses \"other\". Write its own words where these don't fit."
        ]
    );
}

#[test]
fn a_list_that_is_missing_or_too_short_leaves_the_question_out() {
    let imported = read(
        "| survey |
| | type | name | label |
| | select_one nowhere | a | A |
| | select_one short | b | B |
| | text | c | C |
| choices |
| | list_name | name | label |
| | short | only | Only |",
    );
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "survey, row 3 (a), type: left out: The sheet choices has no list \"nowhere\".",
            "survey, row 4 (b), type: left out: It needs two choices at least.",
        ]
    );
    assert!(imported.survey.is_some());
}

/// In `XPath` a cell with nothing in it is no value: not equal to the empty text, and not
/// different from anything.
#[test]
fn an_empty_column_is_equal_to_nothing() {
    let (read, _) = pages_and_said(
        "| survey |
| | type | name | label | choice_filter |
| | text | word | Word? | |
| | select_one areas | a | A | kind = '' or kind = 'x' or name = 'east' |
| | select_one areas | b | B | kind != ${word} or name = 'west' |
| choices |
| | list_name | name | label | kind |
| | areas | north | North | x |
| | areas | south | South | |
| | areas | east | East | |
| | areas | west | West | |",
    );
    let offered = |page: usize| {
        let choices = read[page]["questions"][0]["choices"]
            .as_array()
            .unwrap()
            .iter();
        choices
            .map(|choice| {
                (
                    choice["id"].as_str().unwrap(),
                    choice["visible_if"].as_str(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(offered(1), [("north", None), ("east", None)]);
    assert_eq!(offered(2), [("north", Some("word != 'x'")), ("west", None)]);
}
