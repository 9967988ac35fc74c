//! A way through a survey where chance finds none: every answer that conditions tell apart,
//! one question after the other, back to the last that has another where a page can't be
//! finished.

use super::{below, made_up, offered, tests, told_apart};
use crate::id::PageId;
use crate::survey::answers::{Answer, Answers};
use crate::survey::condition::Condition;
use crate::survey::definition::{Kind, Page, Question, Survey};
use crate::survey::journey::{Journey, journey};
use crate::survey::reach::conditions;

/// How many steps are tried before there seems to be no way.
const STEPS: u32 = 20_000;

/// How many answers of chance are tried beside those that conditions tell apart.
const BY_CHANCE: usize = 3;

/// More ways than this to answer a matrix are left to chance.
const MOST_WAYS: usize = 500;

/// Answers that make a complete way, if any were found.
pub(super) fn way(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Option<Answers> {
    let questions: Vec<_> = survey.questions().collect();
    let mut search = Search {
        survey,
        random,
        left: STEPS,
        answers: Answers::default(),
    };
    search.goes_on(&questions).then_some(search.answers)
}

struct Search<'a> {
    survey: &'a Survey,
    random: &'a mut dyn FnMut(u32) -> u32,
    left: u32,
    answers: Answers,
}

impl Search<'_> {
    /// Whether these questions, the last of the survey, can be answered so that it is
    /// complete; then they are.
    fn goes_on(&mut self, questions: &[(&Page, &Question)]) -> bool {
        let journey = journey(self.survey, &self.answers);
        let Some(((page, question), rest)) = questions.split_first() else {
            return journey.complete;
        };
        if self.left == 0 || self.is_stuck(&journey, &page.id) {
            return false;
        }
        self.left -= 1;
        let mut pages = journey.pages.iter();
        if !pages.any(|page| page.questions.contains(&question.id)) {
            return self.goes_on(rest);
        }
        let mut ways = self.ways(question, &journey);
        while !ways.is_empty() {
            match ways.swap_remove(below(ways.len(), self.random)) {
                Some(answer) => self.answers.set(question.id.clone(), answer),
                None => self.answers.clear(question.id.as_str()),
            }
            if self.goes_on(rest) {
                return true;
            }
        }
        self.answers.clear(question.id.as_str());
        false
    }

    /// Whether something is wrong on a page before this one: nothing that comes later can
    /// mend it.
    fn is_stuck(&self, journey: &Journey, page: &PageId) -> bool {
        let mut before = self.survey.pages.iter().take_while(|it| it.id != *page);
        before.any(|before| {
            let mut own = before.questions.iter().map(|question| &question.id);
            own.any(|id| journey.errors.iter().any(|error| error.question == *id))
        })
    }

    /// No answer, and every other that may make a difference.
    fn ways(&mut self, question: &Question, journey: &Journey) -> Vec<Option<Answer>> {
        let all = self.survey.pages.iter().flat_map(|page| {
            let own = [&page.visible_if, &page.end_if].into_iter().flatten();
            let of_questions = page.questions.iter().flat_map(conditions);
            let required = page
                .questions
                .iter()
                .filter_map(|it| it.required_if.as_ref());
            let constraints = page.questions.iter().map(|it| &it.constraint);
            let constraints = constraints.chain([&page.constraint]).flatten();
            let constraints = constraints.map(|constraint| &constraint.condition);
            own.chain(of_questions).chain(required).chain(constraints)
        });
        let all: Vec<&Condition> = all.collect();
        let tests = tests(all.into_iter(), question, journey);
        let mut ways = told_apart(question, &tests, journey);
        ways.extend(rows(question, journey));
        for _ in 0..BY_CHANCE {
            ways.extend(made_up(question, journey, self.random));
        }
        ways.sort();
        ways.dedup();
        ways.into_iter().map(Some).chain([None]).collect()
    }
}

/// Every way to answer a matrix, unless there are too many.
fn rows(question: &Question, journey: &Journey) -> Vec<Answer> {
    let Kind::Matrix { .. } = question.kind else {
        return Vec::new();
    };
    let choices = offered(question, journey).choices;
    let mut ways: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for (row, _) in journey.asks(&question.id) {
        if ways.len() * (choices.len() + 1) > MOST_WAYS {
            return Vec::new();
        }
        let with = |way: &Vec<(String, String)>| {
            let way = way.clone();
            let pair = choices
                .iter()
                .map(|choice| (row.to_string(), choice.id.to_string()));
            pair.map(move |pair| way.iter().cloned().chain([pair]).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let more: Vec<_> = ways.iter().flat_map(with).collect();
        ways.extend(more);
    }
    ways.into_iter()
        .map(Answer::rows)
        .filter(|answer| !answer.is_blank())
        .collect()
}
