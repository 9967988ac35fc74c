//! What stands for browser and network while pages are made.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use hark_domain::clock::Instant;

use crate::language::Offered;

/// What pages are made from, and what is noted while one is made.
pub(super) struct Build {
    /// The published files of the pack, by their address.
    pub(super) files: BTreeMap<String, String>,
    /// The languages there are words in.
    pub(super) offered: Vec<Offered>,
    /// When the pages are made.
    pub(super) now: Instant,
    /// The addresses of the files that the page now being made asked for.
    pub(super) asked: BTreeSet<String>,
    /// Its title.
    pub(super) title: String,
}

thread_local! {
    static BUILD: RefCell<Option<Build>> = const { RefCell::new(None) };
}

/// Begins: pages are made from this now.
pub(super) fn begin(build: Build) {
    BUILD.set(Some(build));
}

/// What was noted since the last page: its title, and the files it asked for.
pub(super) fn noted() -> (String, BTreeSet<String>) {
    with(|build| {
        (
            std::mem::take(&mut build.title),
            std::mem::take(&mut build.asked),
        )
    })
    .unwrap_or_default()
}

fn with<T>(act: impl FnOnce(&mut Build) -> T) -> Option<T> {
    BUILD.with_borrow_mut(|build| build.as_mut().map(act))
}

/// When the pages are made.
pub(crate) fn now() -> Instant {
    with(|build| build.now).unwrap_or(Instant::from_seconds(0))
}

/// The languages there are words in.
pub(crate) fn offered() -> Vec<Offered> {
    with(|build| build.offered.clone()).unwrap_or_default()
}

/// Notes the title of the page.
pub(crate) fn set_title(title: &str) {
    with(|build| title.clone_into(&mut build.title));
}

/// "Fetching" a file of the pack: it is at hand.
pub(crate) mod fetch {
    use leptos::prelude::{GetValue, RwSignal, Set, StoredValue};

    use crate::content::{Read, State};

    /// Gives the file at `path` to whoever waits for it.
    pub(crate) fn fetch(state: RwSignal<State>, path: StoredValue<String>, read: Read) {
        let url = path.get_value();
        let text = super::with(|build| {
            let found = build.files.get(&url).cloned();
            build.asked.insert(url);
            found
        });
        let value = text.flatten().and_then(|text| read(&text));
        state.set(value.map_or(State::Missing, State::Ready));
    }
}
