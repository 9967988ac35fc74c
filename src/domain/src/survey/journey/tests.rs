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

#[test]
fn what_says_nothing_on_a_scale_is_no_step_of_it() {
    let survey = survey::read(
        r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[
            {"id":"a","questions":[{"id":"a","kind":"single","look":"faces","title":"A","choices":[
                {"id":"dont-know","label":"?"},{"id":"great","label":"G"},{"id":"never","label":"N","exclusive":true},
                {"id":"bad","label":"B"},{"id":"prefer-not","label":"P"}]}]}]}"#,
    )
    .unwrap();
    let choices = survey.question("a").unwrap().kind.choices().iter();
    let steps = choices.filter(|choice| choice.is_step());
    let steps: Vec<_> = steps.map(|choice| choice.id.as_str()).collect();
    assert_eq!(steps, ["great", "bad"]);
}

fn whole() -> Survey {
    survey::read(
        r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T",
            "optional":{"borough":["o1"],"schools":{"MEAD7":["o2"]}},
            "pages":[
            {"id":"p","title":"P","constraint":"hours < days","constraint_message":"Fewer hours than days.","questions":[
                {"id":"days","kind":"number","title":"D"},
                {"id":"hours","kind":"number","title":"H","decimals":1,"constraint":"hours < 24"},
                {"id":"feel","kind":"matrix","title":"F",
                    "rows":[{"id":"home","label":"H"},{"id":"school","label":"S","required":true,"visible_if":"days > 0"}],
                    "choices":[{"id":"good","label":"G"},{"id":"bad","label":"B"}]}]},
            {"id":"q","title":"Q","questions":[
                {"id":"n","kind":"note","title":"N","visible_if":"feel.school = 'bad'"},
                {"id":"order","kind":"ranking","title":"O","most":2,
                    "choices":[{"id":"x","label":"X"},{"id":"y","label":"Y","visible_if":"days > 5"},{"id":"z","label":"Z"}]},
                {"id":"why","kind":"text","title":"W","visible_if":"selected(order, 'y')"},
                {"id":"o1","kind":"text","title":"O1","optional":true},
                {"id":"o2","kind":"text","title":"O2","optional":true},
                {"id":"o3","kind":"text","title":"O3","optional":true}]}]}"#

    )
    .unwrap()
}

fn printed(answers: &str) -> serde_json::Value {
    let survey = whole().asked_of(None);
    serde_json::to_value(journey(&survey, &crate::json::read(answers).unwrap())).unwrap()
}

#[test]
fn a_matrix_stands_as_its_rows() {
    let printed = printed(r#"{"days":1,"feel":{"home":"good"}}"#);
    assert_eq!(
        printed["pages"][0]["questions"],
        serde_json::json!(["days", "hours", "feel.home", "feel.school"])
    );
    assert_eq!(printed["required"], serde_json::json!(["feel.school"]));
    assert_eq!(
        printed["choices"]["feel.home"],
        serde_json::json!(["good", "bad"])
    );
    assert_eq!(printed["errors"][0]["question"], "feel.school");
    assert_eq!(printed["errors"][0]["code"], "required");
    assert_eq!(printed["kept"]["feel"], serde_json::json!({"home": "good"}));
}

#[test]
fn rows_are_looked_at_by_name_and_hidden_ones_read_as_empty() {
    let with = printed(r#"{"days":1,"feel":{"school":"bad"}}"#);
    assert_eq!(with["pages"][1]["questions"][0], "n");
    let without = printed(r#"{"days":0,"feel":{"school":"bad"}}"#);
    assert_eq!(without["pages"][1]["questions"][0], "order");
    assert_eq!(without["kept"].get("feel"), None);
}

#[test]
fn a_choice_that_is_not_offered_reads_as_not_chosen() {
    let answers = r#"{"days":DAYS,"feel":{"school":"bad"},"order":["y","x"]}"#;
    let few = printed(&answers.replace("DAYS", "5"));
    assert_eq!(few["choices"]["order"], serde_json::json!(["x", "z"]));
    assert_eq!(few["kept"]["order"], serde_json::json!(["x"]));
    let many = printed(&answers.replace("DAYS", "6"));
    assert_eq!(many["kept"]["order"], serde_json::json!(["y", "x"]));
    assert_eq!(many["pages"][1]["questions"][2], "why");
}

#[test]
fn constraints_are_of_questions_and_of_pages() {
    let codes = |answers: &str| {
        let printed = printed(answers);
        let errors = printed["errors"].as_array().unwrap().clone();
        let said = |error: &serde_json::Value| {
            format!("{} {} {}", error["question"], error["code"], error["text"]).replace('"', "")
        };
        errors.iter().map(said).collect::<Vec<_>>().join(" | ")
    };
    let school = r#","feel":{"school":"good"}"#;
    assert_eq!(codes(&format!(r#"{{"days":2,"hours":1.5{school}}}"#)), "");
    assert_eq!(
        codes(&format!(r#"{{"days":2,"hours":2.5{school}}}"#)),
        "feel constraint Fewer hours than days."
    );
    assert_eq!(
        codes(&format!(r#"{{"days":30,"hours":24.5{school}}}"#)),
        "hours constraint Please look at this answer again."
    );
    assert_eq!(
        codes(&format!(r#"{{"days":1,"hours":0.25{school}}}"#)),
        "hours too-precise Digits after the point: 1 at most."
    );
    assert_eq!(
        codes(r#"{"feel":{"attic":"good"},"n":"x"}"#),
        "feel unknown-row This question has no such row."
    );
    assert_eq!(codes("{}"), "");
}

#[test]
fn what_nobody_picked_is_not_asked() {
    let asked = |group: Option<&str>| {
        let group = group.and_then(crate::wire::GroupCode::parse);
        let survey = whole().asked_of(group.as_ref());
        let ids = survey
            .questions()
            .map(|(_, question)| question.id.to_string());
        ids.filter(|id| id.len() == 2).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(asked(None), "o1");
    assert_eq!(asked(Some("MEAD7")), "o1 o2");
    assert_eq!(asked(Some("OTHER")), "o1");
}

#[test]
fn a_message_of_the_surveys_own_names_answers() {
    let survey = survey::read(
        r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[{"id":"p","title":"P","questions":[
            {"id":"few","kind":"number","title":"F"},
            {"id":"many","kind":"number","title":"M","constraint":"many > few","constraint_message":"More than {few|that}, please."},
            {"id":"two","kind":"multiple","title":"T","least":2,"choices":[{"id":"a","label":"A"},{"id":"b","label":"B","visible_if":"few > 5"}]}]}]}"#,
    )
    .unwrap();
    let said = |answers: &str| {
        let journey = journey(&survey, &crate::json::read(answers).unwrap());
        let errors = journey
            .errors
            .iter()
            .map(|error| error.text(crate::words::english()));
        errors.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(said(r#"{"few":3,"many":2}"#), "More than 3, please.");
    assert_eq!(
        said(r#"{"few":6,"many":7,"two":["a"]}"#),
        "Choose 2 or more."
    );
    assert_eq!(
        said(r#"{"few":3,"many":7,"two":["a"]}"#),
        "",
        "there is no other"
    );
}
