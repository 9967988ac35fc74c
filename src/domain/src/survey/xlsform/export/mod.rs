//! A survey as a workbook: what an `XLSForm` knows in its own columns, the rest in columns
//! that begin with `hark_`.

mod cells;
mod questions;

use std::collections::BTreeSet;

use super::book::Book;
use super::language;
use super::meaning::{Meaning, Scope, answered, meaning};
use super::names::Names;
use super::spoken::spoken;
use super::written::written;
use crate::clock::LocalTime;
use crate::id::QuestionId;
use crate::survey::Survey;
use crate::survey::condition::Condition;
use crate::survey::definition::{Constraint, Kind, Page, Question};
use crate::survey::season::Written;
use crate::text::Text;

use cells::{Cells, Columns};

/// A survey as the sheets `survey`, `choices` and `settings`. [`super::import`] makes the
/// same survey of them.
pub fn export(survey: &Survey) -> Book {
    let names = Names::of(survey);
    let mut exporter = Exporter {
        names: &names,
        survey: Columns::default(),
        choices: Columns::default(),
        lists: Vec::new(),
    };
    for page in &survey.pages {
        exporter.page(page);
    }
    let mut settings = Columns::default();
    settings.push(settings_row(survey));
    Book {
        sheets: vec![
            exporter.survey.sheet("survey"),
            exporter.choices.sheet("choices"),
            settings.sheet("settings"),
        ],
    }
}

struct Exporter<'a> {
    names: &'a Names,
    survey: Columns,
    choices: Columns,
    /// The lists of choices so far, with their names.
    lists: Vec<(String, Vec<Cells>)>,
}

fn settings_row(survey: &Survey) -> Cells {
    let mut row = Cells::default();
    match &survey.title {
        Text::Same(title) => row.put("form_title", title),
        by_language @ Text::ByLanguage(_) => {
            row.put("form_title", by_language.pick(crate::text::FALLBACK));
            row.plain("hark_title", by_language);
        }
    }
    row.put("form_id", survey.id.as_str());
    row.put("version", &survey.version.to_string());
    if has_english(survey) {
        row.put(
            "default_language",
            &language::heading(crate::text::FALLBACK),
        );
    }
    row.plain("hark_about", &survey.about);
    row.plain("hark_thanks", &survey.thanks);
    row.put("hark_minutes", &survey.minutes.to_string());
    for (name, moment) in [("hark_opens", survey.opens), ("hark_closes", survey.closes)] {
        if let Some(moment) = moment {
            let moment = match moment {
                Written::Day(day) => day.to_string(),
                Written::Time(LocalTime { day, time }) => format!("{day}T{time}"),
            };
            row.put(name, &moment);
        }
    }
    let joined = |ids: &[QuestionId]| {
        let ids: Vec<&str> = ids.iter().map(QuestionId::as_str).collect();
        ids.join(" ")
    };
    row.put("hark_picks", &joined(&survey.picks.borough));
    let schools = survey.picks.schools.iter();
    let schools: Vec<String> = schools
        .map(|(code, picked)| format!("{}: {}", code.as_str(), joined(picked)))
        .collect();
    row.put("hark_school_picks", &schools.join("; "));
    row
}

/// Whether any question has words in English, so that other tools begin with them.
fn has_english(survey: &Survey) -> bool {
    let english = |text: &Text| match text {
        Text::Same(_) => false,
        Text::ByLanguage(words) => words.iter().any(|(tag, _)| tag == crate::text::FALLBACK),
    };
    survey
        .questions()
        .any(|(_, question)| english(&question.title))
}

/// Whether a page is nothing but its question, so that it needs no group.
fn is_bare(page: &Page, question: &Question) -> bool {
    page.id.as_str() == question.id.as_str()
        && page.title.is_none()
        && page.end_if.is_none()
        && page.constraint.is_none()
        && question.visible_if.is_none()
}

impl Exporter<'_> {
    fn page(&mut self, page: &Page) {
        if let [question] = page.questions.as_slice()
            && is_bare(page, question)
        {
            return self.question(question, page.visible_if.as_ref(), false);
        }
        let mut begin = Cells::default();
        begin.put("type", "begin_group");
        begin.put("name", page.id.as_str());
        if let Some(title) = &page.title {
            begin.words("label", title);
        }
        begin.put("appearance", "field-list");
        self.shown(&mut begin, page.visible_if.as_ref(), page.id.as_str());
        if let Some(end) = &page.end_if {
            begin.put("hark_end_if", end.source());
        }
        own_constraint(&mut begin, page.constraint.as_ref());
        self.survey.push(begin);
        for question in &page.questions {
            self.question(question, question.visible_if.as_ref(), true);
        }
        self.end_group();
    }

    fn end_group(&mut self) {
        let mut end = Cells::default();
        end.put("type", "end_group");
        self.survey.push(end);
    }

    fn question(&mut self, question: &Question, shown: Option<&Condition>, in_page: bool) {
        match &question.kind {
            Kind::Matrix { rows, choices } => {
                self.grid(question, (rows, choices), shown, in_page);
            }
            _ => self.plain_question(question, shown),
        }
    }

    /// When something is shown, in `XPath`, and in Hark's words where `XPath` would come back
    /// as others.
    fn shown(&self, row: &mut Cells, condition: Option<&Condition>, own: &str) {
        let columns = ("relevant", "hark_visible_if");
        self.condition(row, columns, condition, (own, false));
    }

    fn condition(
        &self,
        row: &mut Cells,
        (xpath, own_words): (&str, &str),
        condition: Option<&Condition>,
        (own, sees_itself): (&str, bool),
    ) {
        let Some(condition) = condition else { return };
        let itself = sees_itself.then_some(own);
        let said = spoken(condition.expression(), self.names, itself);
        let back = said
            .as_deref()
            .and_then(|said| self.back(said, own, sees_itself));
        row.put(xpath, said.as_deref().unwrap_or_default());
        if back.as_deref() != Some(condition.source()) {
            row.put(own_words, condition.source());
        }
    }

    /// What an import would make of an expression.
    fn back(&self, xpath: &str, own: &str, sees_itself: bool) -> Option<String> {
        let scope = Scope {
            names: self.names,
            own,
            sees_itself,
            before: usize::MAX,
            choice: None,
        };
        let read = meaning(xpath, &scope, &mut BTreeSet::new()).ok()?;
        let read = match (read, QuestionId::new(own)) {
            (Meaning::When(expression), Ok(id)) if sees_itself => answered(&id, expression),
            (read, _) => read,
        };
        match read {
            Meaning::When(expression) => Some(written(&expression)),
            Meaning::Always | Meaning::Never => None,
        }
    }
}

/// A constraint that no single question of an `XLSForm` has: of a page or a grid.
fn own_constraint(row: &mut Cells, constraint: Option<&Constraint>) {
    let Some(constraint) = constraint else { return };
    row.put("hark_constraint", constraint.condition.source());
    if let Some(message) = &constraint.message {
        row.words("constraint_message", message);
    }
}
