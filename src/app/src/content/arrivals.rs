//! What has come in this visit, and what is still on its way.

use std::cell::RefCell;

use super::State;

thread_local! {
    static ARRIVALS: RefCell<Arrivals> = RefCell::default();
}

#[derive(Default)]
struct Arrivals {
    /// Files that came, in memory only, until the page is left.
    kept: Vec<Kept>,
    #[cfg(target_arch = "wasm32")]
    first: first::First,
}

#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "where pages are made, every file is at hand")
)]
struct Kept {
    path: String,
    text: String,
    state: State,
}

/// A file that came earlier in this visit.
pub(super) fn kept(path: &str) -> Option<State> {
    ARRIVALS.with_borrow(|arrivals| {
        let found = arrivals.kept.iter().find(|kept| kept.path == path);
        found.map(|kept| kept.state.clone())
    })
}

#[cfg(target_arch = "wasm32")]
pub(crate) use first::when_settled;
#[cfg(target_arch = "wasm32")]
pub(super) use first::{arrived, asked};

#[cfg(target_arch = "wasm32")]
mod first {
    use std::time::Duration;

    use leptos::prelude::set_timeout;

    use super::{ARRIVALS, Kept, State};

    /// What waits for the first screen to have all its content.
    #[derive(Default)]
    pub(super) struct First {
        under_way: usize,
        failed: bool,
        act: Option<Box<dyn FnOnce(bool)>>,
    }

    /// Calls `act` once, when everything asked for so far has come, or failed to:
    /// whether all of it came.
    pub(crate) fn when_settled(act: impl FnOnce(bool) + 'static) {
        ARRIVALS.with_borrow_mut(|arrivals| arrivals.first.act = Some(Box::new(act)));
    }

    /// Notes that a file was asked for.
    pub(in crate::content) fn asked() {
        ARRIVALS.with_borrow_mut(|arrivals| arrivals.first.under_way += 1);
    }

    /// Notes what became of it; whether that is anything new.
    pub(in crate::content) fn arrived(path: &str, state: &State, text: String) -> bool {
        let (news, last) = ARRIVALS.with_borrow_mut(|arrivals| {
            let mut before = arrivals.kept.iter();
            let news = !before.any(|kept| kept.path == path && kept.text == text);
            if news && matches!(state, State::Ready(_)) {
                arrivals.kept.retain(|kept| kept.path != path);
                arrivals.kept.push(Kept {
                    path: path.to_owned(),
                    text,
                    state: state.clone(),
                });
            }
            let first = &mut arrivals.first;
            first.failed |= matches!(state, State::Failed);
            first.under_way -= 1;
            (news, first.under_way == 0 && first.act.is_some())
        });
        if last {
            // After the screen that waited for it was made: it may ask for more.
            set_timeout(settle, Duration::ZERO);
        }
        news
    }

    fn settle() {
        let settled = ARRIVALS.with_borrow_mut(|arrivals| {
            let first = &mut arrivals.first;
            let act = first.act.take_if(|_| first.under_way == 0);
            act.map(|act| (act, !first.failed))
        });
        if let Some((act, whole)) = settled {
            act(whole);
        }
    }
}
