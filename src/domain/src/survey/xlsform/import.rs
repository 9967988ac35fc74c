//! A workbook in, a survey out, with a line for everything that isn't as it was.

use std::collections::BTreeSet;

use serde_json::Value;

use super::book::Book;
use super::build::{Built, Left, PageSource, build};
use super::form::{Form, whole};
use super::line::{Act, Line};
use super::outline::Outline;
use super::settings;
use crate::problem::Problem;
use crate::survey::{self, Survey};

/// What came of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The survey, read and checked, with its JSON; nothing where the file is refused.
    pub survey: Option<(Survey, Value)>,
    /// Everything repaired, left out or refused, in the order of the sheets.
    pub lines: Vec<Line>,
}

/// Makes a survey of an `XLSForm`. `name` is what it is called where the form says
/// nothing: that of the file, without its ending.
///
/// Rows that can't be carried are left out, each with a line; where a row that stays
/// refers to one that was left out, the whole file is refused. What comes out has been
/// read and checked as `hark check` does.
pub fn import(book: &Book, name: &str) -> Imported {
    let mut lines = Vec::new();
    let form = Form::read(book, &mut lines);
    let mut left = Left::default();
    // Each round leaves out one thing at least, so it ends.
    loop {
        let built = build(&form, &left);
        if !built.failed.is_empty() {
            for (record, line) in built.failed {
                leave_out(&form, &mut left, record, line, &mut lines);
            }
            continue;
        }
        let mut head_lines = Vec::new();
        let mut head = settings::head(&form, name, built.asked, &mut head_lines);
        head.insert("pages".to_owned(), built.pages.clone().into());
        let value = Value::Object(head);
        let mut refused = built.refused.clone();
        if refused.is_empty() && built.pages.is_empty() {
            refused.push(whole(Act::Refused, "survey", "Nothing is left to ask."));
        }
        if refused.is_empty() {
            match survey::read(&value.to_string()) {
                Ok(survey) => {
                    return finished(&form, built, Some((survey, value)), (lines, head_lines));
                }
                Err(problems) => {
                    let before = left.clone();
                    for problem in &problems {
                        refused.extend(solve(&form, &built, &mut left, problem, &mut lines));
                    }
                    if refused.is_empty() && !left.is_same(&before) {
                        continue;
                    }
                    if refused.is_empty() {
                        let said = problems.iter().map(ToString::to_string);
                        refused.extend(said.map(|text| whole(Act::Refused, "survey", text)));
                    }
                }
            }
        }
        lines.append(&mut refused);
        return finished(&form, built, None, (lines, head_lines));
    }
}

impl Left {
    fn is_same(&self, other: &Self) -> bool {
        self.records.len() == other.records.len() && self.fields.len() == other.fields.len()
    }
}

fn finished(
    form: &Form,
    built: Built,
    survey: Option<(Survey, Value)>,
    (mut lines, head): (Vec<Line>, Vec<Line>),
) -> Imported {
    let none = BTreeSet::new();
    lines.extend(head);
    lines.extend(built.lines);
    lines.extend(form.survey.unread(&none));
    lines.extend(form.lists.table.unread(&built.columns));
    lines.extend(form.settings.unread(&none));
    // A row is told once for each thing, however many questions use it.
    let mut told: Vec<Line> = Vec::new();
    for line in lines {
        if !told.contains(&line) {
            told.push(line);
        }
    }
    let sheet = |line: &Line| match line.sheet.as_str() {
        "settings" => 0,
        "survey" => 1,
        "choices" => 2,
        _ => 3,
    };
    told.sort_by_key(|line| (line.act == Act::Refused, sheet(line), line.row));
    Imported {
        survey,
        lines: told,
    }
}

/// Leaves a record out; with a group everything that stands in it.
fn leave_out(form: &Form, left: &mut Left, record: usize, line: Line, lines: &mut Vec<Line>) {
    lines.push(line);
    left.records.insert(record);
    let Outline { asked, groups, .. } = &form.outline;
    let Some(group) = groups.iter().position(|group| group.record == record) else {
        return;
    };
    let name = &groups[group].name;
    for asked in asked {
        let inside = form.outline.around(asked.group).contains(&group);
        if !inside || !left.records.insert(asked.record) {
            continue;
        }
        if let Some(record) = form.survey.records.get(asked.record) {
            let text = format!("It stands in the group \"{name}\", which is left out.");
            lines.push(form.survey.line(Act::LeftOut, record, "", text));
        }
    }
}

/// Leaves out what a problem is about. What can't be left out is given back as a line
/// that refuses the file.
fn solve(
    form: &Form,
    built: &Built,
    left: &mut Left,
    problem: &Problem,
    lines: &mut Vec<Line>,
) -> Option<Line> {
    let mut steps = problem.pointer.split('/').skip(1);
    let first = steps.next().unwrap_or_default();
    let number = |step: Option<&str>| step.and_then(|step| step.parse::<usize>().ok());
    let page: Option<&PageSource> = match first {
        "pages" => number(steps.next()).and_then(|index| built.sources.get(index)),
        _ => None,
    };
    let Some(page) = page else {
        return Some(settings::problem(form, first, &problem.text));
    };
    let rest: Vec<&str> = steps.collect();
    let question = match rest.as_slice() {
        ["questions", index, ..] => number(Some(index)).and_then(|index| page.questions.get(index)),
        _ => None,
    };
    let mut record = question.map_or(page.record, |question| question.record);
    let (mut field, mut text) = (column(&rest), problem.text.clone());
    let inner = rest.get(2..).unwrap_or_default();
    if let Some(question) = question {
        let part = inner.get(1).and_then(|index| index.parse::<usize>().ok());
        let choice = part.and_then(|part| question.choices.get(part));
        match (inner.first(), choice) {
            (Some(&"rows"), _) => {
                let row = part.and_then(|part| question.rows.get(part));
                record = row.copied().unwrap_or(record);
            }
            (Some(&"choices"), Some(row)) => {
                text = format!("{text} (It is the choice in row {row} of the sheet choices.)");
                if let Some(name) = droppable(&rest) {
                    return drop_field(left, "choices", *row, &name, lines, problem);
                }
                "choices".clone_into(&mut field);
            }
            _ => {}
        }
    }
    let found = form.survey.records.get(record)?;
    if let Some(name) = droppable(&rest) {
        return drop_field(left, "survey", found.row, &name, lines, problem);
    }
    let line = form.survey.line(Act::LeftOut, found, &field, text);
    leave_out(form, left, record, line, lines);
    None
}

/// The field that can be left out alone, if the problem is about one.
fn droppable(steps: &[&str]) -> Option<String> {
    let at = steps
        .iter()
        .position(|step| matches!(*step, "media" | "easy"))?;
    let name = steps.get(at..at + 2)?.join("/");
    (name.starts_with("media/") || name == "easy/picture").then_some(name)
}

fn drop_field(
    left: &mut Left,
    sheet: &str,
    row: u32,
    name: &str,
    lines: &mut Vec<Line>,
    problem: &Problem,
) -> Option<Line> {
    let mut line = whole(
        Act::Repaired,
        sheet,
        format!("It isn't kept: {}", problem.text),
    );
    line.row = Some(row);
    line.field = name
        .trim_start_matches("media/")
        .replace("easy/", "hark_easy_");
    lines.push(line);
    left.fields.insert((row, name.to_owned()));
    None
}

/// The column that a part of a question comes from.
fn column(steps: &[&str]) -> String {
    let last = steps.iter().rfind(|step| step.parse::<usize>().is_err());
    match last.copied().unwrap_or_default() {
        "title" | "label" => "label",
        "help" => "hint",
        "visible_if" => "relevant",
        "required_if" => "required",
        "id" => "name",
        "choices" | "rows" => "type",
        "longest" => "hark_longest",
        "least" => "hark_least",
        "most" => "hark_most",
        "questions" => "",
        other => other,
    }
    .to_owned()
}
