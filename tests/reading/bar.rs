//! What may be asked of a reader, and whether the shipped text keeps to it.

use crate::grade::{Counts, sentences, words};
use crate::interface::of_interface;
use crate::texts::{Group, Passage, of_pack};

/// The oldest reading age of a group of screens, in years: Hark is for people from 11.
const OLDEST: f64 = 11.0;

/// The longest sentence, in words.
const LONGEST: usize = 20;

/// The same of an easy-read wording: for readers of 7 or 8, one idea at a time.
const OLDEST_EASY: f64 = 8.0;

/// The longest sentence of an easy-read wording, in words.
const LONGEST_EASY: usize = 12;

/// Shorter sentences are not listed among the hard ones: one long name makes any of
/// them hard.
const LISTED: usize = 5;

impl Group {
    /// The oldest reading age it may have, in years.
    fn oldest(&self) -> f64 {
        if self.is_easy { OLDEST_EASY } else { OLDEST }
    }

    /// The longest sentence it may have, in words.
    fn longest(&self) -> usize {
        if self.is_easy { LONGEST_EASY } else { LONGEST }
    }
}

/// A choice is a line of a few words, as is a row, so many of them make a survey look
/// easy. Hence what is written in whole sentences has to keep to the age by itself too.
fn is_choice(passage: &Passage) -> bool {
    passage.place.contains("/label")
}

fn counts<'a>(passages: impl Iterator<Item = &'a Passage>) -> Counts {
    passages.map(|passage| Counts::of(&passage.text)).sum()
}

/// The counts of a group, with its choices and without.
fn both(group: &Group) -> [Counts; 2] {
    let prose = group.passages.iter().filter(|passage| !is_choice(passage));
    [counts(group.passages.iter()), counts(prose)]
}

/// All groups as one.
fn overall(groups: &[Group]) -> Group {
    let passages = groups.iter().flat_map(|group| group.passages.clone());
    Group {
        name: "overall".to_owned(),
        is_easy: false,
        passages: passages.collect(),
    }
}

/// Everything that asks too much, a line each.
fn too_hard(groups: &[Group]) -> Vec<String> {
    let mut found = Vec::new();
    for group in groups.iter().chain([&overall(groups)]) {
        let oldest = group.oldest();
        for (counts, what) in both(group).into_iter().zip(["", " without its choices"]) {
            if counts.age() > oldest {
                let age = counts.age();
                found.push(format!(
                    "{}{what}: age {age:.1}, {oldest} at most",
                    group.name
                ));
            }
        }
    }
    for group in groups {
        let longest = group.longest();
        for passage in &group.passages {
            for sentence in sentences(&passage.text) {
                let length = words(&sentence).count();
                if length > longest {
                    let place = &passage.place;
                    found.push(format!(
                        "{place}: {length} words, {longest} at most: {sentence}"
                    ));
                }
            }
        }
    }
    found
}

/// The ages of all groups, a line each.
fn ages(groups: &[Group]) -> Vec<String> {
    let mut lines = vec![format!(
        "{:24} sentences  words    age  without choices",
        ""
    )];
    for group in groups.iter().chain([&overall(groups)]) {
        let [all, prose] = both(group);
        lines.push(format!(
            "{:24} {:>9} {:>6} {:>6.1} {:>16.1}",
            group.name,
            all.sentences,
            all.words,
            all.age(),
            prose.age()
        ));
    }
    lines
}

/// The sentences that ask for more than the age by themselves, the hardest first.
fn hard_sentences(groups: &[Group]) -> Vec<String> {
    let mut hard = Vec::new();
    for group in groups {
        for passage in &group.passages {
            for sentence in sentences(&passage.text) {
                let age = Counts::of(&sentence).age();
                if age > group.oldest() && words(&sentence).count() >= LISTED {
                    hard.push((age, format!("{age:4.1}  {}: {sentence}", passage.place)));
                }
            }
        }
    }
    hard.sort_by(|one, two| two.0.total_cmp(&one.0));
    hard.into_iter().map(|(_, line)| line).collect()
}

/// Both, to be printed.
fn table(groups: &[Group]) -> String {
    let (ages, hard) = (ages(groups), hard_sentences(groups));
    let heading = format!(
        "Sentences above {OLDEST}, in easy-read {OLDEST_EASY}, of {LISTED} words and more: {}",
        hard.len()
    );
    [ages, vec![String::new(), heading], hard]
        .concat()
        .join("\n")
}

/// All there is to read.
fn shipped() -> Vec<Group> {
    let found = hark::folder::read(&hark_tests::packs::shipped()).unwrap();
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let mut groups = of_pack(&found.files).unwrap();
    let locales = hark_tests::packs::root().join("public/locales");
    groups.push(of_interface(&locales).unwrap());
    groups
}

#[test]
fn somebody_of_eleven_can_read_it() {
    let groups = shipped();
    println!("{}", table(&groups));
    // An empty group would keep to any bar.
    for group in &groups {
        assert!(
            counts(group.passages.iter()).words >= 50,
            "{} has hardly a word",
            group.name
        );
    }
    let names: Vec<&str> = groups.iter().map(|group| &*group.name).collect();
    assert!(
        names.contains(&"site") && names.contains(&"activities"),
        "{names:?}"
    );
    assert!(
        names.iter().any(|name| name.starts_with("surveys/")),
        "{names:?}"
    );
    assert!(groups.iter().any(|group| group.is_easy), "{names:?}");
    let hard = too_hard(&groups);
    assert!(
        hard.is_empty(),
        "say it in plainer words:\n{}\n{}",
        hard.join("\n"),
        table(&groups)
    );
}

fn group(name: &str, texts: &[(&str, &str)]) -> Group {
    let passage = |(place, text): &(&str, &str)| Passage {
        place: (*place).to_owned(),
        text: (*text).to_owned(),
    };
    Group {
        name: name.to_owned(),
        is_easy: false,
        passages: texts.iter().map(passage).collect(),
    }
}

const PLAIN: &str = "Tell us what you think. Then we tell you what will change.";
const OFFICIAL: &str = "Participation facilitates considerable organisational accountability.";

#[test]
fn a_hard_group_is_found_though_all_together_is_plain() {
    let plain = PLAIN.repeat(20);
    let groups = [
        group("plain", &[("a", &plain)]),
        group("official", &[("b", OFFICIAL)]),
    ];
    let found = too_hard(&groups);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.iter().all(|line| line.starts_with("official")),
        "{found:?}"
    );
}

#[test]
fn choices_do_not_hide_what_is_hard() {
    let choices: Vec<_> = std::iter::repeat_n(("/choices/0/label", "I do not know"), 60).collect();
    let texts = [&choices[..], &[("about", OFFICIAL)]].concat();
    let found = too_hard(&[group("survey", &texts)]);
    let expected = [
        "survey without its choices: ",
        "overall without its choices: ",
    ];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (line, start) in found.iter().zip(expected) {
        assert!(line.starts_with(start), "{found:?}");
    }
}

#[test]
fn a_sentence_may_have_twenty_words() {
    let sentence = |count: usize| vec!["we"; count].join(" ") + ".";
    let found = |text: &str| too_hard(&[group("a", &[("site.json/notice", text)])]);
    assert_eq!(found(&format!("{0} {0}", sentence(20))), [""; 0]);
    let found = found(&sentence(21));
    assert!(
        found[0].starts_with("site.json/notice: 21 words, 20 at most: we we"),
        "{found:?}"
    );
}

#[test]
fn easy_read_has_a_bar_of_its_own() {
    // Age 9 and three words too long for easy-read, and neither for anybody else.
    let text = "On the first Friday of each month we cook and eat together at the club.";
    let usual = group("a", &[("title", text)]);
    assert_eq!(too_hard(std::slice::from_ref(&usual)), [""; 0]);
    let easy = Group {
        is_easy: true,
        ..usual
    };
    let found = too_hard(&[easy]);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("a: age 9.4, 8 at most"), "{found:?}");
    assert!(
        found[2].starts_with("title: 15 words, 12 at most: "),
        "{found:?}"
    );
}
