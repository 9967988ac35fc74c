//! Refusing an indicator that its survey could never give right.

use super::definition::{Indicator, Status};
use crate::id::{QuestionId, repeated};
use crate::problem::Problem;
use crate::survey::check::of_condition;
use crate::survey::{Condition, Kind, Page, Question, Survey};
use crate::text::Text;

/// Everything wrong with an indicator by itself and for its survey, where that is known.
pub fn check(indicator: &Indicator, survey: Option<&Survey>) -> Vec<Problem> {
    let mut problems = words(indicator);
    if indicator.questions.is_empty() {
        let text = "Name one question at least that it rests on.";
        problems.push(Problem::at("/questions", text));
    }
    let names = indicator.questions.iter().map(QuestionId::as_str);
    for (index, id) in repeated(names) {
        let text = format!("Question \"{id}\" stands here twice.");
        problems.push(Problem::at(format!("/questions/{index}"), text));
    }
    if let Some(years) = &indicator.base_years {
        if years.choices.is_empty() {
            let text = "Name one choice at least, or leave \"base_years\" out.";
            problems.push(Problem::at("/base_years/choices", text));
        }
        for (index, id) in repeated(years.choices.iter().map(|choice| choice.as_str())) {
            let text = format!("Choice \"{id}\" stands here twice.");
            problems.push(Problem::at(format!("/base_years/choices/{index}"), text));
        }
    }
    if let Some(survey) = survey {
        let mut checker = Checker { survey, problems };
        checker.questions(indicator);
        checker.base_years(indicator);
        checker.condition("/numerator", Some(&indicator.numerator));
        checker.condition("/denominator", indicator.denominator.as_ref());
        problems = checker.problems;
    }
    problems
}

fn words(indicator: &Indicator) -> Vec<Problem> {
    let mut problems = Vec::new();
    let texts = [
        ("title", Some(&indicator.title)),
        ("about", Some(&indicator.about)),
        ("source", Some(&indicator.source)),
        ("note", indicator.note.as_ref()),
    ];
    for (name, text) in texts {
        if text.is_some_and(Text::has_gap) {
            let at = format!("/{name}");
            problems.push(Problem::at(at, "There are no words here."));
        }
    }
    if indicator.status == Status::Assumed && indicator.note.is_none() {
        let text =
            "An assumed indicator needs a \"note\": what was not found, and what was assumed.";
        problems.push(Problem::at("", text));
    }
    problems
}

struct Checker<'a> {
    survey: &'a Survey,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, at: impl Into<String>, text: impl Into<String>) {
        self.problems.push(Problem::at(at, text));
    }

    fn questions(&mut self, indicator: &Indicator) {
        for (index, id) in indicator.questions.iter().enumerate() {
            if let Some(why) = self.uncountable(id) {
                self.say(format!("/questions/{index}"), why);
            }
        }
    }

    /// Why nothing can be counted of a question, if that is so.
    fn uncountable(&self, id: &QuestionId) -> Option<String> {
        let Some(question) = self.survey.question(id.as_str()) else {
            let survey = &self.survey.id;
            return Some(format!(
                "There is no question \"{id}\" in survey \"{survey}\"."
            ));
        };
        self.hidden_way(question)
    }

    /// Why a question can't be counted though it is there, if that is so.
    fn hidden_way(&self, question: &Question) -> Option<String> {
        let id = &question.id;
        if is_text(question) {
            return Some(format!(
                "Question \"{id}\" is a text, which is stored apart, so it can't be counted."
            ));
        }
        let text = self.text_before(id)?;
        Some(format!(
            "Whether question \"{id}\" is shown can depend on the text \"{text}\", which is stored apart, so it can't be counted."
        ))
    }

    /// A text that decides who is shown this question, or one before it.
    ///
    /// Of a stored response the texts are gone, so the way to such a question could not
    /// be told again. More is refused than need be: any way before it counts.
    fn text_before(&self, id: &QuestionId) -> Option<&QuestionId> {
        let on_page = |page: &Page| page.questions.iter().any(|it| it.id == *id);
        let last = self.survey.pages.iter().position(on_page)?;
        let pages = &self.survey.pages[..=last];
        let ways = pages.iter().flat_map(|page| {
            let of_page = [page.visible_if.as_ref(), page.end_if.as_ref()];
            let of_questions = page.questions.iter().map(|it| it.visible_if.as_ref());
            of_page.into_iter().chain(of_questions)
        });
        let mut seen = ways.flatten().flat_map(|way| self.looks_at(way));
        seen.find(|question| is_text(question)).map(|it| &it.id)
    }

    fn base_years(&mut self, indicator: &Indicator) {
        let Some(years) = &indicator.base_years else {
            return;
        };
        let id = &years.question;
        if let Some(why) = self.uncountable(id) {
            return self.say("/base_years/question", why);
        }
        let kind = self.survey.question(id.as_str()).map(|it| &it.kind);
        let Some(Kind::Single { choices, .. }) = kind else {
            let text = format!("Question \"{id}\" has to be one with one choice.");
            return self.say("/base_years/question", text);
        };
        for (index, choice) in years.choices.iter().enumerate() {
            if choices.iter().all(|other| other.id != *choice) {
                let text = format!("Question \"{id}\" has no choice \"{choice}\".");
                self.say(format!("/base_years/choices/{index}"), text);
            }
        }
    }

    fn condition(&mut self, at: &str, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        self.problems
            .extend(of_condition(self.survey, at, condition));
        let hidden = self
            .looks_at(condition)
            .filter_map(|it| self.hidden_way(it));
        for why in hidden.collect::<Vec<_>>() {
            let source = condition.source();
            self.say(at, format!("{why} The condition is: {source}"));
        }
    }

    /// The questions that a condition looks at, as far as there are such.
    fn looks_at(&self, condition: &Condition) -> impl Iterator<Item = &Question> {
        let tests = condition.tests().into_iter();
        tests.filter_map(|(id, _)| self.survey.question(id.as_str()))
    }
}

fn is_text(question: &Question) -> bool {
    matches!(question.kind, Kind::Text { .. })
}

#[cfg(test)]
mod tests;
