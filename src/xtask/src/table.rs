//! Plain tables for a terminal.

/// Rows under a heading: the first column on the left, all others on the right.
pub(crate) fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    let heading: Vec<String> = heading.iter().map(|cell| (*cell).to_owned()).collect();
    let width = |column: usize| {
        std::iter::once(&heading)
            .chain(rows)
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| match column {
                0 => format!("{cell:<0$}", width(0)),
                _ => format!("{cell:>0$}", width(column)),
            })
            .collect();
        format!("  {}", cells.join("  ")).trim_end().to_owned()
    };
    std::iter::once(&heading)
        .chain(rows)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Bytes as kilobytes of 1,000 bytes, with one decimal, rounded up: what is over a
/// limit must not look as if it kept it.
pub(crate) fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// `a` to `b` with two decimals, such as `0.25 ×`.
pub(crate) fn ratio(a: usize, b: usize) -> String {
    let hundredths = (a * 100 + b / 2) / b;
    format!("{}.{:02} ×", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = vec![
            vec!["wasm".to_owned(), "9".to_owned()],
            vec!["é".to_owned(), "10".to_owned()],
        ];
        assert_eq!(
            table(&["file", "KB"], &rows),
            "  file  KB\n  wasm   9\n  é     10"
        );
    }

    #[test]
    fn numbers_read_well() {
        assert_eq!(kilobytes(129_900), "129.9 KB");
        assert_eq!(kilobytes(130_001), "130.1 KB");
        assert_eq!(ratio(1, 4), "0.25 ×");
        assert_eq!(ratio(2, 3), "0.67 ×");
    }
}
