//! The easy-read wording of the shipped pack: everything has one, and its pictures are
//! there, small, and ask nobody for anything.

use std::collections::BTreeSet;
use std::fs;

use hark_tests::packs::shipped;
use serde_json::Value;

/// The largest picture, in bytes: a page of a survey shows up to a dozen.
const LARGEST: usize = 1_200;

/// What a picture has no need of: words in no language, programs, and other files.
const REFUSED: [&str; 8] = [
    "<text", "<script", "<style", "<image", "<use", "href", "url(", " on",
];

/// The surveys of the pack.
fn surveys() -> Vec<Value> {
    fs::read_dir(shipped().join("surveys"))
        .unwrap()
        .map(|entry| {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            serde_json::from_str(&text).unwrap()
        })
        .collect()
}

/// Every value of the fields called `name`, however deep.
fn all<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    let fields = value.as_object().into_iter().flatten();
    let items = value.as_array().into_iter().flatten();
    let own = value.get(name);
    own.into_iter()
        .chain(fields.flat_map(|(_, value)| all(value, name)))
        .chain(items.flat_map(|value| all(value, name)))
        .collect()
}

#[test]
fn a_survey_with_easy_read_has_it_for_every_question() {
    let mut without = Vec::new();
    let mut found = 0;
    for survey in surveys() {
        if all(&survey, "easy").is_empty() {
            continue;
        }
        found += 1;
        for question in all(&survey, "questions") {
            for question in question.as_array().unwrap() {
                let easy = &question["easy"];
                if easy["title"].is_null() || easy["picture"].is_null() {
                    without.push(question["id"].to_string());
                }
            }
        }
    }
    assert!(found > 0, "no survey has easy-read");
    assert_eq!(without, [""; 0]);
}

#[test]
fn pictures_are_there_small_and_alone() {
    let folder = shipped().join("media");
    let surveys = surveys();
    let named: BTreeSet<&str> = surveys
        .iter()
        .flat_map(|survey| all(survey, "picture"))
        .map(|picture| picture.as_str().unwrap())
        .collect();
    assert!(named.len() > 30, "{named:?}");
    for picture in &named {
        let svg = fs::read_to_string(folder.join(picture))
            .unwrap_or_else(|error| panic!("{picture}: {error}"));
        assert!(svg.len() <= LARGEST, "{picture}: {} bytes", svg.len());
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="));
        for refused in REFUSED {
            assert!(!svg.contains(refused), "{picture} has {refused}");
        }
    }
    let there: BTreeSet<String> = fs::read_dir(folder.join("easy"))
        .unwrap()
        .map(|entry| format!("easy/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    let there: BTreeSet<&str> = there.iter().map(String::as_str).collect();
    assert_eq!(there, named, "a picture that nothing shows is left over");
}
