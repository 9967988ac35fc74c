//! Forms written in the tests, as tables in Markdown.

use hark::sheets::markdown;
use hark_domain::survey::xlsform::{Imported, import};
use serde_json::Value;

/// Settings that leave nothing to repair.
const SETTINGS: &str = "
| settings |
| | form_title | form_id | hark_about | hark_thanks | hark_minutes |
| | Form | form | About. | Thanks. | 2 |";

/// The lists that forms here use.
pub(crate) const LISTS: &str = "
| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| | yes_no | no | No |
| | marks | 1 | One |
| | marks | 2 | Two |
| | marks | 5 | Five |
| | marks | dk | Don't know |";

/// Imports a form whose settings are in order.
pub(crate) fn read(form: &str) -> Imported {
    import(&markdown::read(&format!("{form}{SETTINGS}")).unwrap(), "x")
}

/// What was said of a form, without what is written in its settings.
pub(crate) fn said(form: &str) -> Vec<String> {
    read(form).lines.iter().map(ToString::to_string).collect()
}

/// The pages of a form that is carried without a word.
#[track_caller]
pub(crate) fn pages(form: &str) -> Value {
    let imported = read(form);
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert_eq!(said, Vec::<String>::new(), "{form}");
    imported.survey.unwrap().1["pages"].take()
}

/// The pages of a form, whatever is said of it, and what is said.
#[track_caller]
pub(crate) fn pages_and_said(form: &str) -> (Value, Vec<String>) {
    let imported = read(form);
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    let Some((_, mut json)) = imported.survey else {
        panic!("{said:#?}");
    };
    (json["pages"].take(), said)
}

/// The questions of a form with these rows below the headings `type`, `name`, `label` and
/// `more`, and the usual lists.
#[track_caller]
pub(crate) fn questions(more: &str, rows: &[&str]) -> Vec<Value> {
    let pages = pages(&survey(more, rows));
    let pages = pages.as_array().unwrap().iter();
    pages
        .flat_map(|page| page["questions"].as_array().unwrap().clone())
        .collect()
}

/// A form of these rows, with the usual lists.
pub(crate) fn survey(more: &str, rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| format!("| | {row} |")).collect();
    format!(
        "| survey |\n| | type | name | label | {more} |\n{}{LISTS}",
        rows.join("\n")
    )
}
