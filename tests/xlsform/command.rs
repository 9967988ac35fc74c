//! `hark import xlsform` and `hark export-form`, as an organiser types them.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use hark_tests::packs;
use serde_json::Value;
use tempfile::TempDir;

const FORM: &str = "
| survey |
| | type | name | label |
| | text | idea | Your idea? |
| | date | day | Which day? |
| settings |
| | form_title | form_id | hark_about | hark_thanks | hark_minutes |
| | Ideas | ideas | About. | Thanks. | 2 |
";

const DATE: &str = "form.md: survey, row 5 (day), type: left out: \"date\": it asks for a date or a time. Hark doesn't: ask with choices, such as school years or days.\n";

/// How a command ended: its code, what it printed, and what it said.
fn run<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hark-under-test"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn form(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("form.md"), text).unwrap();
    folder
}

#[test]
fn without_a_folder_the_files_are_printed() {
    let folder = form(FORM);
    let (code, out, err) = run(folder.path(), ["import", "xlsform", "form.md"]);
    assert_eq!((code, err.as_str()), (Some(0), DATE));
    let printed: Value = serde_json::from_str(&out).unwrap();
    let survey = &printed["surveys/ideas.json"];
    assert_eq!(survey["id"], "ideas");
    assert_eq!(survey["pages"][0]["questions"][0]["id"], "idea");
    // People read it, too: its name comes first.
    assert!(out.find("\"id\"").unwrap() < out.find("\"about\"").unwrap());
}

#[test]
fn with_a_folder_they_are_written_and_never_over_others() {
    let folder = form(FORM);
    let import = ["import", "xlsform", "form.md", "--out", "pack"];
    let (code, out, err) = run(folder.path(), import);
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert_eq!(err, DATE);
    let file = folder.path().join("pack/surveys/ideas.json");
    let answers = folder.path().join("answers.json");
    fs::write(answers, "{\"idea\": \"A club\"}").unwrap();
    let journey = [
        "journey",
        "--json",
        "--survey",
        "pack/surveys/ideas.json",
        "--answers",
        "answers.json",
    ];
    let (code, out, err) = run(folder.path(), journey);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        serde_json::from_str::<Value>(&out).unwrap()["complete"],
        true
    );
    // The same again is no harm; anything else is somebody's work.
    assert_eq!(run(folder.path(), import).0, Some(0));
    fs::write(&file, "{}").unwrap();
    let (code, _, err) = run(folder.path(), import);
    assert_eq!(code, Some(1));
    assert!(err.ends_with("pack/surveys/ideas.json: This file is there already and says something else. Say --replace to write over it, or import into another folder.\n"), "{err}");
    assert_eq!(fs::read_to_string(file).unwrap(), "{}");
}

/// Each line on standard error is one thing with its record, whatever is in the cells.
#[test]
fn a_cell_of_several_lines_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = hark::sheets::markdown::read(FORM).unwrap();
    book.sheets[0].rows[2].cells[1] = "the\nday".to_owned();
    hark::sheets::write(&book, &folder.path().join("form.xlsx")).unwrap();
    let (code, out, err) = run(folder.path(), ["import", "xlsform", "form.xlsx"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(serde_json::from_str::<Value>(&out).is_ok());
    assert!(err.contains("(the day)"), "{err}");
    for line in err.lines() {
        let told = [": repaired: ", ": left out: ", ": refused: "];
        assert!(line.starts_with("form.xlsx: survey, row "), "{line}");
        assert!(told.iter().any(|word| line.contains(word)), "{line}");
    }
}

#[test]
fn a_form_that_is_refused_leaves_nothing() {
    let folder = form(&FORM.replace("Your idea?", "On ${day}?"));
    let (code, out, err) = run(
        folder.path(),
        ["import", "xlsform", "form.md", "--out", "pack"],
    );
    assert_eq!((code, out.as_str()), (Some(1), ""));
    let end = "form.md: survey, row 4 (idea), label: refused: It refers to \"day\" (row 5), which is left out.\nform.md: Nothing was imported.\n";
    assert!(err.ends_with(end), "{err}");
    assert!(!folder.path().join("pack").exists());
    let (code, _, err) = run(folder.path(), ["import", "xlsform", "nowhere.xlsx"]);
    assert_eq!(
        (code, err.as_str()),
        (Some(1), "nowhere.xlsx: There is no such file.\n")
    );
    assert_eq!(run(folder.path(), ["import", "xlsform"]).0, Some(2));
    assert_eq!(run(folder.path(), ["import", "word", "form.md"]).0, Some(2));
}

#[test]
fn a_survey_goes_out_and_comes_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let content = packs::shipped().display().to_string();
    let export = [
        "export-form",
        "nights",
        "--xlsform",
        "out.xlsx",
        "--content",
        &content,
    ];
    assert_eq!(
        run(folder.path(), export),
        (Some(0), String::new(), String::new())
    );
    let (code, out, err) = run(folder.path(), ["import", "xlsform", "out.xlsx"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("\"surveys/nights.json\""));
    let nowhere = [
        "export-form",
        "nights",
        "--xlsform",
        "no/such/out.xlsx",
        "--content",
        &content,
    ];
    let (code, _, err) = run(folder.path(), nowhere);
    assert_eq!(code, Some(1));
    assert!(
        err.starts_with("no/such/out.xlsx: This file can't be written: "),
        "{err}"
    );
}
