use super::*;

/// Words with their syllables as a dictionary parts them, chosen for the rules:
/// silent letters, endings, vowels apart, compounds, contractions, figures.
const KNOWN: [(&str, usize); 84] = [
    ("a", 1),
    ("the", 1),
    ("free", 1),
    ("youth", 1),
    ("like", 1),
    ("times", 1),
    ("asked", 1),
    ("called", 1),
    ("friends", 1),
    ("eye", 1),
    ("year", 1),
    ("night", 1),
    ("school", 1),
    ("whole", 1),
    ("bless", 1),
    ("fly", 1),
    ("don't", 1),
    ("you're", 1),
    ("We’ll", 1),
    ("it's", 1),
    ("people", 2),
    ("table", 2),
    ("little", 2),
    ("cuddled", 2),
    ("ages", 2),
    ("classes", 2),
    ("matches", 2),
    ("wanted", 2),
    ("bullied", 2),
    ("player", 2),
    ("playing", 2),
    ("enjoyed", 2),
    ("going", 2),
    ("trying", 2),
    ("something", 2),
    ("someone", 2),
    ("useful", 2),
    ("lonely", 2),
    ("movement", 2),
    ("question", 2),
    ("language", 2),
    ("quiet", 2),
    ("council", 2),
    ("survey", 2),
    ("didn't", 2),
    ("isn't", 2),
    ("Children's", 2),
    ("online", 2),
    ("being", 2),
    ("anyone", 3),
    ("everyone", 3),
    ("family", 3),
    ("radio", 3),
    ("easier", 3),
    ("usual", 3),
    ("media", 3),
    ("politics", 3),
    ("organised", 3),
    ("saturday", 3),
    ("emergency", 4),
    ("society", 4),
    ("disabilities", 5),
    ("secondary", 4),
    ("university", 5),
    ("after-school", 3),
    ("and/or", 2),
    ("NHS", 3),
    ("WWW", 9),
    ("pm", 2),
    ("3D", 2),
    ("7", 2),
    ("14", 2),
    ("17", 3),
    ("999", 3),
    ("0800", 7),
    ("35", 3),
    ("70", 3),
    ("50p", 3),
    ("£1", 2),
    ("centre", 2),
    ("unique", 2),
    ("apprenticeship", 4),
    ("elsewhere", 2),
    ("OK", 2),
];

#[test]
fn known_words_have_their_syllables() {
    let wrong: Vec<String> = KNOWN
        .iter()
        .map(|(word, known)| (word, known, count(word)))
        .filter(|(_, known, counted)| *known != counted)
        .map(|(word, known, counted)| format!("{word}: {counted}, not {known}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_the_rules_get_right_needs_no_line() {
    for (word, count) in SPOKEN {
        assert_ne!(by_rules(word), count, "{word}");
    }
}

#[test]
fn whatever_is_written_has_one_at_least() {
    for word in ["x", "é", "😀", "-", "'", "hmm"] {
        assert!(count(word) >= 1, "{word}");
    }
}
