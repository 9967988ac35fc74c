//! Reading a definition and refusing what could not work, at load, in sentences
//! that name the place: wrong references, clashes of type, limits that exclude
//! every answer, questions nobody can reach.

use std::collections::BTreeMap;

use super::condition::{Condition, RESERVED, Test};
use super::definition::{Choice, Kind, PREFER_NOT, Page, Question, Survey};
use super::reach;
use crate::id::{QuestionId, repeated};
use crate::json;
use crate::problem::Problem;
use crate::text::Text;

/// The longest text a question may ask for, in characters: more than a short text
/// is a letter, and letters identify people.
pub const LONGEST_ALLOWED: u16 = 2_000;

/// Reads a survey from its JSON and checks it whole.
///
/// # Errors
/// Everything wrong with it.
pub fn read(json: &str) -> Result<Survey, Vec<Problem>> {
    let survey: Survey = json::read(json)?;
    let problems = check(&survey);
    if problems.is_empty() {
        Ok(survey)
    } else {
        Err(problems)
    }
}

/// Everything wrong with a survey.
pub fn check(survey: &Survey) -> Vec<Problem> {
    let mut checker = Checker {
        places: places(survey),
        problems: Vec::new(),
    };
    checker.whole(survey);
    for (index, page) in survey.pages.iter().enumerate() {
        checker.page(index, page);
    }
    if checker.problems.is_empty() {
        // Only a definition that is right otherwise can be walked.
        checker.problems.extend(reach::unreachable(survey));
    }
    checker.problems
}

/// What is wrong with a condition, `at` a place outside of the survey, that may look at
/// any of its questions.
pub(crate) fn of_condition(survey: &Survey, at: &str, condition: &Condition) -> Vec<Problem> {
    let mut checker = Checker {
        places: places(survey),
        problems: Vec::new(),
    };
    checker.condition(at, Some(condition), (survey.pages.len(), 0), None);
    checker.problems
}

/// Where a question stands: its page and its place there.
type Place = (usize, usize);

fn places(survey: &Survey) -> BTreeMap<&QuestionId, (Place, &Question)> {
    let mut places = BTreeMap::new();
    for (page, contents) in survey.pages.iter().enumerate() {
        for (place, question) in contents.questions.iter().enumerate() {
            places
                .entry(&question.id)
                .or_insert(((page, place), question));
        }
    }
    places
}

struct Checker<'a> {
    places: BTreeMap<&'a QuestionId, (Place, &'a Question)>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, pointer: &str, text: impl Into<String>) {
        self.problems.push(Problem::at(pointer, text));
    }

    fn whole(&mut self, survey: &Survey) {
        if survey.version == 0 {
            self.say("/version", "The first version is 1.");
        }
        if survey.minutes == 0 {
            self.say("/minutes", "A survey takes one minute at least.");
        }
        if let (Some(opens), Some(closes)) = (survey.opens, survey.closes)
            && closes < opens
        {
            self.say(
                "/closes",
                format!("It closes on {closes}, before it opens on {opens}."),
            );
        }
        for (name, text) in [
            ("title", &survey.title),
            ("about", &survey.about),
            ("thanks", &survey.thanks),
        ] {
            self.words(&format!("/{name}"), text);
        }
        if survey.pages.is_empty() {
            self.say("/pages", "A survey needs one page at least.");
        }
        let ids = survey.pages.iter().map(|page| page.id.as_str());
        for (index, id) in repeated(ids) {
            self.say(
                &format!("/pages/{index}/id"),
                format!("Another page is called \"{id}\" already."),
            );
        }
    }

    fn page(&mut self, index: usize, page: &Page) {
        let at = format!("/pages/{index}");
        match &page.title {
            Some(title) => self.words(&format!("{at}/title"), title),
            None if page.questions.len() > 1 => {
                self.say(
                    &at,
                    format!(
                        "Page \"{}\" has several questions, so it needs a title.",
                        page.id
                    ),
                );
            }
            None => {}
        }
        if page.questions.is_empty() {
            self.say(
                &format!("{at}/questions"),
                format!("Page \"{}\" has no question.", page.id),
            );
        }
        self.condition(
            &format!("{at}/visible_if"),
            page.visible_if.as_ref(),
            (index, 0),
            None,
        );
        let end = (index, page.questions.len());
        self.condition(&format!("{at}/end_if"), page.end_if.as_ref(), end, None);
        for (place, question) in page.questions.iter().enumerate() {
            let at = format!("{at}/questions/{place}");
            self.question(&at, (index, place), question);
            self.condition(
                &format!("{at}/visible_if"),
                question.visible_if.as_ref(),
                (index, place),
                None,
            );
            self.condition(
                &format!("{at}/required_if"),
                question.required_if.as_ref(),
                end,
                Some(&question.id),
            );
        }
    }

    fn question(&mut self, at: &str, place: Place, question: &Question) {
        let id = &question.id;
        if self
            .places
            .get(id)
            .is_some_and(|(first, _)| *first != place)
        {
            self.say(
                &format!("{at}/id"),
                format!("Another question is called \"{id}\" already."),
            );
        }
        if RESERVED.contains(&id.as_str()) {
            self.say(
                &format!("{at}/id"),
                format!("A question can't be called \"{id}\": conditions use that word."),
            );
        }
        self.words(&format!("{at}/title"), &question.title);
        if let Some(help) = &question.help {
            self.words(&format!("{at}/help"), help);
        }
        match &question.kind {
            Kind::Single { choices } => self.choices(at, choices),
            Kind::Multiple {
                choices,
                least,
                most,
            } => {
                self.choices(at, choices);
                let several = choices
                    .iter()
                    .filter(|choice| !choice.stands_alone())
                    .count();
                for (name, limit) in [("least", least), ("most", most)] {
                    if limit.is_some_and(|limit| limit == 0 || usize::from(limit) > several) {
                        self.say(&format!("{at}/{name}"), format!("It has to be from 1 to {several}, the number of choices that go together."));
                    }
                }
                self.range(at, least.map(i64::from), most.map(i64::from));
            }
            Kind::Number { least, most, .. } => self.range(at, *least, *most),
            Kind::Text { longest } => {
                if *longest == 0 || *longest > LONGEST_ALLOWED {
                    self.say(
                        &format!("{at}/longest"),
                        format!("It has to be from 1 to {LONGEST_ALLOWED} characters."),
                    );
                }
            }
        }
    }

    fn choices(&mut self, at: &str, choices: &[Choice]) {
        if choices.len() < 2 {
            self.say(&format!("{at}/choices"), "It needs two choices at least.");
        }
        for (index, choice) in choices.iter().enumerate() {
            self.words(&format!("{at}/choices/{index}/label"), &choice.label);
        }
        for (index, id) in repeated(choices.iter().map(|choice| choice.id.as_str())) {
            self.say(
                &format!("{at}/choices/{index}/id"),
                format!("Another choice is called \"{id}\" already."),
            );
        }
        let open = choices
            .iter()
            .any(|choice| choice.id.as_str() != PREFER_NOT);
        if !open && !choices.is_empty() {
            self.say(
                &format!("{at}/choices"),
                "It needs a choice besides \"prefer-not\".",
            );
        }
    }

    fn range(&mut self, at: &str, least: Option<i64>, most: Option<i64>) {
        if let (Some(least), Some(most)) = (least, most)
            && most < least
        {
            self.say(
                &format!("{at}/most"),
                format!("No answer fits: {most} at most and {least} at least."),
            );
        }
    }

    fn words(&mut self, at: &str, text: &Text) {
        if text.has_gap() {
            self.say(at, "There are no words here.");
        }
    }

    /// Checks a condition that may name only questions before `end`, and not `own`.
    fn condition(
        &mut self,
        at: &str,
        condition: Option<&Condition>,
        end: Place,
        own: Option<&QuestionId>,
    ) {
        let Some(condition) = condition else { return };
        for (id, test) in condition.tests() {
            let problem = match self.places.get(id) {
                None => Some(format!("There is no question \"{id}\".")),
                Some(_) if own == Some(id) => {
                    Some(format!("Question \"{id}\" can't depend on itself."))
                }
                Some((place, _)) if *place >= end => Some(format!(
                    "Question \"{id}\" comes too late: a condition can only look at questions before it."
                )),
                Some((_, question)) => clash(question, test),
            };
            if let Some(problem) = problem {
                self.say(
                    at,
                    format!("{problem} The condition is: {}", condition.source()),
                );
            }
        }
    }
}

/// Why a test makes no sense for a question, if it doesn't.
fn clash(question: &Question, test: &Test) -> Option<String> {
    let id = &question.id;
    let words: &[String] = match test {
        Test::Is(word) | Test::Selected(word) => std::slice::from_ref(word),
        Test::AnyOf(words) | Test::AllOf(words) => words,
        Test::Answered | Test::Compare(..) | Test::Count(..) => &[],
    };
    match (&question.kind, test) {
        (_, Test::Answered)
        | (Kind::Number { .. }, Test::Compare(..))
        | (Kind::Text { .. }, Test::Is(_)) => None,
        (Kind::Number { .. }, _) => Some(format!(
            "Question \"{id}\" is a number, so compare it with a number without quotes."
        )),
        (Kind::Text { .. }, _) => Some(format!(
            "Question \"{id}\" is a text: ask whether it is answered, or equals a text in quotes."
        )),
        (Kind::Single { .. }, Test::Count(..)) => Some(format!(
            "Question \"{id}\" has one answer only, so there is nothing to count."
        )),
        (Kind::Multiple { .. }, Test::Is(_)) => Some(format!(
            "Question \"{id}\" can have several answers: write selected({id}, '…')."
        )),
        (_, Test::Compare(..)) => Some(format!(
            "Question \"{id}\" is answered with a choice, so compare it with a choice in quotes."
        )),
        (kind, _) => words
            .iter()
            .find(|word| {
                kind.choices()
                    .iter()
                    .all(|choice| choice.id.as_str() != word.as_str())
            })
            .map(|word| format!("Question \"{id}\" has no choice \"{word}\".")),
    }
}

#[cfg(test)]
mod tests;
