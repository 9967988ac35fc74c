//! Which jumps a form gives, and which conditions it still has to write down.
//!
//! All ways through the form are walked at once, from the top down, as jumps only lead
//! forward. At each step the walk keeps what may be known of the answers there; a
//! condition that holds in every one of these cases needs no words. Where the cases get
//! too many, it forgets all but the latest answer: then a condition is written that was
//! no must, never the other way round.

use std::collections::BTreeSet;

use super::facts::{Fact, Known, Names, ways};
use super::form::{Form, Only, Target};
use crate::survey::answers::Answer;
use crate::survey::condition::Expression;
use crate::survey::definition::Question;

/// More cases than this at one step, and the walk forgets.
const MOST_CASES: usize = 256;

/// The form as a list of what its reader does.
enum Step {
    /// Reads a condition; where it doesn't hold, goes on at the step `past`.
    Only { condition: Expression, past: usize },
    /// Answers the question at that place.
    Item(usize),
    /// Reads a condition; where it holds, stops.
    End(Expression),
}

/// What a form has to say at one step.
#[derive(PartialEq, Eq)]
enum Said {
    /// The condition needs no words.
    Nothing,
    /// The condition, and where to go where it doesn't hold.
    Condition { otherwise: Option<Target> },
    /// Where to go after the question.
    Jumps {
        goes: Vec<(usize, Target)>,
        left_out: Option<Target>,
    },
}

/// Gives a form its jumps, and takes the conditions away that need no words.
pub(super) fn route(form: &mut Form<'_>) {
    let walk = Walk::new(form);
    let mut said = walk.walk().into_iter();
    // In the order in which the steps were made: one for each condition and each item.
    let mut next = || said.next().unwrap_or(Said::Nothing);
    for section in &mut form.sections {
        only(&mut section.only, &mut next);
        for group in &mut section.groups {
            only(&mut group.only, &mut next);
            for item in &mut group.items {
                if let Said::Jumps { goes, left_out } = next() {
                    (item.goes, item.left_out) = (goes, left_out);
                }
            }
        }
        if section.end.is_some() && next() == Said::Nothing {
            section.end = None;
        }
    }
}

fn only(only: &mut Option<Only>, next: &mut impl FnMut() -> Said) {
    let Some(written) = only else { return };
    match next() {
        Said::Condition { otherwise } => written.otherwise = otherwise,
        _ => *only = None,
    }
}

struct Walk<'a> {
    steps: Vec<Step>,
    items: Vec<(&'a Question, Option<usize>)>,
    names: Names<'a>,
    /// By question: the last step whose condition looks at it.
    used: Vec<Option<usize>>,
}

type Cases = BTreeSet<Known>;
type After = Vec<(usize, Known)>;

impl<'a> Walk<'a> {
    fn new(form: &Form<'a>) -> Self {
        let items: Vec<_> = form
            .items()
            .map(|item| (item.question, item.number))
            .collect();
        let names = Names::new(items.iter().map(|(question, _)| *question).collect());
        let steps = steps(form);
        let mut used = vec![None; items.len()];
        for (at, step) in steps.iter().enumerate() {
            let (Step::Only { condition, .. } | Step::End(condition)) = step else {
                continue;
            };
            for name in condition.names() {
                if let Some(place) = names.place(name) {
                    used[place] = Some(at);
                }
            }
        }
        Self {
            steps,
            items,
            names,
            used,
        }
    }

    /// What has to be said at every step.
    fn walk(&self) -> Vec<Said> {
        let mut cases: Vec<Cases> = vec![Cases::new(); self.steps.len() + 1];
        cases[0].insert(Known::new());
        let mut all = Vec::new();
        for at in 0..self.steps.len() {
            let here = std::mem::take(&mut cases[at]);
            let (said, after) = match &self.steps[at] {
                Step::Only { condition, past } => self.only(at, *past, condition, here),
                Step::End(condition) => self.end(at, condition, here),
                Step::Item(place) => self.answered(at, *place, here),
            };
            all.push(said);
            for (to, known) in after {
                cases[to].insert(self.arrived(at, to, known));
            }
        }
        all
    }

    /// What has to be said above questions, and every case with the step it goes on at.
    fn only(&self, at: usize, past: usize, condition: &Expression, here: Cases) -> (Said, After) {
        let mut after = After::new();
        let mut without = Cases::new();
        // A condition that nobody comes to is written, to be on the safe side.
        let mut must = here.is_empty();
        for known in here {
            let holds = self.names.holds(condition, &known);
            must |= holds != Some(true);
            if holds != Some(true) {
                without.insert(self.arrived(at, past, known.clone()));
            }
            if holds != Some(false) {
                after.push((at + 1, known));
            }
        }
        let jump = self.jump(past - 1, &without);
        let to = jump.map_or(past, |(landing, _)| landing);
        after.extend(without.into_iter().map(|known| (to, known)));
        let otherwise = jump.map(|(_, target)| target);
        let said = if must {
            Said::Condition { otherwise }
        } else {
            Said::Nothing
        };
        (said, after)
    }

    /// The same after a page that may be the last.
    fn end(&self, at: usize, condition: &Expression, here: Cases) -> (Said, After) {
        let mut after = After::new();
        let mut said = Said::Nothing;
        for known in here {
            let holds = self.names.holds(condition, &known);
            if holds != Some(false) {
                said = Said::Condition { otherwise: None };
            }
            if holds != Some(true) {
                after.push((at + 1, known));
            }
        }
        (said, after)
    }

    /// What is known on arriving at the step `to` from the step `at`: questions that were
    /// passed over have no answer, and what nobody asks about any more is forgotten.
    fn arrived(&self, at: usize, to: usize, mut known: Known) -> Known {
        for step in self.steps.get(at + 1..to).unwrap_or_default() {
            if let Step::Item(place) = step {
                known.insert(*place, Fact::Blank);
            }
        }
        known.retain(|place, _| self.used[*place].is_some_and(|last| last >= to));
        known
    }

    /// The jumps after a question, and every case with the step it goes on at.
    fn answered(&self, at: usize, place: usize, here: Cases) -> (Said, After) {
        let (mut goes, mut left_out) = (Vec::new(), None);
        let mut after = After::new();
        if self.used[place].is_none_or(|last| last < at) {
            after.extend(here.into_iter().map(|known| (at + 1, known)));
            return (Said::Jumps { goes, left_out }, after);
        }
        let (question, _) = self.items[place];
        let ways = ways(&question.kind);
        let too_many = here.len() * ways.len() > MOST_CASES;
        let here = if too_many {
            Cases::from([Known::new()])
        } else {
            here
        };
        // No answer comes last: it has its own words only where some answer has.
        for way in ways {
            let with = |known: &Known| {
                let mut known = known.clone();
                known.insert(place, way.clone());
                known
            };
            let cases: Cases = here.iter().map(with).collect();
            let mut to = at + 1;
            if let Some((landing, target)) = self.jump(at, &cases) {
                match &way {
                    Fact::Whole(answer) => {
                        goes.extend(choice(question, answer).map(|own| (own, target)));
                        to = landing;
                    }
                    Fact::Blank if !goes.is_empty() => {
                        left_out = Some(target);
                        to = landing;
                    }
                    Fact::Blank | Fact::Some => {}
                }
            }
            after.extend(cases.into_iter().map(|known| (to, known)));
        }
        (Said::Jumps { goes, left_out }, after)
    }

    /// Where somebody goes on after the step `at`, if that can be said and passes
    /// over any question.
    fn jump(&self, at: usize, cases: &Cases) -> Option<(usize, Target)> {
        if cases.is_empty() {
            return None;
        }
        let landing = self.landing(at, cases);
        let number = |step: &Step| match step {
            Step::Item(place) => Some(self.items[*place].1),
            _ => None,
        };
        let passed = self.steps.get(at + 1..landing)?;
        passed.iter().filter_map(number).flatten().next()?;
        let target = match self.steps.get(landing) {
            None => Target::End,
            Some(Step::End(_)) => return None,
            // Words between questions have no number to go to.
            Some(_) => Target::Question(self.steps[landing..].iter().find_map(number)??),
        };
        Some((landing, target))
    }

    /// The first step after `from` that is not certain to be passed over in all cases.
    fn landing(&self, from: usize, cases: &Cases) -> usize {
        let mut at = from + 1;
        while let Some(step) = self.steps.get(at) {
            let (Step::Only { condition, .. } | Step::End(condition)) = step else {
                break;
            };
            let mut holds = cases.iter().map(|known| {
                let known = self.arrived(from, at, known.clone());
                self.names.holds(condition, &known)
            });
            let first = holds.next().flatten();
            let all = first.filter(|_| holds.all(|other| other == first));
            at = match (step, all) {
                (Step::Only { past, .. }, Some(false)) => *past,
                (Step::End(_), Some(true)) => self.steps.len(),
                (_, Some(_)) => at + 1,
                (_, None) => break,
            };
        }
        at
    }
}

/// The place of the choice that an answer is, among those of the question.
fn choice(question: &Question, answer: &Answer) -> Option<usize> {
    let is = |id: &str| match answer {
        Answer::Word(word) => word == id,
        Answer::Many(words) => words.iter().any(|word| word == id),
        _ => false,
    };
    let mut choices = question.kind.choices().iter();
    choices.position(|choice| is(choice.id.as_str()))
}

fn steps(form: &Form<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut place = 0;
    for section in &form.sections {
        let outer = open(section.only.as_ref(), &mut steps);
        for group in &section.groups {
            let inner = open(group.only.as_ref(), &mut steps);
            for _ in &group.items {
                steps.push(Step::Item(place));
                place += 1;
            }
            close(inner, &mut steps);
        }
        steps.extend(section.end.clone().map(Step::End));
        close(outer, &mut steps);
    }
    steps
}

/// Begins a condition, whose end is not known yet; gives its step.
fn open(only: Option<&Only>, steps: &mut Vec<Step>) -> Option<usize> {
    let condition = only?.condition.clone();
    steps.push(Step::Only { condition, past: 0 });
    Some(steps.len() - 1)
}

fn close(only: Option<usize>, steps: &mut [Step]) {
    let end = steps.len();
    if let Some(Step::Only { past, .. }) = only.and_then(|at| steps.get_mut(at)) {
        *past = end;
    }
}
