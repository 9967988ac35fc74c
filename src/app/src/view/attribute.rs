//! What an element has: attributes that stay or follow something, properties, listeners.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MouseEvent, PointerEvent};

use super::Words;

/// One of an element's attributes, or what else is set on it by name.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "a page as text has neither properties nor events")
)]
pub(crate) enum Attribute {
    /// It stays what it is; absent where there is none.
    Fixed(Option<Words>),
    /// It follows its signals.
    Live(Box<dyn Fn() -> Option<Words>>),
    /// Not an attribute but a property, which follows its signals.
    Property(Property),
    /// Not an attribute but what an event of that name does.
    Listener(Listen),
}

/// A property that follows its signals.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "a page as text has no properties")
)]
pub(crate) struct Property(pub(super) Box<dyn Fn() -> JsValue>);

/// What an event does.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "nothing happens in a page as text")
)]
pub(crate) struct Listen(pub(super) Box<dyn FnMut(Event)>);

/// What the value of an attribute can be.
trait Value {
    fn words(self) -> Option<Words>;
}

impl Value for &'static str {
    fn words(self) -> Option<Words> {
        Some(self.into())
    }
}

impl Value for String {
    fn words(self) -> Option<Words> {
        Some(self.into())
    }
}

impl Value for bool {
    fn words(self) -> Option<Words> {
        self.then_some(Words::Borrowed(""))
    }
}

impl<T: Value> Value for Option<T> {
    fn words(self) -> Option<Words> {
        self.and_then(T::words)
    }
}

impl<T: Value> From<T> for Attribute {
    fn from(value: T) -> Self {
        Self::Fixed(value.words())
    }
}

/// A closure that an attribute follows.
type Live<T> = Box<dyn Fn() -> T + Send>;

impl<T: Value + 'static> From<Live<T>> for Attribute {
    fn from(live: Live<T>) -> Self {
        Self::Live(Box::new(move || live().words()))
    }
}

impl<T: Value + 'static> From<Option<Live<T>>> for Attribute {
    fn from(live: Option<Live<T>>) -> Self {
        live.map_or(Self::Fixed(None), Self::from)
    }
}

impl From<Live<String>> for Property {
    fn from(live: Live<String>) -> Self {
        Self(Box::new(move || live().into()))
    }
}

impl From<Live<bool>> for Property {
    fn from(live: Live<bool>) -> Self {
        Self(Box::new(move || live().into()))
    }
}

impl From<Box<dyn FnMut(Event)>> for Listen {
    fn from(listener: Box<dyn FnMut(Event)>) -> Self {
        Self(listener)
    }
}

impl From<Box<dyn FnMut(MouseEvent)>> for Listen {
    fn from(mut listener: Box<dyn FnMut(MouseEvent)>) -> Self {
        Self(Box::new(move |event| listener(event.unchecked_into())))
    }
}

impl From<Box<dyn FnMut(PointerEvent)>> for Listen {
    fn from(mut listener: Box<dyn FnMut(PointerEvent)>) -> Self {
        Self(Box::new(move |event| listener(event.unchecked_into())))
    }
}
