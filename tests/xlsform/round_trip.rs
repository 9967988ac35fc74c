//! Out and in again: the same survey.

use std::fs;

use hark::sheets;
use hark_domain::survey::xlsform::{Book, export, import};
use hark_domain::survey::{self, Survey, journey, simulate};
use hark_tests::packs;
use proptest::prelude::*;

use crate::generate::surveys;

fn shipped() -> Vec<Survey> {
    let mut paths: Vec<_> = fs::read_dir(packs::shipped().join("surveys"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| survey::read(&fs::read_to_string(path).unwrap()).unwrap())
        .collect()
}

/// Asserts that a survey comes back from its workbook as it was.
#[track_caller]
pub(crate) fn comes_back(survey: &Survey) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("survey.xlsx");
    let book = export(survey);
    sheets::write(&book, &path).unwrap();
    let imported = import(&sheets::read(&path).unwrap(), "another");
    let lines: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(lines, Vec::<String>::new());
    assert_eq!(imported.survey.unwrap().0, *survey);
}

#[test]
fn every_shipped_survey_comes_back() {
    let shipped = shipped();
    assert!(shipped.len() >= 2);
    shipped.iter().for_each(comes_back);
}

/// A survey with everything that the format has.
const EVERYTHING: &str = r#"{
  "id": "all", "version": 3, "title": {"en": "All", "cs": "Vše"}, "about": {"en": "A", "pt-BR": "B"},
  "minutes": 4, "opens": "2026-11-02T09:05", "closes": "2026-12-18", "thanks": "T",
  "optional": {"borough": ["bank-1"], "schools": {"MEAD7": ["bank-2", "bank-1"], "PARK8": ["bank-2"]}},
  "pages": [
    {"id": "year", "questions": [
      {"id": "year", "kind": "single", "title": {"en": "Year?", "cs": "Ročník?"}, "help": "Pick one.", "required": true,
       "required_message": {"en": "We need it."}, "look": "scale",
       "easy": {"title": "Year?", "help": {"en": "Help"}, "picture": "easy/year.svg"},
       "media": {"image": "a.png", "audio": {"en": "a.mp3", "cs": "b.mp3"}, "video": "c.mp4"},
       "choices": [{"id": "6", "label": "Six", "easy": {"label": "6", "picture": "six.svg"}, "media": {"image": "6.png"}},
                   {"id": "8", "label": {"en": "Eight"}}, {"id": "prefer-not", "label": "No"}]}]},
    {"id": "going", "title": "Going out", "visible_if": "year = '6' or year = '8'", "end_if": "nights = 0",
     "constraint": "nights > 0 or where not answered", "constraint_message": {"en": "Both?", "cs": "Obojí?"},
     "questions": [
      {"id": "nights", "kind": "number", "title": "Nights, {year|you}?", "least": 0, "most": 7, "unit": {"en": "nights"},
       "helplines": ["childline", "shout"], "sensitive": true},
      {"id": "where", "kind": "multiple", "title": "In {year}?", "least": 1, "most": 2, "visible_if": "nights > 1",
       "required_if": "nights >= 2 and not year = '6'",
       "choices": [{"id": "park", "label": "Park {year}"}, {"id": "club", "label": "Club", "visible_if": "year = '8'"},
                   {"id": "none", "label": "None", "exclusive": true}]},
      {"id": "feel", "kind": "matrix", "title": "How?", "help": "Each.", "required": true, "visible_if": "nights != 5",
       "required_message": "Each row.", "easy": {"title": "How"},
       "rows": [{"id": "happy", "label": "Happy", "visible_if": "nights >= 3", "media": {"image": "h.png"}},
                {"id": "safe", "label": {"en": "Safe"}, "required": true, "easy": {"label": "Safe?"}}],
       "choices": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]}]},
    {"id": "grid", "visible_if": "year any of ['6', '8']", "questions": [
      {"id": "grid", "kind": "matrix", "title": "G", "constraint": "year answered", "required_if": "nights > 1",
       "rows": [{"id": "happy", "label": "Happy", "required": true}, {"id": "calm", "label": "Calm"}],
       "choices": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]}]},
    {"id": "alone", "title": "A heading", "questions": [
      {"id": "order", "kind": "ranking", "title": "Order", "most": 2, "required_if": "grid.calm = 'yes' and grid.happy answered",
       "choices": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]}]},
    {"id": "rest", "title": "Rest", "questions": [
      {"id": "half", "kind": "number", "title": "Half", "decimals": 2, "least": 0.5, "constraint": "half != 1.25 and half <= nights", "constraint_message": "Not that."},
      {"id": "part", "kind": "number", "title": "Part", "decimals": 6, "most": 1.5},
      {"id": "bounded", "kind": "number", "title": "B", "constraint": "bounded >= 3"},
      {"id": "face", "kind": "single", "title": "Face", "look": "faces", "visible_if": "where all of ['park', 'club'] or count-selected(where) > 1",
       "choices": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]},
      {"id": "say", "kind": "text", "title": "Say", "longest": 20, "constraint": "length(say) > 1", "constraint_message": "More, {year|please}."},
      {"id": "long", "kind": "text", "title": "Long", "long": true, "visible_if": "say = \"it's\" or say != face"},
      {"id": "note", "kind": "note", "title": "Bye {say}."}]},
    {"id": "bank", "title": "Bank", "questions": [
      {"id": "bank-1", "kind": "text", "title": "One", "optional": true, "long": true, "longest": 500},
      {"id": "bank-2", "kind": "single", "title": "Two", "optional": true,
       "choices": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}]}
  ]}"#;

#[test]
fn everything_that_the_format_has_comes_back() {
    let survey = survey::read(EVERYTHING).unwrap_or_else(|problems| panic!("{problems:#?}"));
    comes_back(&survey);
}

/// Words and a condition that were changed in the sheet go before Hark's own beside them.
#[test]
fn what_an_officer_changed_counts() {
    let survey = survey::read(EVERYTHING).unwrap();
    let mut book = export(&survey);
    let sheet = &mut book.sheets[0];
    let column = |name: &str| {
        let headings = sheet.rows[0].cells.iter();
        headings
            .clone()
            .position(|heading| heading == name)
            .unwrap()
    };
    let (label, relevant) = (column("label"), column("relevant"));
    let (name, own) = (column("name"), column("hark_visible_if"));
    for row in &mut sheet.rows {
        match row.cells[name].as_str() {
            "nights" => row.cells[label] = "Evenings?".to_owned(),
            "going" => {
                assert!(!row.cells[own].is_empty());
                row.cells[relevant] = "${year} = '8'".to_owned();
            }
            _ => {}
        }
    }
    let imported = import(&book, "x");
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "survey, row 3 (going), hark_visible_if: repaired: \"year = '6' or year = '8'\" says something else than the column relevant, so this isn't read.",
            "survey, row 4 (nights), hark_label: repaired: It says something else than the column label, so it isn't read.",
        ]
    );
    let (changed, _) = imported.survey.unwrap();
    assert_eq!(
        changed.question("nights").unwrap().title,
        "Evenings?".into()
    );
    assert_eq!(
        changed.pages[1].visible_if.as_ref().unwrap().source(),
        "year = '8'"
    );
}

/// The columns with Hark's own words, each with that in `XPath` beside it.
const OWN_WORDS: [(&str, &str); 3] = [
    ("hark_visible_if", "relevant"),
    ("hark_required_if", "required"),
    ("hark_constraint", "constraint"),
];

/// A workbook without Hark's own words for what `XPath` says beside them. `XPath` can't name
/// a row of a grid where two have one name.
fn in_xpath_only(mut book: Book) -> Book {
    let sheet = &mut book.sheets[0];
    let headings = sheet.rows[0].cells.clone();
    let column = |name: &str| headings.iter().position(|heading| heading == name);
    for (own, xpath) in OWN_WORDS {
        let Some((own, xpath)) = column(own).zip(column(xpath)) else {
            continue;
        };
        for row in sheet.rows.iter_mut().skip(1) {
            if !row.cells[xpath].is_empty() {
                row.cells[own].clear();
            }
        }
    }
    book
}

/// Numbers below a bound, always the same for the same seed.
fn chance(seed: u64) -> impl FnMut(u32) -> u32 {
    let mut state = seed;
    move |bound| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        u32::try_from((state >> 33) % u64::from(bound.max(1))).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_generated_survey_comes_back(survey in surveys()) {
        let imported = import(&export(&survey), "another");
        let lines: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
        prop_assert_eq!(lines, Vec::<String>::new());
        prop_assert_eq!(imported.survey.unwrap().0, survey);
    }

    /// What other tools read is as good as Hark's own words: the same people see the same
    /// questions, and are told the same.
    #[test]
    fn xpath_alone_leads_the_same_way(survey in surveys(), seed in any::<u64>()) {
        let imported = import(&in_xpath_only(export(&survey)), "another");
        // A constraint that became a limit may show that nobody can reach a question.
        prop_assume!(imported.lines.is_empty());
        let (read, _) = imported.survey.unwrap();
        let mut chance = chance(seed);
        for _ in 0..8 {
            let answers = simulate(&survey, &mut chance);
            let ours = serde_json::to_value(journey(&survey, &answers)).unwrap();
            let theirs = serde_json::to_value(journey(&read, &answers)).unwrap();
            for part in ["pages", "required", "choices", "kept", "complete"] {
                prop_assert_eq!(&ours[part], &theirs[part], "{}: {}", part, ours);
            }
        }
    }
}
