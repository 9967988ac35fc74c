//! What forms say, word for word.

use super::*;
use crate::survey::{Survey, read};
use crate::words::english;

fn survey(pages: &str) -> Survey {
    let json = format!(
        r#"{{"id":"s","version":1,"title":"S","about":"A","minutes":1,"thanks":"T","pages":[{pages}]}}"#
    );
    read(&json).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A page with one question of yes and no; `more` begins with a comma.
fn yes_no(id: &str, page: &str, more: &str) -> String {
    format!(
        r#"{{"id":"p-{id}"{page},"questions":[{{"id":"{id}","kind":"single","title":"T"{more},
            "choices":[{{"id":"yes","label":"Yes"}},{{"id":"no","label":"No"}},{{"id":"prefer-not","label":"I don't want to say"}}]}}]}}"#
    )
}

fn only_if(condition: &str) -> String {
    format!(r#","visible_if":"{condition}""#)
}

/// All that a form says about the way through it, a line for each.
fn said(survey: &Survey) -> Vec<String> {
    let form = Form::new(survey);
    let sayer = Sayer::new(&form, english());
    let mut lines = Vec::new();
    for section in &form.sections {
        let only = section.only.as_ref();
        lines.extend(only.map(|only| sayer.only_section(section, only)));
        for group in &section.groups {
            let only = group.only.as_ref();
            lines.extend(only.map(|only| sayer.only_group(group, only)));
            for item in &group.items {
                let number = item.number.unwrap_or_default();
                for (place, target) in &item.goes {
                    let choice = sayer.text(&item.question.kind.choices()[*place].label);
                    lines.push(format!("{number} {choice}: {}", sayer.target(*target)));
                }
                let left_out = item.left_out.map(|target| sayer.left_out(target));
                lines.extend(left_out.map(|left_out| format!("{number} {left_out}")));
            }
        }
        lines.extend(section.end.as_ref().map(|end| sayer.end_if(end)));
    }
    lines
}

#[test]
fn a_jump_says_it_all_where_it_can() {
    let pages = [
        yes_no("been", "", ""),
        yes_no("when", &only_if("been = 'yes'"), ""),
        yes_no("last", "", ""),
    ];
    let expected = [
        "1 No: Go to 3",
        "1 I don't want to say: Go to 3",
        "1 No answer? Go to 3.",
    ];
    assert_eq!(said(&survey(&pages.join(","))), expected);
    // Without anything after it, the way leads to the end.
    let expected = [
        "1 No: Go to the end",
        "1 I don't want to say: Go to the end",
        "1 No answer? Go to the end.",
    ];
    assert_eq!(said(&survey(&pages[..2].join(","))), expected);
}

#[test]
fn a_condition_is_written_where_jumps_do_not_settle_it() {
    let pages = [
        yes_no("a", "", ""),
        yes_no("b", "", ""),
        yes_no("c", &only_if("a = 'yes'"), ""),
        yes_no("d", "", ""),
    ];
    let expected = ["Answer this only if you ticked “Yes” at 1."];
    assert_eq!(said(&survey(&pages.join(","))), expected);
}

#[test]
fn who_is_not_meant_is_sent_past_all_that_follows_from_it() {
    let pages = [
        yes_no("a", "", ""),
        yes_no("b", "", ""),
        yes_no("c", &only_if("a = 'yes'"), ""),
        yes_no("d", &only_if("c = 'yes'"), ""),
        yes_no("e", "", ""),
    ];
    let expected = [
        "Answer this only if you ticked “Yes” at 1. Not you? Go to 5.",
        "3 No: Go to 5",
        "3 I don't want to say: Go to 5",
        "3 No answer? Go to 5.",
    ];
    assert_eq!(said(&survey(&pages.join(","))), expected);
}

#[test]
fn questions_with_one_condition_share_its_words() {
    let pages = r#"
        {"id":"a","questions":[{"id":"n","kind":"number","title":"T"}]},
        {"id":"b","title":"B","questions":[
            {"id":"x","kind":"text","title":"T","visible_if":"n > 0"},
            {"id":"y","kind":"text","title":"T","visible_if":"n > 0"},
            {"id":"words","kind":"note","title":"T","visible_if":"n answered"},
            {"id":"z","kind":"text","title":"T"}]}"#;
    let expected = [
        "Answer 2 to 3 only if you wrote more than 0 at 1.",
        "only if you answered 1",
    ];
    assert_eq!(said(&survey(pages)), expected);
}

#[test]
fn a_survey_that_can_end_early_says_so() {
    let end = |condition| format!(r#","end_if":"{condition}""#);
    let pages = [yes_no("a", &end("a = 'no'"), ""), yes_no("b", "", "")];
    assert_eq!(said(&survey(&pages.join(","))), ["1 No: Go to the end"]);
    let pages = [
        yes_no("a", "", ""),
        yes_no("b", &end("a = 'no' and b answered"), ""),
        yes_no("c", "", ""),
    ];
    let expected = ["Go to the end if you ticked “No” at 1 and you answered 2."];
    assert_eq!(said(&survey(&pages.join(","))), expected);
}

#[test]
fn what_stands_alone_leads_on_and_the_others_do_not() {
    let pages = r#"
        {"id":"a","questions":[{"id":"m","kind":"multiple","title":"T","choices":[
            {"id":"x","label":"X"},{"id":"y","label":"Y"},{"id":"none","label":"None","exclusive":true}]}]},
        {"id":"b","visible_if":"not selected(m, 'none')","questions":[{"id":"b","kind":"text","title":"T"}]},
        {"id":"c","questions":[{"id":"c","kind":"text","title":"T"}]}"#;
    assert_eq!(said(&survey(pages)), ["1 None: Go to 3"]);
}

#[test]
fn a_jump_never_leads_to_words_without_a_number() {
    let pages = [
        yes_no("a", "", ""),
        yes_no("b", &only_if("a = 'yes'"), ""),
        r#"{"id":"n","questions":[{"id":"n","kind":"note","title":"T"}]}"#.to_owned(),
        yes_no("c", "", ""),
    ];
    let expected = ["Answer this only if you ticked “Yes” at 1."];
    assert_eq!(said(&survey(&pages.join(","))), expected);
}

#[test]
fn every_condition_has_its_words() {
    let pages = r#"
        {"id":"a","title":"A","questions":[
            {"id":"s","kind":"single","title":"T","choices":[{"id":"y","label":"Yes"},{"id":"n","label":"No"}]},
            {"id":"m","kind":"multiple","title":"T","choices":[{"id":"a","label":"A"},{"id":"b","label":"B"},{"id":"c","label":"C"}]},
            {"id":"n","kind":"number","title":"T"},
            {"id":"o","kind":"number","title":"T"},
            {"id":"t","kind":"text","title":"T"},
            {"id":"g","kind":"matrix","title":"T","rows":[{"id":"safe","label":"I feel safe"}],
                "choices":[{"id":"y","label":"Yes"},{"id":"n","label":"No"}]}]}"#;
    let survey = survey(pages);
    let form = Form::new(&survey);
    let sayer = Sayer::new(&form, english());
    for (condition, expected) in [
        ("s = 'y'", "you ticked “Yes” at 1"),
        ("s != 'y'", "you did not tick “Yes” at 1"),
        ("s answered", "you answered 1"),
        ("s not answered", "you left out 1"),
        ("not (s not answered)", "you answered 1"),
        (
            "m any of ['a', 'b', 'c']",
            "you ticked “A”, “B” or “C” at 2",
        ),
        ("m all of ['a', 'b']", "you ticked “A” and “B” at 2"),
        (
            "not m any of ['a', 'b']",
            "you did not tick “A” or “B” at 2",
        ),
        (
            "not m all of ['a', 'b']",
            "you did not tick “A” at 2 or you did not tick “B” at 2",
        ),
        ("count-selected(m) >= 2", "you ticked 2 or more at 2"),
        ("not count-selected(m) >= 2", "you ticked less than 2 at 2"),
        (
            "count-selected(m) != 1",
            "you ticked less than 1 or more than 1 at 2",
        ),
        ("n > 1.5", "you wrote more than 1.5 at 3"),
        ("n = 2", "you wrote 2 at 3"),
        ("n != 2", "you did not write 2 at 3"),
        ("not n != 2", "you wrote 2 at 3"),
        ("not n <= 2", "you did not write 2 or less at 3"),
        ("n = o", "you wrote the same as your answer to 4 at 3"),
        (
            "n != o",
            "you did not write the same as your answer to 4 at 3",
        ),
        ("n < o", "you wrote less than your answer to 4 at 3"),
        ("t = 'red'", "you wrote “red” at 5"),
        ("length(t) > 3", "you wrote more than 3 letters at 5"),
        ("g.safe = 'n'", "you ticked “No” at 6 (“I feel safe”)"),
        ("g answered", "you answered 6"),
        (
            "s = 'y' and n > 0 and t answered",
            "you ticked “Yes” at 1, you wrote more than 0 at 3 and you answered 5",
        ),
        (
            "s = 'y' and (n > 0 or t answered)",
            "you ticked “Yes” at 1 and (you wrote more than 0 at 3 or you answered 5)",
        ),
        (
            "not (s = 'y' or (n > 0 or t answered))",
            "you did not tick “Yes” at 1, you did not write more than 0 at 3 and you left out 5",
        ),
    ] {
        let read = crate::survey::Condition::parse(condition).unwrap();
        assert_eq!(sayer.condition(read.expression()), expected, "{condition}");
    }
}

#[test]
fn an_answer_named_in_words_has_words_for_itself() {
    let pages = [yes_no("a", "", ""), yes_no("b", "", "")];
    let survey = survey(&pages.join(","));
    let form = Form::new(&survey);
    let sayer = Sayer::new(&form, english());
    for (text, expected) in [
        ("In {a|your year}?", "In your year?"),
        ("You said {b}.", "You said your answer to 2."),
        ("{{a}", "{a}"),
    ] {
        assert_eq!(sayer.text(&text.into()), expected);
    }
}

/// Six long questions that one page asks about: more cases than are kept. What is written
/// then is no must, but right.
#[test]
fn too_many_cases_make_more_words_and_no_wrong_ones() {
    let mut pages: Vec<String> = (0..6).map(|n| yes_no(&format!("q{n}"), "", "")).collect();
    let all: Vec<String> = (0..6).map(|n| format!("q{n} = 'yes'")).collect();
    pages.push(yes_no("last", &only_if(&all.join(" or ")), ""));
    let said = said(&survey(&pages.join(",")));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("Answer this only if you ticked “Yes” at 1, "));
}
