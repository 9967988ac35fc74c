use super::*;
use crate::json;

#[test]
fn english_is_whole() {
    let read = Catalogue::read(include_str!("../../../../public/locales/en.json"));
    assert_eq!(read.as_ref().map_err(Clone::clone), Ok(english()));
    assert_eq!(english().say(Word::Continue), "Continue");
    assert!(english().twelve_hours && !english().draft);
}

#[test]
fn a_word_missing_or_too_many_is_named() {
    let whole = include_str!("../../../../public/locales/en.json");
    let wrong = whole.replace("\"continue\"", "\"contniue\"");
    let told: Vec<String> = Catalogue::read(&wrong)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    let expected = [
        "/words: \"continue\" is missing.",
        "/words/contniue: Nothing called \"contniue\" belongs here.",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_a_browser_gets_says_the_same() {
    let published: Catalogue = json::read(&english().published()).unwrap();
    let paper = |key: &str| key.starts_with(super::read::PAPER);
    let first = Word::ALL.iter().position(|(_, key)| paper(key)).unwrap();
    for (index, (word, key)) in Word::ALL.iter().enumerate() {
        // Paper's words, and after them those of content made beforehand, stay behind.
        let expected = english().phrase(*word).filter(|_| index < first);
        assert_eq!(published.phrase(*word), expected, "{key}");
    }
    let mut screen = Word::ALL[..first].iter();
    assert!(
        !screen.any(|(_, key)| paper(key)),
        "paper's words come last"
    );
}

#[test]
fn placeholders_are_filled_and_found() {
    let text = "Page {at} of about {of}";
    assert_eq!(fill(text, &[("at", "2"), ("of", "9")]), "Page 2 of about 9");
    assert_eq!(fill(text, &[("at", "2")]), "Page 2 of about {of}");
    assert_eq!(fill("{at", &[("at", "2")]), "{at");
    let braces = [("at", "{of}"), ("of", "9")];
    assert_eq!(
        fill("{at}{of}", &braces),
        "{of}9",
        "a value is no placeholder"
    );
    assert_eq!(placeholders("{b} {a} {b}"), ["a", "b"]);
    assert_eq!(placeholders("none } {"), Vec::<&str>::new());
}

#[test]
fn a_number_takes_its_form() {
    let english = english();
    assert_eq!(
        english.say_count(Word::ThingsCount, 1, Plural::One),
        "1 thing to do"
    );
    assert_eq!(
        english.say_count(Word::ThingsCount, 2, Plural::Other),
        "2 things to do"
    );
    // A form the language has not: the one for everything else.
    assert_eq!(
        english.say_count(Word::ThingsCount, 2, Plural::Few),
        "2 things to do"
    );
}
