//! Words that are told again only when they change.

use leptos::prelude::*;

/// Words on the screen that follow what is typed or done. A screen reader says them when they are
/// set, so what is the same as before is not set again. Two handles of types that are
/// there anyway: a signal of strings would cost 2 KB more wasm.
#[derive(Clone, Copy)]
pub(super) struct Told {
    words: StoredValue<String>,
    turn: RwSignal<bool>,
}

impl Told {
    pub(super) fn new(words: String) -> Self {
        Self {
            words: StoredValue::new(words),
            turn: RwSignal::new(false),
        }
    }

    /// The words. What asks for them follows them.
    pub(super) fn get(self) -> String {
        self.turn.get();
        self.words.get_value()
    }

    /// Tells others, if they are others.
    pub(super) fn renew(self, words: String) {
        if self.words.get_value() != words {
            self.words.set_value(words);
            self.turn.set(!self.turn.get_untracked());
        }
    }
}
