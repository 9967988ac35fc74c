//! Workbooks of today (`.xlsx`).

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx};
use hark_domain::survey::xlsform::{Book, Sheet};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::limits::{self, Budget};

/// The most files in a workbook's archive.
const FILES: usize = 2_000;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, String> {
    measure(bytes)?;
    let broken = |error: &dyn std::fmt::Display| format!("This workbook can't be read: {error}.");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names = workbook.sheet_names();
    if names.len() > limits::SHEETS {
        return Err(limits::sheets());
    }
    let mut budget = Budget::default();
    let mut book = Book::default();
    for name in names {
        // Charts are sheets, too, and have no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut rows = Vec::new();
        // One by one: a sheet whose last cell lies far off would be filled up to there.
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value());
            budget.put(&mut rows, row, column, text)?;
        }
        book.sheets.push(Sheet { name, rows });
    }
    Ok(book)
}

/// Unpacks everything once into nothing, because what an archive says of its sizes may be
/// wrong.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let broken = |error: &dyn std::fmt::Display| {
        format!("This workbook is broken: {error}. Open it and save it again.")
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > FILES {
        return Err(format!(
            "This workbook has too many parts: {FILES} are the most."
        ));
    }
    let mut left = limits::UNPACKED;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(&error))?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        left = left
            .checked_sub(unpacked.map_err(|error| broken(&error))?)
            .ok_or_else(|| {
                format!(
                    "This workbook is too large once it is unpacked: {} MB is the most.",
                    limits::UNPACKED / 1024 / 1024
                )
            })?;
    }
    Ok(())
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(mark) => super::xls::truth(*mark),
        DataRef::DateTime(date) => super::xls::day(*date),
    }
}

/// Writes a workbook to a file. The first row of each sheet is its headings.
///
/// # Errors
/// Why it can't be written, as a sentence without the file's name.
pub fn write(book: &Book, path: &Path) -> Result<(), String> {
    let mut workbook = Workbook::new();
    let written = book
        .sheets
        .iter()
        .try_for_each(|sheet| fill(workbook.add_worksheet(), sheet))
        .and_then(|()| workbook.save(path));
    written.map_err(|error| format!("This file can't be written: {error}."))
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    worksheet.set_name(&sheet.name)?;
    worksheet.set_freeze_panes(1, 0)?;
    let mut widths: Vec<usize> = Vec::new();
    for row in &sheet.rows {
        let number = row.number.saturating_sub(1);
        for (column, text) in row.cells.iter().enumerate() {
            if widths.len() <= column {
                widths.push(0);
            }
            widths[column] = widths[column].max(text.chars().count());
            if text.is_empty() {
                continue;
            }
            let format = if number == 0 { &heading } else { &wrapped };
            // Always as text, so that no program makes a date of an id.
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            worksheet.write_string_with_format(number, column, text, format)?;
        }
    }
    for (column, width) in widths.into_iter().enumerate() {
        let width = u16::try_from(width.clamp(8, 48) + 2).unwrap_or(50);
        worksheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), width)?;
    }
    Ok(())
}
