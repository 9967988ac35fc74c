use super::*;

/// The example of the format's own page, which has to be right.
fn example() -> serde_json::Value {
    let page = include_str!("../FORMAT.md");
    let json = page
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    serde_json::from_str(json).unwrap()
}

fn problems(change: impl FnOnce(&mut serde_json::Value)) -> Vec<String> {
    let mut survey = example();
    change(&mut survey);
    match read(&survey.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn the_documented_example_is_right() {
    assert_eq!(problems(|_| ()), Vec::<String>::new());
}

/// Where to put what, and the sentence that must come of it.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "/pages/1/questions/1/visible_if",
        r#""nigths > 0""#,
        "/pages/1/questions/1/visible_if: There is no question \"nigths\". The condition is: nigths > 0",
    ),
    (
        "/pages/0/questions/0/visible_if",
        r#""nights > 0""#,
        "/pages/0/questions/0/visible_if: Question \"nights\" comes too late",
    ),
    (
        "/pages/1/visible_if",
        r#""nights > 0""#,
        "/pages/1/visible_if: Question \"nights\" comes too late",
    ),
    (
        "/pages/1/questions/0/visible_if",
        r#""nights > 0""#,
        "comes too late",
    ),
    (
        "/pages/1/questions/0/required_if",
        r#""nights > 0""#,
        "can't depend on itself",
    ),
    (
        "/pages/2/visible_if",
        r#""year = 8""#,
        "Question \"year\" is answered with a choice, so compare it with a choice in quotes.",
    ),
    (
        "/pages/2/visible_if",
        r#""year = '7'""#,
        "Question \"year\" has no choice \"7\".",
    ),
    (
        "/pages/2/visible_if",
        r#""nights = '2'""#,
        "Question \"nights\" is a number",
    ),
    (
        "/pages/2/visible_if",
        r#""where = 'club'""#,
        "write selected(where, '…')",
    ),
    (
        "/pages/2/visible_if",
        r#""count-selected(year) > 1""#,
        "nothing to count",
    ),
    (
        "/pages/2/visible_if",
        r#""year = ""#,
        "/pages/2/visible_if: The condition \"year = \" can't be read: Here a number, a question, or a word in quotes was expected. (character 8)",
    ),
    (
        "/pages/1/questions/1/title",
        r#""Where, {nihgts}?""#,
        "/pages/1/questions/1/title: There is no question \"nihgts\".",
    ),
    (
        "/pages/0/questions/0/title",
        r#"{"en": "Which?", "cs": "{nights}?"}"#,
        "Question \"nights\" comes too late: words can only name answers given before.",
    ),
    (
        "/pages/1/questions/0/constraint",
        r#""nights > 4""#,
        "/pages/1/questions/0/constraint: No answer can meet this, so nobody could go on.",
    ),
    (
        "/pages/1/questions/0/constraint_message",
        r#""Less.""#,
        "There is a \"constraint_message\" here, but no \"constraint\".",
    ),
    (
        "/pages/1/constraint",
        r#""idea answered""#,
        "Question \"idea\" comes too late",
    ),
    (
        "/pages/1/questions/1/choices/0/visible_if",
        r#""where answered""#,
        "Question \"where\" comes too late",
    ),
    (
        "/pages/2/visible_if",
        r#""nights > year""#,
        "The answers to \"nights\" and \"year\" can't be compared so",
    ),
    (
        "/pages/2/visible_if",
        r#""length(year) > 3""#,
        "only a text has a length",
    ),
    (
        "/pages/1/questions/0/decimals",
        "7",
        "/pages/1/questions/0/decimals: It has to be from 0 to 6.",
    ),
    (
        "/pages/1/questions/0/most",
        "3.5",
        "/pages/1/questions/0/most: This has more places after the point than an answer may have",
    ),
    (
        "/pages/1/questions/1/kind",
        r#""matrix""#,
        "\"rows\" is missing.",
    ),
    (
        "/pages/1/questions/1/look",
        r#""stars""#,
        "/pages/1/questions/1/look: Nothing called \"look\" belongs here.",
    ),
    (
        "/pages/1/questions/1/media",
        r#"{"image": "../site.json"}"#,
        "/pages/1/questions/1/media/image: This has to be a path below media/",
    ),
    (
        "/pages/1/questions/1/easy",
        r#"{"title": " "}"#,
        "/pages/1/questions/1/easy/title: There are no words here.",
    ),
    (
        "/pages/1/questions/0/optional",
        "true",
        "Question \"nights\" is optional, so that nothing else can depend on it.",
    ),
    (
        "/optional",
        r#"{"borough": ["idea"]}"#,
        "/optional/borough/0: Question \"idea\" is asked of everybody",
    ),
    (
        "/optional",
        r#"{"schools": {"mead": []}}"#,
        "/optional/schools/mead: A group code is 4 to 12 capital letters and digits.",
    ),
    (
        "/pages/2/visible_if",
        r#""nights > 4""#,
        "/pages/2: Nobody can reach page \"idea\"",
    ),
    (
        "/pages/2/visible_if",
        r#""year = '6' and year = '8'""#,
        "Nobody can reach page",
    ),
    (
        "/pages/2/visible_if",
        r#""where all of ['club', 'none']""#,
        "Nobody can reach page",
    ),
    (
        "/pages/2/visible_if",
        r#""count-selected(where) > 3""#,
        "Nobody can reach page",
    ),
    (
        "/pages/2/visible_if",
        r#""nights = 0 and where answered""#,
        "Nobody can reach page",
    ),
    (
        "/pages/1/questions/1/visible_if",
        r#""nights > 4""#,
        "Nobody can reach question \"where\"",
    ),
    (
        "/pages/0/end_if",
        r#""year answered or year not answered""#,
        "Nobody can reach page",
    ),
    (
        "/pages/1/id",
        r#""year""#,
        "/pages/1/id: Another page is called \"year\" already.",
    ),
    (
        "/pages/1/questions/0/id",
        r#""year""#,
        "Another question is called \"year\" already.",
    ),
    (
        "/pages/0/questions/0/id",
        r#""not""#,
        "conditions use that word",
    ),
    (
        "/pages/0/questions/0/choices/1/id",
        r#""6""#,
        "/pages/0/questions/0/choices/1/id: Another choice is called \"6\" already.",
    ),
    (
        "/pages/0/questions/0/choices",
        "[]",
        "It needs two choices at least.",
    ),
    (
        "/pages/0/questions/0/kind",
        r#""slider""#,
        "/pages/0/questions/0",
    ),
    (
        "/pages/0/questions/0/least",
        "1",
        "/pages/0/questions/0/least: Nothing called \"least\" belongs here.",
    ),
    (
        "/pages/1/questions/0/most",
        "-1",
        "No answer fits: -1 at most and 0 at least.",
    ),
    ("/pages/1/questions/1/most", "9", "from 1 to 3"),
    (
        "/pages/2/questions/0/longest",
        "0",
        "from 1 to 2000 characters",
    ),
    ("/pages/1/questions", "[]", "has no question"),
    (
        "/pages/1/title",
        r#"" ""#,
        "/pages/1/title: There are no words here.",
    ),
    ("/pages", "[]", "A survey needs one page at least."),
    (
        "/closes",
        r#""2026-10-01""#,
        "It would never be open: it opens on 2026-11-01 and closes on 2026-10-01.",
    ),
    (
        "/closes",
        r#""2026-11-01T00:00""#,
        "/closes: It would never be open: it opens on 2026-11-01 and closes on 2026-11-01 at 00:00.",
    ),
    (
        "/closes",
        r#""2026-02-30""#,
        "/closes: Write a day, like 2026-11-02, or a time, like 2026-11-02T09:00.",
    ),
    ("/version", "0", "The first version is 1."),
    (
        "/titel",
        r#""x""#,
        "/titel: Nothing called \"titel\" belongs here.",
    ),
    ("/id", r#""a b""#, "/id: An id has only letters"),
];

#[test]
fn what_cannot_work_is_refused_by_place_and_sentence() {
    for (pointer, value, sentence) in ROWS {
        let found = problems(|survey| {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let value = serde_json::from_str(value).unwrap();
            match survey.pointer_mut(parent).unwrap() {
                serde_json::Value::Object(object) => {
                    object.insert(key.to_owned(), value);
                }
                other => other[key.parse::<usize>().unwrap()] = value,
            }
        });
        assert!(
            found.iter().any(|problem| problem.contains(sentence)),
            "{pointer} = {value}: {found:#?}"
        );
    }
}

#[test]
fn a_constraint_that_no_answer_breaks_or_that_most_meet_is_right() {
    for constraint in ["nights != 3", "nights <= 4", "not nights = 3"] {
        let told = problems(|survey| {
            survey["pages"][1]["questions"][0]["constraint"] = constraint.into();
        });
        assert_eq!(told, Vec::<String>::new(), "{constraint}");
    }
}

#[test]
fn required_if_and_end_if_may_look_at_their_own_page() {
    let found = problems(|survey| {
        survey["pages"][1]["end_if"] = "nights = 0".into();
        survey["pages"][1]["questions"][0]["required_if"] = "where answered".into();
    });
    assert_eq!(found, Vec::<String>::new());
}
