//! What can wait until the next screen is painted.
//!
//! An entry in the history and a title cost 18 ms on a slow phone, as long as a third of
//! a tap takes; nobody sees either before the screen itself.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};

type Act = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<Vec<Act>> = const { RefCell::new(Vec::new()) };
}

/// Does this after the next paint; everything that waits is done at once and in order.
pub(crate) fn later(act: impl FnOnce() + 'static) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(act));
        waiting.len() == 1
    });
    if first {
        // A frame's own callbacks come before it is painted, a timer's after.
        request_animation_frame(|| set_timeout(settle, Duration::ZERO));
    }
}

/// Forgets what waits: somebody has gone elsewhere by the browser itself.
pub(crate) fn forget() {
    WAITING.take();
}

/// Does now what waits.
pub(crate) fn settle() {
    for act in WAITING.take() {
        act();
    }
}
