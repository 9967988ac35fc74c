use super::*;
use crate::{json, survey};

mod properties;

const SURVEY: &str = r#"{"id":"s","version":1,"title":"S","about":"S","minutes":1,"thanks":"T","pages":[
    {"id":"year","questions":[{"id":"year","kind":"single","title":"Y","choices":[
        {"id":"8","label":"8"},{"id":"10","label":"10"},{"id":"prefer-not","label":"N"}]}]},
    {"id":"out","title":"Out","questions":[
        {"id":"group","kind":"single","title":"G","choices":[
            {"id":"yes","label":"Y"},{"id":"no","label":"N"},{"id":"dont-know","label":"?"}]},
        {"id":"been","kind":"multiple","title":"B","choices":[
            {"id":"sport","label":"S"},{"id":"park","label":"P"},{"id":"dont-know","label":"?"},
            {"id":"prefer-not","label":"N"}]}]},
    {"id":"more","visible_if":"group = 'yes'","questions":[
        {"id":"times","kind":"number","title":"T","least":0,"most":9}]}]}"#;

fn survey() -> Survey {
    survey::read(SURVEY).unwrap()
}

/// The indicator with parts changed.
fn indicator(changes: &[(&str, &str)]) -> Indicator {
    let mut text = r#"{"id":"i","title":"I","about":"I","survey":"s","questions":["group","been"],
        "base_years":{"question":"year","choices":["10"]},
        "numerator":"group = 'yes' or selected(been, 'sport')",
        "answered":"any","missing":"out","weighting":"none","better":"larger",
        "source":"S","status":"sourced"}"#
        .to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let indicator = json::read(&text).unwrap();
    assert_eq!(super::super::check(&indicator, Some(&survey())), []);
    indicator
}

fn answers(text: &str) -> Answers {
    json::read(text).unwrap()
}

/// Asked, answered, not answered, don't know, don't want to say, counted.
fn counts(indicator: &Indicator, people: &[&str]) -> [u32; 6] {
    let people: Vec<Answers> = people.iter().map(|text| answers(text)).collect();
    let figure = figure(indicator, &survey(), &people);
    [
        figure.asked,
        figure.answered,
        figure.not_answered,
        figure.dont_know,
        figure.prefer_not,
        figure.numerator,
    ]
}

#[test]
fn each_person_is_in_the_first_class_that_fits() {
    let any = indicator(&[]);
    let all = indicator(&[("\"any\"", "\"all\"")]);
    for (person, by_any, by_all) in [
        // Outside the base: another year, or none said.
        (
            r#"{"year":"8","group":"yes"}"#,
            [0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0],
        ),
        (r#"{"year":"prefer-not","group":"yes"}"#, [0; 6], [0; 6]),
        (r#"{"group":"yes"}"#, [0; 6], [0; 6]),
        // Answered, counted or not.
        (
            r#"{"year":"10","group":"yes","been":["park"]}"#,
            [1, 1, 0, 0, 0, 1],
            [1, 1, 0, 0, 0, 1],
        ),
        (
            r#"{"year":"10","group":"no","been":["park"]}"#,
            [1, 1, 0, 0, 0, 0],
            [1, 1, 0, 0, 0, 0],
        ),
        (
            r#"{"year":"10","group":"no","been":["park","dont-know"]}"#,
            [1, 1, 0, 0, 0, 0],
            [1, 1, 0, 0, 0, 0],
        ),
        // One real answer, and the other missing in each way.
        (
            r#"{"year":"10","group":"yes"}"#,
            [1, 1, 0, 0, 0, 1],
            [1, 0, 1, 0, 0, 0],
        ),
        (
            r#"{"year":"10","group":"yes","been":["prefer-not"]}"#,
            [1, 1, 0, 0, 0, 1],
            [1, 0, 0, 0, 1, 0],
        ),
        (
            r#"{"year":"10","group":"dont-know","been":["sport"]}"#,
            [1, 1, 0, 0, 0, 1],
            [1, 0, 0, 1, 0, 0],
        ),
        // No real answer.
        (r#"{"year":"10"}"#, [1, 0, 1, 0, 0, 0], [1, 0, 1, 0, 0, 0]),
        (
            r#"{"year":"10","group":"dont-know"}"#,
            [1, 0, 0, 1, 0, 0],
            [1, 0, 0, 1, 0, 0],
        ),
        (
            r#"{"year":"10","been":["prefer-not"]}"#,
            [1, 0, 0, 0, 1, 0],
            [1, 0, 0, 0, 1, 0],
        ),
        (
            r#"{"year":"10","group":"dont-know","been":["prefer-not"]}"#,
            [1, 0, 0, 0, 1, 0],
            [1, 0, 0, 0, 1, 0],
        ),
    ] {
        assert_eq!(counts(&any, &[person]), by_any, "any: {person}");
        assert_eq!(counts(&all, &[person]), by_all, "all: {person}");
    }
}

#[test]
fn a_skipper_is_never_counted_whatever_the_numerator_says() {
    let turned = indicator(&[(
        "group = 'yes' or selected(been, 'sport')",
        "not group = 'no'",
    )]);
    assert_eq!(counts(&turned, &[r#"{"year":"10"}"#]), [1, 0, 1, 0, 0, 0]);
}

#[test]
fn who_was_shown_no_question_was_not_asked() {
    let times = indicator(&[
        (r#"["group","been"]"#, r#"["times"]"#),
        ("group = 'yes' or selected(been, 'sport')", "times > 1"),
    ]);
    assert_eq!(counts(&times, &[r#"{"year":"10","group":"no"}"#]), [0; 6]);
    assert_eq!(
        counts(&times, &[r#"{"year":"10","group":"yes","times":2}"#]),
        [1, 1, 0, 0, 0, 1]
    );
    // An answer to a hidden question does not count, and neither does one out of range.
    assert_eq!(
        counts(&times, &[r#"{"year":"10","group":"no","times":2}"#]),
        [0; 6]
    );
    assert_eq!(
        counts(&times, &[r#"{"year":"10","group":"yes","times":99}"#]),
        [1, 0, 1, 0, 0, 0]
    );
    // "All" are all that a person was shown.
    let both = indicator(&[
        (r#"["group","been"]"#, r#"["group","times"]"#),
        ("\"any\"", "\"all\""),
    ]);
    assert_eq!(
        counts(&both, &[r#"{"year":"10","group":"no"}"#]),
        [1, 1, 0, 0, 0, 0]
    );
    assert_eq!(
        counts(&both, &[r#"{"year":"10","group":"yes"}"#]),
        [1, 0, 1, 0, 0, 0]
    );
    assert_eq!(
        counts(&both, &[r#"{"year":"10","group":"yes","times":0}"#]),
        [1, 1, 0, 0, 0, 1]
    );
}

#[test]
fn a_denominator_narrows_the_base() {
    let narrow = indicator(&[(
        "\"answered\"",
        "\"denominator\":\"been answered\",\"answered\"",
    )]);
    assert_eq!(counts(&narrow, &[r#"{"year":"10","group":"yes"}"#]), [0; 6]);
    assert_eq!(
        counts(&narrow, &[r#"{"year":"10","been":["park"]}"#]),
        [1, 1, 0, 0, 0, 0]
    );
    let everybody = indicator(&[(r#""base_years":{"question":"year","choices":["10"]},"#, "")]);
    assert_eq!(
        counts(&everybody, &[r#"{"group":"yes"}"#, r#"{"year":"8"}"#]),
        [2, 1, 1, 0, 0, 1]
    );
}

#[test]
fn the_headline_follows_the_missing_rule() {
    let figure = Figure {
        asked: 8,
        answered: 4,
        numerator: 1,
        ..Figure::default()
    };
    let tenths = |missing| figure.headline(missing).tenths();
    assert_eq!(tenths(Missing::Out).unwrap().to_string(), "25.0");
    assert_eq!(tenths(Missing::AsNo).unwrap().to_string(), "12.5");
}

#[test]
fn a_matrix_is_answered_by_any_row_and_a_row_by_itself() {
    let survey = survey::read(
        r#"{"id":"s","version":1,"title":"S","about":"S","minutes":1,"thanks":"T","pages":[
        {"id":"talk","title":"T","questions":[
            {"id":"adult","kind":"single","title":"A","choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]},
            {"id":"talk","kind":"matrix","title":"T","rows":[
                {"id":"friend","label":"F"},{"id":"adult","label":"A","visible_if":"adult = 'yes'"}],
            "choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"},{"id":"dont-know","label":"?"},
                {"id":"prefer-not","label":"N"}]}]}]}"#,
    )
    .unwrap();
    let indicator = |questions: &str| {
        let text = format!(
            r#"{{"id":"i","title":"I","about":"I","survey":"s","questions":{questions},
            "numerator":"talk.friend = 'yes' or talk.adult = 'yes'","answered":"all","missing":"out",
            "weighting":"none","better":"larger","source":"S","status":"sourced"}}"#
        );
        let indicator: Indicator = json::read(&text).unwrap();
        assert_eq!(super::super::check(&indicator, Some(&survey)), []);
        indicator
    };
    let whole = indicator(r#"["talk"]"#);
    let rows = indicator(r#"["talk.friend","talk.adult"]"#);
    let adult = indicator(r#"["talk.adult"]"#);
    for (person, by_whole, by_rows, by_adult) in [
        ("{}", "nothing", "nothing", "not asked"),
        (
            r#"{"talk":{"friend":"yes"}}"#,
            "counted",
            "counted",
            "not asked",
        ),
        (
            r#"{"talk":{"friend":"no","adult":"yes"}}"#,
            "no",
            "no",
            "not asked",
        ),
        (
            r#"{"adult":"yes","talk":{"friend":"yes"}}"#,
            "counted",
            "nothing",
            "nothing",
        ),
        (
            r#"{"adult":"yes","talk":{"friend":"no","adult":"yes"}}"#,
            "counted",
            "counted",
            "counted",
        ),
        (
            r#"{"adult":"yes","talk":{"friend":"no","adult":"dont-know"}}"#,
            "no",
            "don't know",
            "don't know",
        ),
        (
            r#"{"adult":"yes","talk":{"friend":"dont-know","adult":"prefer-not"}}"#,
            "won't say",
            "won't say",
            "won't say",
        ),
    ] {
        let told = |indicator| match figure(indicator, &survey, [&answers(person)]) {
            Figure { asked: 0, .. } => "not asked",
            Figure {
                numerator: 1,
                answered: 1,
                ..
            } => "counted",
            Figure { answered: 1, .. } => "no",
            Figure { prefer_not: 1, .. } => "won't say",
            Figure { dont_know: 1, .. } => "don't know",
            _ => "nothing",
        };
        let all = (told(&whole), told(&rows), told(&adult));
        assert_eq!(all, (by_whole, by_rows, by_adult), "{person}");
    }
}
