//! An indicator's figure: people counted.

use super::definition::{Answered, BaseYears, DONT_KNOW, Indicator, Missing};
use super::share::Share;
use crate::id::QuestionId;
use crate::survey::{Answer, Answers, Condition, Journey, PREFER_NOT, Survey, journey};

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
                figure.numerator += u32::from(person.holds(&indicator.numerator));
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

/// One person as an indicator sees them: what they were shown and what of it they answered.
struct Person(Journey);

impl Person {
    fn of(survey: &Survey, answers: &Answers) -> Self {
        Self(journey(survey, answers))
    }

    /// The class of somebody in the base; nothing for everybody else.
    fn class(&self, indicator: &Indicator) -> Option<Class> {
        let years = indicator.base_years.as_ref();
        let in_base = years.is_none_or(|years| self.is_in(years))
            && indicator
                .denominator
                .as_ref()
                .is_none_or(|condition| self.holds(condition));
        let shown = indicator.questions.iter().filter(|id| self.was_shown(id));
        let said: Vec<Class> = shown.map(|id| said(self.answer(id))).collect();
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
        let Some(Answer::Word(year)) = self.answer(&years.question) else {
            return false;
        };
        years.choices.iter().any(|choice| choice.as_str() == year)
    }

    fn was_shown(&self, question: &QuestionId) -> bool {
        let mut pages = self.0.pages.iter();
        pages.any(|page| page.questions.contains(question))
    }

    /// What conditions see: the answers that were visible and right.
    fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        self.0.kept.get(question.as_str())
    }

    fn holds(&self, condition: &Condition) -> bool {
        condition.holds(&|id| self.answer(id))
    }
}

/// What the answer to one question comes to.
fn said(answer: Option<&Answer>) -> Class {
    let word = |word: &str| match word {
        PREFER_NOT => Class::PreferNot,
        DONT_KNOW => Class::DontKnow,
        _ => Class::Answered,
    };
    match answer {
        None => Class::Nothing,
        Some(Answer::Word(chosen)) => word(chosen),
        Some(Answer::Many(chosen)) => {
            let strongest = chosen.iter().map(|chosen| word(chosen)).min();
            strongest.unwrap_or(Class::Nothing)
        }
        Some(Answer::Number(_)) => Class::Answered,
    }
}

#[cfg(test)]
mod tests;
