//! One person's visit to one survey: the definition, the answers so far, and what
//! is derived from both.

mod aids;
mod guard;
mod way;
mod words;

use std::sync::Arc;

use hark_domain::id::{PageId, QuestionId, SurveyId};
use hark_domain::route::{Step, group};
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

/// What no screen follows while it is shown.
#[derive(Clone, Default)]
struct Visit {
    begun: bool,
    sent: bool,
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
        let begun = draft.is_some();
        let stays = kept.is_some();
        // What is kept from another day waits until somebody says that it is theirs.
        let draft = draft.or(kept);
        let draft = draft.unwrap_or_else(|| store::Draft {
            version: survey.version,
            answers: Answers::default(),
            response: None,
            page: 0,
            group: group(&page::query()),
            until: None,
        });
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
                begun,
                response: draft.response,
                left: draft.page,
                group: draft.group,
                ..Visit::default()
            }),
        }
    }

    /// Goes on with a newer definition and tells the reader that it changed; whether it
    /// is newer. The
    /// response keeps its name: if an earlier version was received after all, the
    /// same person is not counted twice.
    pub(super) fn take(self, survey: &Survey) -> bool {
        let newer = survey.version != self.survey.read_untracked().version;
        if newer {
            let survey = Arc::new(survey.asked_of(self.group().as_ref()));
            let answers = carried_over(&survey, &self.answers.read_untracked());
            self.visit.update_value(|visit| visit.derived = None);
            self.survey.set(survey);
            self.change(|old| *old = answers);
            self.changed.set(true);
            self.keep();
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

    pub(super) fn has_begun(self) -> bool {
        self.visit.with_value(|visit| visit.begun)
    }

    pub(super) fn is_sent(self) -> bool {
        self.visit.with_value(|visit| visit.sent)
    }

    /// Begins: from now on the device remembers where this was.
    pub(super) fn begin(self) {
        self.visit
            .update_value(|visit| (visit.begun, visit.sent) = (true, false));
        self.keep();
    }

    fn keep(self) {
        let answers = self.answers.get_untracked();
        let version = self.survey.read_untracked().version;
        let (response, page) = self
            .visit
            .with_value(|visit| (visit.response.clone(), visit.left));
        let group = self.group();
        let mut draft = store::Draft {
            version,
            answers,
            response,
            page,
            group,
            until: None,
        };
        store::keep_draft(&self.id(), &draft);
        if self.stays.get_untracked() {
            draft.until = Some(store::kept_until());
            store::keep(&self.id(), &draft);
        }
    }

    /// Whether the answers stay on the device for another day.
    pub(super) fn stays(self) -> RwSignal<bool> {
        self.stays
    }

    /// Keeps the answers for another day, because the device is their owner's, or no
    /// longer.
    pub(super) fn stay(self, stays: bool) {
        self.stays.set(stays);
        if !stays {
            store::forget_kept(&self.id());
        } else if self.has_begun() {
            self.keep();
        }
    }

    /// Whether there are answers from another day, which nobody has asked for yet.
    pub(super) fn has_waiting(self) -> bool {
        !self.has_begun() && !self.answers.read_untracked().is_empty()
    }

    /// Where someone left off.
    pub(super) fn left_at(self) -> Step {
        match self.visit.with_value(|visit| visit.left) {
            0 => Step::Page(self.first_page()),
            page => Step::Page(page),
        }
    }

    /// Keeps the response on the device until it is received; whether that worked.
    pub(super) fn keep_unsent(self, response: &Response) -> bool {
        self.keep();
        self.visit.update_value(|visit| visit.tried = true);
        store::keep_unsent(response)
    }

    /// Brings the response that waits on the device up to date with a changed answer.
    fn keep_waiting(self) {
        let tried = self.visit.with_value(|visit| visit.tried);
        if !tried || !untrack(|| self.journey()).complete {
            return;
        }
        if let Some(response) = untrack(|| self.response()) {
            store::keep_unsent(&response);
        }
    }

    /// Begins again; a finished response that waits to be sent stays.
    pub(super) fn start_again(self) {
        store::forget_draft(&self.id());
        store::forget_kept(&self.id());
        self.stays.set(false);
        // A shared phone stays with its group.
        let group = self.group();
        self.visit.set_value(Visit {
            group,
            ..Visit::default()
        });
        self.change(|answers| *answers = Answers::default());
        self.changed.set(false);
        self.sending.set(Sending::No);
    }

    /// Forgets everything about this visit, here and on the device.
    pub(super) fn forget(self) {
        if let Some(response) = self.visit.with_value(|visit| visit.response.clone()) {
            store::forget_unsent(&self.id(), &response);
        }
        self.start_again();
    }

    /// Forgets everything, because the endpoint has it.
    pub(super) fn received(self) {
        self.forget();
        self.visit.update_value(|visit| visit.sent = true);
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
