//! What this device keeps, and for how long.
//!
//! - A **draft**, the answers of a survey not finished, lives as long as its tab, so
//!   that a reload loses nothing, or until its owner deletes it. Whoever says that the
//!   device is their own has it **kept** for [`KEPT_DAYS`](hark_domain::survey::kept::KEPT_DAYS) days beyond that. It is never
//!   opened again without asking: the next person may be another.
//! - An **unsent** response, finished but not received, lives until it is sent or
//!   deleted, because losing it would be worse. It is never opened as a draft again
//!   unless somebody asks for it: the next person starts with nothing.
//! - The **language** somebody chose stays until another one is chosen; **easy words** and
//!   **reading aloud** until they are switched off; the things to do that somebody **saved**
//!   until they forget each.
//!
//! Where the browser refuses storage (private windows, frames of another site),
//! everything works from memory, and the screens say so where it matters.

use hark_domain::calendar::LocalDate;
use hark_domain::id::SurveyId;
use hark_domain::json::{Fields, FromJson, Place, ToJson};
use hark_domain::survey::Answers;
use hark_domain::survey::kept::is_kept;
use hark_domain::wire::{GroupCode, Response, ResponseId};
use leptos::prelude::window;
use serde_json::Value;
use web_sys::Storage;

use super::clock::today;
use super::json;

/// Everything that can be stored; there is no other key.
#[derive(Clone, Copy)]
enum Key<'a> {
    Draft(&'a SurveyId),
    Kept(&'a SurveyId),
    Unsent(&'a SurveyId, &'a ResponseId),
    Language,
    Switch(Switch),
    Saved,
}

/// What somebody switched on to read better, for this survey and the next.
#[derive(Clone, Copy)]
pub(crate) enum Switch {
    /// The easy-read wording.
    Easy,
    /// Every screen of a survey is read aloud.
    Aloud,
}

const UNSENT: &str = "hark.unsent.";
const KEPT: &str = "hark.kept.";

/// Where the first pages are made, nothing is stored.
const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

fn local() -> Option<Storage> {
    if IN_BROWSER {
        window().local_storage().ok()?
    } else {
        None
    }
}

impl Key<'_> {
    fn name(self) -> String {
        match self {
            Self::Draft(survey) => format!("hark.draft.{survey}"),
            Self::Kept(survey) => format!("{KEPT}{survey}"),
            // One each: two people may have finished on this device without signal.
            Self::Unsent(survey, response) => format!("{UNSENT}{survey}.{response}"),
            // boot.js reads it, before the app is there.
            Self::Language => "hark.language".to_owned(),
            Self::Switch(Switch::Easy) => "hark.easy".to_owned(),
            Self::Switch(Switch::Aloud) => "hark.aloud".to_owned(),
            Self::Saved => "hark.saved".to_owned(),
        }
    }

    fn storage(self) -> Option<Storage> {
        match self {
            Self::Draft(_) if IN_BROWSER => window().session_storage().ok()?,
            Self::Draft(_) => None,
            Self::Kept(_) | Self::Unsent(..) | Self::Language | Self::Switch(_) | Self::Saved => {
                local()
            }
        }
    }

    /// Whether it is stored now.
    fn write(self, text: &str) -> bool {
        let write = || self.storage()?.set_item(&self.name(), text).ok();
        write().is_some()
    }

    fn read<T: FromJson>(self) -> Option<T> {
        json::read(&self.storage()?.get_item(&self.name()).ok()??)
    }

    fn remove(self) {
        if let Some(storage) = self.storage() {
            let _ = storage.remove_item(&self.name());
        }
    }
}

/// A survey somebody is in the middle of.
#[derive(Clone)]
pub(crate) struct Draft {
    /// The version that was answered.
    pub(crate) version: u32,
    /// The answers so far, hidden ones too.
    pub(crate) answers: Answers,
    /// The name under which sending was tried, if it was.
    pub(crate) response: Option<ResponseId>,
    /// The number of the page that was shown last; 0 for none.
    pub(crate) page: u16,
    /// The group it is answered with, if any.
    pub(crate) group: Option<GroupCode>,
    /// The last day on which it is kept; nothing where it ends with its tab.
    pub(crate) until: Option<LocalDate>,
}

impl ToJson for Draft {
    fn write(&self, out: &mut String) {
        out.push_str(&["{\"version\":", &self.version.to_string()].concat());
        if let Some(response) = &self.response {
            out.push_str(&[",\"response\":\"", response.as_str(), "\""].concat());
        }
        out.push_str(&[",\"page\":", &self.page.to_string()].concat());
        if let Some(group) = &self.group {
            out.push_str(&[",\"group\":\"", group.as_str(), "\""].concat());
        }
        if let Some(until) = self.until {
            out.push_str(&[",\"until\":\"", &until.to_string(), "\""].concat());
        }
        out.push_str(",\"answers\":");
        self.answers.write(out);
        out.push('}');
    }
}

impl FromJson for Draft {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (version, answers) = (fields.needed("version"), fields.needed("answers"));
        let (response, page) = (fields.optional("response"), fields.optional("page"));
        let (group, until) = (fields.optional("group"), fields.optional("until"));
        Some(Self {
            page: page.unwrap_or(0),
            group,
            until,
            version: version?,
            answers: answers?,
            response,
        })
    }
}

/// The draft of a survey.
pub(crate) fn draft(survey: &SurveyId) -> Option<Draft> {
    Key::Draft(survey).read()
}

/// The draft that is kept for another day, if that hasn't passed.
pub(crate) fn kept(survey: &SurveyId) -> Option<Draft> {
    Key::Kept(survey).read().filter(is_current)
}

/// Whether what is stored is still to be kept.
fn is_current(draft: &Draft) -> bool {
    draft.until.is_some_and(|until| is_kept(until, today()))
}

/// Keeps a draft for another day; whether the browser could.
pub(crate) fn keep(survey: &SurveyId, draft: &Draft) -> bool {
    Key::Kept(survey).write(&draft.to_json())
}

/// Forgets the draft that is kept for another day.
pub(crate) fn forget_kept(survey: &SurveyId) {
    Key::Kept(survey).remove();
}

/// Forgets a draft of the tab, or from another day, that is what was sent or deleted.
pub(crate) fn forget_copies(survey: &SurveyId, response: &ResponseId) {
    let is_copy = |draft: &Draft| draft.response.as_ref() == Some(response);
    if draft(survey).as_ref().is_some_and(is_copy) {
        forget_draft(survey);
    }
    if kept(survey).as_ref().is_some_and(is_copy) {
        forget_kept(survey);
    }
}

/// Forgets every kept draft whose time is over, of whatever survey.
pub(crate) fn tidy() {
    let over = |text: &str| !json::read::<Draft>(text).is_some_and(|draft| is_current(&draft));
    for (name, text) in stored(KEPT) {
        if over(&text) {
            remove(&name);
        }
    }
}

/// Everything stored under names that begin so.
fn stored(prefix: &str) -> Vec<(String, String)> {
    let Some(storage) = local() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for index in 0..storage.length().unwrap_or(0) {
        let name = storage.key(index).ok().flatten().unwrap_or_default();
        let text = storage.get_item(&name).ok().flatten();
        if let Some(text) = text.filter(|_| name.starts_with(prefix)) {
            found.push((name, text));
        }
    }
    found
}

fn remove(name: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(name);
    }
}

/// Keeps a draft.
pub(crate) fn keep_draft(survey: &SurveyId, draft: &Draft) {
    Key::Draft(survey).write(&draft.to_json());
}

/// Forgets the draft of a survey.
pub(crate) fn forget_draft(survey: &SurveyId) {
    Key::Draft(survey).remove();
}

/// Remembers the language somebody chose, for the next visit.
pub(crate) fn keep_language(tag: &str) {
    if let Some(storage) = Key::Language.storage() {
        let _ = storage.set_item(&Key::Language.name(), tag);
    }
}

/// Whether somebody switched that on.
pub(crate) fn is_on(switch: Switch) -> bool {
    let key = Key::Switch(switch);
    let kept = || key.storage()?.get_item(&key.name()).ok()?;
    kept().is_some()
}

/// Remembers that, until it is switched off.
pub(crate) fn keep_switch(switch: Switch, on: bool) {
    let key = Key::Switch(switch);
    if on {
        key.write("1");
    } else {
        key.remove();
    }
}

/// The ids of the things to do that somebody saved, the first one first.
pub(crate) fn saved() -> Vec<String> {
    Key::Saved.read().unwrap_or_default()
}

/// Saves a thing to do, or forgets it. Of the last one nothing is left.
pub(crate) fn keep_saved(id: &str, on: bool) {
    let mut ids = saved();
    ids.retain(|other| other != id);
    if on {
        ids.push(id.to_owned());
    }
    if ids.is_empty() {
        Key::Saved.remove();
    } else {
        // No id has a sign that would have to be escaped.
        Key::Saved.write(&["[\"", &ids.join("\",\""), "\"]"].concat());
    }
}

/// A response that was finished and not received.
#[derive(Clone)]
pub(crate) struct Waiting {
    name: String,
    /// The response; nothing where what is stored can't be read any more.
    pub(crate) response: Option<Response>,
}

impl Waiting {
    /// One to be shown, for the style guide.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn guide() -> Self {
        let response = SurveyId::new("nights").ok().map(|survey| Response {
            id: ResponseId::from_bytes([0; 16]),
            survey,
            version: 1,
            group: None,
            test: true,
            answers: Answers::default(),
        });
        Self {
            name: String::new(),
            response,
        }
    }

    /// Forgets it.
    pub(crate) fn forget(&self) {
        remove(&self.name);
    }
}

/// Keeps a response until it is sent; whether the browser could.
pub(crate) fn keep_unsent(response: &Response) -> bool {
    Key::Unsent(&response.survey, &response.id).write(&response.to_json())
}

/// Forgets a response, because it was received or its owner said so.
pub(crate) fn forget_unsent(survey: &SurveyId, response: &ResponseId) {
    Key::Unsent(survey, response).remove();
}

/// Every response that still waits on this device.
pub(crate) fn all_unsent() -> Vec<Waiting> {
    let waiting = |(name, text): (String, String)| Waiting {
        response: json::read(&text),
        name,
    };
    stored(UNSENT).into_iter().map(waiting).collect()
}
