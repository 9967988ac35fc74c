use super::*;
use crate::survey::{self, Choice, definition::toggled};

fn survey() -> Survey {
    survey::read(
        r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[
            {"id":"a","questions":[{"id":"a","kind":"single","title":"A","choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]}]},
            {"id":"b","questions":[{"id":"b","kind":"number","title":"B","least":0,"most":5,"visible_if":"a = 'yes'"}]},
            {"id":"c","end_if":"count-selected(c) > 1","questions":[{"id":"c","kind":"multiple","title":"C","required":true,"visible_if":"b > 0",
                "choices":[{"id":"x","label":"X"},{"id":"y","label":"Y"},{"id":"none","label":"N","exclusive":true}],"most":2}]},
            {"id":"d","questions":[{"id":"d","kind":"text","title":"D","longest":3}]}]}"#,
    )
    .unwrap()
}

fn walk(answers: &str) -> Journey {
    journey(&survey(), &crate::json::read(answers).unwrap())
}

fn pages(journey: &Journey) -> String {
    journey.pages.iter().map(|page| page.id.as_str()).collect()
}

fn codes(journey: &Journey) -> String {
    let codes = journey
        .errors
        .iter()
        .map(|error| format!("{}:{}", error.question, error.code));
    codes.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_hidden_chain_reads_as_empty_and_comes_back() {
    let open = walk(r#"{"a":"yes","b":1}"#);
    assert_eq!((&*pages(&open), &*codes(&open)), ("abcd", "c:required"));
    let shut = walk(r#"{"a":"no","b":1}"#);
    assert_eq!((&*pages(&shut), shut.complete), ("ad", true));
    assert_eq!(shut.kept.get("b"), None);
}

#[test]
fn the_end_comes_after_its_own_page() {
    assert_eq!(pages(&walk(r#"{"a":"yes","b":1,"c":["x"]}"#)), "abcd");
    assert_eq!(pages(&walk(r#"{"a":"yes","b":1,"c":["x","y"]}"#)), "abc");
    assert_eq!(
        pages(&walk(r#"{"a":"no","b":1,"c":["x","y"]}"#)),
        "ad",
        "a hidden page ends nothing"
    );
}

#[test]
fn each_wrong_answer_has_its_own_code() {
    for (answers, expected) in [
        (r#"{"a":"maybe"}"#, "a:unknown-choice"),
        (r#"{"a":["yes"]}"#, "a:wrong-kind"),
        (r#"{"a":"yes","b":-1}"#, "b:too-small"),
        (r#"{"a":"yes","b":6,"c":["x"]}"#, "b:too-large"),
        (r#"{"a":"yes","b":"1"}"#, "b:wrong-kind"),
        (r#"{"a":"yes","b":1,"c":["x","none"]}"#, "c:not-alone"),
        (r#"{"a":"yes","b":1,"c":["x","x"]}"#, "c:repeated-choice"),
        (r#"{"a":"yes","b":1,"c":["z"]}"#, "c:unknown-choice"),
        (r#"{"a":"yes","b":1,"c":["none"],"d":"four"}"#, "d:too-long"),
        (r#"{"d":"a\u0000b"}"#, "d:unprintable"),
        (r#"{"z":1}"#, "z:unknown-question"),
    ] {
        assert_eq!(codes(&walk(answers)), expected, "{answers}");
    }
}

#[test]
fn a_changed_survey_keeps_what_still_fits() {
    let old = crate::json::read(r#"{"a":"yes","b":9,"c":["gone"],"old":"x","d":"ok"}"#).unwrap();
    let kept = carried_over(&survey(), &old);
    let typed = crate::json::read(r#"{"b":"about 3","a":["yes"]}"#).unwrap();
    let typed = carried_over(&survey(), &typed);
    assert_eq!(serde_json::to_string(&typed).unwrap(), r#"{"b":"about 3"}"#);
    assert_eq!(
        serde_json::to_string(&kept).unwrap(),
        r#"{"a":"yes","b":9,"d":"ok"}"#
    );
}

#[test]
fn what_stands_alone_pushes_the_rest_out_and_is_pushed_out() {
    let survey = survey();
    let choices: &[Choice] = survey.question("c").unwrap().kind.choices();
    let tap = |chosen: &[&str], id: usize, on| {
        let chosen: Vec<String> = chosen.iter().map(ToString::to_string).collect();
        toggled(choices, &chosen, &choices[id], on)
    };
    assert_eq!(
        tap(&["y"], 0, true),
        ["x", "y"],
        "in the order of the definition"
    );
    assert_eq!(tap(&["x", "y"], 2, true), ["none"]);
    assert_eq!(tap(&["none"], 0, true), ["x"]);
    assert_eq!(tap(&["x", "y"], 0, false), ["y"]);
    assert!(tap(&["none"], 2, false).is_empty());
}
