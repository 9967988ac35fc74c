//! What stands above the questions.

use hark::sheets::markdown;
use hark_domain::survey::xlsform::{Imported, import};

fn with(settings: &str) -> Imported {
    let form = format!("| survey |\n| | type | name | label |\n| | text | a | A |\n{settings}");
    import(&markdown::read(&form).unwrap(), "My form 2")
}

#[test]
fn what_is_missing_is_made_up_and_said() {
    let imported = with("");
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "settings, form_id: repaired: A survey can't be called \"My form 2\" in an address, so it is \"my-form-2\".",
            "settings, form_title: repaired: There is no title, so it is called \"my-form-2\".",
            "settings, hark_about: repaired: Nothing stands here, so it says \"We would like to know what you think.\". Write your own.",
            "settings, hark_thanks: repaired: Nothing stands here, so it says \"Thank you for your answers.\". Write your own.",
            "settings, hark_minutes: repaired: Nothing stands here, so it is 1, from the number of questions. Try it and write how long it takes.",
        ]
    );
    assert_eq!(imported.survey.unwrap().1["id"], "my-form-2");
}

#[test]
fn what_is_there_is_taken() {
    let imported = with(
        "| settings |
| | Title | ID_string | version | hark_about::English | hark_thanks | hark_minutes | hark_opens | hark_closes | style |
| | A form | a.form | 7 | About | Thanks | 3 | 2026-11-02 | 2026-12-18 | pages |",
    );
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["settings, row 5, style: repaired: Hark has no use for this column, so it isn't read."]
    );
    let json = imported.survey.unwrap().1;
    assert_eq!(
        json.as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| *name != "pages")
            .map(|(_, value)| value.to_string())
            .collect::<Vec<_>>(),
        [
            "{\"en\":\"About\"}",
            "\"2026-12-18\"",
            "\"a.form\"",
            "3",
            "\"2026-11-02\"",
            "\"Thanks\"",
            "\"A form\"",
            "7",
        ]
    );
}

#[test]
fn settings_that_can_not_be_are_refused() {
    let imported = with(
        "| settings |
| | form_id | version | hark_minutes | hark_opens |
| | f | 2026.1 | many | tomorrow |",
    );
    assert!(imported.survey.is_none());
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    let has = |start: &str| said.iter().any(|line| line.starts_with(start));
    assert!(
        has(
            "settings, row 6, version: repaired: A version is a whole number from 1, so \"2026.1\" is taken as 1."
        ),
        "{said:#?}"
    );
    assert!(has("settings, row 6, hark_minutes: refused: "), "{said:#?}");
    assert!(has("settings, row 6, hark_opens: refused: "), "{said:#?}");
}

#[test]
fn picks_of_schools_that_can_not_be_read_are_named() {
    let form = "| survey |
| | type | name | label | hark_optional |
| | text | a | A | |
| | text | b | B | yes |
| | text | c | C | yes |
| settings |
| | form_title | form_id | hark_about | hark_thanks | hark_minutes | hark_school_picks |
| | F | f | About. | Thanks. | 2 | ASH7: b; OAK5 b c; ASH7: c;; ELM2: c; |";
    let imported = import(&markdown::read(form).unwrap(), "f");
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "settings, row 8, hark_school_picks: repaired: \"OAK5 b c\" isn't read: it needs a school's code, a colon and names of questions, such as ASH7: q1 q2.",
            "settings, row 8, hark_school_picks: repaired: The code \"ASH7\" stands here twice, so only its first questions are taken. Left out: \"ASH7: c\".",
        ]
    );
    assert_eq!(
        imported.survey.unwrap().1["optional"],
        serde_json::json!({"schools": {"ASH7": ["b"], "ELM2": ["c"]}})
    );
}
