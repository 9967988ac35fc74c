//! Parts of a screen that follow their signals, and taps: closures boxed to the few types
//! that a view can hold.

use leptos::ev::{Event, MouseEvent};

use super::button::Tap;
use crate::view::{IntoView, View};

/// A closure whose value follows its signals: an attribute, a property or a text.
pub(crate) fn live<T: 'static>(
    value: impl Fn() -> T + Send + 'static,
) -> Box<dyn Fn() -> T + Send> {
    Box::new(value)
}

/// The attribute `hidden` for [`live`], of the same type as the others that follow
/// something.
pub(crate) fn hidden_if(hidden: bool) -> Option<&'static str> {
    hidden.then_some("")
}

/// A view that follows its signals.
pub(crate) fn live_view(view: impl Fn() -> View + Send + 'static) -> View {
    View::Live(Box::new(view))
}

/// A text that follows its signals.
pub(crate) fn live_text(text: impl Fn() -> String + Send + 'static) -> View {
    live_view(move || text().into_view())
}

/// What a tap or click does.
pub(crate) fn tap(act: impl Fn(MouseEvent) + 'static) -> Tap {
    Box::new(act)
}

/// What a change or a typed letter does.
pub(crate) fn on_event(act: impl Fn(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}

/// A view that follows its signals and may be absent.
pub(crate) fn live_maybe(view: impl Fn() -> Option<View> + Send + 'static) -> View {
    live_view(move || view().into_view())
}
