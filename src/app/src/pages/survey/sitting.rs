//! One person's visit to one survey: the definition, the answers so far, and what
//! is derived from both.

mod aids;
mod guard;
mod keeping;
mod way;
mod words;

use std::sync::Arc;

use hark_domain::id::{PageId, QuestionId, SurveyId};
use hark_domain::route::group;
use hark_domain::survey::{Answer, AnswerError, Answers, Journey, Survey, carried_over, journey};
use hark_domain::wire::{GroupCode, Response, ResponseId};
use leptos::prelude::*;

use crate::content::Fetched;
use crate::device::store::Switch;
use crate::device::{page, random, store};
use crate::parts::outcome::Sending;

/// The state of one visit. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    definition: Fetched<Survey>,
    survey: RwSignal<Arc<Survey>>,
    answers: RwSignal<Answers>,
    /// Whether the survey changed and the reader was not told yet.
    changed: RwSignal<bool>,
    /// What was wrong when Continue was last pressed on this page.
    wrong: RwSignal<Vec<AnswerError>>,
    /// Where the sending of the response stands.
    sending: RwSignal<Sending>,
    /// Whether the reader wants the easy-read wording.
    easy: RwSignal<bool>,
    /// Whether the reader wants everything read aloud.
    aloud: RwSignal<bool>,
    /// Changes whenever the browser has found voices.
    voices: RwSignal<bool>,
    /// The phrases that suggest danger.
    danger: Fetched<Vec<String>>,
    /// Whether the answers stay on the device for another day, because it is their own.
    stays: RwSignal<bool>,
    visit: StoredValue<Visit>,
}

/// How far a visit has come.
#[derive(Clone, Copy, Default, PartialEq)]
enum Stage {
    /// Nothing has happened.
    #[default]
    Fresh,
    /// There are answers from another day, which nobody has asked for yet.
    Waiting,
    /// Somebody answers.
    Begun,
    /// The endpoint has them.
    Sent,
}

/// What no screen follows while it is shown.
#[derive(Clone, Default)]
struct Visit {
    stage: Stage,
    /// Whether sending was tried, so that a response waits on the device.
    tried: bool,
    /// The group that answers together, if there is one.
    group: Option<GroupCode>,
    /// The name under which the answers are sent, made when first needed.
    response: Option<ResponseId>,
    /// The number of the page that is shown.
    page: u16,
    /// The number of the page that was shown last, on whatever day; 0 for none.
    left: u16,
    /// The journey of the answers as they stand, once somebody asked for it.
    derived: Option<Arc<Journey>>,
    /// What texts of this page give away, as the reader was asked about it.
    asked: Vec<String>,
    /// The pages there were when someone left the check to change an answer.
    left_check: Option<Vec<PageId>>,
}

impl Sitting {
    /// Picks up the draft of this tab, or begins afresh.
    pub(super) fn new(survey: &Survey, definition: Fetched<Survey>) -> Self {
        let kept = store::kept(&survey.id);
        let draft = store::draft(&survey.id);
        let stays = kept.is_some();
        let stage = match (&draft, &kept) {
            (Some(_), _) => Stage::Begun,
            (None, Some(_)) => Stage::Waiting,
            (None, None) => Stage::Fresh,
        };
        let draft = draft.or(kept);
        let mut draft = draft.unwrap_or_else(|| store::Draft {
            version: survey.version,
            answers: Answers::default(),
            response: None,
            page: 0,
            group: None,
            until: None,
        });
        // Whoever comes by a school's link answers with that school, whatever was before.
        draft.group = group(&page::fragment()).or(draft.group);
        let changed = draft.version != survey.version;
        let survey = Arc::new(survey.asked_of(draft.group.as_ref()));
        // Also where the version is the same: nothing that doesn't fit can be answered.
        let answers = carried_over(&survey, &draft.answers);
        Self {
            definition,
            danger: guard::danger(&survey),
            survey: RwSignal::new(survey),
            answers: RwSignal::new(answers),
            stays: RwSignal::new(stays),
            changed: RwSignal::new(changed),
            wrong: RwSignal::new(Vec::new()),
            sending: RwSignal::new(Sending::No),
            easy: RwSignal::new(store::is_on(Switch::Easy)),
            aloud: RwSignal::new(store::is_on(Switch::Aloud)),
            voices: RwSignal::new(false),
            visit: StoredValue::new(Visit {
                stage,
                response: draft.response,
                left: draft.page,
                group: draft.group,
                ..Visit::default()
            }),
        }
    }

    /// Goes on with a newer definition and tells the reader that it changed; whether it is
    /// newer. The response keeps its name: if an earlier version was received after all,
    /// the same person is not counted twice.
    pub(super) fn take(self, survey: &Survey) -> bool {
        let newer = survey.version != self.survey.read_untracked().version;
        if newer {
            let survey = Arc::new(survey.asked_of(self.group().as_ref()));
            let answers = carried_over(&survey, &self.answers.read_untracked());
            self.visit.update_value(|visit| visit.derived = None);
            self.survey.set(survey);
            self.change(|old| *old = answers);
            self.changed.set(true);
            if self.has_begun() {
                self.keep();
            }
        } else {
            // The same in other words: the reader has changed the language. What is wrong
            // is said in the new ones, too.
            let survey = survey.asked_of(self.group().as_ref());
            self.visit.update_value(|visit| visit.derived = None);
            self.survey.set(Arc::new(survey));
            let journey = untrack(|| self.journey());
            self.wrong.update(|wrong| {
                wrong.retain_mut(|error| {
                    let same = |other: &&AnswerError| {
                        (&other.question, &other.row) == (&error.question, &error.row)
                    };
                    let now = journey.errors.iter().find(same).cloned();
                    now.map(|now| *error = now).is_some()
                });
            });
        }
        newer
    }

    /// Whether the screens it belongs to are still there. What happens later, when a
    /// reply comes, must ask first.
    pub(super) fn is_alive(self) -> bool {
        self.changed.try_get_untracked().is_some()
    }

    /// Asks for the definition again, because the endpoint has a newer one.
    pub(super) fn fetch_again(self) {
        self.definition.again();
    }

    /// The group that answers together, if there is one.
    pub(super) fn group(self) -> Option<GroupCode> {
        self.visit.with_value(|visit| visit.group.clone())
    }

    pub(super) fn id(self) -> SurveyId {
        self.survey.read_untracked().id.clone()
    }

    pub(super) fn survey(self) -> Arc<Survey> {
        self.survey.get()
    }

    /// The way through, as the answers stand. Derived once for each answer: a page asks
    /// for it ten times, which is felt on a slow phone. No memo, which costs more wasm.
    pub(super) fn journey(self) -> Arc<Journey> {
        let (survey, answers) = (self.survey.read(), self.answers.read());
        if let Some(derived) = self.visit.with_value(|visit| visit.derived.clone()) {
            return derived;
        }
        let derived = Arc::new(journey(&survey, &answers));
        self.visit
            .update_value(|visit| visit.derived = Some(derived.clone()));
        derived
    }

    /// Changes the answers, and with them all that was derived from them.
    fn change(self, change: impl FnOnce(&mut Answers)) {
        self.visit.update_value(|visit| visit.derived = None);
        self.answers.update(change);
    }

    pub(super) fn changed(self) -> RwSignal<bool> {
        self.changed
    }

    /// Notes that the page with that number is shown. What was wrong on another one is
    /// no matter here; shown anew in another language, the page stays as it was.
    pub(super) fn enter(self, number: u16) {
        if self.visit.with_value(|visit| visit.page) != number {
            self.visit.update_value(|visit| {
                (visit.page, visit.left) = (number, number);
                visit.asked.clear();
            });
            self.keep();
            self.wrong.set(Vec::new());
            self.sending.set(Sending::No);
        }
    }

    pub(super) fn sending(self) -> RwSignal<Sending> {
        self.sending
    }

    pub(super) fn wrong(self) -> RwSignal<Vec<AnswerError>> {
        self.wrong
    }

    pub(super) fn answer(self, question: &QuestionId) -> Option<Answer> {
        self.answers.read().get(question.as_str()).cloned()
    }

    /// Notes an answer, on the device too, the moment it is given.
    pub(super) fn set(self, question: &QuestionId, answer: Answer) {
        self.change(|answers| answers.set(question.clone(), answer));
        self.keep();
        self.keep_waiting();
    }

    /// Takes an answer back.
    pub(super) fn clear(self, question: &QuestionId) {
        self.change(|answers| answers.clear(question.as_str()));
        self.keep();
        self.keep_waiting();
    }

    /// The choices made in a question of several, in their order.
    pub(super) fn chosen(self, question: &QuestionId) -> Vec<String> {
        match self.answer(question) {
            Some(Answer::Many(chosen)) => chosen,
            _ => Vec::new(),
        }
    }

    /// Notes the choice made in a row of a matrix; an empty one takes it back.
    pub(super) fn choose_in_row(self, question: &QuestionId, row: &str, choice: &str) {
        let mut rows = match self.answer(question) {
            Some(Answer::Rows(rows)) => rows,
            _ => Vec::new(),
        };
        rows.retain(|(other, _)| other != row);
        rows.push((row.to_owned(), choice.to_owned()));
        self.set(question, Answer::rows(rows));
    }

    fn is_at(self, stage: Stage) -> bool {
        self.visit.with_value(|visit| visit.stage == stage)
    }

    pub(super) fn has_begun(self) -> bool {
        self.is_at(Stage::Begun)
    }

    pub(super) fn is_sent(self) -> bool {
        self.is_at(Stage::Sent)
    }

    /// Begins: from now on the device remembers where this was.
    pub(super) fn begin(self) {
        self.visit.update_value(|visit| visit.stage = Stage::Begun);
        self.keep();
    }

    /// The response as it would be sent, whole; nothing where the browser has no
    /// randomness for its name.
    pub(super) fn response(self) -> Option<Response> {
        let named = || self.visit.with_value(|visit| visit.response.clone());
        let id = named().or_else(random::response_id)?;
        self.visit
            .update_value(|visit| visit.response = Some(id.clone()));
        let survey = self.survey.get();
        Some(Response {
            id,
            survey: survey.id.clone(),
            version: survey.version,
            group: self.group(),
            test: false,
            answers: self.journey().kept.clone(),
        })
    }
}
