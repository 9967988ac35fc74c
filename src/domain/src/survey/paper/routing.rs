//! Which jumps a form gives, and which conditions it still has to write down.
//!
//! All ways through the form are walked at once, from the top down, as jumps only lead
//! forward. At each step the walk keeps what may be known of the answers there; a
//! condition that holds in every one of these cases needs no words. Where the cases get
//! too many, it forgets all but the latest answer: then a condition is written that was
//! no must, never the other way round.

use std::collections::BTreeSet;

use super::facts::{Fact, Known, Names, ways};
use super::form::{Form, Target};
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

/// The ways to go on after one question.
#[derive(Default)]
struct Jumps {
    goes: Vec<(usize, Target)>,
    left_out: Option<Target>,
}

/// Gives a form its jumps, and takes the conditions away that need no words.
pub(super) fn route(form: &mut Form<'_>) {
    let walk = Walk::new(form);
    let (jumps, written) = walk.walk();
    // In the order in which the steps were made.
    let mut written = written.into_iter();
    let mut jumps = jumps.into_iter();
    let mut keep = |condition: &mut Option<Expression>| {
        if condition.is_some() && written.next() == Some(false) {
            *condition = None;
        }
    };
    for section in &mut form.sections {
        keep(&mut section.only);
        for group in &mut section.groups {
            keep(&mut group.only);
            for item in &mut group.items {
                let own = jumps.next().unwrap_or_default();
                (item.goes, item.left_out) = (own.goes, own.left_out);
            }
        }
        keep(&mut section.end);
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

impl<'a> Walk<'a> {
    fn new(form: &Form<'a>) -> Self {
        let items: Vec<_> = form.items().map(|item| (item.question, item.number)).collect();
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

    /// The jumps of every item, and of every condition whether it has to be written.
    fn walk(&self) -> (Vec<Jumps>, Vec<bool>) {
        let mut cases: Vec<Cases> = vec![Cases::new(); self.steps.len() + 1];
        cases[0].insert(Known::new());
        let mut jumps = Vec::new();
        let mut written = Vec::new();
        for at in 0..self.steps.len() {
            let here = std::mem::take(&mut cases[at]);
            let mut send = |to: usize, known: Known| {
                cases[to].insert(self.arrived(at, to, known));
            };
            match &self.steps[at] {
                Step::Only { condition, past } => {
                    // One that nobody comes to is written, to be on the safe side.
                    let mut must = here.is_empty();
                    for known in here {
                        let holds = self.names.holds(condition, &known);
                        must |= holds != Some(true);
                        if holds != Some(true) {
                            send(*past, known.clone());
                        }
                        if holds != Some(false) {
                            send(at + 1, known);
                        }
                    }
                    written.push(must);
                }
                Step::End(condition) => {
                    let mut must = false;
                    for known in here {
                        let holds = self.names.holds(condition, &known);
                        must |= holds != Some(false);
                        if holds != Some(true) {
                            send(at + 1, known);
                        }
                    }
                    written.push(must);
                }
                Step::Item(place) => {
                    let (own, after) = self.answered(at, *place, here);
                    jumps.push(own);
                    for (to, known) in after {
                        send(to, known);
                    }
                }
            }
        }
        (jumps, written)
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
    fn answered(&self, at: usize, place: usize, here: Cases) -> (Jumps, Vec<(usize, Known)>) {
        let mut jumps = Jumps::default();
        let mut after = Vec::new();
        if self.used[place].is_none_or(|last| last < at) {
            after.extend(here.into_iter().map(|known| (at + 1, known)));
            return (jumps, after);
        }
        let (question, _) = self.items[place];
        let several = here.len() * ways(&question.kind).len() > MOST_CASES;
        let here = if several {
            Cases::from([Known::new()])
        } else {
            here
        };
        // No answer comes last: it has its own words only where some answer has.
        for way in ways(&question.kind) {
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
                        jumps.goes.extend(choice(question, answer).map(|own| (own, target)));
                        to = landing;
                    }
                    Fact::Blank if !jumps.goes.is_empty() => {
                        jumps.left_out = Some(target);
                        to = landing;
                    }
                    Fact::Blank | Fact::Some => {}
                }
            }
            after.extend(cases.into_iter().map(|known| (to, known)));
        }
        (jumps, after)
    }

    /// Where somebody goes on after the item at step `at`, if that can be said and passes
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
        let outer = only(section.only.as_ref(), &mut steps);
        for group in &section.groups {
            let inner = only(group.only.as_ref(), &mut steps);
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
fn only(condition: Option<&Expression>, steps: &mut Vec<Step>) -> Option<usize> {
    let condition = condition?.clone();
    steps.push(Step::Only { condition, past: 0 });
    Some(steps.len() - 1)
}

fn close(only: Option<usize>, steps: &mut [Step]) {
    let end = steps.len();
    if let Some(Step::Only { past, .. }) = only.and_then(|at| steps.get_mut(at)) {
        *past = end;
    }
}
