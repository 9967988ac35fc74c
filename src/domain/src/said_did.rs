//! What came of a survey: `said-did/ID.json` of the pack.

use serde_json::Value;

use crate::calendar::LocalDate;
use crate::id::SurveyId;
use crate::json::{Fields, FromJson, Place};
use crate::problem::Problem;
use crate::survey::Survey;
use crate::text::Text;

/// What was asked, what people said, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidDid {
    /// The survey.
    pub survey: SurveyId,
    /// The day on which it was published.
    pub published: LocalDate,
    /// What was asked, in a few sentences.
    pub asked: Text,
    /// What people said, each with what was done about it.
    pub rows: Vec<Row>,
}

/// One thing that people said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What they said.
    pub said: Text,
    /// What was done, is being done, or why it can't be.
    pub did: Text,
    /// How far it is.
    pub state: State,
}

/// How far something is that people asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is done.
    Done,
    /// It is being done.
    Doing,
    /// It can't be done.
    Cannot,
}

impl SaidDid {
    /// Everything wrong with it, beside the pack's surveys.
    pub fn problems(&self, surveys: &[&Survey]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut say = |pointer: String, text: String| problems.push(Problem::at(pointer, text));
        match surveys.iter().find(|survey| survey.id == self.survey) {
            None => say(
                "/survey".into(),
                format!("There is no survey \"{}\".", self.survey),
            ),
            Some(survey) => match survey.closes {
                None => say(
                    "/survey".into(),
                    format!(
                        "Survey \"{}\" never closes: say when in its \"closes\".",
                        self.survey
                    ),
                ),
                Some(closes) if self.published < closes.day() => say(
                    "/published".into(),
                    format!(
                        "It is published on {}, before survey \"{}\" closes on {closes}.",
                        self.published, self.survey
                    ),
                ),
                Some(_) => {}
            },
        }
        if self.rows.is_empty() {
            say(
                "/rows".into(),
                "Say one thing at least that people said.".into(),
            );
        }
        let rows = self.rows.iter().enumerate();
        let rows = rows.flat_map(|(index, row)| {
            let at = move |name| format!("/rows/{index}/{name}");
            [(at("said"), &row.said), (at("did"), &row.did)]
        });
        for (pointer, text) in std::iter::once(("/asked".to_owned(), &self.asked)).chain(rows) {
            if text.has_gap() {
                say(pointer, "There are no words here.".into());
            }
        }
        problems
    }
}

impl FromJson for SaidDid {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (survey, published) = (fields.needed("survey"), fields.needed("published"));
        let (asked, rows) = (fields.needed("asked"), fields.needed("rows"));
        fields.finish();
        Some(Self {
            survey: survey?,
            published: published?,
            asked: asked?,
            rows: rows?,
        })
    }
}

impl FromJson for Row {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (said, did) = (fields.needed("said"), fields.needed("did"));
        let state = fields.needed("state");
        fields.finish();
        Some(Self {
            said: said?,
            did: did?,
            state: state?,
        })
    }
}

impl FromJson for State {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match String::from_json(value, place)?.as_str() {
            "done" => Some(Self::Done),
            "doing" => Some(Self::Doing),
            "cannot" => Some(Self::Cannot),
            _ => place.say("This is \"done\", \"doing\" or \"cannot\"."),
        }
    }
}
