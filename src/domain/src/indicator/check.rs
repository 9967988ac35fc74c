//! Refusing an indicator that its survey could never give right.

use super::definition::{Indicator, Status};
use crate::id::{ChoiceId, QuestionId, repeated};
use crate::problem::Problem;
use crate::survey::check::of_condition;
use crate::survey::condition::Test;
use crate::survey::{Condition, Kind, Page, Question, Row, Survey, row_reference};
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
        for (index, id) in repeated(years.choices.iter().map(ChoiceId::as_str)) {
            let text = format!("Choice \"{id}\" stands here twice.");
            problems.push(Problem::at(format!("/base_years/choices/{index}"), text));
        }
    }
    if let Some(survey) = survey {
        let mut checker = Checker { survey, problems };
        checker.questions(indicator);
        checker.base_years(indicator);
        checker.condition("numerator", Some(&indicator.numerator));
        checker.condition("denominator", indicator.denominator.as_ref());
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

    /// Why nothing can be counted of what is called so, if that is so.
    fn uncountable(&self, id: &QuestionId) -> Option<String> {
        let Some(question) = self.named(id) else {
            let survey = &self.survey.id;
            return Some(format!(
                "There is no question \"{id}\" in survey \"{survey}\"."
            ));
        };
        self.refusal(question)
    }

    /// Why a question can't be counted though it is there, if that is so.
    fn refusal(&self, question: &Question) -> Option<String> {
        let id = &question.id;
        match question.kind {
            Kind::Text { .. } => Some(format!(
                "Question \"{id}\" is a text, which is stored apart, so it can't be counted."
            )),
            Kind::Note => Some(format!("\"{id}\" is a note: nobody answers it.")),
            _ if question.optional => Some(format!(
                "Question \"{id}\" is optional, so who is asked it differs from school to school."
            )),
            _ => self.text_before(id).map(|text| {
                format!(
                    "What becomes of question \"{id}\" can depend on the text \"{text}\", which is stored apart, so it can't be counted."
                )
            }),
        }
    }

    /// The question of that name, or the matrix whose row it is.
    fn named(&self, id: &QuestionId) -> Option<&Question> {
        let mut questions = self.survey.questions().map(|(_, question)| question);
        questions.find(|question| {
            let is = |row: &Row| row_reference(&question.id, row.id.as_str()) == id.as_str();
            question.id == *id || question.kind.rows().iter().any(is)
        })
    }

    /// A text that decides who is shown this question, or one before it, or which of its
    /// answers are kept.
    ///
    /// Of a stored response the texts are gone, so the way to such a question could not
    /// be told again. More is refused than need be: any way before it counts.
    fn text_before(&self, id: &QuestionId) -> Option<&QuestionId> {
        let on_page = |page: &Page| page.questions.iter().any(|it| it.id == *id);
        let last = self.survey.pages.iter().position(on_page)?;
        let pages = &self.survey.pages[..=last];
        let of_pages = pages
            .iter()
            .flat_map(|page| [page.visible_if.as_ref(), page.end_if.as_ref()]);
        let questions = pages.iter().flat_map(|page| &page.questions);
        let ways = of_pages.chain(questions.flat_map(ways)).flatten();
        let mut seen = ways.flat_map(|way| self.looks_at(way));
        seen.find(|(_, it)| matches!(it.kind, Kind::Text { .. }))
            .map(|(_, text)| &text.id)
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

    fn condition(&mut self, name: &str, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        let mut problems = of_condition(self.survey, name, condition);
        for (_, question) in self.looks_at(condition) {
            // What no condition may look at has been told.
            let told = matches!(question.kind, Kind::Note) || question.optional;
            if let Some(why) = self.refusal(question).filter(|_| !told) {
                let source = condition.source();
                let text = format!("{why} The condition is: {source}");
                problems.push(Problem::at(format!("/{name}"), text));
            }
        }
        self.problems.extend(problems);
    }

    /// What a condition looks at: the names, as far as there are such, with the question.
    fn looks_at<'c>(
        &self,
        condition: &'c Condition,
    ) -> impl Iterator<Item = (&'c QuestionId, &Question)> {
        let names = condition.tests().into_iter().flat_map(|(id, test)| {
            let other = match test {
                Test::Other(_, other) => Some(other),
                _ => None,
            };
            [Some(id), other]
        });
        names.flatten().filter_map(|id| Some((id, self.named(id)?)))
    }
}

/// The conditions that decide what of a question is shown and kept.
fn ways(question: &Question) -> impl Iterator<Item = Option<&Condition>> {
    let constraint = question.constraint.as_ref().map(|it| &it.condition);
    let choices = question.kind.choices().iter();
    let rows = question.kind.rows().iter();
    [question.visible_if.as_ref(), constraint]
        .into_iter()
        .chain(choices.map(|choice| choice.visible_if.as_ref()))
        .chain(rows.map(|row| row.visible_if.as_ref()))
}

#[cfg(test)]
mod tests;
