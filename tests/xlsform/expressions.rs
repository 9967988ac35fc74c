//! Expressions: what they come to as conditions.

use serde_json::Value;

use crate::form::{read, survey};

/// Questions of every shape, and one that is shown where `relevant` holds.
fn with(relevant: &str) -> String {
    let last = format!("text | last | Last | {relevant}");
    survey(
        "relevant",
        &[
            "select_one yes_no | one | One",
            "select_one marks | mark | Mark",
            "select_multiple marks | many | Many",
            "rank marks | order | Order",
            "integer | whole | Whole",
            "decimal | part | Part",
            "text | words | Words",
            "text | other | Other",
            "note | hello | Hello",
            &last,
            "text | later | Later",
        ],
    )
}

/// What a `relevant` comes to, or what is said of it.
fn condition(relevant: &str) -> Result<String, String> {
    let imported = read(&with(relevant));
    let lines: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    let line = lines.join("\n");
    if let Some(why) = line.strip_prefix("survey, row 12 (last), relevant: left out: ") {
        return Err(why.to_owned());
    }
    assert_eq!(line, "", "{relevant}");
    let json = imported.survey.unwrap().1;
    let pages = json["pages"].as_array().unwrap();
    let page = pages.iter().find(|page| page["id"] == "last").unwrap();
    match &page["visible_if"] {
        Value::Null => Ok(String::new()),
        condition => Ok(condition.as_str().unwrap().to_owned()),
    }
}

#[test]
fn xpath_means_the_same_in_harks_words() {
    for (relevant, expected) in [
        ("${one} = 'yes'", "one = 'yes'"),
        ("'yes' = ${one}", "one = 'yes'"),
        ("${one} != \"yes\"", "one != 'yes'"),
        ("${one} = ''", "one not answered"),
        ("${one} != ''", "one answered"),
        ("not(${one} = '')", "one answered"),
        ("not(${one} != 'yes')", "one = 'yes'"),
        ("selected(${one}, 'yes')", "selected(one, 'yes')"),
        ("not(selected(${many}, '1'))", "not selected(many, '1')"),
        ("count-selected(${one}) > 0", "one answered"),
        (
            "${one} = 'yes' or ${one} = 'no'",
            "one any of ['yes', 'no']",
        ),
        (
            "selected(${many}, '1') or selected(${many}, '2')",
            "many any of ['1', '2']",
        ),
        // Choices with numbers for names are compared as numbers.
        ("${mark} >= 2", "mark any of ['2', '5']"),
        ("${mark} > '2'", "mark = '5'"),
        ("${mark} = 2", "mark = '2'"),
        ("${mark} != 2", "mark != '2'"),
        // A question of several choices equals one only where that is the only one.
        (
            "${many} = '1'",
            "selected(many, '1') and count-selected(many) = 1",
        ),
        (
            "${many} != '1'",
            "not (selected(many, '1') and count-selected(many) = 1)",
        ),
        ("count-selected(${many}) >= 2", "count-selected(many) >= 2"),
        (
            "count-selected(${order}) = '2'",
            "count-selected(order) = 2",
        ),
        ("selected(${order}, '5')", "selected(order, '5')"),
        ("${whole} = '5'", "whole = 5"),
        ("${whole} >= 05", "whole >= 5"),
        ("${whole} < -1", "whole < -1"),
        ("not(${whole} = 5)", "whole != 5"),
        ("not(${whole} < 5)", "not whole < 5"),
        ("${part} <= .5", "part <= 0.5"),
        ("${part} > ${whole}", "part > whole"),
        ("${words} = 'a b'", "words = 'a b'"),
        ("${words} = \"it's\"", "words = \"it's\""),
        ("string-length(${words}) >= 3", "length(words) >= 3"),
        ("string-length(${whole}) > 0", "whole answered"),
        // Two empty answers are equal in XPath.
        (
            "${words} = ${other}",
            "words = other or words not answered and other not answered",
        ),
        (
            "${words} != ${other}",
            "not (words = other or words not answered and other not answered)",
        ),
        (
            "${one} = 'yes' and (${whole} > 1 or ${words} != '')",
            "one = 'yes' and (whole > 1 or words answered)",
        ),
        // What always or never holds is folded away.
        ("true()", ""),
        ("yes", ""),
        ("${one} = 'yes' and true()", "one = 'yes'"),
        ("${one} = 'yes' or false()", "one = 'yes'"),
        ("${one} = 'yes' or ${one} = 'gone'", "one = 'yes'"),
        ("${one} != 'gone'", ""),
        ("selected(${one}, 'yes') = true()", "selected(one, 'yes')"),
        (
            "selected(${one}, 'yes') = false()",
            "not selected(one, 'yes')",
        ),
        ("1 = 1 and ${whole} > 2", "whole > 2"),
    ] {
        assert_eq!(condition(relevant), Ok(expected.to_owned()), "{relevant}");
    }
}

#[test]
fn what_is_not_carried_leaves_its_row_out() {
    for (relevant, why) in [
        ("false()", "This never holds, so nobody would ever see it."),
        (
            "${one} = 'gone'",
            "This never holds, so nobody would ever see it.",
        ),
        (
            "${later} = 'a'",
            "It looks at \"later\", which comes later. Put that question before this one.",
        ),
        ("${last} = 'a'", "\"last\" depends on itself."),
        (". = 'a'", "\"last\" depends on itself."),
        ("${nobody} = 'a'", "There is no question \"nobody\"."),
        (
            "${hello} = ''",
            "It looks at the note \"hello\", which nobody answers.",
        ),
        (
            "${one}",
            "It says only \"one\". Say what of it, such as ${one} = 'yes'.",
        ),
        (
            "one = 'yes'",
            "\"one\" stands there by itself. Write ${one} for a question and 'one' for a choice.",
        ),
        (
            "${words} > 5",
            "It compares the text \"words\" with a number. Make that question an integer or a decimal.",
        ),
        (
            "${many} = '1 2'",
            "It asks whether the answers to \"many\" are exactly '1 2', in that order. Use selected() for each.",
        ),
        (
            "${order} = '1'",
            "It compares the order of \"order\", and Hark doesn't. Use selected().",
        ),
        (
            "selected(${words}, 'a')",
            "Selected() asks about \"words\", which has no choices.",
        ),
        (
            "${many} = ${one}",
            "It compares the answers to \"many\" and \"one\". Hark compares two numbers, and asks whether two choices or two texts are equal.",
        ),
        (
            "${whole} = 0.1234567",
            "The number 0.1234567 has more than six places after the point, or is too large.",
        ),
        (
            "${whole} + 1 = 2",
            "It calculates with \"+\", and Hark doesn't.",
        ),
        (
            "${last-saved#one} = 'yes'",
            "${last-saved#one} asks what somebody answered last time, and Hark never knows.",
        ),
        (
            "${one} = 'yes",
            "The expression \"${one} = 'yes\" can't be read from character 10 on.",
        ),
    ] {
        assert_eq!(condition(relevant), Err(why.to_owned()), "{relevant}");
    }
}
