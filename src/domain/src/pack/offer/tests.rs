use crate::json;
use crate::offer::{Part, Sheet};
use crate::pack::tests::files;
use crate::pack::{Files, published, read};
use crate::text::Text;

const FEELINGS: &str = r#"{"id":"feelings","title":"Feelings","needs":[
    {"number":7,"say":{"en":"I feel low","cs":"Je mi smutno"},"about":"About","back":"Back","steps":[
        {"level":"universal","what":"W","decides":"D","long":"L","ask":"A","tells":"T",
         "services":["s"],"helplines":["line"]},
        {"level":"specialist","what":"W","decides":"D","long":"L","ask":"A","tells":"T"}]}]}"#;
const SAFE: &str = r#"{"id":"a-safe","title":"Staying safe","needs":[
    {"number":12,"say":"Bullied","about":"A","back":"B","steps":[
        {"level":"targeted","what":"W","decides":"D","long":"L","ask":"A","tells":"T"}]},
    {"number":9,"say":"Hurt","about":"A","back":"B","steps":[
        {"level":"targeted","what":"W","decides":"D","long":"L","ask":"A","tells":"T"}]}]}"#;

/// A pack with two themes, with one change in one of them.
fn with(path: &str, from: &str, to: &str) -> Files {
    let mut files = files(&[]);
    files.insert("offer/feelings.json".into(), FEELINGS.into());
    files.insert("offer/a-safe.json".into(), SAFE.into());
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    *text = text.replacen(from, to, 1);
    files
}

fn right() -> Files {
    with("site.json", "Leigh", "Leigh")
}

fn told(files: &Files) -> Vec<String> {
    let problems = read(files).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_need_is_found_by_its_number() {
    let pack = read(&right()).unwrap();
    assert_eq!(pack.need(7).unwrap().steps.len(), 2);
    assert_eq!(pack.need(9).unwrap().say.pick("en"), "Hurt");
    assert_eq!(pack.need(8), None);
}

/// A published sheet of the right pack.
fn sheet(path: &str) -> Sheet {
    let files = right();
    let published = published(&files, &read(&files).unwrap(), &[]);
    json::read(&published[path]).unwrap()
}

#[test]
fn the_list_goes_by_numbers_and_leads_to_each_need() {
    let list = sheet("offer.json");
    let hrefs = |part: &Part| part.ways.iter().map(|way| way.href.clone()).collect();
    let hrefs: Vec<Vec<String>> = list.parts.iter().map(hrefs).collect();
    assert_eq!(hrefs, [vec!["/offer/7"], vec!["/offer/9", "/offer/12"]]);
    assert_eq!(list.parts[0].ways[0].say.pick("en"), "I feel low");
    assert_eq!(list.parts[0].texts, Vec::<Vec<Text>>::new());
}

#[test]
fn a_need_says_each_step_with_its_answers_and_the_way_back() {
    let need = sheet("en/offer/7.json");
    let [first, second, back] = &*need.parts else {
        panic!("two steps and the way back: {need:?}");
    };
    let texts = |part: &Part| {
        let texts = part.texts.iter().flatten();
        let texts: Vec<&str> = texts.map(|text| text.pick("en")).collect();
        texts.join(" ")
    };
    assert_eq!(
        texts(first),
        "W Who decides? D How long does it take? L What do they ask? A Who do they tell? T"
    );
    let titles: Vec<&str> = need
        .parts
        .iter()
        .map(|part| part.title.pick("en"))
        .collect();
    assert_eq!(
        titles,
        ["Open to everyone", "Expert help", "When things get better"]
    );
    let names: Vec<&str> = first.ways.iter().map(|way| way.say.pick("en")).collect();
    assert_eq!(names, ["S"]);
    assert_eq!(first.ways[0].href, "/activities/s");
    assert_eq!(first.helplines.len(), 1);
    assert!(second.ways.is_empty() && second.helplines.is_empty());
    assert_eq!(texts(back), "Back");
}

#[test]
fn what_is_wrong_with_a_need_is_named_by_file_place_and_sentence() {
    let feelings = "offer/feelings.json";
    for (path, from, to, sentence) in [
        (
            feelings,
            r#""id":"feelings""#,
            r#""id":"moods""#,
            "offer/feelings.json: /id: The file of theme \"moods\" is called offer/moods.json.",
        ),
        (
            feelings,
            r#"["s"]"#,
            r#"["s","t"]"#,
            "offer/feelings.json: /needs/0/steps/0/services/1: There is no service \"t\" in activities/.",
        ),
        (
            feelings,
            r#"["line"]"#,
            r#"["lime"]"#,
            "offer/feelings.json: /needs/0/steps/0/helplines/0: There is no helpline \"lime\" in site.json.",
        ),
        (
            feelings,
            ":7",
            ":9",
            "offer/feelings.json: /needs/0/number: 9 is the number of a need in offer/a-safe.json already.",
        ),
        (
            feelings,
            ":7",
            ":0",
            "offer/feelings.json: /needs/0/number: Numbers begin with 1",
        ),
        (
            feelings,
            "universal",
            "specialist",
            "offer/feelings.json: /needs/0/steps/1/level: Steps go up, one each",
        ),
        (
            feelings,
            r#""about":"About""#,
            r#""about":" ""#,
            "offer/feelings.json: /needs/0/about: There are no words here.",
        ),
        (
            feelings,
            r#""decides":"D""#,
            r#""decides":"""#,
            "offer/feelings.json: /needs/0/steps/0/decides: There are no words here.",
        ),
        (
            feelings,
            r#""back":"Back","#,
            "",
            "offer/feelings.json: /needs/0: \"back\" is missing.",
        ),
        (
            feelings,
            "universal",
            "for all",
            "A level is one of: universal, targeted, specialist.",
        ),
        (
            "site.json",
            r#""area""#,
            r#""exit":"javascript:x","area""#,
            "site.json: /exit: Write the whole address, with \"https://\".",
        ),
    ] {
        let found = told(&with(path, from, to));
        assert!(
            found.iter().any(|problem| problem.contains(sentence)),
            "{from} → {to}: {found:#?}"
        );
    }
}

#[test]
fn a_theme_without_needs_and_a_need_without_steps_are_named() {
    let empty = r#"{"id":"feelings","title":"Feelings","needs":[]}"#;
    let no_steps = r#"{"id":"feelings","title":"F","needs":[{"number":1,"say":"S","about":"A","back":"B","steps":[]}]}"#;
    for (text, sentence) in [
        (
            empty,
            "offer/feelings.json: /needs: Name one need at least.",
        ),
        (
            no_steps,
            "offer/feelings.json: /needs/0/steps: Say one step at least",
        ),
    ] {
        let mut files = right();
        files.insert("offer/feelings.json".into(), text.into());
        let found = told(&files);
        assert!(found.iter().any(|it| it.contains(sentence)), "{found:#?}");
    }
}

#[test]
fn services_of_a_file_that_cant_be_read_are_not_called_unknown() {
    let found = told(&with("activities/club.json", ":", ""));
    assert!(
        found
            .iter()
            .all(|it| it.starts_with("activities/club.json")),
        "{found:#?}"
    );
}
