//! Older workbooks (`.xls`).

use std::io::{self, Cursor, Read, Write};

use calamine::{Data, ExcelDateTime, Reader, Xls};
use hark_domain::survey::xlsform::{Book, Sheet};

use super::limits::{self, Budget};
use super::records;

/// Where workbooks keep their records, newer ones first.
const STREAMS: [&str; 2] = ["/Workbook", "/Book"];

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, String> {
    let (name, records) = stream(bytes)?;
    records::measure(&records)?;
    let alone = alone(name, &records).map_err(|error| broken(&error))?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(alone))
        .map_err(|error| format!("This workbook can't be read: {error}."))?;
    let mut budget = Budget::default();
    let mut book = Book::default();
    for name in workbook.sheet_names() {
        let range = workbook
            .worksheet_range(&name)
            .map_err(|error| format!("This workbook can't be read: {error}."))?;
        let mut rows = Vec::new();
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = |first: u32, offset: usize| {
                first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
            };
            let (row, column) = (place(first_row, row), place(first_column, column));
            budget.put(&mut rows, row, column, text(cell))?;
        }
        book.sheets.push(Sheet { name, rows });
    }
    Ok(book)
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(mark) => truth(*mark),
        Data::DateTime(date) => day(*date),
        _ => String::new(),
    }
}

/// True and false as spreadsheets write them.
pub(super) fn truth(mark: bool) -> String {
    if mark { "TRUE" } else { "FALSE" }.to_owned()
}

/// A day, with its time where it has one, as `site.json` and surveys write them.
pub(super) fn day(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    if hour == 0 && minute == 0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
    }
}

fn broken(error: &io::Error) -> String {
    format!("This workbook is broken: {error}. Open it and save it again.")
}

/// The stream of records inside the file, with its name.
fn stream(bytes: &[u8]) -> Result<(&'static str, Vec<u8>), String> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let name = STREAMS.into_iter().find(|name| file.is_stream(name));
    let name = name.ok_or("There is no workbook in this file.")?;
    let mut records = Vec::new();
    file.open_stream(name)
        .and_then(|stream| stream.take(limits::UNPACKED).read_to_end(&mut records))
        .map_err(|error| broken(&error))?;
    Ok((name, records))
}

/// A file with nothing but these records: the reader finds what was measured, not another
/// stream of that name.
fn alone(name: &str, records: &[u8]) -> io::Result<Vec<u8>> {
    let empty = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, empty)?;
    file.create_stream(name)?.write_all(records)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use hark_domain::survey::xlsform::Row;

    use super::*;

    fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
        let data = data.concat();
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
    }

    fn begin(what: u16) -> Vec<u8> {
        let version = 0x0600_u16.to_le_bytes();
        record(0x0809, &[&version, &what.to_le_bytes(), &[0; 12]])
    }

    fn end() -> Vec<u8> {
        record(0x000a, &[])
    }

    /// A cell that shows a shared text.
    fn shows(row: u16, column: u16, text: u32) -> Vec<u8> {
        let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
        record(0x00fd, &[&place, &text.to_le_bytes()])
    }

    /// A file of sheets that are all the same records, with these shared texts.
    fn workbook(sheets: u32, shared: &[Vec<u8>], records: &[u8]) -> Vec<u8> {
        let shared = shared.concat();
        let head = |begins: u32| {
            let names = (0..sheets).map(|sheet| {
                let name = format!("s{:02}", sheet % 100);
                record(
                    0x0085,
                    &[&begins.to_le_bytes(), &[0, 0, 3, 0], name.as_bytes()],
                )
            });
            let names = names.collect::<Vec<_>>().concat();
            [begin(5), names, shared.clone(), end()].concat()
        };
        let begins = u32::try_from(head(0).len()).unwrap();
        alone(
            "/Workbook",
            &[head(begins), begin(0x10), records.to_vec(), end()].concat(),
        )
        .unwrap()
    }

    #[track_caller]
    fn refused(file: &[u8], sentence: &str) {
        let begun = Instant::now();
        assert!(file.len() < 8 * 1024 * 1024, "{}", file.len());
        assert_eq!(read(file), Err(sentence.to_owned()));
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(20), "{took:?}");
    }

    #[test]
    fn a_shared_text_that_is_continued_is_read() {
        // The second text goes on in a record of its own, there in two bytes a character.
        let shared = [
            record(0x00fc, &[&[0; 8], b"\x02\0\0hi", b"\x03\0\0a"]),
            record(0x003c, &[b"\x01b\0", b"\x42\x01"]),
        ];
        let cells = [shows(0, 0, 0), shows(2, 1, 1), shows(2, 3, 0)].concat();
        let row = |number, cells: &[&str]| Row {
            number,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        assert_eq!(
            read(&workbook(1, &shared, &cells)).unwrap().sheets,
            [Sheet {
                name: "s00".to_owned(),
                rows: vec![row(1, &["hi"]), row(3, &["", "ab\u{142}", "", "hi"])],
            }]
        );
    }

    #[test]
    fn one_long_text_in_many_cells_is_refused() {
        let long = [record(0x00fc, &[&[0; 8], b"\0\x1f\0", &[b'x'; 0x1f00]])];
        let cells = (0..200_000_u32).map(|at| {
            shows(
                u16::try_from(at / 100).unwrap(),
                u16::try_from(at % 100).unwrap(),
                0,
            )
        });
        let cells = cells.collect::<Vec<_>>().concat();
        let sentence = "There is too much text in this workbook: 8 MB is the most.";
        refused(&workbook(1, &long, &cells), sentence);
        let cells = (0..100).map(|row| shows(row, 0, 0));
        let cells = cells.collect::<Vec<_>>().concat();
        assert!(read(&workbook(1, &long, &cells)).is_ok());
        refused(&workbook(50, &long, &cells), sentence);
    }

    #[test]
    fn cells_far_apart_are_refused() {
        let corners = [shows(0, 0, 0), shows(9_999, 300, 0)].concat();
        let shared = [record(0x00fc, &[&[0; 8], b"\x01\0\0a"])];
        assert!(read(&workbook(1, &shared, &corners)).is_ok());
        // The same sheet by other names is as much again.
        refused(
            &workbook(2, &shared, &corners),
            "The cells of this workbook are too far apart: 4000000 places up to the last of each row are the most.",
        );
        refused(
            &workbook(51, &shared, &corners),
            "This workbook has too many sheets: 50 are the most.",
        );
    }

    #[test]
    fn what_a_sheet_claims_is_not_believed() {
        let many = u32::MAX.to_le_bytes();
        for claim in [
            record(0x0200, &[&[0; 4], &many, &[0, 0, 0xff, 0xff, 0, 0]]),
            record(0x0200, &[&many, &[1, 0, 0, 0], &[0, 0, 1, 0, 0, 0]]),
        ] {
            refused(
                &workbook(1, &[], &claim),
                "A sheet of this workbook is too large: 20000 rows and 500 columns are the most.",
            );
        }
    }
}
