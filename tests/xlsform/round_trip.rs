//! Out and in again: the same survey.

use std::fs;
use std::path::Path;

use hark::sheets;
use hark_domain::survey::xlsform::{export, import};
use hark_domain::survey::{self, Survey};

fn shipped() -> Vec<Survey> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content/surveys");
    let mut paths: Vec<_> = fs::read_dir(folder)
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
