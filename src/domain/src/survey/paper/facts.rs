//! What is known of the answers where a form is read, and what follows for a condition:
//! that it holds, that it doesn't, or neither.

use std::collections::BTreeMap;

use crate::id::QuestionId;
use crate::survey::answers::Answer;
use crate::survey::condition::{Expression, Test};
use crate::survey::definition::{Choice, Kind, Question};
use crate::survey::journey::row_reference;

/// What is known of one question's answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// There is none.
    Blank,
    /// This is all of it.
    Whole(Answer),
    /// There is one, without any choice that stands alone.
    Some,
}

/// Facts by the place of the question among all; of the others nothing is known.
pub(super) type Known = BTreeMap<usize, Fact>;

/// Finds a question, or the matrix of `question.row`, by its name in conditions.
pub(super) struct Names<'a> {
    questions: Vec<&'a Question>,
    places: BTreeMap<QuestionId, (usize, bool)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(questions: Vec<&'a Question>) -> Self {
        let mut places = BTreeMap::new();
        for (place, question) in questions.iter().enumerate() {
            let rows = question.kind.rows().iter();
            let rows = rows.filter_map(|row| {
                QuestionId::new(&row_reference(&question.id, row.id.as_str())).ok()
            });
            places.extend(rows.map(|row| (row, (place, true))));
            places.insert(question.id.clone(), (place, false));
        }
        Self { questions, places }
    }

    /// The place of the question that a name belongs to.
    pub(super) fn place(&self, name: &QuestionId) -> Option<usize> {
        self.places.get(name).map(|(place, _)| *place)
    }

    /// Whether a condition holds; nothing where that hangs on what is not known.
    pub(super) fn holds(&self, expression: &Expression, known: &Known) -> Option<bool> {
        match expression {
            Expression::And(parts) => self.all(parts, known, true),
            Expression::Or(parts) => self.all(parts, known, false),
            Expression::Not(part) => self.holds(part, known).map(|holds| !holds),
            Expression::Test(name, test) => self.passes(expression, name, test, known),
        }
    }

    /// Whether all parts are `wanted`; one that is not settles it.
    fn all(&self, parts: &[Expression], known: &Known, wanted: bool) -> Option<bool> {
        let mut all = Some(wanted);
        for part in parts {
            match self.holds(part, known) {
                Some(holds) if holds == wanted => {}
                Some(holds) => return Some(holds),
                None => all = None,
            }
        }
        all
    }

    fn passes(
        &self,
        whole: &Expression,
        name: &QuestionId,
        test: &Test,
        known: &Known,
    ) -> Option<bool> {
        if let (Fact::Some, Some(question)) = (self.fact(name, known)?, self.question(name)) {
            return of_some(&question.kind, test);
        }
        let mut names = vec![name];
        if let Test::Other(_, other) = test {
            names.push(other);
        }
        let answers: Option<Vec<Option<&Answer>>> = names
            .iter()
            .map(|name| match self.fact(name, known)? {
                Fact::Blank => Some(None),
                Fact::Whole(answer) => Some(Some(answer)),
                Fact::Some => None,
            })
            .collect();
        let answers = answers?;
        let answer = |id: &QuestionId| {
            let mut both = names.iter().zip(&answers);
            both.find_map(|(name, answer)| (*name == id).then_some(*answer))?
        };
        Some(whole.holds(&answer))
    }

    /// A row has no answer where its matrix has none; else nothing is known of it.
    fn fact<'k>(&self, name: &QuestionId, known: &'k Known) -> Option<&'k Fact> {
        let (place, is_row) = self.places.get(name)?;
        let fact = known.get(place)?;
        (!is_row || *fact == Fact::Blank).then_some(fact)
    }

    fn question(&self, name: &QuestionId) -> Option<&Question> {
        self.questions.get(self.place(name)?).copied()
    }
}

/// What a test makes of an answer of which only that is known which choices are not in it.
fn of_some(kind: &Kind, test: &Test) -> Option<bool> {
    let may_be = |word: &String| {
        let is = |choice: &Choice| choice.id.as_str() == word && !choice.stands_alone();
        kind.choices().iter().any(is)
    };
    match test {
        Test::Answered => Some(true),
        Test::Selected(word) if !may_be(word) => Some(false),
        Test::AnyOf(words) if !words.iter().any(may_be) => Some(false),
        Test::AllOf(words) if !words.iter().all(may_be) => Some(false),
        _ => None,
    }
}

/// Every way in which a question can be answered, as far as a form tells them apart.
pub(super) fn ways(kind: &Kind) -> Vec<Fact> {
    let whole = |choice: &Choice| {
        let id = choice.id.to_string();
        Fact::Whole(match kind {
            Kind::Single { .. } => Answer::Word(id),
            _ => Answer::Many(vec![id]),
        })
    };
    let mut ways: Vec<Fact> = match kind {
        Kind::Single { choices, .. } => choices.iter().map(whole).collect(),
        Kind::Multiple { choices, .. } | Kind::Ranking { choices, .. } => {
            let alone = choices.iter().filter(|choice| choice.stands_alone());
            alone.map(whole).chain([Fact::Some]).collect()
        }
        Kind::Matrix { .. } | Kind::Number { .. } | Kind::Text { .. } => vec![Fact::Some],
        Kind::Note => Vec::new(),
    };
    ways.push(Fact::Blank);
    ways
}
