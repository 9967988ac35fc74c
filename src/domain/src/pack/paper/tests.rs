//! Forms as pages.

use super::*;
use crate::words::english;

fn pack(survey: &str) -> Pack {
    let site = r#"{"name":"Hark","area":"A","sample":true,"notice":"Only a sample.","languages":["en"],"localities":[],
        "helplines":[{"id":"line","name":"Line","who":"anyone","phone":"116 123","hours":"always","about":"A"},
            {"id":"other","name":"Other","who":"anyone","phone":"1","hours":"always","about":"A"}],
        "urgent":["line"],"contact":{"name":"C","email":"c@hark.example"},
        "disclosure":{"hide_below":8,"round_to":5,"smallest_base":10,"percent_base":30}}"#;
    let files = [("site.json", site), ("surveys/s.json", survey)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    crate::pack::read(&files.into()).unwrap()
}

fn html(questions: &str) -> String {
    let survey = format!(
        r#"{{"id":"s","version":7,"title":"S","about":"A","minutes":1,"thanks":"T","pages":[
            {{"id":"p","title":"P","questions":[{questions}]}}]}}"#
    );
    let mut papers = papers(&pack(&survey), std::slice::from_ref(english()));
    papers.remove(0).1
}

#[test]
fn each_size_has_its_addresses() {
    let json = r#"{"id":"s","version":1,"title":"S","about":"A","minutes":1,"thanks":"T","pages":[
        {"id":"p","questions":[{"id":"a","kind":"text","title":"T"}]}]}"#;
    let papers = papers(&pack(json), std::slice::from_ref(english()));
    let addresses: Vec<String> = papers.iter().map(|(own, _)| own.to_string()).collect();
    let expected = [
        "/surveys/s/paper",
        "/surveys/s/paper/en",
        "/surveys/s/paper/large",
        "/surveys/s/paper/large/en",
    ];
    assert_eq!(addresses, expected);
    assert_eq!(papers[0].1, papers[1].1);
    assert!(papers[2].1.contains("class=\"paper large\""));
}

#[test]
fn nothing_of_a_pack_becomes_markup() {
    let evil = r#"</style><script>alert('1')</script>\"><img src=x onerror=y>{{"#;
    let survey = format!(
        r#"{{"id":"s","version":1,"title":"{evil}","about":"{evil}","minutes":1,"thanks":"{evil}","pages":[
            {{"id":"p","title":"{evil}","questions":[
                {{"id":"a","kind":"single","title":"{evil}","help":"{evil}","choices":[{{"id":"x","label":"{evil}"}},{{"id":"y","label":"Y"}}]}},
                {{"id":"n","kind":"number","title":"T","unit":"{evil}","visible_if":"a = 'x'"}},
                {{"id":"m","kind":"matrix","title":"T","rows":[{{"id":"r","label":"{evil}"}}],"choices":[{{"id":"x","label":"{evil}"}},{{"id":"y","label":"Y"}}]}}]}}]}}"#
    );
    for (address, html) in papers(&pack(&survey), std::slice::from_ref(english())) {
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{address}"
        );
        assert_eq!(html.matches("</style>").count(), 1, "{address}");
        let (_, style) = html.split_once("<style>").unwrap();
        let (style, _) = style.split_once("</style>").unwrap();
        // Between the quotes of a string nothing but words and escapes.
        assert!(!style.contains(['<', '>', '\'']), "{style}");
        assert_eq!(style.matches('"').count(), 6, "{style}");
    }
}

#[test]
fn what_is_no_step_stands_below_the_scale_without_a_face() {
    let html = html(
        r#"{"id":"q","title":"T","kind":"single","look":"faces","choices":[
            {"id":"dont-know","label":"?"},{"id":"a","label":"A"},{"id":"b","label":"B"}]}"#,
    );
    let (_, scale) = html.split_once("<ul class=\"scale\">").unwrap();
    let (scale, below) = scale.split_once("</ul>").unwrap();
    assert_eq!(scale.matches("class=\"face\"").count(), 2);
    assert!(below.starts_with("<ul class=\"choices\">") && below.contains(">?<"));
}

#[test]
fn every_kind_is_drawn() {
    let choices = r#""choices":[{"id":"a","label":"A"},{"id":"b","label":"B"},{"id":"prefer-not","label":"P"}]"#;
    let kind = |kind: &str| {
        html(&format!(
            r#"{{"id":"q","title":"T","required":false,{kind}}}"#
        ))
    };
    for (json, drawn, times) in [
        (format!(r#""kind":"single",{choices}"#), "class=\"box\"", 3),
        (
            format!(r#""kind":"multiple",{choices}"#),
            "Choose all that fit.",
            1,
        ),
        (
            format!(r#""kind":"multiple","most":2,{choices}"#),
            "Choose 2 at most.",
            1,
        ),
        (
            format!(r#""kind":"ranking",{choices}"#),
            "class=\"box rank\"",
            2,
        ),
        (
            format!(r#""kind":"single","look":"scale",{choices}"#),
            "<ul class=\"scale\"><li><span",
            1,
        ),
        (
            format!(r#""kind":"single","look":"faces",{choices}"#),
            "<svg class=\"face\"",
            2,
        ),
        (
            format!(r#""kind":"matrix","rows":[{{"id":"r","label":"R"}}],{choices}"#),
            "<td><span class=\"box\">",
            3,
        ),
        (
            r#""kind":"number","least":0,"most":7"#.to_owned(),
            "Write a number from 0 to 7.",
            1,
        ),
        (
            r#""kind":"number","decimals":1"#.to_owned(),
            "Write a number, such as 1.5.",
            1,
        ),
        (
            r#""kind":"text","longest":90"#.to_owned(),
            "<span class=\"line\">",
            2,
        ),
        (
            r#""kind":"text","long":true"#.to_owned(),
            "<span class=\"line\">",
            12,
        ),
    ] {
        let html = kind(&json);
        assert_eq!(html.matches(drawn).count(), times, "{json}: {html}");
    }
}

#[test]
fn the_head_says_what_to_do_and_what_not() {
    let page = html(r#"{"id":"q","kind":"text","title":"T","helplines":["line"]}"#);
    for said in [
        "Only a sample.",
        "Do not write your name.",
        "You can skip any question.",
        "Group code, if you have one",
        "Version 7",
        "Call 116 123",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("Where it says"), "nothing jumps here");
    assert!(
        !page.contains("Other"),
        "a helpline that no question offers"
    );
    let page = html(r#"{"id":"q","kind":"text","title":"T","required":true}"#);
    assert!(!page.contains("You can skip any question."));
    assert!(page.contains("Please don't leave this one out."));
}

#[test]
fn words_of_another_language_say_so() {
    let page = html(r#"{"id":"q","kind":"text","title":{"cs":"Co?"}}"#);
    assert!(page.contains("<span lang=\"cs\" dir=\"auto\">Co?</span>"));
    assert!(!page.contains("lang=\"en\" dir=\"auto\""));
}

/// The bank's questions that the borough picked are on it, the others are not.
#[test]
fn a_form_asks_what_everybody_is_asked() {
    let survey = r#"{"id":"s","version":1,"title":"S","about":"A","minutes":1,"thanks":"T","optional":{"borough":["b"]},
        "pages":[{"id":"p","title":"P","questions":[
            {"id":"a","kind":"text","title":"Not picked","optional":true},
            {"id":"b","kind":"text","title":"Picked","optional":true},
            {"id":"c","kind":"text","title":"Asked"}]}]}"#;
    let papers = papers(&pack(survey), std::slice::from_ref(english()));
    assert!(
        papers
            .iter()
            .all(|(_, html)| html.contains(">Picked<") && !html.contains("Not picked"))
    );
}
