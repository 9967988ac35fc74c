use super::*;

#[test]
fn words_tell_kinds() {
    for (words, expected) in [
        ("Youth clubs", Some("club")),
        ("Midnight football", Some("sport")),
        ("Drama Club", Some("arts")),
        ("Martial arts", Some("sport")),
        ("Young carers club", Some("support")),
        ("Substance use 1:1 (targeted)", Some("health")),
        ("Cadets", Some("uniformed")),
        ("Summer camp 2024", Some("holiday")),
        ("Cooking", Some("making")),
        ("Starting out", None),
        ("Welcome group", None),
        ("", None),
    ] {
        assert_eq!(kind(words), expected, "{words}");
    }
}

#[test]
fn words_tell_what_a_place_has() {
    for (words, expected) in [
        (
            "Step free; loop",
            &["hearing-loop", "wheelchair-entrance"][..],
        ),
        ("Disabled car parking space", &["disabled-parking"]),
        ("Partial wheelchair access", &["partial-wheelchair-access"]),
        ("Changing Places toilet", &["accessible-toilet"]),
        ("Building has lift", &["lift"]),
        ("no lift, ramp at the side", &["wheelchair-entrance"]),
        ("Baby changing facilities", &["baby-changing"]),
        ("yes", &[]),
    ] {
        assert_eq!(facilities(words), expected, "{words}");
    }
}

#[test]
fn languages_by_name_and_tag() {
    assert_eq!(language("Kurdish (Sorani)"), Some("ckb"));
    assert_eq!(language("Polish"), Some("pl"));
    assert_eq!(language("Elvish"), None);
    assert!(is_tag("ar") && is_tag("zh-Hans") && is_tag("bfi"));
    assert!(!is_tag("english") && !is_tag("") && !is_tag("E1"));
}

#[test]
fn every_word_of_a_list_is_written_as_it_is_looked_for() {
    let kinds = KINDS
        .iter()
        .chain(&HAS)
        .flat_map(|(_, all)| all.split(", "));
    for word in kinds {
        assert_eq!(folded(word), word);
    }
}
