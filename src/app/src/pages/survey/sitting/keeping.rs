//! What of a visit stays on the device, for how long, and how it goes.

use hark_domain::route::Step;
use hark_domain::survey::Answers;
use hark_domain::survey::kept::kept_until;
use hark_domain::wire::Response;
use leptos::prelude::*;

use super::{Sitting, Stage, Visit};
use crate::device::clock::today;
use crate::device::store;
use crate::parts::outcome::Sending;

impl Sitting {
    /// Keeps what was answered so far, as long as its owner wants.
    pub(super) fn keep(self) {
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
            draft.until = Some(kept_until(today()));
            store::keep(&self.id(), &draft);
        }
    }

    /// Whether the answers stay on the device for another day.
    pub(in super::super) fn stays(self) -> RwSignal<bool> {
        self.stays
    }

    /// Keeps the answers for another day, because the device is their owner's, or no
    /// longer.
    pub(in super::super) fn stay(self, stays: bool) {
        self.stays.set(stays);
        if !stays {
            store::forget_kept(&self.id());
            if self.has_waiting() {
                self.start_again();
            }
        } else if self.has_begun() {
            self.keep();
        }
    }

    /// Whether there are answers from another day, which nobody has asked for yet.
    pub(in super::super) fn has_waiting(self) -> bool {
        self.is_at(Stage::Waiting)
    }

    /// Where someone left off.
    pub(in super::super) fn left_at(self) -> Step {
        match self.visit.with_value(|visit| visit.left) {
            0 => Step::Page(self.first_page()),
            page => Step::Page(page),
        }
    }

    /// Keeps the response on the device until it is received; whether that worked.
    pub(in super::super) fn keep_unsent(self, response: &Response) -> bool {
        self.keep();
        self.visit.update_value(|visit| visit.tried = true);
        store::keep_unsent(response)
    }

    /// Brings the response that waits on the device up to date with a changed answer.
    pub(super) fn keep_waiting(self) {
        let tried = self.visit.with_value(|visit| visit.tried);
        if !tried || !untrack(|| self.journey()).complete {
            return;
        }
        if let Some(response) = untrack(|| self.response()) {
            store::keep_unsent(&response);
        }
    }

    /// Begins again; a finished response that waits to be sent stays.
    pub(in super::super) fn start_again(self) {
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
    pub(in super::super) fn forget(self) {
        if let Some(response) = self.visit.with_value(|visit| visit.response.clone()) {
            store::forget_unsent(&self.id(), &response);
        }
        self.start_again();
    }

    /// Forgets everything, because the endpoint has it.
    pub(in super::super) fn received(self) {
        self.forget();
        self.visit.update_value(|visit| visit.stage = Stage::Sent);
    }
}
