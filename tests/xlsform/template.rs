//! The workbook in `docs/`, which officers start from: as `hark export-form` writes it.

use hark::sheets;
use hark_domain::survey;
use hark_domain::survey::xlsform::{export, import};
use hark_tests::packs;

#[test]
fn the_template_is_the_sample_survey() {
    let sample = std::fs::read_to_string(packs::fixture("survey-template.json")).unwrap();
    let sample = survey::read(&sample).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let book = sheets::read(&packs::root().join("docs/survey-template.xlsx")).unwrap();
    let imported = import(&book, "x");
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(imported.survey.unwrap().0, sample);
    // And as it would be written today.
    let headings = |book: &hark_domain::survey::xlsform::Book| {
        let sheets = book.sheets.iter();
        let firsts = sheets.map(|sheet| (sheet.name.clone(), sheet.rows[0].cells.clone()));
        firsts.collect::<Vec<_>>()
    };
    assert_eq!(
        headings(&book),
        headings(&export(&sample)),
        "write it again with hark export-form"
    );
}
