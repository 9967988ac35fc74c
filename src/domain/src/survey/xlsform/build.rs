//! A whole survey of a form's rows: its pages, grids and questions, each with the row it
//! comes from.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::field::Field;
use super::form::Form;
use super::line::{Act, Line};
use super::meaning::Meaning;
use super::names::{Fault, Known, Names, Shape};
use super::outline::{Ask, Asked};
use super::table::Record;
use super::writer::{At, Writer};

/// What was left out so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Left {
    /// Records of the sheet `survey`, as their places there.
    pub(super) records: BTreeSet<usize>,
    /// Fields that turned out not to fit, by row.
    pub(super) fields: BTreeSet<(u32, String)>,
}

/// One try at a survey.
#[derive(Default)]
pub(super) struct Built {
    /// The pages.
    pub(super) pages: Vec<Value>,
    /// Where each page comes from.
    pub(super) sources: Vec<PageSource>,
    /// How many things are asked.
    pub(super) asked: usize,
    /// What was repaired.
    pub(super) lines: Vec<Line>,
    /// References to rows that were left out: the file is refused for them.
    pub(super) refused: Vec<Line>,
    /// Records that can't be carried after all, and why.
    pub(super) failed: Vec<(usize, Line)>,
    /// Columns of choices that filters look at.
    pub(super) columns: BTreeSet<String>,
}

/// Where a page comes from.
#[derive(Clone, Debug)]
pub(super) struct PageSource {
    /// The group's record, or that of the question alone on it.
    pub(super) record: usize,
    pub(super) questions: Vec<QuestionSource>,
}

/// Where a question comes from.
#[derive(Clone, Debug)]
pub(super) struct QuestionSource {
    /// The question's record; of a grid that of its group.
    pub(super) record: usize,
    /// The records of a grid's rows.
    pub(super) rows: Vec<usize>,
    /// The rows of its choices in their sheet.
    pub(super) choices: Vec<u32>,
}

/// What stands on one page.
pub(super) struct Draft<'a> {
    pub(super) group: Option<usize>,
    pub(super) items: Vec<Item<'a>>,
}

/// A question, or a grid with its rows, each with its place in the order.
pub(super) enum Item<'a> {
    Question(usize, &'a Asked),
    Grid(usize, Vec<(usize, &'a Asked)>),
}

/// Writes everything that isn't left out.
pub(super) fn build(form: &Form, left: &Left) -> Built {
    let kept: Vec<&Asked> = form
        .outline
        .asked
        .iter()
        .filter(|asked| !left.records.contains(&asked.record))
        .collect();
    let names = names(form, &kept, left);
    let mut builder = Builder {
        form,
        writer: Writer {
            form,
            names: &names,
            dropped: &left.fields,
            lines: Vec::new(),
            columns: BTreeSet::new(),
            appearances: BTreeMap::new(),
        },
        built: Built::default(),
        shown: BTreeMap::new(),
        kept: &kept,
    };
    for draft in drafts(form, &kept) {
        builder.page(&draft);
    }
    let mut built = builder.built;
    built.lines.append(&mut builder.writer.lines);
    built.columns = builder.writer.columns;
    for (appearance, rows) in builder.writer.appearances {
        let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        let which = if rows.len() == 1 { "row" } else { "rows" };
        built.lines.push(form.survey.about(
            Field::Appearance.name(),
            format!(
                "The appearance \"{appearance}\" isn't kept ({which} {}): Hark has one look for every kind of question.",
                rows.join(", ")
            ),
        ));
    }
    built
}

fn grid_of(form: &Form, asked: &Asked) -> Option<usize> {
    let group = asked.group?;
    form.outline.groups.get(group)?.grid.then_some(group)
}

/// Every name, with what it stands for.
fn names(form: &Form, kept: &[&Asked], left: &Left) -> Names {
    let mut names = Names::default();
    for (order, asked) in kept.iter().enumerate() {
        let grid = grid_of(form, asked).and_then(|grid| form.outline.groups.get(grid));
        let reference = match grid {
            Some(grid) => format!("{}.{}", grid.name, asked.name),
            None => asked.name.clone(),
        };
        let choices = |list: &String| form.lists.names(list);
        let shape = match &asked.ask {
            Ask::One(list) => Shape::One(choices(list)),
            Ask::Many(list) => Shape::Many(choices(list)),
            Ask::Rank(list) => Shape::Rank(choices(list)),
            Ask::Whole | Ask::Decimal | Ask::Range => Shape::Number,
            Ask::Text | Ask::Specify(_) => Shape::Text,
            Ask::Note => Shape::Note,
        };
        names.insert(
            &asked.name,
            Known {
                reference,
                order,
                shape,
            },
        );
    }
    for (name, row) in &form.outline.left_out {
        names.leave_out(name, *row);
    }
    for asked in &form.outline.asked {
        if let Some(record) = form.survey.records.get(asked.record)
            && left.records.contains(&asked.record)
        {
            names.leave_out(&asked.name, record.row);
        }
    }
    names
}

/// The pages: what stands together in a group, and each question outside by itself.
fn drafts<'a>(form: &Form, kept: &[&'a Asked]) -> Vec<Draft<'a>> {
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    for (order, asked) in kept.iter().enumerate() {
        let grid = grid_of(form, asked);
        let group = match grid.and_then(|grid| form.outline.groups.get(grid)) {
            Some(grid) if same_page(form, grid.record) => grid.parent,
            _ => asked.group,
        };
        let fits = drafts
            .last()
            .is_some_and(|draft| group.is_some() && draft.group == group);
        if !fits {
            drafts.push(Draft {
                group,
                items: Vec::new(),
            });
        }
        let Some(draft) = drafts.last_mut() else {
            continue;
        };
        match (grid, draft.items.last_mut()) {
            (Some(grid), Some(Item::Grid(last, rows))) if *last == grid => {
                rows.push((order, asked));
            }
            (Some(grid), _) => draft.items.push(Item::Grid(grid, vec![(order, asked)])),
            (None, _) => draft.items.push(Item::Question(order, asked)),
        }
    }
    drafts
}

fn same_page(form: &Form, record: usize) -> bool {
    let record = form.survey.records.get(record);
    record.is_some_and(|record| record.says_yes(Field::HarkSamePage))
}

/// Writes pages, and notes what can't be carried.
pub(super) struct Builder<'a> {
    pub(super) form: &'a Form,
    pub(super) writer: Writer<'a>,
    pub(super) built: Built,
    /// When each group is shown, by group; nothing where that can't be carried.
    pub(super) shown: BTreeMap<usize, Option<Meaning>>,
    pub(super) kept: &'a [&'a Asked],
}

impl<'a> Builder<'a> {
    pub(super) fn record(&self, index: usize) -> &'a Record {
        // Every index was made from the sheet's own records.
        static EMPTY: Record = Record::EMPTY;
        self.form.survey.records.get(index).unwrap_or(&EMPTY)
    }

    /// Notes why a record can't be carried, or that it refers to one that wasn't.
    pub(super) fn fail(&mut self, index: usize, (field, fault): (String, Fault)) {
        let record = self.record(index);
        match fault {
            Fault::LeaveOut(why) => {
                let line = self
                    .form
                    .survey
                    .line(Act::LeftOut, record, &field, upper(&why));
                self.built.failed.push((index, line));
            }
            Fault::Refers(name, row) => {
                let text = format!("It refers to \"{name}\" (row {row}), which is left out.");
                let line = self.form.survey.line(Act::Refused, record, &field, text);
                self.built.refused.push(line);
            }
        }
    }

    fn page(&mut self, draft: &Draft<'a>) {
        let first = match draft.items.first() {
            Some(Item::Question(order, _)) => *order,
            Some(Item::Grid(_, rows)) => rows.first().map_or(0, |(order, _)| *order),
            None => return,
        };
        let end = draft.items.iter().map(last_order).max().unwrap_or(first) + 1;
        let Some((source, mut page)) = self.frame(draft, first) else {
            return;
        };
        let alone = draft.group.is_none();
        let mut questions: Vec<Value> = Vec::new();
        let mut sources = Vec::new();
        for item in &draft.items {
            let written = match item {
                Item::Question(order, asked) => {
                    let written = self.question(asked, (*order, end), alone);
                    written.map_err(|why| (asked.record, why))
                }
                Item::Grid(grid, rows) => {
                    let merged = draft.group == Some(*grid);
                    self.grid(*grid, rows, merged)
                        .map_err(|why| (self.form.outline.groups[*grid].record, why))
                }
            };
            match written {
                Ok(Some((shown, question, source))) => {
                    if let Some(shown) = shown.filter(|_| alone) {
                        page.insert("visible_if".to_owned(), shown.into());
                    }
                    questions.push(question);
                    sources.push(source);
                }
                Ok(None) => {}
                Err((record, why)) => self.fail(record, why),
            }
        }
        if questions.is_empty() {
            return;
        }
        page.insert("questions".to_owned(), questions.into());
        self.built.pages.push(page.into());
        self.built.sources.push(PageSource {
            record: source,
            questions: sources,
        });
    }

    fn question(
        &mut self,
        asked: &'a Asked,
        orders: (usize, usize),
        alone: bool,
    ) -> At<Option<Done>> {
        let record = self.record(asked.record);
        let scope = self.writer.scope(&asked.name, orders.0);
        let shown = match &asked.ask {
            Ask::Specify(other) => Some(self.other_chosen(other)),
            _ => self.writer.visible_if(record, &scope)?,
        };
        let mut written = self.writer.question(asked, record, orders)?;
        if let Some(shown) = shown.clone().filter(|_| !alone) {
            written
                .question
                .insert("visible_if".to_owned(), shown.into());
        }
        self.built.asked += usize::from(asked.ask != Ask::Note);
        let source = QuestionSource {
            record: asked.record,
            rows: Vec::new(),
            choices: written.choices,
        };
        Ok(Some((shown, written.question.into(), source)))
    }

    fn other_chosen(&self, question: &str) -> String {
        match self.writer.names.find(question).map(|known| &known.shape) {
            Ok(Shape::One(_)) => format!("{question} = 'other'"),
            _ => format!("selected({question}, 'other')"),
        }
    }
}

/// A question written: when it is shown, itself, and where it comes from.
pub(super) type Done = (Option<String>, Value, QuestionSource);

fn last_order(item: &Item<'_>) -> usize {
    match item {
        Item::Question(order, _) => *order,
        Item::Grid(_, rows) => rows.last().map_or(0, |(order, _)| *order),
    }
}

/// A sentence that begins large.
fn upper(sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}
