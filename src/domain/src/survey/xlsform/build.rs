//! A whole survey of a form's rows: its pages, grids and questions, each with the row it
//! comes from.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::beside;
use super::field::Field;
use super::form::Form;
use super::line::{Act, Line};
use super::meaning::{Meaning, Scope, all, meaning};
use super::names::{Fault, Known, Names, Shape};
use super::outline::{Ask, Asked};
use super::table::Record;
use super::writer::{At, Writer, own_marks};
use super::written::written;
use crate::id::PageId;

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
struct Draft<'a> {
    group: Option<usize>,
    items: Vec<Item<'a>>,
}

enum Item<'a> {
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

struct Builder<'a> {
    form: &'a Form,
    writer: Writer<'a>,
    built: Built,
    /// When each group is shown, by group; nothing where that can't be carried.
    shown: BTreeMap<usize, Option<Meaning>>,
    kept: &'a [&'a Asked],
}

impl<'a> Builder<'a> {
    fn record(&self, index: usize) -> &'a Record {
        // Every index was made from the sheet's own records.
        static EMPTY: Record = Record::EMPTY;
        self.form.survey.records.get(index).unwrap_or(&EMPTY)
    }

    /// Notes why a record can't be carried, or that it refers to one that wasn't.
    fn fail(&mut self, index: usize, (field, fault): (String, Fault)) {
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

    /// A page without its questions, and the record it comes from; nothing where it can't
    /// be carried.
    fn frame(&mut self, draft: &Draft<'a>, first: usize) -> Option<(usize, Map<String, Value>)> {
        let mut page = Map::new();
        let group = draft
            .group
            .and_then(|group| self.form.outline.groups.get(group));
        let Some(group) = group else {
            let (record, name) = match draft.items.first()? {
                Item::Question(_, asked) => (asked.record, asked.name.as_str()),
                Item::Grid(grid, _) => {
                    let group = self.form.outline.groups.get(*grid)?;
                    (group.record, group.name.as_str())
                }
            };
            page.insert("id".to_owned(), self.page_id(name).into());
            return Some((record, page));
        };
        let record = self.record(group.record);
        page.insert("id".to_owned(), self.page_id(&group.name).into());
        let around = self.form.outline.around(draft.group);
        let shown: Option<Vec<Meaning>> = around.iter().map(|index| self.shown(*index)).collect();
        let shown = shown?;
        let by_itself = shown
            .iter()
            .rev()
            .skip(1)
            .all(|outer| *outer == Meaning::Always);
        let own = self.own_shown(record).filter(|_| by_itself);
        let written = match all(shown) {
            Meaning::When(expression) => Some(written(&expression)),
            Meaning::Always | Meaning::Never => None,
        };
        let shown = own.map(str::to_owned).or(written);
        page.extend(shown.map(|shown| ("visible_if".to_owned(), shown.into())));
        let scope = self.writer.scope(&group.name, first);
        if let Err(why) = self.group_parts(record, draft, &scope, &mut page) {
            self.fail(group.record, why);
            return None;
        }
        Some((group.record, page))
    }

    /// What a group says of its page.
    fn group_parts(
        &mut self,
        record: &'a Record,
        draft: &Draft<'a>,
        scope: &Scope<'_>,
        page: &mut Map<String, Value>,
    ) -> At<()> {
        // A grid that is a page has its words itself.
        if draft
            .group
            .is_some_and(|group| self.form.outline.groups[group].grid)
        {
            return Ok(());
        }
        for (name, field) in [
            ("end_if", Field::HarkEndIf),
            ("constraint", Field::HarkConstraint),
        ] {
            let source = record.get(field).map(Value::from);
            page.extend(source.map(|source| (name.to_owned(), source)));
        }
        if page.contains_key("constraint") {
            let message = self.writer.text(record, Field::ConstraintMessage, scope)?;
            page.extend(message.map(|message| ("constraint_message".to_owned(), message)));
        }
        match self.writer.text(record, Field::Label, scope)? {
            Some(title) => {
                page.insert("title".to_owned(), title);
            }
            None if draft.items.len() > 1 => {
                let text = "A page with several questions needs a heading, so the group's name stands there.";
                self.writer.repaired(record, "label", text);
                page.insert("title".to_owned(), record.name().into());
            }
            None => {}
        }
        if record.get(Field::Hint).is_some() {
            let heading = record.heading(Field::Hint);
            self.writer
                .repaired(record, heading, "A page has no hint, so this isn't read.");
        }
        let appearance = record.get(Field::Appearance).unwrap_or_default();
        for word in appearance.split_whitespace() {
            if !matches!(word, "field-list" | "table-list") {
                self.writer.unkept(word, record.row);
            }
        }
        Ok(())
    }

    /// A group's condition in Hark's own words, where they still say the same.
    fn own_shown(&mut self, record: &'a Record) -> Option<&'a str> {
        record.get(Field::HarkVisibleIf)?;
        let fields = (Field::Relevant, Field::HarkVisibleIf);
        self.writer.own_condition(record, fields, None)
    }

    /// When a group is shown. Where that can't be carried, the group is left out.
    fn shown(&mut self, index: usize) -> Option<Meaning> {
        if let Some(known) = self.shown.get(&index) {
            return known.clone();
        }
        let group = self.form.outline.groups.get(index)?;
        let record = self.record(group.record);
        let inside = |asked: &&Asked| self.form.outline.around(asked.group).contains(&index);
        let first = self.kept.iter().position(inside).unwrap_or(0);
        let scope = self.writer.scope(&group.name, first);
        let mut columns = BTreeSet::new();
        let shown = match record.get(Field::Relevant) {
            None => Ok(Meaning::Always),
            Some(source) => meaning(source, &scope, &mut columns),
        };
        let shown = match shown {
            Ok(Meaning::Never) => {
                Fault::because("This never holds, so nobody would ever see the group.")
            }
            other => other,
        };
        let shown = match shown {
            Ok(shown) => Some(shown),
            Err(fault) => {
                self.fail(
                    group.record,
                    (record.heading(Field::Relevant).to_owned(), fault),
                );
                None
            }
        };
        self.shown.insert(index, shown.clone());
        shown
    }

    fn page_id(&self, name: &str) -> String {
        let name = match PageId::new(name) {
            Ok(_) => name.to_owned(),
            Err(_) => format!("page-{}", self.built.pages.len() + 1),
        };
        let taken = |id: &str| self.built.pages.iter().any(|page| page["id"] == id);
        if !taken(&name) {
            return name;
        }
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        numbered.into_iter().find(|id| !taken(id)).unwrap_or(name)
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

    /// A group of questions with one list as one question with rows.
    fn grid(
        &mut self,
        index: usize,
        rows: &[(usize, &'a Asked)],
        merged: bool,
    ) -> At<Option<Done>> {
        let group = &self.form.outline.groups[index];
        let record = self.record(group.record);
        let before = rows.first().map_or(0, |(order, _)| *order);
        let scope = self.writer.scope(&group.name, before);
        let mut grid = Map::new();
        grid.insert("id".to_owned(), group.name.clone().into());
        grid.insert("kind".to_owned(), "matrix".into());
        grid.insert("title".to_owned(), self.writer.title(record, &scope)?);
        let help = self.writer.text(record, Field::Hint, &scope)?;
        grid.extend(help.map(|help| ("help".to_owned(), help)));
        if !merged && let Some(shown) = self.writer.visible_if(record, &scope)? {
            grid.insert("visible_if".to_owned(), shown.into());
        }
        self.grid_needs(record, rows, &scope, &mut grid)?;
        own_marks(record, &mut grid);
        let (language, dropped) = (&self.form.language, self.writer.dropped);
        beside::put(&mut grid, record, "title", language, dropped);
        let whole = record.says_yes(Field::HarkRequired);
        let mut written = Vec::new();
        let mut source = QuestionSource {
            record: group.record,
            rows: Vec::new(),
            choices: Vec::new(),
        };
        for (_, asked) in rows {
            match self.grid_row(asked, before, whole) {
                Ok(row) => {
                    written.push(row);
                    source.rows.push(asked.record);
                }
                Err(why) => self.fail(asked.record, why),
            }
        }
        let Some((_, first)) = rows.first() else {
            return Ok(None);
        };
        if written.is_empty() {
            return Ok(None);
        }
        let list = first.ask.list().unwrap_or_default();
        let offered = self
            .writer
            .offered(list, self.record(first.record), &scope)?;
        source.choices = offered.records;
        self.built.asked += written.len();
        grid.insert("rows".to_owned(), written.into());
        grid.insert("choices".to_owned(), offered.choices.into());
        Ok(Some((None, grid.into(), source)))
    }

    /// What a grid asks of all its rows together.
    fn grid_needs(
        &mut self,
        record: &Record,
        rows: &[(usize, &'a Asked)],
        scope: &Scope<'_>,
        grid: &mut Map<String, Value>,
    ) -> At<()> {
        for (name, field) in [
            ("required_if", Field::HarkRequiredIf),
            ("constraint", Field::HarkConstraint),
        ] {
            let source = record.get(field).map(Value::from);
            grid.extend(source.map(|source| (name.to_owned(), source)));
        }
        if record.says_yes(Field::HarkRequired) {
            grid.insert("required".to_owned(), true.into());
        }
        if grid.contains_key("constraint") {
            let message = self.writer.text(record, Field::ConstraintMessage, scope)?;
            grid.extend(message.map(|message| ("constraint_message".to_owned(), message)));
        }
        let mut message = self.writer.text(record, Field::RequiredMessage, scope)?;
        for (_, asked) in rows {
            let row = self.record(asked.record);
            let own = self.writer.text(row, Field::RequiredMessage, scope)?;
            if let Some(own) = own {
                if message.as_ref().is_some_and(|message| *message != own) {
                    let heading = row.heading(Field::RequiredMessage);
                    self.writer.repaired(
                        row,
                        heading,
                        "A grid has one message for all its rows, and another row has it already.",
                    );
                }
                message.get_or_insert(own);
            }
        }
        grid.extend(message.map(|message| ("required_message".to_owned(), message)));
        Ok(())
    }

    fn grid_row(&mut self, asked: &'a Asked, before: usize, whole: bool) -> At<Value> {
        let record = self.record(asked.record);
        let scope = self.writer.scope(&asked.name, before);
        let mut row = Map::new();
        row.insert("id".to_owned(), asked.name.clone().into());
        row.insert("label".to_owned(), self.writer.title(record, &scope)?);
        if let Some(shown) = self.writer.visible_if(record, &scope)? {
            row.insert("visible_if".to_owned(), shown.into());
        }
        let needed = if whole {
            Field::HarkRequired
        } else {
            Field::Required
        };
        if record.says_yes(needed) {
            row.insert("required".to_owned(), true.into());
        }
        let (language, dropped) = (&self.form.language, self.writer.dropped);
        beside::put(&mut row, record, "label", language, dropped);
        if record.get(Field::Hint).is_some() {
            let heading = record.heading(Field::Hint);
            self.writer.repaired(
                record,
                heading,
                "A row of a grid has no hint, so this isn't read.",
            );
        }
        if let Some(appearance) = record.get(Field::Appearance) {
            self.writer.unkept(appearance, record.row);
        }
        Ok(json!(row))
    }
}

/// A question written: when it is shown, itself, and where it comes from.
type Done = (Option<String>, Value, QuestionSource);

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
