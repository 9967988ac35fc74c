//! An indicator's figure: people counted.

use super::definition::{Answered, BaseYears, Indicator, Missing};
use super::share::Share;
use crate::id::{QuestionId, RowId};
use crate::survey::journey::Seen;
use crate::survey::{
    Answer, Answers, DONT_KNOW, Journey, PREFER_NOT, Survey, journey, row_reference,
};

/// How many people an indicator counts, exactly. Nothing of it is for the eye before
/// [`crate::disclosure`] has seen it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Those in the base who were shown one of the questions.
    pub asked: u32,
    /// Of them, those who gave real answers.
    pub answered: u32,
    /// Those who did not, and nowhere said why.
    pub not_answered: u32,
    /// Those who did not, and said that they don't know.
    pub dont_know: u32,
    /// Those who did not, and said that they don't want to.
    pub prefer_not: u32,
    /// Those who answered and for whom the numerator holds.
    pub numerator: u32,
}

impl Figure {
    /// The numerator of those who answered: the missing are out of the base.
    pub fn of_answered(&self) -> Share {
        Share {
            part: self.numerator,
            whole: self.answered,
        }
    }

    /// The numerator of everybody asked: the missing are in the base.
    pub fn of_asked(&self) -> Share {
        Share {
            part: self.numerator,
            whole: self.asked,
        }
    }

    /// The share that is the indicator's headline.
    pub fn headline(&self, missing: Missing) -> Share {
        match missing {
            Missing::Out => self.of_answered(),
            Missing::AsNo => self.of_asked(),
        }
    }
}

/// Counts `people`, each by their answers, for an indicator that [`super::check`] found
/// right for `survey`.
pub fn figure<'a>(
    indicator: &Indicator,
    survey: &Survey,
    people: impl IntoIterator<Item = &'a Answers>,
) -> Figure {
    let mut figure = Figure::default();
    for answers in people {
        let person = Person::of(survey, answers);
        let Some(class) = person.class(indicator) else {
            continue;
        };
        figure.asked += 1;
        match class {
            Class::Answered => {
                figure.answered += 1;
                figure.numerator += u32::from(person.seen.holds(&indicator.numerator));
            }
            Class::PreferNot => figure.prefer_not += 1,
            Class::DontKnow => figure.dont_know += 1,
            Class::Nothing => figure.not_answered += 1,
        }
    }
    figure
}

/// What somebody's answers come to, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Answered,
    PreferNot,
    DontKnow,
    Nothing,
}

/// One person as an indicator sees them.
struct Person {
    /// What they were shown.
    journey: Journey,
    /// What of it they answered.
    seen: Seen,
}

impl Person {
    fn of(survey: &Survey, answers: &Answers) -> Self {
        let journey = journey(survey, answers);
        let seen = Seen::all_of(&journey.kept);
        Self { journey, seen }
    }

    /// The class of somebody in the base; nothing for everybody else.
    fn class(&self, indicator: &Indicator) -> Option<Class> {
        let years = indicator.base_years.as_ref();
        let in_base = years.is_none_or(|years| self.is_in(years))
            && indicator
                .denominator
                .as_ref()
                .is_none_or(|condition| self.seen.holds(condition));
        let shown = indicator.questions.iter().filter(|id| self.was_shown(id));
        let said: Vec<Class> = shown.map(|id| said(self.seen.answer(id))).collect();
        let strongest = said.iter().min().copied().filter(|_| in_base)?;
        let all = said.iter().all(|class| *class == Class::Answered);
        Some(match indicator.answered {
            Answered::All if !all => {
                let missing = said.into_iter().filter(|class| *class != Class::Answered);
                missing.min().unwrap_or(Class::Nothing)
            }
            Answered::Any | Answered::All => strongest,
        })
    }

    fn is_in(&self, years: &BaseYears) -> bool {
        let Some(Answer::Word(year)) = self.seen.answer(&years.question) else {
            return false;
        };
        years.choices.iter().any(|choice| choice.as_str() == year)
    }

    fn was_shown(&self, id: &QuestionId) -> bool {
        let mut pages = self.journey.pages.iter();
        let mut rows = self.journey.rows.iter();
        pages.any(|page| page.questions.contains(id))
            || rows.any(|(question, rows)| {
                let is = |row: &RowId| row_reference(question, row.as_str()) == id.as_str();
                rows.iter().any(|(row, _)| is(row))
            })
    }
}

/// What the answer to one question comes to.
fn said(answer: Option<&Answer>) -> Class {
    let word = |word: &str| match word {
        PREFER_NOT => Class::PreferNot,
        DONT_KNOW => Class::DontKnow,
        _ => Class::Answered,
    };
    let strongest = |words: &mut dyn Iterator<Item = &String>| {
        let classes = words.map(|chosen| word(chosen));
        classes.min().unwrap_or(Class::Nothing)
    };
    match answer {
        None => Class::Nothing,
        Some(Answer::Word(chosen)) => word(chosen),
        Some(Answer::Many(chosen)) => strongest(&mut chosen.iter()),
        Some(Answer::Rows(rows)) => strongest(&mut rows.iter().map(|(_, chosen)| chosen)),
        Some(Answer::Number(_)) => Class::Answered,
    }
}

#[cfg(test)]
mod tests;
