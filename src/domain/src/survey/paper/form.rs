//! The form before it is put into words: what stands on it, in order.

use super::routing::route;
use crate::id::QuestionId;
use crate::survey::condition::{Condition, Expression};
use crate::survey::definition::{Kind, Page, Question, Survey};

/// A survey as a form.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// The pages of the survey, in order; on paper they are no pages.
    pub sections: Vec<Section<'a>>,
}

/// The questions of one page.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// The page.
    pub page: &'a Page,
    /// What has to hold, or the whole section is left out.
    pub only: Option<Only>,
    /// Its questions, in order.
    pub groups: Vec<Group<'a>>,
    /// Where this holds after the section, the form ends here.
    pub end: Option<Expression>,
}

/// Questions of one page that follow each other and have the same condition.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What has to hold, or these questions are left out.
    pub only: Option<Only>,
    /// The questions, in order; never empty.
    pub items: Vec<Item<'a>>,
}

/// A condition above questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// What has to hold.
    pub condition: Expression,
    /// Where to go on where it doesn't, if that is not right below.
    pub otherwise: Option<Target>,
}

/// One question, or words between questions.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its number, from 1; words between questions have none.
    pub number: Option<usize>,
    /// Where to go on, by the place of a choice among the question's own, in order.
    pub goes: Vec<(usize, Target)>,
    /// Where to go on without an answer.
    pub left_out: Option<Target>,
}

/// Where somebody goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// At the question of that number, and at what is written right above it.
    Question(usize),
    /// Nowhere: that was all.
    End,
}

impl<'a> Form<'a> {
    /// Makes the form of a survey as it is asked: see [`Survey::asked_of`].
    pub fn new(survey: &'a Survey) -> Self {
        let mut last = 0;
        let sections = survey.pages.iter();
        let mut form = Self {
            sections: sections.map(|page| section(page, &mut last)).collect(),
        };
        route(&mut form);
        form
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item<'a>> {
        let groups = self.sections.iter().flat_map(|section| &section.groups);
        groups.flat_map(|group| &group.items)
    }

    /// The item of that question.
    pub fn item(&self, id: &QuestionId) -> Option<&Item<'a>> {
        self.items().find(|item| item.question.id == *id)
    }

    /// Whether any of it sends its reader somewhere.
    pub fn has_jumps(&self) -> bool {
        self.items().any(|item| !item.goes.is_empty())
    }
}

fn section<'a>(page: &'a Page, last: &mut usize) -> Section<'a> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for question in &page.questions {
        let number = (question.kind != Kind::Note).then(|| {
            *last += 1;
            *last
        });
        let item = Item {
            question,
            number,
            goes: Vec::new(),
            left_out: None,
        };
        // A condition can't look at its own question, so it holds for all of a group or
        // for none.
        let only = asked(question).map(Only::new);
        match groups.last_mut().filter(|group| group.only == only) {
            Some(group) => group.items.push(item),
            None => groups.push(Group {
                only,
                items: vec![item],
            }),
        }
    }
    Section {
        page,
        only: expression(page.visible_if.as_ref()).map(Only::new),
        end: end(page, &groups),
        groups,
    }
}

impl Only {
    fn new(condition: Expression) -> Self {
        Self {
            condition,
            otherwise: None,
        }
    }
}

/// When a question is asked: a matrix only where it asks any of its rows.
fn asked(question: &Question) -> Option<Expression> {
    let own = expression(question.visible_if.as_ref());
    let rows = question.kind.rows().iter();
    let rows: Option<Vec<_>> = rows
        .map(|row| expression(row.visible_if.as_ref()))
        .collect();
    let any = rows.filter(|rows| !rows.is_empty()).map(Expression::Or);
    match (own, any) {
        (Some(own), Some(any)) => Some(Expression::And(vec![own, any])),
        (own, any) => own.or(any),
    }
}

fn expression(condition: Option<&Condition>) -> Option<Expression> {
    condition.map(|condition| condition.expression().clone())
}

/// When the survey ends after a page: a page that shows nothing ends nothing.
fn end(page: &Page, groups: &[Group<'_>]) -> Option<Expression> {
    let end = expression(page.end_if.as_ref())?;
    let only = |group: &Group<'_>| group.only.as_ref().map(|only| only.condition.clone());
    let shown: Option<Vec<_>> = groups.iter().map(only).collect();
    Some(match shown {
        Some(mut shown) if shown.len() == 1 => Expression::And(vec![shown.remove(0), end]),
        Some(shown) => Expression::And(vec![Expression::Or(shown), end]),
        None => end,
    })
}
