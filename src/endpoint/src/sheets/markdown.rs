//! Tables in Markdown, as the `XLSForm` community writes forms in tests and messages:
//!
//! ```text
//! | survey |
//! |        | type | name | label    |
//! |        | text | idea | Any idea |
//! ```
//!
//! A line with a word in its first cell and nothing after it begins a sheet of that name.

use hark_domain::survey::xlsform::{Book, Row, Sheet};

use super::limits::{self, Budget};

/// Reads the sheets of a text. Lines that are no rows of a table are passed over.
///
/// # Errors
/// Why it can't be read, as a sentence.
pub fn read(text: &str) -> Result<Book, String> {
    let mut book = Book::default();
    let mut budget = Budget::default();
    for (index, line) in text.lines().enumerate() {
        let Some(cells) = cells(line) else { continue };
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        for (column, cell) in cells.iter().enumerate() {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            budget.cell(number, column, cell.len())?;
        }
        match cells.as_slice() {
            [name, rest @ ..] if !name.is_empty() && rest.iter().all(String::is_empty) => {
                if book.sheets.len() >= limits::SHEETS {
                    return Err(limits::sheets());
                }
                book.sheets.push(Sheet {
                    name: name.clone(),
                    rows: Vec::new(),
                });
            }
            [_, rest @ ..] => {
                let Some(sheet) = book.sheets.last_mut() else {
                    return Err(format!(
                        "Line {number} comes before the name of a sheet, such as | survey |."
                    ));
                };
                budget.room(rest.len() + 1)?;
                sheet.rows.push(Row {
                    number,
                    cells: rest.to_vec(),
                });
            }
            [] => {}
        }
    }
    if book.sheets.is_empty() {
        return Err(
            "There is no table here: a form in Markdown begins with a line | survey |.".to_owned(),
        );
    }
    Ok(book)
}

/// The cells of a line; nothing where it is no row, or only divides rows.
fn cells(line: &str) -> Option<Vec<String>> {
    let row = line.trim().strip_prefix('|')?;
    if row
        .chars()
        .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
    {
        return None;
    }
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        match (c, cells.last_mut()) {
            ('|', _) if !escaped => cells.push(String::new()),
            (c, Some(cell)) => {
                // Only a bar needs a backslash before it.
                if escaped && c != '|' {
                    cell.push('\\');
                }
                if c != '\\' {
                    cell.push(c);
                }
            }
            (_, None) => {}
        }
        escaped = c == '\\';
    }
    if escaped && let Some(cell) = cells.last_mut() {
        cell.push('\\');
    }
    // A bar at the end closes the last cell and begins none.
    if cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    Some(cells.iter().map(|cell| cell.trim().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_rows_and_cells_are_read() {
        let book = read(
            "# A form\n| survey |\n| | type | label |\n|---|---|---|\n| | note | a \\| b |\n\nWords.\n| choices | | |\n|  | list_name | name\n",
        )
        .unwrap();
        let row = |number, cells: &[&str]| Row {
            number,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        assert_eq!(
            book.sheets,
            [
                Sheet {
                    name: "survey".into(),
                    rows: vec![row(3, &["type", "label"]), row(5, &["note", "a | b"])],
                },
                Sheet {
                    name: "choices".into(),
                    rows: vec![row(9, &["list_name", "name"])],
                },
            ]
        );
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for (text, sentence) in [
            (
                "",
                "There is no table here: a form in Markdown begins with a line | survey |.",
            ),
            (
                "a,b,c\n1,2,3",
                "There is no table here: a form in Markdown begins with a line | survey |.",
            ),
            (
                "| | type |",
                "Line 1 comes before the name of a sheet, such as | survey |.",
            ),
        ] {
            assert_eq!(read(text), Err(sentence.to_owned()), "{text}");
        }
        assert!(read(&"| a |\n".repeat(100)).is_err());
        assert!(read(&format!("| survey |\n| {}", "| a ".repeat(1_000))).is_err());
    }

    #[test]
    fn a_backslash_stays_where_it_escapes_nothing() {
        assert_eq!(cells("| a\\b | c\\\\ |").unwrap(), ["a\\b", "c\\\\"]);
    }
}
