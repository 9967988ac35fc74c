//! Older workbooks (`.xls`).

use std::io::{Cursor, Read};

use calamine::{Data, ExcelDateTime, Reader, Xls};
use hark_domain::survey::xlsform::{Book, Sheet};

use super::limits::{self, Budget};

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, String> {
    measure(bytes)?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes))
        .map_err(|error| format!("This workbook can't be read: {error}."))?;
    let mut budget = Budget::default();
    let mut book = Book::default();
    for (name, range) in workbook.worksheets() {
        let mut rows = Vec::new();
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = |first: u32, offset: usize| {
                first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
            };
            let (row, column) = (place(first_row, row), place(first_column, column));
            let text = text(cell);
            budget.cell(row, column, text.len())?;
            limits::put(&mut rows, row, column, text);
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

/// Records of the format that hold one cell or several in a row: where they begin with
/// row and column ([MS-XLS] 2.4).
const CELLS: [u16; 12] = [
    0x0006, 0x0203, 0x0204, 0x0205, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x027e, 0x0003, 0x0004,
];

/// The record that begins a sheet, and the one that names it.
const BEGINS: u16 = 0x0809;
const NAMES_SHEET: u16 = 0x0085;

/// The most cells: more would fill memory with copies of one long text.
const MOST_CELLS: usize = 200_000;

/// The most places between the first and the last cells of all sheets, which the reader
/// fills.
const MOST_PLACES: u64 = 4_000_000;

/// Looks through the records before they are read, because the reader makes room for
/// every place up to the last cell.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let records = stream(bytes)?;
    let mut rest = records.as_slice();
    let (mut sheets, mut cells) = (0, 0);
    let (mut places, mut last) = (0, (0_u64, 0_u64));
    while let Some(([kind_low, kind_high, length_low, length_high], after)) =
        rest.split_first_chunk()
    {
        let kind = u16::from_le_bytes([*kind_low, *kind_high]);
        let length = usize::from(u16::from_le_bytes([*length_low, *length_high]));
        let Some((record, after)) = after.split_at_checked(length) else {
            break;
        };
        rest = after;
        if kind == BEGINS {
            places += last.0 * last.1;
            last = (0, 0);
        }
        sheets += usize::from(kind == NAMES_SHEET);
        if CELLS.contains(&kind)
            && let Some(([row_low, row_high, column_low, column_high], more)) =
                record.split_first_chunk()
        {
            let row = u16::from_le_bytes([*row_low, *row_high]);
            let column = u16::from_le_bytes([*column_low, *column_high]);
            if u32::from(row) >= limits::ROWS || u32::from(column) >= limits::COLUMNS {
                return Err(limits::place());
            }
            cells += 1 + more.len() / 6;
            let width = u64::from(column) + 1 + more.len() as u64 / 2;
            last = (last.0.max(u64::from(row) + 1), last.1.max(width));
        }
    }
    places += last.0 * last.1;
    if sheets > limits::SHEETS {
        return Err(limits::sheets());
    }
    if places > MOST_PLACES || cells > MOST_CELLS {
        return Err(limits::place());
    }
    Ok(())
}

/// The stream of records inside the file.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let broken = |error: std::io::Error| {
        format!("This workbook is broken: {error}. Open it and save it again.")
    };
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name));
    let name = name.ok_or("There is no workbook in this file.")?;
    let mut records = Vec::new();
    file.open_stream(name)
        .and_then(|stream| stream.take(limits::UNPACKED).read_to_end(&mut records))
        .map_err(broken)?;
    Ok(records)
}
