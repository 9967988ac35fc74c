//! What somebody looks for on this screen, and what that finds.
//!
//! One place for all of it, outside of the framework: a signal of each type would cost 2 KB
//! of wasm, and the rules of the clock belong to one thread. Views are told through one
//! signal that something changed.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use hark_domain::activity::find::Wordbook;
use hark_domain::activity::listed::Spot;
use hark_domain::activity::when::AHEAD;
use hark_domain::activity::{Directory, Finder, Found, Query};
use hark_domain::clock::{Clock, Instant, looked_up};

use crate::content::{Fetched, in_language};
use crate::device::clock;

/// For how many seconds "now" is still now.
const FRESH: i64 = 120;

/// All of it, while the screen is there.
pub(super) struct Looking {
    /// What there is.
    pub(super) directory: Arc<Directory>,
    finder: Finder,
    zone: Box<dyn Fn(Instant) -> i32>,
    /// When the finder was told what time it is.
    told: Instant,
    /// Whether the words that find something were asked for, and whether they are here.
    words: (bool, bool),
    /// What is looked for.
    pub(super) query: Query,
    /// What that found.
    pub(super) found: Found,
}

thread_local! {
    static LOOKING: RefCell<Option<Looking>> = const { RefCell::new(None) };
    // In memory until the page is left, and nowhere else: whoever comes back from a service
    // finds the list as it was.
    static HERE: Cell<Option<Spot>> = const { Cell::new(None) };
}

/// Begins with what somebody looks for.
pub(super) fn begin(directory: &Arc<Directory>, zone: &str, query: Query) {
    let now = clock::now();
    let zone: Box<dyn Fn(Instant) -> i32> = Box::new(looked_up(clock::zone(zone), now, AHEAD + 2));
    let mut looking = Looking {
        finder: Finder::new(directory.clone(), Clock { now, zone: &*zone }),
        directory: directory.clone(),
        zone,
        told: now,
        // Whoever begins with words has asked for them.
        words: (!query.text.is_empty(), false),
        query,
        found: Found::default(),
    };
    looking.look();
    LOOKING.set(Some(looking));
}

/// Reads what is looked for and found.
pub(super) fn with<T: Default>(read: impl FnOnce(&Looking) -> T) -> T {
    LOOKING.with_borrow(|looking| looking.as_ref().map(read).unwrap_or_default())
}

/// Changes what is looked for, and looks; whether it was a change.
pub(super) fn change(act: &dyn Fn(&mut Query)) -> bool {
    LOOKING.with_borrow_mut(|looking| {
        let Some(looking) = looking else { return false };
        let before = looking.query.clone();
        act(&mut looking.query);
        looking.query != before && {
            looking.look();
            true
        }
    })
}

/// Asks for the words that find something, once.
pub(super) fn ask(words: Fetched<Wordbook>) {
    let first = LOOKING.with_borrow_mut(|looking| {
        let asked = looking.as_mut().map(|looking| &mut looking.words.0);
        asked.is_some_and(|asked| !std::mem::replace(asked, true))
    });
    if first {
        ask_for(words);
    }
}

/// Asks for the words that find something.
pub(super) fn ask_for(words: Fetched<Wordbook>) {
    words.ask(&in_language("words.json"));
}

/// Takes them; whether that was something new.
pub(super) fn know(words: &Wordbook) -> bool {
    LOOKING.with_borrow_mut(|looking| {
        let new = looking.as_mut().filter(|looking| !looking.words.1);
        new.map(|looking| {
            looking.words = (true, true);
            looking.finder.know(words.clone());
            looking.look();
        })
        .is_some()
    })
}

/// Looks once more where "now" has gone by; whether it had.
pub(super) fn freshen() -> bool {
    LOOKING.with_borrow_mut(|looking| {
        let old = looking.as_mut().filter(|looking| looking.is_old());
        old.map(Looking::look).is_some()
    })
}

/// Looks from where the reader is now, or from nowhere.
pub(super) fn move_to(here: Option<Spot>) {
    HERE.set(here);
    LOOKING.with_borrow_mut(|looking| {
        if let Some(looking) = looking {
            looking.query.from = 0;
            looking.look();
        }
    });
}

/// Where the reader is, if the phone has said so.
pub(super) fn here() -> Option<Spot> {
    HERE.get()
}

impl Looking {
    /// The borough's clock.
    pub(super) fn clock(&self) -> Clock<'_> {
        Clock {
            now: clock::now(),
            zone: &*self.zone,
        }
    }

    /// Whether words are looked for.
    pub(super) fn is_typed(&self) -> bool {
        !self.query.text.is_empty()
    }

    fn is_old(&self) -> bool {
        (clock::now().seconds() - self.told.seconds()).abs() > FRESH
    }

    fn look(&mut self) {
        let clock = Clock {
            now: clock::now(),
            zone: &*self.zone,
        };
        if self.is_old() {
            self.finder.turn_to(clock);
            self.told = clock.now;
        }
        // What is on is known as of then; a later minute would find no date for some of it.
        let clock = Clock {
            now: self.told,
            zone: &*self.zone,
        };
        let mut query = self.query.clone();
        if !self.words.1 {
            // Better everything than nothing, until the words are here.
            query.text.clear();
        }
        self.found = self.finder.find(&query, here(), clock);
        if self.found.hits.is_empty() && query.from > 0 {
            // The list has become shorter than where an old address begins.
            (query.from, self.query.from) = (0, 0);
            self.found = self.finder.find(&query, here(), clock);
        }
    }
}
