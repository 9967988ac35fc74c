use super::*;
use crate::survey::Answers;
use proptest::prelude::*;

fn holds(condition: &str, answers: &str) -> bool {
    let answers: Answers = crate::json::read(answers).unwrap();
    Condition::parse(condition)
        .unwrap()
        .holds(&|id| answers.get(id.as_str()))
}

#[test]
fn and_binds_tighter_than_or() {
    assert!(holds("a = 1 or b = 1 and c = 1", r#"{"a":1}"#));
    assert!(!holds("(a = 1 or b = 1) and c = 1", r#"{"a":1}"#));
    assert!(holds("not a = 1 and b = 1", r#"{"b":1}"#));
}

#[test]
fn an_empty_answer_fails_every_test_but_not_equal() {
    for condition in [
        "x = 'a'",
        "x < 5",
        "x >= 0",
        "x = 0",
        "x answered",
        "selected(x, 'a')",
        "x any of ['a']",
        "x all of ['a']",
        "count-selected(x) > 0",
    ] {
        assert!(!holds(condition, "{}"), "{condition}");
    }
    for condition in [
        "x != 'a'",
        "x != 0",
        "x not answered",
        "not answered(x)",
        "count-selected(x) = 0",
    ] {
        assert!(holds(condition, "{}"), "{condition}");
    }
}

#[test]
fn zero_is_an_answer() {
    assert!(holds("x answered and x = 0 and x <= 0", r#"{"x":0}"#));
}

#[test]
fn choices_alone_or_together() {
    let answers = r#"{"one":"a","many":["a","b"]}"#;
    for condition in [
        "one = 'a'",
        "one = \"a\"",
        "selected(one, 'a')",
        "selected(many, 'b')",
        "many any of ['b','c']",
        "many all of ['a', 'b']",
        "not many all of ['a','c']",
        "one any of ['a','z']",
        "count-selected(many) = 2",
        "count-selected(one) = 1",
    ] {
        assert!(holds(condition, answers), "{condition}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    for (condition, at, words) in [
        ("", 1, "the id of a question"),
        ("a", 2, "a comparison"),
        ("a =", 4, "a number, a question, or a word in quotes"),
        ("a = -b", 5, "a number, a question, or a word in quotes"),
        ("a = 1.", 5, "a number"),
        ("a = 1.0000001", 5, "a number"),
        ("a = and", 5, "a number"),
        ("length(a) > 'x'", 13, "a number"),
        ("length(a)", 10, "a comparison"),
        ("a = 'x", 5, "a closing quote"),
        ("a < 'x'", 5, "only numbers"),
        ("a = 1 b", 7, "\"and\", \"or\" or the end"),
        ("(a = 1", 7, "\")\""),
        ("a any ['x']", 7, "\"of\""),
        ("and = 1", 1, "The id of a question"),
        ("é = ", 1, "the id of a question"),
        ("-a = 1", 1, "letters, digits"),
        ("a = 99999999999999999999", 5, "a number"),
    ] {
        let error = Condition::parse(condition).unwrap_err();
        assert_eq!(error.at, at, "{condition}: {error}");
        assert!(error.text.contains(words), "{condition}: {error}");
    }
}

#[test]
fn nesting_without_end_is_refused_not_a_crash() {
    for open in ["(", "not "] {
        let error = Condition::parse(&open.repeat(100_000)).unwrap_err();
        assert!(error.text.contains("fewer levels"), "{error}");
    }
}

proptest! {
    #[test]
    fn no_input_panics(source in "\\PC{0,60}") {
        let _ = Condition::parse(&source);
    }

    #[test]
    fn no_input_of_the_languages_own_words_panics(
        words in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "and", "or", "not", "(", ")", "=", "!=", "<=", "'x'", "7", "-1", "answered",
            "selected", "count-selected", "length", "1.5", "any", "all", "of", "[", "]", ",",
        ]), 0..12)
    ) {
        let _ = Condition::parse(&words.join(" "));
    }
}
