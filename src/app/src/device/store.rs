//! What this device keeps, and for how long.
//!
//! - A **draft**, the answers of a survey not finished, lives as long as its tab:
//!   it survives a reload, and the next person with the phone does not find it.
//! - An **unsent** response, finished but not received, lives until it is sent or
//!   deleted, because losing it would be worse.
//!
//! Where the browser refuses storage (private windows, frames of another site),
//! everything works from memory, and the screens say so where it matters.

use hark_domain::id::SurveyId;
use hark_domain::json::{self, Fields, FromJson, Place};
use hark_domain::survey::Answers;
use hark_domain::wire::{self, Response};
use leptos::prelude::window;
use serde::Serialize;
use serde_json::Value;
use web_sys::Storage;

/// Everything that can be stored; there is no other key.
#[derive(Clone, Copy)]
enum Key<'a> {
    Draft(&'a SurveyId),
    Unsent(&'a SurveyId),
}

const UNSENT: &str = "hark.unsent.";

impl Key<'_> {
    fn name(self) -> String {
        match self {
            Self::Draft(survey) => format!("hark.draft.{survey}"),
            Self::Unsent(survey) => format!("{UNSENT}{survey}"),
        }
    }

    fn storage(self) -> Option<Storage> {
        match self {
            Self::Draft(_) => window().session_storage().ok()?,
            Self::Unsent(_) => window().local_storage().ok()?,
        }
    }

    fn read(self) -> Option<String> {
        self.storage()?.get_item(&self.name()).ok()?
    }

    /// Whether it is stored now.
    fn write(self, value: &impl Serialize) -> bool {
        let write = || {
            let text = serde_json::to_string(value).ok()?;
            self.storage()?.set_item(&self.name(), &text).ok()
        };
        write().is_some()
    }

    fn remove(self) {
        if let Some(storage) = self.storage() {
            let _ = storage.remove_item(&self.name());
        }
    }
}

/// A survey somebody is in the middle of.
#[derive(Clone, Serialize)]
pub(crate) struct Draft {
    /// The version that was answered.
    pub(crate) version: u32,
    /// The answers so far, hidden ones too.
    pub(crate) answers: Answers,
}

impl FromJson for Draft {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (version, answers) = (fields.needed("version"), fields.needed("answers"));
        Some(Self {
            version: version?,
            answers: answers?,
        })
    }
}

/// The draft of a survey.
pub(crate) fn draft(survey: &SurveyId) -> Option<Draft> {
    json::read(&Key::Draft(survey).read()?).ok()
}

/// Keeps a draft.
pub(crate) fn keep_draft(survey: &SurveyId, draft: &Draft) {
    Key::Draft(survey).write(draft);
}

/// Forgets all of a survey: draft and unsent response.
pub(crate) fn forget(survey: &SurveyId) {
    Key::Draft(survey).remove();
    Key::Unsent(survey).remove();
}

/// The response of a survey that was finished and not received.
pub(crate) fn unsent(survey: &SurveyId) -> Option<Response> {
    wire::read(Key::Unsent(survey).read()?.as_bytes()).ok()
}

/// Keeps a response until it is sent; whether the browser could.
pub(crate) fn keep_unsent(response: &Response) -> bool {
    Key::Unsent(&response.survey).write(response)
}

/// The surveys that have an unsent response.
pub(crate) fn all_unsent() -> Vec<SurveyId> {
    let Ok(Some(storage)) = window().local_storage() else {
        return Vec::new();
    };
    (0..storage.length().unwrap_or(0))
        .filter_map(|index| storage.key(index).ok()?)
        .filter_map(|name| SurveyId::new(name.strip_prefix(UNSENT)?).ok())
        .collect()
}
