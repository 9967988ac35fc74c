//! Sentences that are to be noticed, and sentences that aren't.

use hark_domain::site::danger::is_said;
use hark_tests::packs::sample_site;

fn sentences(file: &str) -> Vec<&str> {
    let lines = file.lines().map(str::trim);
    let sentences: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    assert!(sentences.len() >= 100, "{}", sentences.len());
    sentences
}

/// Those of the sentences about which the sample pack says otherwise.
fn wrong(file: &'static str, said: bool) -> Vec<&'static str> {
    let phrases = sample_site().danger.phrases();
    let sentences = sentences(file).into_iter();
    sentences
        .filter(|text| is_said(&phrases, text) != said)
        .collect()
}

#[test]
fn who_is_in_danger_sees_who_to_talk_to() {
    assert_eq!(wrong(include_str!("said.txt"), true), [""; 0]);
}

#[test]
fn who_jokes_is_left_alone() {
    assert_eq!(wrong(include_str!("not-said.txt"), false), [""; 0]);
}
