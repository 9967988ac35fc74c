//! A group as the page it becomes: its heading, and when it is shown.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::build::{Builder, Draft, Item};
use super::field::Field;
use super::meaning::{Meaning, Scope, all, meaning};
use super::names::Fault;
use super::outline::Asked;
use super::table::Record;
use super::writer::At;
use super::written::written;
use crate::id::PageId;

impl<'a> Builder<'a> {
    /// A page without its questions, and the record it comes from; nothing where it can't
    /// be carried.
    pub(super) fn frame(
        &mut self,
        draft: &Draft<'a>,
        first: usize,
    ) -> Option<(usize, Map<String, Value>)> {
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
}
