//! One small example for each defect found so far.

use crate::generate::answers;
use crate::simulated;
use hark_domain::survey::{self, journey};
use hark_domain::words::english;
use serde_json::{Value, json};

/// A survey of one question and one page that depends on it.
fn gated(question: &Value, condition: &str) -> Value {
    json!({
        "id": "s", "version": 1, "title": "S", "about": "A", "minutes": 1, "thanks": "T",
        "pages": [
            {"id": "gate", "questions": [question]},
            {"id": "after", "visible_if": condition, "questions": [
                {"id": "after", "kind": "text", "title": "And then?"}
            ]}
        ]
    })
}

/// What the loader refuses, as sentences.
fn refusals(survey: &Value) -> Vec<String> {
    let problems = survey::read(&survey.to_string()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn multiple(choices: usize) -> Value {
    let choices: Vec<Value> = (1..=choices)
        .map(|n| json!({"id": n.to_string(), "label": format!("Choice {n}")}))
        .collect();
    json!({"id": "q", "kind": "multiple", "title": "Q", "choices": choices})
}

/// Reachability tried two texts only, the one named and "something else", so an
/// officer who named just that was told that nobody can write anything else.
#[test]
fn any_other_text_reaches_what_one_text_does_not() {
    let text = json!({"id": "q", "kind": "text", "title": "Q"});
    let survey = gated(&text, "q answered and q != 'something else'");
    assert_eq!(refusals(&survey), Vec::<String>::new());
    let survey = survey::read(&survey.to_string()).unwrap();
    let answers = answers::read(&json!({"q": "red"}));
    assert_eq!(journey(&survey, &answers).pages.len(), 2);
}

/// A text nobody can write, because it is too long, blank or can't be shown, opened
/// a page all the same.
#[test]
fn a_text_nobody_can_write_reaches_nothing() {
    let text = json!({"id": "q", "kind": "text", "title": "Q", "longest": 3});
    for condition in ["q = 'four'", "q = ''", "q = ' '", "q = '\u{7}'"] {
        let refusals = refusals(&gated(&text, condition));
        assert_eq!(refusals.len(), 1, "{condition}: {refusals:?}");
        assert!(
            refusals[0].contains("Nobody can reach page \"after\""),
            "{condition}"
        );
    }
}

/// Of the choices that conditions name, only the first ten were ever tried, so a
/// follow-up to the eleventh was refused, and one to any two that go with it.
#[test]
fn every_one_of_many_choices_can_have_a_follow_up() {
    let single = |choice: usize| format!("selected(q, '{choice}')");
    let pair = |choice: usize| format!("q all of ['{choice}', '{}']", choice % 12 + 1);
    for condition in [&single as &dyn Fn(usize) -> String, &pair] {
        let mut survey = gated(&multiple(12), &condition(1));
        for choice in 2..=12 {
            let id = format!("after-{choice}");
            let questions = json!([{"id": id, "kind": "text", "title": "And then?"}]);
            let page = json!({"id": id, "visible_if": condition(choice), "questions": questions});
            survey["pages"].as_array_mut().unwrap().push(page);
        }
        assert_eq!(refusals(&survey), Vec::<String>::new());
    }
}

/// "At most" was minded when ways were tried, "at least" was not.
#[test]
fn fewer_choices_than_asked_for_reach_nothing() {
    let mut question = multiple(3);
    question["least"] = 2.into();
    let survey = gated(&question, "count-selected(q) = 1");
    assert_eq!(refusals(&survey).len(), 1, "{:?}", refusals(&survey));
}

/// A range of exactly 2^32 numbers overflowed when somebody was made up.
#[test]
fn a_number_from_a_wide_range_can_be_made_up() {
    let most = 9_223_372_036_854_i64;
    for (least, most) in [
        (0, i64::from(u32::MAX)),
        (-most, most),
        (0, most),
        (-most, 0),
    ] {
        let number =
            json!({"id": "q", "kind": "number", "title": "Q", "least": least, "most": most});
        let survey = survey::read(&gated(&number, "q answered").to_string()).unwrap();
        simulated::check(&survey, &mut |bound| bound - 1);
        simulated::check(&survey, &mut |bound| bound / 2);
    }
}

/// Why the loader refuses a survey with this one question, which has an id and a title.
fn alone(parts: &Value) -> Vec<String> {
    let mut question = json!({"id": "q", "title": "Q"});
    for (name, part) in parts.as_object().unwrap() {
        question[name] = part.clone();
    }
    refusals(&asked(&json!([[question]])))
}

/// A survey of these pages, each a list of questions.
fn asked(pages: &Value) -> Value {
    let pages = pages.as_array().unwrap().iter().enumerate();
    let pages: Vec<Value> = pages
        .map(|(index, questions)| {
            json!({"id": format!("p{index}"), "title": "P", "questions": questions})
        })
        .collect();
    json!({
        "id": "s", "version": 1, "title": "S", "about": "A", "minutes": 1, "thanks": "T",
        "pages": pages,
    })
}

/// A question of this kind with two choices, the first under a condition.
fn with_choices(id: &str, kind: &str, condition: &str) -> Value {
    json!({"id": id, "kind": kind, "title": "Q", "choices": [
        {"id": "a", "label": "A", "visible_if": condition}, {"id": "b", "label": "B"}
    ]})
}

fn year() -> Value {
    json!({"id": "year", "kind": "single", "title": "Y", "choices": [
        {"id": "6", "label": "6"}, {"id": "8", "label": "8"}
    ]})
}

fn matrix(id: &str, rows: &[&str]) -> Value {
    let rows: Vec<Value> = rows
        .iter()
        .map(|id| json!({"id": id, "label": "R"}))
        .collect();
    json!({"id": id, "kind": "matrix", "title": "M", "rows": rows, "choices": [
        {"id": "a", "label": "A"}, {"id": "b", "label": "B"}
    ]})
}

/// An answer that no test tells from none was not tried, so a constraint that says what an
/// answer must not be was called impossible.
#[test]
fn a_constraint_that_excludes_one_answer_can_be_met() {
    for condition in ["q != 0", "not q = 0", "not (q < 3)", "q >= 3 or q != 1"] {
        let number = json!({"kind": "number", "constraint": condition});
        assert_eq!(alone(&number), Vec::<String>::new(), "{condition}");
    }
    for condition in ["q != 'x'", "length(q) < 5", "not q = 'x'"] {
        let text = json!({"kind": "text", "constraint": condition});
        assert_eq!(alone(&text), Vec::<String>::new(), "{condition}");
    }
}

/// Only numbers next to a constant were tried, and none where the constant has more places
/// than an answer may have, so what lies beyond was called unreachable, or impossible.
#[test]
fn a_constant_between_two_answers_is_reached_from_both_sides() {
    let number = json!({"id": "q", "kind": "number", "title": "Q"});
    for condition in ["q > 2.5", "q < -2.5", "q > 2.5 and q < 3.5"] {
        assert_eq!(
            refusals(&gated(&number, condition)),
            Vec::<String>::new(),
            "{condition}"
        );
    }
    assert_eq!(refusals(&gated(&number, "q > 2.5 and q < 3")).len(), 1);
    let text = json!({"kind": "text", "constraint": "length(q) > 2.5"});
    assert_eq!(alone(&text), Vec::<String>::new());
    let many = multiple(30);
    assert_eq!(
        refusals(&gated(&many, "count-selected(q) > 20.5")),
        Vec::<String>::new()
    );
}

/// Of answers that conditions don't tell apart the first stood for all, even where it was
/// not offered and another was.
#[test]
fn what_is_offered_stands_for_what_is_hidden() {
    for kind in ["single", "multiple", "ranking"] {
        let question = with_choices("q", kind, "year = '6'");
        let after = json!({"id": "after", "kind": "text", "title": "A",
            "visible_if": "q answered and year = '8'"});
        let survey = asked(&json!([[year()], [question], [after]]));
        assert_eq!(refusals(&survey), Vec::<String>::new(), "{kind}");
    }
    let mut rows = matrix("q", &["r", "s"]);
    rows["rows"][0]["visible_if"] = "year = '6'".into();
    let after = json!({"id": "after", "kind": "text", "title": "A",
        "visible_if": "q answered and year = '8'"});
    let survey = asked(&json!([[year()], [rows.clone()], [after]]));
    assert_eq!(refusals(&survey), Vec::<String>::new());
    // And a matrix is not answered without a row.
    rows["rows"][1]["visible_if"] = "year = '6'".into();
    let after = json!({"id": "after", "kind": "text", "title": "A",
        "visible_if": "q answered and year = '8'"});
    assert_eq!(
        refusals(&asked(&json!([[year()], [rows], [after]]))).len(),
        1
    );
}

/// A page of optional questions ended the survey for everybody, also for those who are
/// not asked them, so what comes after was called unreachable.
#[test]
fn a_page_that_nobody_picked_ends_nothing() {
    let optional = json!({"id": "o", "kind": "text", "title": "O", "optional": true});
    let after = json!({"id": "after", "kind": "text", "title": "A", "visible_if": "year answered"});
    let mut survey = asked(&json!([[year()], [optional], [after]]));
    survey["pages"][1]["end_if"] = "year answered".into();
    assert_eq!(refusals(&survey), Vec::<String>::new());
    survey["optional"] = json!({"borough": ["o"]});
    assert_eq!(refusals(&survey).len(), 1, "here everybody is asked");
}

/// A row was refused where a question before it is called so already, but not the other
/// way round, nor where two rows have one name.
#[test]
fn no_two_things_in_conditions_have_one_name() {
    let named = json!({"id": "a.b", "kind": "text", "title": "T"});
    for pair in [
        json!([[named], [matrix("a", &["b"])]]),
        json!([[matrix("a", &["b"])], [named]]),
        json!([[matrix("a", &["b.c"])], [matrix("a.b", &["c"])]]),
        json!([[matrix("a", &["b"]), named]]),
    ] {
        let refusals = refusals(&asked(&pair));
        assert_eq!(refusals.len(), 1, "{pair}: {refusals:?}");
        assert!(refusals[0].contains("is called \"a.b"), "{refusals:?}");
    }
    assert_eq!(
        refusals(&asked(&json!([
            [matrix("a", &["b"])],
            [matrix("b", &["a"])]
        ]))),
        Vec::<String>::new()
    );
}

/// An optional question could not have a constraint of its own, but the rows of an
/// optional matrix could be looked at by anybody.
#[test]
fn an_optional_question_is_looked_at_by_itself_only() {
    let number = json!({"id": "o", "kind": "number", "title": "O", "optional": true,
        "constraint": "o < 24"});
    assert_eq!(
        refusals(&asked(&json!([[year()], [number]]))),
        Vec::<String>::new()
    );
    let mut rows = matrix("o", &["r", "s"]);
    rows["optional"] = true.into();
    rows["constraint"] = "o.r != o.s".into();
    assert_eq!(
        refusals(&asked(&json!([[year()], [rows.clone()]]))),
        Vec::<String>::new()
    );
    let after = json!({"id": "after", "kind": "text", "title": "A", "visible_if": "o.r = 'a'"});
    let refusals = refusals(&asked(&json!([[year()], [rows], [after]])));
    assert!(
        refusals[0].contains("Question \"o\" is optional"),
        "{refusals:?}"
    );
}

/// Whether a matrix can't be skipped could hang on its own rows.
#[test]
fn a_matrix_is_not_required_by_its_own_rows() {
    let mut rows = matrix("m", &["r", "s"]);
    rows["required_if"] = "m.r answered".into();
    let refusals = refusals(&asked(&json!([[rows]])));
    assert!(
        refusals[0].contains("can't depend on itself"),
        "{refusals:?}"
    );
}

/// A required matrix stood there without a row, on a page without anything, and in the
/// list of what can't be skipped as if it could be answered.
#[test]
fn a_matrix_without_a_row_is_hidden() {
    let mut rows = matrix("m", &["r"]);
    rows["required"] = true.into();
    rows["rows"][0]["visible_if"] = "year = '6'".into();
    let mut survey = asked(&json!([[year()], [rows]]));
    survey["pages"][1]["end_if"] = "year = '8'".into();
    let after = json!({"id": "after", "questions": [{"id": "t", "kind": "text", "title": "T"}]});
    survey["pages"].as_array_mut().unwrap().push(after);
    let survey = survey::read(&survey.to_string()).unwrap();
    let printed = |answers: Value| json!(journey(&survey, &answers::read(&answers)));
    let hidden = printed(json!({"year": "8", "m": {"r": "a"}}));
    assert_eq!(
        hidden["pages"],
        json!([
            {"id": "p0", "questions": ["year"]}, {"id": "after", "questions": ["t"]}
        ])
    );
    assert_eq!(
        (&hidden["required"], &hidden["complete"]),
        (&json!([]), &json!(true))
    );
    assert_eq!(hidden["kept"], json!({"year": "8"}));
    let shown = printed(json!({"year": "6"}));
    assert_eq!(shown["required"], json!(["m.r"]));
}

/// An answer of another kind read as none where all it names is hidden, so that the
/// endpoint took what no phone sends.
#[test]
fn an_answer_of_another_kind_is_wrong_whatever_is_hidden() {
    let question = with_choices("q", "single", "year = '6'");
    let survey = asked(&json!([[year()], [question]]));
    let survey = survey::read(&survey.to_string()).unwrap();
    for (answer, code) in [(json!(["a"]), Some("wrong-kind")), (json!("a"), None)] {
        let journey = journey(&survey, &answers::read(&json!({"q": answer})));
        let codes: Vec<&str> = journey.errors.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{answer}");
    }
}

/// "1.5" typed where a whole number is asked for was dropped with the next language or
/// visit, though "about 3" stayed.
#[test]
fn a_number_with_too_many_places_stays_in_its_box() {
    let survey = asked(&json!([[{"id": "q", "kind": "number", "title": "Q"}]]));
    let survey = survey::read(&survey.to_string()).unwrap();
    let answers = answers::read(&json!({"q": 1.5}));
    assert_eq!(survey::carried_over(&survey, &answers), answers);
}

/// Made-up people gave up too early: nothing but "none of these" left, fewer choices than
/// asked for, one number in a thousand, two numbers that depend on each other.
#[test]
fn a_narrow_way_is_found() {
    let none = json!({"id": "q", "kind": "multiple", "title": "Q", "required": true, "least": 2,
    "choices": [
        {"id": "a", "label": "A", "visible_if": "year = '6'"}, {"id": "b", "label": "B"},
        {"id": "none", "label": "N", "exclusive": true}
    ]});
    let number = json!({"id": "q", "kind": "number", "title": "Q", "required": true,
        "constraint": "q = 777"});
    let pair = |id: &str, constraint: &str| {
        json!({"id": id, "kind": "number", "title": "Q", "required": true, "least": 0,
            "most": 1000, "constraint": constraint})
    };
    let pairs = [pair("q", "q > 990"), pair("r", "r < q and r > 980")];
    for questions in [json!([none]), json!([number]), json!(pairs)] {
        let survey = asked(&json!([[year()], questions]));
        let survey = survey::read(&survey.to_string()).unwrap();
        for low in [true, false] {
            simulated::check(&survey, &mut |bound| if low { 0 } else { bound - 1 });
        }
    }
}

/// A question that asks for more choices than somebody is offered was taken for one nobody
/// can answer, though all there is is enough: what depends on it was called unreachable, and
/// made-up people stopped before it.
#[test]
fn all_that_is_offered_is_enough() {
    for kind in ["multiple", "ranking"] {
        let mut question = with_choices("q", kind, "year = '6'");
        question["least"] = 2.into();
        question["required"] = true.into();
        let after = json!({"id": "after", "kind": "text", "title": "A",
            "visible_if": "q answered and year = '8'"});
        let survey = asked(&json!([[year()], [question], [after]]));
        assert_eq!(refusals(&survey), Vec::<String>::new(), "{kind}");
        let survey = survey::read(&survey.to_string()).unwrap();
        for low in [true, false] {
            simulated::check(&survey, &mut |bound| if low { 0 } else { bound - 1 });
        }
    }
}

/// "Choose at least 3" was said where two are offered.
#[test]
fn nobody_is_asked_to_choose_more_than_there_is() {
    let mut question = with_choices("q", "multiple", "year = '6'");
    let more = json!([{"id": "c", "label": "C"}]);
    question["choices"]
        .as_array_mut()
        .unwrap()
        .extend(more.as_array().unwrap().clone());
    question["least"] = 3.into();
    let survey = asked(&json!([[year()], [question]]));
    let survey = survey::read(&survey.to_string()).unwrap();
    for (given, said) in [
        (json!({"year": "6", "q": ["a"]}), Some("3")),
        (json!({"year": "8", "q": ["b"]}), Some("2")),
        (json!({"year": "8", "q": ["b", "c"]}), None),
    ] {
        let errors = journey(&survey, &answers::read(&given)).errors;
        let text = errors.first().map(|error| error.text(english()));
        assert_eq!(text.is_some(), said.is_some(), "{given}: {text:?}");
        let names = |number: &str| text.as_ref().is_some_and(|text| text.contains(number));
        assert!(said.is_none_or(names), "{given}: {text:?}");
    }
}
