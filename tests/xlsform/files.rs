//! Workbooks as files: whatever is in them, reading ends in a book or in a sentence.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use hark::sheets;
use hark_domain::survey::xlsform::{Book, Row, Sheet, import};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// How long a sentence may take, on a slow machine without optimisation.
const SOON: Duration = Duration::from_secs(20);

fn book() -> Book {
    let row = |number, cells: &[&str]| Row {
        number,
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
    };
    let sheet = |name: &str, rows| Sheet {
        name: name.to_owned(),
        rows,
    };
    Book {
        sheets: vec![sheet(
            "survey",
            vec![
                row(1, &["type", "name", "label"]),
                row(2, &["text", "a", "1"]),
                row(4, &["", "", "łódź | \"'<&>"]),
            ],
        )],
    }
}

/// A file of that name, kept as long as the folder.
fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// A right workbook's bytes.
fn right() -> Vec<u8> {
    let (_folder, path) = file("a.xlsx", b"");
    sheets::write(&book(), &path).unwrap();
    fs::read(path).unwrap()
}

/// A workbook with its parts changed.
fn changed(change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(right())).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        written
            .start_file(&name, SimpleFileOptions::default())
            .unwrap();
        written.write_all(&change(&name, bytes)).unwrap();
    }
    written.finish().unwrap().into_inner()
}

fn why(name: &str, bytes: &[u8]) -> String {
    let (_folder, path) = file(name, bytes);
    sheets::read(&path).unwrap_err()
}

#[test]
fn what_was_written_is_read() {
    let (_folder, path) = file("a.xlsx", &right());
    let mut read = sheets::read(&path).unwrap();
    // Empty cells at the end of a row need not be there.
    for row in &mut read.sheets[0].rows {
        row.cells.resize(3, String::new());
    }
    assert_eq!(read, book());
}

#[test]
fn a_name_that_says_something_else_is_refused() {
    for (name, bytes, sentence) in [
        (
            "a.xls",
            right(),
            "The name says that this is an older workbook (.xls), but it isn't: inside it is a workbook (.xlsx), so name it so.",
        ),
        (
            "a.xlsx",
            b"type,name".to_vec(),
            "The name says that this is a workbook (.xlsx), but it isn't: save it again from the program it was made with.",
        ),
        (
            "a.md",
            right(),
            "The name says that this is text (.md), but it isn't: inside it is a workbook (.xlsx), so name it so.",
        ),
        (
            "a.csv",
            b"type,name".to_vec(),
            "The name has to end in .xlsx, .xls or .md, for a workbook or for tables in Markdown.",
        ),
        (
            "a",
            right(),
            "The name has to end in .xlsx, .xls or .md, for a workbook or for tables in Markdown.",
        ),
        (
            "a.md",
            b"\xff\xfe".to_vec(),
            "This is not UTF-8 text: save it as UTF-8.",
        ),
        (
            "a.xlsx",
            Vec::new(),
            "The name says that this is a workbook (.xlsx), but it isn't: save it again from the program it was made with.",
        ),
    ] {
        assert_eq!(why(name, &bytes), sentence);
    }
    let nowhere = sheets::read(std::path::Path::new("nowhere.xlsx")).unwrap_err();
    assert_eq!(nowhere, "There is no such file.");
}

#[test]
fn what_grows_when_it_is_unpacked_is_refused() {
    let bomb = changed(|name, bytes| match name {
        "xl/sharedStrings.xml" => vec![b' '; 80 * 1024 * 1024],
        _ => bytes,
    });
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(
        why("a.xlsx", &bomb),
        "This workbook is too large once it is unpacked: 64 MB is the most."
    );
    assert_eq!(
        why(
            "a.xlsx",
            &[b"PK\x03\x04".to_vec(), vec![0; 9 * 1024 * 1024]].concat()
        ),
        "This file is too large: 8 MB is the most."
    );
}

#[test]
fn a_cell_far_off_is_refused_before_room_is_made_for_it() {
    let far = changed(|name, bytes| match name {
        "xl/worksheets/sheet1.xml" => {
            let xml = String::from_utf8(bytes).unwrap();
            assert!(xml.contains("r=\"C4\""));
            xml.replace("r=\"C4\"", "r=\"XFD1048576\"").into_bytes()
        }
        _ => bytes,
    });
    assert_eq!(
        why("a.xlsx", &far),
        "A sheet of this workbook is too large: 20000 rows and 500 columns are the most."
    );
}

/// A workbook whose first sheet has these rows, as XML.
fn rows(rows: &str) -> Vec<u8> {
    changed(|name, bytes| match name {
        "xl/worksheets/sheet1.xml" => {
            let xml = String::from_utf8(bytes).unwrap();
            let (before, rest) = xml.split_once("<sheetData>").unwrap();
            let (_, after) = rest.split_once("</sheetData>").unwrap();
            format!("{before}<sheetData>{rows}</sheetData>{after}").into_bytes()
        }
        _ => bytes,
    })
}

/// Rows of these numbers, each with one cell in the last column that is read.
fn wide(numbers: impl Iterator<Item = u32>, cell: &str) -> String {
    let rows = numbers.map(|row| format!("<row r=\"{row}\"><c r=\"SF{row}\"{cell}</row>"));
    rows.collect::<Vec<_>>().concat()
}

const TRUE: &str = " t=\"b\"><v>1</v></c>";

#[test]
fn cells_far_apart_are_refused_before_room_is_made_for_all() {
    let begun = Instant::now();
    let bomb = rows(&wide(1..=20_000, TRUE));
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(
        why("a.xlsx", &bomb),
        "The cells of this workbook are too far apart: 4000000 places up to the last of each row are the most."
    );
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    // Fewer are read.
    let (_folder, path) = file("a.xlsx", &rows(&wide(1..=100, TRUE)));
    assert_eq!(sheets::read(&path).unwrap().sheets[0].rows.len(), 100);
}

#[test]
fn rows_that_go_back_are_refused() {
    let begun = Instant::now();
    let numbers = (0..200_000).map(|at| 1 + at % 2);
    assert_eq!(
        why("a.xlsx", &rows(&wide(numbers, TRUE))),
        "The rows of a sheet of this workbook are out of order: open it and save it again."
    );
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn cells_with_nothing_in_them_take_no_room() {
    for empty in [
        "/>",
        "><v></v></c>",
        " t=\"str\"><v></v></c>",
        " t=\"e\"><v>#N/A</v></c>",
    ] {
        let begun = Instant::now();
        let (_folder, path) = file("a.xlsx", &rows(&wide(1..=20_000, empty)));
        assert_eq!(sheets::read(&path).unwrap().sheets[0].rows, [], "{empty}");
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    }
}

/// A heading stands above many cells, and its text is there once.
#[test]
fn a_long_heading_is_not_copied_into_every_cell() {
    let begun = Instant::now();
    let row = |number: u32, cell: &str| Row {
        number,
        cells: vec![cell.to_owned()],
    };
    let mut book = book();
    let rows = &mut book.sheets[0].rows;
    *rows = vec![row(1, &"x".repeat(4_000_000))];
    rows.extend((2..=20_000).map(|number| row(number, "x")));
    assert!(import(&book, "a").survey.is_none());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn a_long_text_repeated_without_end_is_refused() {
    let copied = changed(|name, bytes| match name {
        "xl/sharedStrings.xml" => {
            let long = "x".repeat(1_000_000);
            let xml = String::from_utf8(bytes).unwrap();
            xml.replacen("<t>type</t>", &format!("<t>{long}</t>"), 1)
                .into_bytes()
        }
        "xl/worksheets/sheet1.xml" => {
            let rows = (10..100)
                .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"));
            let cells = rows.collect::<Vec<_>>().concat();
            let xml = String::from_utf8(bytes).unwrap();
            xml.replace("</sheetData>", &format!("{cells}</sheetData>"))
                .into_bytes()
        }
        _ => bytes,
    });
    assert_eq!(
        why("a.xlsx", &copied),
        "There is too much text in this workbook: 8 MB is the most."
    );
}

/// Cut off anywhere, or with any byte changed, a workbook is read or refused in a sentence.
#[track_caller]
fn survives(name: &str, bytes: &[u8]) {
    let mut refused = 0;
    let step = (bytes.len() / 150).max(1);
    for at in (0..bytes.len()).step_by(step) {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 0x55;
        for broken in [&bytes[..at], &flipped] {
            let (_folder, path) = file(name, broken);
            match sheets::read(&path) {
                Ok(book) => drop(import(&book, "a")),
                Err(sentence) => {
                    assert!(sentence.ends_with('.'), "{sentence}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_broken_workbook_is_a_sentence() {
    survives("a.xlsx", &right());
}

#[test]
fn a_broken_older_workbook_is_a_sentence() {
    // Older ones are among other people's cases; none is written here.
    let Some(folder) = crate::corpus::folder("a broken file") else {
        return;
    };
    survives(
        "a.xls",
        &fs::read(folder.join("xlsform/xf-01-tutorial.xls")).unwrap(),
    );
}
