//! Questions that nobody can reach.
//!
//! Every way through the survey is walked at once: the walk keeps the set of
//! different situations that later conditions can tell apart, so two people who
//! differ only in what nobody asks about any more are one situation. For a
//! real survey that is a handful of situations a page.

mod representatives;

use std::collections::{BTreeMap, BTreeSet};

use super::answers::Answer;
use super::condition::{Condition, Test};
use super::definition::{Question, Survey};
use super::journey::row_reference;
use super::offered::Offered;
use crate::id::{ChoiceId, QuestionId};
use crate::problem::Problem;

use self::representatives::representatives;
pub(super) use self::representatives::told_apart;

/// More situations than this and the walk stops without a verdict: a definition
/// is refused only for what is certain.
const MOST_SITUATIONS: usize = 20_000;

/// What later conditions can see of one way through the survey.
type Situation = BTreeMap<QuestionId, Answer>;

/// A problem for each question, or whole page, that no answers lead to.
pub(super) fn unreachable(survey: &Survey) -> Vec<Problem> {
    let mut unreached: BTreeSet<&QuestionId> = survey
        .questions()
        .map(|(_, question)| &question.id)
        .collect();
    if walk(survey, &mut unreached).is_none() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (index, page) in survey.pages.iter().enumerate() {
        let lost = |question: &&Question| unreached.contains(&question.id);
        if page.questions.iter().all(|question| lost(&question)) {
            let text = format!(
                "Nobody can reach page \"{}\": no answers lead to it.",
                page.id
            );
            problems.push(Problem::at(format!("/pages/{index}"), text));
            continue;
        }
        for (place, question) in page
            .questions
            .iter()
            .enumerate()
            .filter(|(_, question)| lost(question))
        {
            let text = format!(
                "Nobody can reach question \"{}\": no answers lead to it.",
                question.id
            );
            problems.push(Problem::at(
                format!("/pages/{index}/questions/{place}"),
                text,
            ));
        }
    }
    problems
}

/// Takes every question that some way reaches out of `unreached`; nothing where
/// there are too many ways to try them all.
fn walk<'a>(survey: &'a Survey, unreached: &mut BTreeSet<&'a QuestionId>) -> Option<()> {
    let uses = uses(survey)?;
    let mut situations = BTreeSet::from([Situation::new()]);
    for (index, page) in survey.pages.iter().enumerate() {
        let (inside, mut after): (BTreeSet<_>, BTreeSet<_>) = situations
            .into_iter()
            .partition(|situation| holds(page.visible_if.as_ref(), situation));
        // Whether any question of the page was shown decides whether the page was,
        // and so whether it can end the survey.
        let mut inside: BTreeSet<(bool, Situation)> = inside
            .into_iter()
            .map(|situation| (false, situation))
            .collect();
        for question in &page.questions {
            inside = after_question((survey, question), &uses, inside, unreached)?;
        }
        after.extend(
            inside
                .into_iter()
                .filter(|(entered, situation)| {
                    !entered
                        || page
                            .end_if
                            .as_ref()
                            .is_none_or(|end| !holds(Some(end), situation))
                })
                .map(|(_, situation)| situation),
        );
        situations = after
            .into_iter()
            .map(|mut situation| {
                situation.retain(|id, _| uses.get(id).is_some_and(|(last, _)| *last > index));
                situation
            })
            .collect();
    }
    Some(())
}

/// The situations after a question, from those before it.
fn after_question<'a>(
    (survey, question): (&'a Survey, &'a Question),
    uses: &Uses<'_>,
    before: BTreeSet<(bool, Situation)>,
    unreached: &mut BTreeSet<&'a QuestionId>,
) -> Option<BTreeSet<(bool, Situation)>> {
    let picked_by_some = question.optional && !survey.picks.borough.contains(&question.id);
    let mut known = Representatives::default();
    let mut after = BTreeSet::new();
    for (entered, situation) in before {
        let offered = Offered::of(question, &|condition| holds(condition, &situation));
        let shown = holds(question.visible_if.as_ref(), &situation)
            && !offered.asks_nothing(&question.kind);
        if !shown || picked_by_some {
            after.insert((entered, situation.clone()));
        }
        if shown {
            unreached.remove(&question.id);
            let ways = answered(question, &offered, uses, situation, &mut known)?;
            after.extend(ways.into_iter().map(|way| (true, way)));
        }
        if after.len() > MOST_SITUATIONS {
            return None;
        }
    }
    Some(after)
}

/// The answers that stand for all, by question or row and by the choices it offers.
type Representatives = BTreeMap<(QuestionId, Vec<ChoiceId>), Vec<Option<Answer>>>;

/// A situation with each answer to a question that is shown.
fn answered(
    question: &Question,
    offered: &Offered<'_>,
    uses: &Uses<'_>,
    situation: Situation,
    known: &mut Representatives,
) -> Option<BTreeSet<Situation>> {
    let kind = offered.narrowed(&question.kind);
    let ids: Vec<ChoiceId> = offered
        .choices
        .iter()
        .map(|choice| choice.id.clone())
        .collect();
    let mut with_each = |ways: BTreeSet<Situation>, id: &QuestionId, tests: &[&Test]| {
        let key = (id.clone(), ids.clone());
        if !known.contains_key(&key) {
            known.insert(key.clone(), representatives(&kind, tests)?);
        }
        let answers = known.get(&key)?;
        let with = |way: &Situation, answer: &Option<Answer>| {
            let mut way = way.clone();
            way.extend(answer.clone().map(|answer| (id.clone(), answer)));
            way
        };
        let with_one = |way| answers.iter().map(move |answer| with(way, answer));
        let ways: BTreeSet<Situation> = ways.iter().flat_map(with_one).collect();
        (ways.len() <= MOST_SITUATIONS).then_some(ways)
    };
    let ways = BTreeSet::from([situation]);
    let of_whole = uses.get(&question.id).map(|(_, tests)| tests.as_slice());
    if question.kind.rows().is_empty() {
        return with_each(ways, &question.id, of_whole.unwrap_or_default());
    }
    let mut ways = ways;
    let mut looked_at = Vec::new();
    for row in &offered.rows {
        let id = QuestionId::new(&row_reference(&question.id, row.id.as_str())).ok();
        let Some((id, (_, tests))) = id.and_then(|id| Some((id.clone(), uses.get(&id)?))) else {
            continue;
        };
        let mut tests = tests.clone();
        if of_whole.is_some() {
            tests.push(&Test::Answered);
        }
        ways = with_each(ways, &id, &tests)?;
        looked_at.push(id);
    }
    if of_whole.is_none() {
        return Some(ways);
    }
    // All that is asked of a whole matrix is whether it is answered: it is where one row
    // is, be it a row that nothing looks at.
    let any = offered.rows.first().zip(offered.choices.first());
    let any = any.map(|(row, choice)| Answer::rows([(row.id.to_string(), choice.id.to_string())]));
    let others = looked_at.len() < offered.rows.len();
    let mut all = BTreeSet::new();
    for way in ways {
        let by_row = looked_at.iter().any(|id| way.contains_key(id));
        let mut with = way.clone();
        with.extend(any.clone().map(|answer| (question.id.clone(), answer)));
        if by_row || others {
            all.insert(with);
        }
        if !by_row {
            all.insert(way);
        }
    }
    Some(all)
}

/// Whether any answer to the question meets a condition; nothing where that hangs on
/// other questions, or where there are too many answers to try.
pub(super) fn can_be_met(question: &Question, condition: &Condition) -> Option<bool> {
    let tests = condition.tests();
    let own =
        |(id, test): &(&QuestionId, &Test)| **id == question.id && !matches!(test, Test::Other(..));
    if !tests.iter().all(own) {
        return None;
    }
    let tests: Vec<&Test> = tests.into_iter().map(|(_, test)| test).collect();
    let answers = told_apart(&question.kind, &tests)?;
    let mut answers = answers.iter();
    Some(answers.any(|answer| condition.holds(&|_| Some(answer))))
}

/// By question, or `question.row`: the last page whose conditions name it, and what
/// they ask.
type Uses<'a> = BTreeMap<&'a QuestionId, (usize, Vec<&'a Test>)>;

/// The conditions that decide what of a question is shown.
pub(super) fn conditions(question: &Question) -> impl Iterator<Item = &Condition> {
    let choices = question.kind.choices().iter();
    let rows = question.kind.rows().iter();
    let parts = choices
        .map(|choice| &choice.visible_if)
        .chain(rows.map(|row| &row.visible_if));
    [&question.visible_if].into_iter().chain(parts).flatten()
}

/// What conditions ask; nothing where one compares two questions, because then no few
/// answers stand for all.
fn uses(survey: &Survey) -> Option<Uses<'_>> {
    let mut uses = Uses::new();
    for (index, page) in survey.pages.iter().enumerate() {
        let conditions = [&page.visible_if, &page.end_if]
            .into_iter()
            .flatten()
            .chain(page.questions.iter().flat_map(conditions));
        for (id, test) in conditions.flat_map(Condition::tests) {
            if matches!(test, Test::Other(..)) {
                return None;
            }
            let (last, tests) = uses.entry(id).or_default();
            *last = index;
            tests.push(test);
        }
    }
    Some(uses)
}

fn holds(condition: Option<&Condition>, situation: &Situation) -> bool {
    condition.is_none_or(|condition| condition.holds(&|id| situation.get(id)))
}
