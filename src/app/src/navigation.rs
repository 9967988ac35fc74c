//! Moving between screens: the address, the history, and who gets the focus.
//!
//! The framework's router costs 46 KB; a shared [`Route`] and three listeners do
//! what this site needs.

use std::cell::Cell;

use hark_domain::route::{Route, Step};
use leptos::ev::{click, popstate, visibilitychange};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent};

use crate::device::later::{forget, later, settle};
use crate::device::{page, speech};

/// Where the reader is, and ways to go elsewhere.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    route: RwSignal<Route>,
    place: RwSignal<Route>,
    /// Whether what the screen shows is nobody's business, although its address is not
    /// that of such a screen.
    private: RwSignal<bool>,
    moved: StoredValue<bool>,
    looked_at: RwSignal<bool>,
    /// What somebody typed to find things to do. In memory only, where Back finds it, until
    /// that screen is gone to anew: an address would keep it.
    typed: StoredValue<String>,
}

thread_local! {
    // The framework's own contexts are a table of all types, which is much code for two values.
    static NAVIGATION: Cell<Option<Navigation>> = const { Cell::new(None) };
}

impl Navigation {
    /// That of the app.
    pub(crate) fn get() -> Self {
        #[expect(clippy::expect_used, reason = "the app starts it before any screen")]
        NAVIGATION.get().expect("a started app")
    }

    /// Begins at a screen, and follows the address from now on. `private`: whether it is
    /// known already that what is shown there is nobody's business.
    pub(crate) fn start(route: Route, private: bool) -> Self {
        let navigation = Self {
            route: RwSignal::new(route.clone()),
            place: RwSignal::new(place(route)),
            private: RwSignal::new(private),
            moved: StoredValue::new(false),
            looked_at: RwSignal::new(true),
            typed: StoredValue::new(String::new()),
        };
        if cfg!(target_arch = "wasm32") {
            // The listeners live as long as the page.
            let _ = window_event_listener(popstate, move |_| navigation.follow());
            speech::begin();
            let _ = window_event_listener(click, move |event| {
                speech::tapped();
                navigation.take(&event);
            });
            // A tab that nobody looks at paints nothing, and may never be opened again.
            let _ = window_event_listener(visibilitychange, move |_| {
                settle();
                speech::stop();
                navigation
                    .looked_at
                    .set(!navigation.looked_at.get_untracked());
            });
        }
        NAVIGATION.set(Some(navigation));
        navigation
    }

    /// The screen to show.
    pub(crate) fn route(self) -> Route {
        self.route.get()
    }

    /// The screen to show, with a survey's steps as one: what holds while somebody
    /// answers, so that definition and answers stay where they are.
    pub(crate) fn place(self) -> Route {
        self.place.get()
    }

    /// Follows whether somebody looks at the tab: what hangs on the time is old when they
    /// come back to it.
    pub(crate) fn watch_tab(self) {
        self.looked_at.get();
    }

    /// Whether somebody may be in danger if another person sees this screen.
    pub(crate) fn is_sensitive(self) -> bool {
        self.private.get() || self.place.with(Route::is_sensitive)
    }

    /// Says whether what this screen shows is nobody's business, before it gives its title.
    pub(crate) fn keep_private(self, private: bool) {
        self.private.set(private);
    }

    /// What somebody typed to find things to do.
    pub(crate) fn typed(self) -> String {
        self.typed.get_value()
    }

    /// Keeps that for this visit.
    pub(crate) fn keep_typed(self, text: String) {
        self.typed.set_value(text);
    }

    /// Whether the reader comes from another screen: only then does this one take the
    /// focus, and once. A screen shown anew in another language has it already.
    pub(crate) fn arrives(self) -> bool {
        let arrives = self.moved.get_value();
        self.moved.set_value(false);
        arrives
    }

    /// Goes to a screen; Back comes back here. But what follows a sensitive screen takes its
    /// place: there is never more than one of them in the history, which is the last, and
    /// before it the screen where somebody began to look for help.
    pub(crate) fn go(self, route: &Route) {
        self.go_to(route, "");
    }

    /// Goes to a screen that looks at its fragment: empty, or with its `#`.
    fn go_to(self, route: &Route, fragment: &str) {
        if *route == Route::Activities {
            self.keep_typed(String::new());
        }
        if untrack(|| self.is_sensitive()) {
            return self.replace_with(route, fragment);
        }
        let href = [&route.href(), fragment].concat();
        later(move || {
            let state = JsValue::from(depth() + 1);
            // It fails only after hundreds of calls a minute, and then the screen still
            // changes.
            let _ = history()
                .and_then(|history| history.push_state_with_url(&state, "", Some(&href)).ok());
        });
        // The next screen must not take the fragment of this one for its own.
        if !fragment.is_empty() || !page::fragment().is_empty() {
            settle();
        }
        self.show(route.clone());
    }

    /// Notes in the address what a screen shows now, as a fragment without its `#`: no move,
    /// and Back goes where it went.
    pub(crate) fn note(route: &Route, fragment: &str) {
        let hash = if fragment.is_empty() { "" } else { "#" };
        let href = [&route.href(), hash, fragment].concat();
        let fragment = fragment.to_owned();
        later(move || {
            if page::fragment().trim_start_matches('#') != fragment {
                put(&href);
            }
        });
    }

    /// Goes to a screen in place of this one; Back goes where it would have gone.
    pub(crate) fn replace(self, route: &Route) {
        self.replace_with(route, "");
    }

    fn replace_with(self, route: &Route, fragment: &str) {
        settle();
        put(&[&route.href(), fragment].concat());
        self.show(route.clone());
    }

    /// The browser's own Back; where this visit began here, the screen named.
    pub(crate) fn back(self, otherwise: &Route) {
        settle();
        match history() {
            Some(history) if depth() > 0 => {
                let _ = history.back();
            }
            _ => self.replace(otherwise),
        }
    }

    fn follow(self) {
        forget();
        let route = address();
        let moves = self.route.with_untracked(|here| *here != route);
        // A jump within the page is no move, but where the fragment says what to look for:
        // then it is another list, and what was typed belongs to the one before.
        if route == Route::Activities && !moves {
            self.keep_typed(String::new());
        }
        if route == Route::Activities || moves {
            self.show(route);
        }
    }

    fn show(self, route: Route) {
        self.moved.set_value(true);
        let place = place(route.clone());
        // The step first: a screen that is about to go has nothing more to show.
        self.route.set(route);
        let looks = place == Route::Activities;
        if looks || self.place.with_untracked(|here| *here != place) {
            // Until it has come, nobody knows.
            self.private.set(matches!(place, Route::Activity(_)));
            self.place.set(place);
        }
    }

    /// Takes a plain click on a link to one of our screens.
    fn take(self, event: &MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        // Until the app has taken over, the browser itself goes where links lead.
        let early = !page::is_ready();
        if early || event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok()?);
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
            return;
        };
        let ours = link.origin() == window().location().origin().unwrap_or_default();
        let hash = link.hash();
        // A jump within the page is the browser's.
        let jumps = !hash.is_empty() && link.pathname() == page::path();
        if !ours || !link.target().is_empty() || jumps {
            return;
        }
        let route = Route::parse(&link.pathname());
        // A form to print is a page of its own.
        if !matches!(route, Route::NotFound | Route::Survey(_, Step::Paper)) {
            event.prevent_default();
            self.go_to(&route, &hash);
        }
    }
}

fn place(route: Route) -> Route {
    match route {
        Route::Survey(id, _) => Route::Survey(id, Step::Start),
        other => other,
    }
}

fn address() -> Route {
    Route::parse(&window().location().pathname().unwrap_or_default())
}

fn history() -> Option<web_sys::History> {
    window().history().ok()
}

/// Gives this entry of the history another address.
fn put(href: &str) {
    let state = JsValue::from(depth());
    let _ =
        history().and_then(|history| history.replace_state_with_url(&state, "", Some(href)).ok());
}

/// How many of our own screens lie behind this one.
fn depth() -> u32 {
    let state = history().and_then(|history| history.state().ok()?.as_f64());
    // Only this file writes the state: a small whole number.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "see above"
    )]
    state.map_or(0, |depth| depth as u32)
}
