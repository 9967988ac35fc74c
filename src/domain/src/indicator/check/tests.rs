use super::super::Indicator;
use super::check;
use crate::{json, survey};

const SURVEY: &str = r#"{"id":"s","version":1,"title":"S","about":"S","minutes":1,"thanks":"T","pages":[
    {"id":"year","questions":[{"id":"year","kind":"single","title":"Y","choices":[
        {"id":"8","label":"8"},{"id":"10","label":"10"}]}]},
    {"id":"been","questions":[{"id":"been","kind":"multiple","title":"B","choices":[
        {"id":"sport","label":"S"},{"id":"park","label":"P"}]}]},
    {"id":"why","questions":[{"id":"why","kind":"text","title":"W"}]},
    {"id":"talk","title":"Talk","questions":[
        {"id":"talk","kind":"matrix","title":"T","rows":[{"id":"friend","label":"F"},{"id":"adult","label":"A"}],
            "choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]},
        {"id":"words","kind":"note","title":"W"},
        {"id":"five","kind":"matrix","optional":true,"title":"F","rows":[{"id":"a","label":"A"},{"id":"b","label":"B"}],
            "choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]},
        {"id":"home","kind":"single","optional":true,"title":"H","choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]}]},
    {"id":"after","visible_if":"why answered","questions":[
        {"id":"after","kind":"number","title":"A","least":0,"most":5}]}]}"#;

const RIGHT: &str = r#"{"id":"i","title":"I","about":"I","survey":"s","questions":["been"],
    "base_years":{"question":"year","choices":["10"]},"numerator":"selected(been, 'sport')",
    "denominator":"year answered","answered":"any","missing":"out","weighting":"none",
    "better":"larger","source":"S","status":"sourced"}"#;

fn told(text: &str) -> Vec<String> {
    let survey = survey::read(SURVEY).unwrap();
    let problems = match json::read::<Indicator>(text) {
        Ok(indicator) => check(&indicator, Some(&survey)),
        Err(problems) => problems,
    };
    problems.iter().map(ToString::to_string).collect()
}

/// The example of the format's own page.
#[test]
fn the_example_of_the_page_is_right_for_the_survey_of_its_own_page() {
    let example = |page: &'static str| page.split("```json\n").nth(1)?.split("```").next();
    let survey = example(include_str!("../../survey/FORMAT.md")).unwrap();
    let survey = survey::read(survey).unwrap();
    let indicator = example(include_str!("../FORMAT.md")).unwrap();
    let indicator: Indicator = json::read(indicator).unwrap();
    assert_eq!(check(&indicator, Some(&survey)), []);
}

/// What is changed, into what, and the sentence that comes of it.
const WRONG: &[(&str, &str, &str)] = &[
    (
        r#"["been"]"#,
        "[]",
        "/questions: Name one question at least that it rests on.",
    ),
    (
        r#"["been"]"#,
        r#"["been","been"]"#,
        "/questions/1: Question \"been\" stands here twice.",
    ),
    (
        r#"["been"]"#,
        r#"["bean"]"#,
        "/questions/0: There is no question \"bean\" in survey \"s\".",
    ),
    (
        r#"["been"]"#,
        r#"["why"]"#,
        "/questions/0: Question \"why\" is a text, which is stored apart, so it can't be counted.",
    ),
    (
        r#"["been"]"#,
        r#"["after"]"#,
        "/questions/0: What becomes of question \"after\" can depend on the text \"why\", which is stored apart, so it can't be counted.",
    ),
    (
        r#"["been"]"#,
        r#"["talk.friend","talk.teacher"]"#,
        "/questions/1: There is no question \"talk.teacher\" in survey \"s\".",
    ),
    (
        r#"["been"]"#,
        r#"["words"]"#,
        "/questions/0: \"words\" is a note: nobody answers it.",
    ),
    (
        r#"["been"]"#,
        r#"["home"]"#,
        "/questions/0: Question \"home\" is optional, so who is asked it differs from school to school.",
    ),
    (
        "selected(been, 'sport')",
        "home = 'yes'",
        "/numerator: Question \"home\" is optional",
    ),
    (
        "selected(been, 'sport')",
        "five.a = 'yes'",
        "/numerator: Question \"five\" is optional, so that nothing else can depend on it.",
    ),
    (
        "selected(been, 'sport')",
        "talk = 'yes'",
        "/numerator: Question \"talk\" has rows: name one, as talk.row.",
    ),
    (
        "selected(been, 'sport')",
        "talk.friend = 'maybe'",
        "/numerator: Question \"talk.friend\" has no choice \"maybe\".",
    ),
    (
        "selected(been, 'sport')",
        "year = why",
        "/numerator: Question \"why\" is a text, which is stored apart",
    ),
    (
        r#""question":"year""#,
        r#""question":"talk.friend""#,
        "/base_years/question: Question \"talk.friend\" has to be one with one choice.",
    ),
    (
        r#""question":"year""#,
        r#""question":"years""#,
        "/base_years/question: There is no question \"years\"",
    ),
    (
        r#""question":"year""#,
        r#""question":"been""#,
        "/base_years/question: Question \"been\" has to be one with one choice.",
    ),
    (
        r#"["10"]"#,
        r#"["10","11"]"#,
        "/base_years/choices/1: Question \"year\" has no choice \"11\".",
    ),
    (
        r#"["10"]"#,
        r#"["10","10"]"#,
        "/base_years/choices/1: Choice \"10\" stands here twice.",
    ),
    (
        r#"["10"]"#,
        "[]",
        "/base_years/choices: Name one choice at least",
    ),
    (
        "selected(been, 'sport')",
        "selected(been, 'chess')",
        "/numerator: Question \"been\" has no choice \"chess\". The condition is: selected(been, 'chess')",
    ),
    (
        "selected(been, 'sport')",
        "bean answered",
        "/numerator: There is no question \"bean\".",
    ),
    (
        "selected(been, 'sport')",
        "been > 1",
        "/numerator: Question \"been\" is answered with a choice",
    ),
    (
        "selected(been, 'sport')",
        "why answered",
        "/numerator: Question \"why\" is a text, which is stored apart",
    ),
    (
        "selected(been, 'sport')",
        "after > 1",
        "/numerator: What becomes of question \"after\" can depend on the text \"why\"",
    ),
    (
        "selected(been, 'sport')",
        "been is sport",
        "/numerator: The condition \"been is sport\" can't be read",
    ),
    (
        "year answered",
        "year = 10",
        "/denominator: Question \"year\" is answered with a choice",
    ),
    (
        r#""answered":"any""#,
        r#""answered":"some""#,
        "/answered: This has to be \"any\" or \"all\".",
    ),
    (
        r#""missing":"out""#,
        r#""missing":"no""#,
        "/missing: This has to be \"out\" or \"as-no\".",
    ),
    (
        r#""weighting":"none""#,
        r#""weighting":"1.2""#,
        "/weighting: This has to be \"none\" or \"to-be-supplied\".",
    ),
    (
        r#""better":"larger""#,
        r#""better":"up""#,
        "/better: This has to be \"larger\" or \"smaller\".",
    ),
    (
        r#""status":"sourced""#,
        r#""status":"true""#,
        "/status: This has to be \"sourced\" or \"assumed\".",
    ),
    (
        r#""status":"sourced""#,
        r#""status":"assumed""#,
        "An assumed indicator needs a \"note\"",
    ),
    (
        r#""source":"S""#,
        r#""source":" ""#,
        "/source: There are no words here.",
    ),
    (r#""source":"S","#, "", "\"source\" is missing."),
    (
        r#""source":"S""#,
        r#""source":"S","weights":[1]"#,
        "/weights: Nothing called \"weights\" belongs here.",
    ),
];

#[test]
fn what_is_wrong_is_named_by_place_and_sentence() {
    assert_eq!(told(RIGHT), [""; 0]);
    for (from, to, sentence) in WRONG {
        assert!(RIGHT.contains(from), "{from}");
        let found = told(&RIGHT.replacen(from, to, 1));
        assert!(
            found.iter().any(|problem| problem.starts_with(sentence)),
            "{to}: {found:#?}"
        );
        assert_eq!(found.len(), 1, "{to}: {found:#?}");
    }
}

/// Choices, rows and constraints can hide an answer as well as a question can.
#[test]
fn a_text_decides_in_every_way_a_condition_can() {
    let survey = |kind: &str| {
        let text = format!(
            r#"{{"id":"s","version":1,"title":"S","about":"S","minutes":1,"thanks":"T","pages":[
            {{"id":"why","questions":[{{"id":"why","kind":"text","title":"W"}}]}},
            {{"id":"year","questions":[{{"id":"year","kind":"single","title":"Y","choices":[
                {{"id":"8","label":"8"}},{{"id":"10","label":"10"}}]}}]}},
            {{"id":"been","questions":[{{"id":"been","title":"B",{kind}}}]}}]}}"#
        );
        survey::read(&text).unwrap()
    };
    let choices = |more: &str| {
        format!(
            r#""kind":"multiple","choices":[{{"id":"sport","label":"S"{more}}},{{"id":"park","label":"P"}}]"#
        )
    };
    let condition = r#","visible_if":"why answered""#;
    let row = format!(
        r#""kind":"matrix","rows":[{{"id":"a","label":"A"}},{{"id":"b","label":"B"{condition}}}],
        "choices":[{{"id":"sport","label":"S"}},{{"id":"park","label":"P"}}]"#
    );
    let constraint = format!(
        r#"{},"constraint":"been = why""#,
        choices("").replace("multiple", "single")
    );
    let of_rows = RIGHT.replace("selected(been, 'sport')", "been.a = 'sport'");
    for (kind, indicator, is_right) in [
        (choices(""), RIGHT, true),
        (choices(condition), RIGHT, false),
        (row, &of_rows, false),
        (constraint, RIGHT, false),
    ] {
        let indicator: Indicator = json::read(indicator).unwrap();
        let problems = check(&indicator, Some(&survey(&kind)));
        assert_eq!(problems.is_empty(), is_right, "{kind}: {problems:#?}");
        let of_the_text = |text: &str| text.contains("can depend on the text \"why\"");
        assert!(
            problems.iter().all(|it| of_the_text(&it.text)),
            "{problems:#?}"
        );
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let wrong = RIGHT
        .replacen(r#"["been"]"#, r#"["bean"]"#, 1)
        .replacen(r#"["10"]"#, r#"["11"]"#, 1)
        .replacen("'sport'", "'chess'", 1)
        .replacen("year answered", "yea answered", 1)
        .replacen("sourced", "assumed", 1);
    assert_eq!(told(&wrong).len(), 5, "{:#?}", told(&wrong));
}
