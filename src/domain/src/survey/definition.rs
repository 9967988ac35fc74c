//! A survey as an officer writes it.

mod kind;
mod read;

pub use kind::{Choice, Kind, LONG_TEXT, LONGEST_TEXT, Look, Row, moved, ranked, toggled};

use super::condition::Condition;
use super::season::{self, Season, Span, Written};
use crate::clock::{Clock, Zone};
use crate::id::{HelplineId, PageId, QuestionId, SurveyId};
use crate::text::Text;
use crate::wire::GroupCode;

/// The choice that says "I don't want to say". It is an answer, kept apart from
/// no answer, and in a question of several choices it always stands alone.
pub const PREFER_NOT: &str = "prefer-not";

/// The choice that says "I don't know". It stands beside a scale, and is no real answer
/// to an indicator.
pub const DONT_KNOW: &str = "dont-know";

/// A whole survey. The format is described, with an example, in [`crate::survey`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Its name in addresses and in the store.
    pub id: SurveyId,
    /// Counts up whenever the questions change, from 1.
    pub version: u32,
    /// What it is called on the screen.
    pub title: Text,
    /// Who asks, why, and what will be done with the answers.
    pub about: Text,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// From when it can be answered; absent: at once.
    pub opens: Option<Written>,
    /// Until when it can be answered; absent: no end yet.
    pub closes: Option<Written>,
    /// What happens next, said after sending.
    pub thanks: Text,
    /// Which questions of the bank are asked.
    pub picks: Picks,
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// Which optional questions are asked, and of whom.
///
/// Tellus4 worked so: of a bank of 26, the authority chose two and a school two
/// (NFER, *Tellus4: delivering the survey*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// Of everybody, as the borough picked; two at most.
    pub borough: Vec<QuestionId>,
    /// Also of those who come with a school's group code, as the school picked; two at
    /// most each.
    pub schools: Vec<(GroupCode, Vec<QuestionId>)>,
}

/// Questions shown together on one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in the survey.
    pub id: PageId,
    /// The heading; a page with one question uses the question instead.
    pub title: Option<Text>,
    /// Shown only when this holds.
    pub visible_if: Option<Condition>,
    /// Where this holds, the survey ends after this page.
    pub end_if: Option<Condition>,
    /// What the answers of the page have to meet together.
    pub constraint: Option<Constraint>,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in answers, files and conditions.
    pub id: QuestionId,
    /// What is asked.
    pub title: Text,
    /// A line below it, where it needs one.
    pub help: Option<Text>,
    /// How it is answered.
    pub kind: Kind,
    /// Whether it can't be skipped.
    pub required: bool,
    /// Can't be skipped when this holds.
    pub required_if: Option<Condition>,
    /// What to do where it can't be skipped; a sentence of the site's own otherwise.
    pub required_message: Option<Text>,
    /// What its answer has to meet beyond its kind.
    pub constraint: Option<Constraint>,
    /// Shown only when this holds.
    pub visible_if: Option<Condition>,
    /// Whether it touches something that can hurt: its page then offers help.
    pub sensitive: bool,
    /// The helplines to offer beside it.
    pub helplines: Vec<HelplineId>,
    /// Whether it belongs to the bank, and is asked only where [`Picks`] has it.
    pub optional: bool,
    /// The same in easy-read, for whoever switches it on.
    pub easy: Easy,
    /// Pictures and recordings.
    pub media: Media,
}

/// A condition that answers have to meet; not tested where nothing is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The condition.
    pub condition: Condition,
    /// What to do where it isn't met; a sentence of the site's own otherwise.
    pub message: Option<Text>,
}

/// An easy-read wording: short words beside a picture, as *Make it Clear* (NHS) and the
/// European standards of Inclusion Europe ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Easy {
    /// The words, in the place of the title or label.
    pub words: Option<Text>,
    /// The line below, in the place of the help.
    pub help: Option<Text>,
    /// The picture beside: a path below the pack's `media/`.
    pub picture: Option<Text>,
}

/// Files of the pack that belong to a question, a choice or a row: paths below `media/`,
/// for everybody or by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// A picture, always shown.
    pub image: Option<Text>,
    /// A recording of the words, played in the place of the browser's voice.
    pub audio: Option<Text>,
    /// The words in sign language.
    pub video: Option<Text>,
}

impl Survey {
    /// Every question in order, with the page it stands on.
    pub fn questions(&self) -> impl Iterator<Item = (&Page, &Question)> {
        self.pages
            .iter()
            .flat_map(|page| page.questions.iter().map(move |question| (page, question)))
    }

    /// The question of that name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions()
            .find_map(|(_, question)| (question.id.as_str() == id).then_some(question))
    }

    /// The moments between which it takes answers, by the borough's clock.
    pub fn span(&self, zone: Zone) -> Span {
        Span::of(self.opens, self.closes, zone)
    }

    /// Where it stands now.
    pub fn season(&self, clock: Clock) -> Season {
        season::season(self.opens, self.closes, clock)
    }

    /// What somebody who came with that group code, or with none, is asked: without the
    /// questions of the bank that nobody picked for them, and without pages that have
    /// nothing else.
    #[must_use]
    pub fn asked_of(&self, group: Option<&GroupCode>) -> Self {
        let school = self.picks.schools.iter();
        let school = school.filter(|(code, _)| Some(code) == group);
        let picked = |question: &Question| {
            let mut school = school.clone().flat_map(|(_, picked)| picked);
            !question.optional
                || self.picks.borough.contains(&question.id)
                || school.any(|id| *id == question.id)
        };
        let mut asked = self.clone();
        for page in &mut asked.pages {
            page.questions.retain(&picked);
        }
        asked.pages.retain(|page| !page.questions.is_empty());
        asked
    }

    /// Whether any of it has an easy-read wording.
    pub fn has_easy(&self) -> bool {
        self.questions()
            .any(|(_, question)| question.easy != Easy::default())
    }
}

/// What a list of surveys shows of one; `surveys.json` of a published pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in addresses.
    pub id: SurveyId,
    /// What it is called on the screen.
    pub title: Text,
    /// Who asks, and why.
    pub about: Text,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// From when it can be answered.
    pub opens: Option<Written>,
    /// Until when it can be answered.
    pub closes: Option<Written>,
    /// Whether the pack says what came of it: then there is a [`crate::said_did::SaidDid`].
    pub answered: bool,
}

impl Listed {
    /// The fields of a survey that make its entry.
    pub const FIELDS: [&str; 6] = ["id", "title", "about", "minutes", "opens", "closes"];

    /// Where it stands now.
    pub fn season(&self, clock: Clock) -> Season {
        season::season(self.opens, self.closes, clock)
    }
}
