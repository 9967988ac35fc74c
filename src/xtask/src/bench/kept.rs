//! Tables that are kept in `docs/measurements.md`, each benchmark's between marks of
//! its own.

use crate::{Outcome, files, project::Project};
use hark_domain::calendar::LocalDate;
use std::time::{SystemTime, UNIX_EPOCH};

/// A table, for a terminal and for the documentation.
pub(crate) struct Table {
    /// What it shows.
    pub(crate) title: &'static str,
    /// The first column is on the left, all others on the right.
    pub(crate) heading: Vec<&'static str>,
    /// As many cells each as the heading has.
    pub(crate) rows: Vec<Vec<String>>,
}

/// Puts the tables in the place of those that were kept before. Where nothing changed
/// the file stays as it is, with the date of when it was measured so first.
pub(crate) fn keep(project: &Project, name: &str, tables: &[Table]) -> Outcome<()> {
    let path = project.root.join("docs/measurements.md");
    let text = String::from_utf8(files::read(&path)?)
        .map_err(|_| "docs/measurements.md is not UTF-8.".to_owned())?;
    let tables: Vec<String> = tables.iter().map(markdown).collect();
    let changed = exchanged(&text, name, &tables.join("\n"), &today())
        .ok_or_else(|| format!("docs/measurements.md has no marks for \"{name}\"."))?;
    if changed != text {
        files::write(&path, changed)?;
        println!("\nKept in docs/measurements.md.");
    }
    Ok(())
}

/// The text with other tables between the marks; nothing where it has no such marks.
fn exchanged(text: &str, name: &str, tables: &str, today: &str) -> Option<String> {
    let (open, close) = (
        format!("<!-- bench:{name} -->\n"),
        format!("<!-- /bench:{name} -->"),
    );
    let (before, rest) = text.split_once(&open)?;
    let (kept, after) = rest.split_once(&close)?;
    let kept = kept.split_once("\n\n").map_or("", |(_, tables)| tables);
    if kept == tables {
        return Some(text.to_owned());
    }
    Some(format!(
        "{before}{open}Measured on {today}.\n\n{tables}{close}{after}"
    ))
}

fn markdown(table: &Table) -> String {
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let rule = (0..table.heading.len()).map(|column| if column == 0 { "---" } else { "--:" });
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect());
    let lines = [table.heading.clone(), rule.collect()]
        .into_iter()
        .chain(rows);
    format!(
        "{}:\n\n{}",
        table.title,
        lines.map(line).collect::<String>()
    )
}

fn today() -> String {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
    LocalDate::from_days(days).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# A\n<!-- bench:size -->\nMeasured on 2026-01-01.\n\nold\n<!-- /bench:size -->\nend\n";

    #[test]
    fn new_tables_take_the_place_of_the_old() {
        let changed = exchanged(TEXT, "size", "new\n", "2026-02-02").unwrap_or_default();
        assert_eq!(
            changed,
            "# A\n<!-- bench:size -->\nMeasured on 2026-02-02.\n\nnew\n<!-- /bench:size -->\nend\n"
        );
    }

    #[test]
    fn the_date_stays_while_nothing_changes() {
        assert_eq!(
            exchanged(TEXT, "size", "old\n", "2026-02-02").as_deref(),
            Some(TEXT)
        );
    }

    #[test]
    fn without_marks_there_is_no_place() {
        assert_eq!(exchanged(TEXT, "page", "new\n", "2026-02-02"), None);
    }

    #[test]
    fn a_table_is_markdown() {
        let table = Table {
            title: "Bytes",
            heading: vec!["file", "plain"],
            rows: vec![vec!["a".to_owned(), "1".to_owned()]],
        };
        assert_eq!(
            markdown(&table),
            "Bytes:\n\n| file | plain |\n| --- | --: |\n| a | 1 |\n"
        );
    }
}
