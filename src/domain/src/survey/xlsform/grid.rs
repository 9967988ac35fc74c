//! A group of questions with one list as one question with rows.

use serde_json::{Map, Value, json};

use super::beside;
use super::build::{Builder, Done, QuestionSource};
use super::field::Field;
use super::meaning::Scope;
use super::outline::Asked;
use super::table::Record;
use super::writer::{At, own_marks};

impl<'a> Builder<'a> {
    /// The grid, `merged` with its page where that is nothing else.
    pub(super) fn grid(
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
