//! Reading a definition and refusing what could not work, at load, in sentences
//! that name the place: wrong references, clashes of type, limits that exclude
//! every answer, questions nobody can reach.

mod conditions;
mod kinds;
mod words;

use super::condition::{Condition, RESERVED};
use super::definition::{Page, Picks, Question, Survey};
use super::reach;
use crate::id::{QuestionId, repeated};
use crate::json;
use crate::problem::Problem;

use self::conditions::{Known, Scope};

/// The longest text a question may ask for, in characters: more than a short text
/// is a letter, and letters identify people.
pub const LONGEST_ALLOWED: u16 = 2_000;

/// How many questions of the bank the borough picks, and a school, at most.
pub const MOST_PICKED: usize = 2;

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
        known: Known::of(survey),
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

/// What is wrong with a condition of something outside of the survey, in its field `name`,
/// that may look at any of the questions.
pub(crate) fn of_condition(survey: &Survey, name: &str, condition: &Condition) -> Vec<Problem> {
    let mut checker = Checker {
        known: Known::of(survey),
        problems: Vec::new(),
    };
    let all = Scope::before((survey.pages.len(), 0));
    checker.condition("", name, Some(condition), all);
    checker.problems
}

/// Where a question stands: its page and its place there.
type Place = (usize, usize);

struct Checker<'a> {
    known: Known<'a>,
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
        // Any zone would do: both ends are on the same clock.
        let span = survey.span(&|_| 0);
        if let (Some(opens), Some(closes)) = (survey.opens, survey.closes)
            && span.closes <= span.opens
        {
            self.say(
                "/closes",
                format!("It would never be open: it opens on {opens} and closes on {closes}."),
            );
        }
        for (name, text) in [
            ("title", &survey.title),
            ("about", &survey.about),
            ("thanks", &survey.thanks),
        ] {
            self.plain(&format!("/{name}"), text);
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
        self.picks(&survey.picks);
        let always = |page: &Page| page.questions.iter().any(|question| !question.optional);
        if !survey.pages.is_empty() && !survey.pages.iter().any(always) {
            self.say(
                "/pages",
                "Every question is optional: one has to be asked of everybody.",
            );
        }
    }

    fn picks(&mut self, picks: &Picks) {
        self.picked("/optional/borough", &picks.borough);
        for (code, picked) in &picks.schools {
            self.picked(&format!("/optional/schools/{}", code.as_str()), picked);
        }
    }

    fn picked(&mut self, at: &str, picked: &[QuestionId]) {
        if picked.len() > MOST_PICKED {
            self.say(
                at,
                format!("It is {MOST_PICKED} questions at most, so that the survey stays short."),
            );
        }
        for (index, id) in picked.iter().enumerate() {
            let at = format!("{at}/{index}");
            match self.known.question(id.as_str()) {
                None => self.say(&at, format!("There is no question \"{id}\".")),
                Some(question) if !question.optional => self.say(
                    &at,
                    format!("Question \"{id}\" is asked of everybody: only one with \"optional\": true can be picked."),
                ),
                Some(_) => {}
            }
        }
        for (index, id) in repeated(picked.iter().map(QuestionId::as_str)) {
            self.say(
                &format!("{at}/{index}"),
                format!("\"{id}\" is picked already."),
            );
        }
    }

    fn page(&mut self, index: usize, page: &Page) {
        let at = format!("/pages/{index}");
        let start = (index, 0);
        let end = (index, page.questions.len());
        match &page.title {
            Some(title) => self.words(&format!("{at}/title"), title, start),
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
            &at,
            "visible_if",
            page.visible_if.as_ref(),
            Scope::before(start),
        );
        self.condition(&at, "end_if", page.end_if.as_ref(), Scope::before(end));
        self.constraint(&at, page.constraint.as_ref(), Scope::before(end));
        for (place, question) in page.questions.iter().enumerate() {
            let at = format!("{at}/questions/{place}");
            let here = (index, place);
            self.question(&at, here, question);
            self.condition(
                &at,
                "visible_if",
                question.visible_if.as_ref(),
                Scope::before(here),
            );
            let others = Scope::before(end).but(&question.id);
            self.condition(&at, "required_if", question.required_if.as_ref(), others);
            let with_own = Scope::before((index, place + 1)).with(&question.id);
            self.constraint(&at, question.constraint.as_ref(), with_own);
            self.possible(&at, question);
        }
    }

    fn question(&mut self, at: &str, here: Place, question: &Question) {
        let id = &question.id;
        if self.known.stands_elsewhere(id.as_str(), here) {
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
        self.question_words(at, here, question);
        self.kind(at, here, question);
    }
}

#[cfg(test)]
mod tests;
