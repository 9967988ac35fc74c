use super::{Danger, is_said};
use crate::json;

fn danger(json: &str) -> Danger {
    json::read(json).unwrap()
}

fn problems(json: &str) -> Vec<String> {
    danger(json)
        .problems(&["en".to_owned(), "pl".to_owned()])
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_phrase_is_found_as_whole_words_however_they_are_typed() {
    let danger = danger(
        r#"{"en":["can't go on", "self-harm*"], "pl":["zabić się"], "uk":["б'є мене"], "ar":["أؤذي نفسي"]}"#,
    );
    for text in [
        "I can't go on",
        "I CAN’T  go\non.",
        "cant go on",
        "(can`t... go - on)",
        "self harm",
        "Self-Harming",
        "chce się zabić się",
        "chce ZABIC SIE!",
        "zabic\u{301} sie\u{328}",
        "тато б’є мене",
        "тато бʼє мене",
        "اؤذى نفسي",
        "أُؤْذِي نَفْسِي",
    ] {
        assert!(is_said(&danger.phrases(), text), "{text}");
    }
    for text in [
        "",
        " ",
        "can go on",
        "can't go only",
        "scant go on",
        "go on, can't",
        "myself harm",
        "self",
        "self har",
        "б'є",
    ] {
        assert!(!is_said(&danger.phrases(), text), "{text}");
    }
}

#[test]
fn a_pack_without_words_says_nothing() {
    assert!(!is_said(&Danger::default().phrases(), "kill myself"));
    assert!(!is_said(&danger("{}").phrases(), ""));
    assert_eq!(problems("{}"), [""; 0]);
    assert_eq!(problems(r#"{"en":["a"],"pl":[],"ru":["a"]}"#), [""; 0]);
    // Not even while it is wrong: an empty phrase is in every text.
    assert!(!is_said(
        &danger(r#"{"en":["", "!"]}"#).phrases(),
        "anything"
    ));
    assert!(!is_said(&danger(r#"{"en":["", "!"]}"#).phrases(), ""));
}

#[test]
fn everything_wrong_with_the_words_is_said() {
    assert_eq!(
        problems(
            r#"{"en":["kill myself", " ", "Kill  MYSELF!", "k*", "se*lf", "* dead"], "English":["a"], "pt-BR":[]}"#
        ),
        [
            "/danger: The site is offered in \"pl\", and no words are listed in it: write [] if that is meant.",
            "/danger/English: \"English\" is no language: write its tag, such as \"en\" or \"pl\".",
            "/danger/en/1: This is empty: write a word or a phrase.",
            "/danger/en/3: In \"k*\" a * stands for too much: write 2 letters before it, at least.",
            "/danger/en/4: In \"se*lf\" a * is in the wrong place: it stands at the end of a word, for any ending.",
            "/danger/en/5: In \"* dead\" a * stands for too much: write 2 letters before it, at least.",
            "/danger/en/2: \"kill myself\" stands here twice.",
        ]
    );
}

#[test]
fn other_shapes_are_refused_where_they_stand() {
    let told = |json| {
        let problems = json::read::<Danger>(json).unwrap_err();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        told(r#"["kill myself"]"#),
        ["This has to be an object of lists by language, such as {\"en\": [\"kill myself\"]}."]
    );
    assert_eq!(
        told(r#"{"en":"kill myself","pl":[7]}"#),
        [
            "/en: This has to be a list, written [ … ].",
            "/pl/0: This has to be a text in quotes.",
        ]
    );
}
