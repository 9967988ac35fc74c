//! Buttons, made in one place.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::icon::{Icon, picture};
use super::live::{live, tap};
use crate::view::{View, view};

/// What a tap does, see [`super::live::tap`].
pub(crate) type Tap = Box<dyn FnMut(MouseEvent)>;

/// A button that stands out.
pub(crate) fn button(label: View, tap: Tap) -> View {
    plain("button", "", label, tap)
}

/// A button beside others that does not stand out.
pub(crate) fn second(label: View, tap: Tap) -> View {
    plain("button button-quiet", "", label, tap)
}

/// A button that looks like a link.
pub(crate) fn quiet(label: View, tap: Tap) -> View {
    plain("link", "", label, tap)
}

/// A quiet button that the focus can be sent to.
pub(crate) fn quiet_named(id: &'static str, label: View, tap: Tap) -> View {
    plain("link", id, label, tap)
}

/// A button of that class, with an id where it needs one.
fn plain(class: &'static str, id: &'static str, label: View, tap: Tap) -> View {
    let id = (!id.is_empty()).then_some(id);
    view! { <button type="button" class=class id=id on:click=tap>{label}</button> }
}

/// A button with a sign for a face and its name for whoever can't see it.
pub(crate) struct Sign {
    /// What the focus finds it by; empty where nothing leads to it.
    pub(crate) id: String,
    /// What it does.
    pub(crate) label: String,
    /// What it shows.
    pub(crate) shows: &'static str,
    /// Whether it does nothing now.
    pub(crate) off: bool,
}

/// A small square button.
pub(crate) fn small(sign: Sign, tap: Tap) -> View {
    let id = (!sign.id.is_empty()).then_some(sign.id);
    view! {
        <button type="button" class="small" id=id aria-label=sign.label disabled=sign.off on:click=tap>
            <span aria-hidden="true">{sign.shows}</span>
        </button>
    }
}

/// A button that stays pressed until it is pressed again. `on`: whether it is; `hidden`:
/// whether it is of no use here.
pub(crate) fn switch(
    icon: Icon,
    label: View,
    on: RwSignal<bool>,
    hidden: Box<dyn Fn() -> bool + Send>,
    set: impl Fn(bool) + 'static,
) -> View {
    let pressed = live(move || if on.get() { "true" } else { "false" });
    let press = tap(move |event| {
        // A tap from before the app was there: then it can only have looked as if it were off.
        let wanted = !event.is_trusted() || !on.get_untracked();
        on.set(wanted);
        set(wanted);
    });
    view! {
        <button type="button" class="button button-quiet" aria-pressed=pressed hidden=hidden on:click=press>
            {picture(icon)}{label}
        </button>
    }
}
