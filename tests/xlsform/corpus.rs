//! Workbooks of others, each with what ODK's engine showed after each answer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use hark::sheets;
use hark_domain::id::QuestionId;
use hark_domain::json;
use hark_domain::survey::xlsform::{Act, Book, Imported, import};
use hark_domain::survey::{Answers, Survey, journey};
use hark_tests::cases;
use serde_json::{Map, Value, json};

/// The folder of the survey cases, where there is one. Of other people's workbooks,
/// `what` isn't tried otherwise.
pub(crate) fn folder(what: &str) -> Option<PathBuf> {
    cases::find("survey", &format!("with other people's workbooks {what}"))
}

#[test]
fn every_workbook_goes_the_way_the_other_engine_showed() {
    let Some(folder) = folder("the way through each") else {
        return;
    };
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder.join("xlsform"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let mut compared = 0;
    let mut unsupported: BTreeMap<String, usize> = BTreeMap::new();
    for path in names {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let book = sheets::read(&path).unwrap();
        let (survey, rows) = whole_or_rest(book, &name);
        for text in rows {
            *unsupported.entry(text).or_default() += 1;
        }
        let expected = folder.join(format!("expected/{name}.expected.json"));
        let expected: Value =
            serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
        let steps = compare(&survey, &expected, &name);
        assert!(steps > 0, "{name}: nothing was compared");
        compared += steps;
    }
    let unsupported = unsupported.iter();
    let unsupported: Vec<String> = unsupported
        .map(|(text, count)| format!("  {count} × {text}"))
        .collect();
    cases::say(&format!(
        "{compared} steps are as in the other engine. Not carried:\n{}",
        unsupported.join("\n")
    ));
    // As many as there were when this was written; more is as good.
    assert!(compared >= 97, "only {compared} steps");
}

/// What the two workbooks that are refused say. The others are carried whole.
#[test]
fn what_is_refused_says_why() {
    let Some(folder) = folder("what is refused") else {
        return;
    };
    let said = |file: &str| {
        let imported = import(&sheets::read(&folder.join(file)).unwrap(), "x");
        assert!(imported.survey.is_none(), "{file}");
        let lines: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
        lines
    };
    let tutorial = said("xlsform/xf-01-tutorial.xls");
    for line in [
        "survey, row 2 (member), type: left out: It is a repeat: it asks the same again for each person or thing, and Hark asks once.",
        "survey, row 12 (pregnant): left out: It stands in the repeat \"member\".",
        "survey: refused: Nothing is left to ask.",
    ] {
        assert!(
            tutorial.iter().any(|said| said == line),
            "{line}: {tutorial:#?}"
        );
    }
    let flat = said("xlsform/xf-06-flat-all-features.xlsx");
    for line in [
        "survey, row 3 (email_note), relevant: left out: It compares with a pattern, regex(), and Hark doesn't.",
        "survey, row 42 (start), type: left out: \"start\": for privacy: it notes something about the person, their phone or the time, and Hark never does.",
        "survey, row 41 (calculate_test_output), label::english: refused: It refers to \"calculate_test\" (row 40), which is left out.",
    ] {
        assert!(flat.iter().any(|said| said == line), "{line}: {flat:#?}");
    }
    for (file, rows) in [
        ("xlsform/xf-02-specify-other.md", 0),
        ("xlsform/xf-04-choice-filter.xlsx", 0),
    ] {
        let imported = import(&sheets::read(&folder.join(file)).unwrap(), "x");
        let left_out = imported
            .lines
            .iter()
            .filter(|line| line.act != Act::Repaired);
        assert_eq!(
            (left_out.count(), imported.survey.is_some()),
            (rows, true),
            "{file}"
        );
    }
}

/// The survey of a workbook, or of what is left without the rows that refuse it; with
/// what was said of those.
fn whole_or_rest(mut book: Book, name: &str) -> (Survey, Vec<String>) {
    let mut said = Vec::new();
    loop {
        let Imported { survey, lines } = import(&book, name);
        let gone = lines.iter().filter(|line| line.act != Act::Repaired);
        let mut rows = BTreeSet::new();
        for line in gone.filter(|line| line.sheet == "survey") {
            rows.extend(line.row);
            let text = &line.text;
            let names_a_row = text.starts_with("It refers to") || text.starts_with("It stands in");
            if !names_a_row && line.row.is_some() {
                said.push(text.clone());
            }
        }
        if let Some((survey, _)) = survey {
            return (survey, said);
        }
        let sheet = book
            .sheets
            .iter_mut()
            .find(|sheet| sheet.name == "survey")
            .unwrap();
        let before = sheet.rows.len();
        // Of a repeat only what makes it one: its questions are there to be compared.
        let is_repeat = |cells: &[String]| cells.iter().any(|cell| cell.ends_with(" repeat"));
        if sheet.rows.iter().any(|row| is_repeat(&row.cells)) {
            sheet.rows.retain(|row| !is_repeat(&row.cells));
        } else {
            sheet.rows.retain(|row| !rows.contains(&row.number));
        }
        assert!(sheet.rows.len() < before, "{name}: {lines:#?}");
    }
}

/// The names of what a survey asks, by the last part of the other engine's paths.
fn references(survey: &Survey) -> BTreeMap<String, String> {
    let mut references = BTreeMap::new();
    for (_, question) in survey.questions() {
        references.insert(question.id.to_string(), question.id.to_string());
        for row in question.kind.rows() {
            references.insert(row.id.to_string(), format!("{}.{}", question.id, row.id));
        }
    }
    references
}

struct Names(BTreeMap<String, String>);

impl Names {
    fn of(&self, path: &str) -> Option<String> {
        self.0.get(path.rsplit('/').next().unwrap()).cloned()
    }

    fn set(&self, paths: &Value) -> BTreeSet<String> {
        let paths = paths.as_array().unwrap().iter();
        paths
            .filter_map(|path| self.of(path.as_str().unwrap()))
            .collect()
    }
}

/// Walks every case; gives how many steps were compared.
fn compare(survey: &Survey, expected: &Value, form: &str) -> usize {
    let names = Names(references(survey));
    let mut compared = 0;
    for case in expected["cases"].as_array().unwrap() {
        let mut answers = Map::new();
        let (mut relevant, mut required) = (BTreeSet::new(), BTreeSet::new());
        let (mut options, mut violations) = (Value::Null, Value::Null);
        let mut steps = case["steps"].as_array().unwrap().iter();
        for log in case["log"].as_array().unwrap() {
            if let Some(after) = log["after"].as_str() {
                let step = steps.next().unwrap();
                assert_eq!(step["set"], after);
                if let Some(name) = names.of(after) {
                    answer(survey, &mut answers, &name, &step["value"]);
                }
            }
            if let Some(all) = log.get("relevant") {
                relevant = names.set(all);
            }
            for gone in log
                .get("becameIrrelevant")
                .map(|gone| names.set(gone))
                .iter()
                .flatten()
            {
                relevant.remove(gone);
            }
            relevant.extend(
                log.get("becameRelevant")
                    .map(|new| names.set(new))
                    .unwrap_or_default(),
            );
            if let Some(all) = log.get("required") {
                required = names.set(all);
            }
            for (kept, changed) in [(&mut options, "options"), (&mut violations, "violations")] {
                if let Some(changed) = log.get(changed) {
                    *kept = changed.clone();
                }
            }
            let place = format!("{form}, case {}, after {}", case["case"], log["after"]);
            let walked: Answers = json::read(&Value::Object(answers.clone()).to_string()).unwrap();
            let walked = serde_json::to_value(journey(survey, &walked)).unwrap();
            assert_eq!(visible(&walked), relevant, "{place}: visible");
            let ours: BTreeSet<String> =
                serde_json::from_value(walked["required"].clone()).unwrap();
            assert_eq!(ours, required, "{place}: required");
            assert_eq!(
                broken(&walked),
                theirs(&names, &violations),
                "{place}: violations"
            );
            for (path, theirs) in options.as_object().unwrap() {
                let Some(name) = names.of(path) else { continue };
                // Only what is seen: the other engine keeps the options of what is hidden.
                if relevant.contains(&name) {
                    assert_eq!(
                        walked["choices"][&name], *theirs,
                        "{place}: options of {name}"
                    );
                }
            }
            compared += 1;
        }
    }
    compared
}

fn visible(journey: &Value) -> BTreeSet<String> {
    let pages = journey["pages"].as_array().unwrap().iter();
    let questions = pages.flat_map(|page| page["questions"].as_array().unwrap());
    questions
        .map(|id| id.as_str().unwrap().to_owned())
        .collect()
}

/// What is wrong: by question, whether it is only missing.
fn broken(journey: &Value) -> BTreeMap<String, bool> {
    let errors = journey["errors"].as_array().unwrap().iter();
    errors
        .map(|error| {
            let question = error["question"].as_str().unwrap().to_owned();
            (question, error["code"] == "required")
        })
        .collect()
}

fn theirs(names: &Names, violations: &Value) -> BTreeMap<String, bool> {
    let violations = violations.as_object().unwrap().iter();
    violations
        .filter_map(|(path, wrong)| Some((names.of(path)?, wrong["condition"] == "required")))
        .collect()
}

/// Puts their value as an answer of Hark's.
fn answer(survey: &Survey, answers: &mut Map<String, Value>, name: &str, value: &Value) {
    let (question, row) = match name.split_once('.') {
        Some((question, row)) if survey.question(name).is_none() => (question, Some(row)),
        _ => (name, None),
    };
    assert!(QuestionId::new(question).is_ok());
    let kind = &survey.question(question).unwrap().kind;
    let several = matches!(
        kind,
        hark_domain::survey::Kind::Multiple { .. } | hark_domain::survey::Kind::Ranking { .. }
    );
    let value = match value {
        Value::Array(list) if !several => list.first().cloned().unwrap_or_else(|| json!("")),
        other => other.clone(),
    };
    match row {
        Some(row) => {
            let rows = answers.entry(question).or_insert_with(|| json!({}));
            rows[row] = value;
        }
        None => {
            answers.insert(question.to_owned(), value);
        }
    }
}
