//! Views as nodes of a page, and how those follow what changes.

use std::mem;

use leptos::prelude::document;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;

use super::{Attribute, Element, Listen, Property, View, Words};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// What a view has become. Its effects end when it is dropped.
pub(crate) enum State {
    /// A comment, so that there is a place.
    Nothing(Node),
    Text(Node, Words),
    Element(Box<Made>),
    /// The comment after them is their place when there are none.
    Many(Vec<State>, Node),
    Live(Following),
}

/// What follows its signals. An effect's own task holds what it has made until its next
/// turn: what follows something in there would have its turn before that, and ask for
/// signals that went with the screen. So all of it ends here and now.
pub(crate) struct Following(RenderEffect<State>);

impl Drop for Following {
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// An element of the page.
pub(crate) struct Made {
    tag: &'static str,
    node: web_sys::Element,
    attributes: Vec<(&'static str, Set)>,
    children: Vec<State>,
}

/// What an attribute that follows something was last.
struct Followed(Option<Words>);

/// What was set on an element.
enum Set {
    Fixed(Option<Words>),
    Live(RenderEffect<Followed>),
    Property(RenderEffect<JsValue>),
    Listener(JsValue),
}

impl View {
    /// Makes the nodes; they are nowhere yet.
    pub(crate) fn build(self) -> State {
        match self {
            Self::Nothing => State::Nothing(place()),
            Self::Text(words) => State::Text(document().create_text_node(&words).into(), words),
            Self::Element(element) => State::Element(Box::new(element.build())),
            Self::Many(views) => State::Many(views.into_iter().map(Self::build).collect(), place()),
            Self::Live(view) => {
                State::Live(Following(RenderEffect::new(move |before| match before {
                    Some(mut state) => {
                        view().change(&mut state);
                        state
                    }
                    None => view().build(),
                })))
            }
        }
    }

    /// Lets what is on the page show this instead. Whatever can stay does: the focus, a
    /// place in a text and what is open are there.
    fn change(self, state: &mut State) {
        match (self, &mut *state) {
            (Self::Nothing, State::Nothing(_)) => {}
            (Self::Text(words), State::Text(node, before)) => {
                if *before != words {
                    node.set_node_value(Some(&words));
                    *before = words;
                }
            }
            (Self::Element(element), State::Element(made)) if element.is_like(made) => {
                element.change(made);
            }
            (Self::Many(views), State::Many(states, end)) => {
                if let Some(parent) = end.parent_node() {
                    change_all(views, states, &parent, Some(end));
                }
            }
            (view, _) => {
                let new = view.build();
                let first = state.first();
                if let Some(parent) = first.parent_node() {
                    new.mount(&parent, Some(&first));
                }
                state.remove();
                *state = new;
            }
        }
    }
}

/// The same for several in a row, which end before `end`.
fn change_all(views: Vec<View>, states: &mut Vec<State>, parent: &Node, end: Option<&Node>) {
    let count = views.len();
    for (index, view) in views.into_iter().enumerate() {
        if let Some(state) = states.get_mut(index) {
            view.change(state);
        } else {
            let new = view.build();
            new.mount(parent, end);
            states.push(new);
        }
    }
    states.drain(count..).for_each(|state| state.remove());
}

/// A node that nobody sees.
fn place() -> Node {
    document().create_comment("").into()
}

impl State {
    /// Puts the nodes into the page, before another one or at the end.
    pub(crate) fn mount(&self, parent: &Node, before: Option<&Node>) {
        let put = |node: &Node| {
            // A parent that is there takes what is made for it.
            let _ = parent.insert_before(node, before);
        };
        match self {
            Self::Nothing(node) | Self::Text(node, _) => put(node),
            Self::Element(made) => put(&made.node),
            Self::Many(states, end) => {
                for state in states {
                    state.mount(parent, before);
                }
                put(end);
            }
            Self::Live(effect) => {
                effect.0.with_value_mut(|state| state.mount(parent, before));
            }
        }
    }

    fn remove(&self) {
        let take = |node: &Node| {
            if let Some(parent) = node.parent_node() {
                // It is this parent's child.
                let _ = parent.remove_child(node);
            }
        };
        match self {
            Self::Nothing(node) | Self::Text(node, _) => take(node),
            Self::Element(made) => take(&made.node),
            Self::Many(states, end) => {
                states.iter().for_each(Self::remove);
                take(end);
            }
            Self::Live(effect) => {
                effect.0.with_value_mut(|state| state.remove());
            }
        }
    }

    /// The first of the nodes.
    fn first(&self) -> Node {
        match self {
            Self::Nothing(node) | Self::Text(node, _) => node.clone(),
            Self::Element(made) => made.node.clone().into(),
            Self::Many(states, end) => states.first().map_or_else(|| end.clone(), Self::first),
            Self::Live(effect) => effect
                .0
                .with_value_mut(|state| state.first())
                .unwrap_or_else(place),
        }
    }
}

impl Element {
    fn build(self) -> Made {
        let namespace = match self.tag {
            "svg" | "use" | "path" | "circle" | "text" => SVG,
            _ => HTML,
        };
        #[expect(clippy::expect_used, reason = "only a name that is none is refused")]
        let node = document()
            .create_element_ns(Some(namespace), self.tag)
            .expect("a name");
        let attributes = self.attributes.into_iter();
        let attributes = attributes.map(|(name, value)| (name, value.set(&node, name)));
        let attributes = attributes.collect();
        let children: Vec<State> = self.children.into_iter().map(View::build).collect();
        for child in &children {
            child.mount(&node, None);
        }
        Made {
            tag: self.tag,
            node,
            attributes,
            children,
        }
    }

    /// Whether what is there can become it.
    fn is_like(&self, made: &Made) -> bool {
        let names = self.attributes.iter().map(|(name, _)| name);
        self.tag == made.tag && names.eq(made.attributes.iter().map(|(name, _)| name))
    }

    fn change(self, made: &mut Made) {
        for ((name, value), (_, set)) in self.attributes.into_iter().zip(&mut made.attributes) {
            value.change(&made.node, name, set);
        }
        change_all(self.children, &mut made.children, &made.node, None);
    }
}

impl Attribute {
    fn set(self, node: &web_sys::Element, name: &'static str) -> Set {
        match self {
            Self::Fixed(words) => {
                if words.is_some() {
                    write(node, name, words.as_deref());
                }
                Set::Fixed(words)
            }
            Self::Live(value) => Set::Live(follow(node, name, value, None)),
            Self::Property(value) => Set::Property(keep(node, name, value, None)),
            Self::Listener(listener) => Set::Listener(listen(node, name, listener)),
        }
    }

    fn change(self, node: &web_sys::Element, name: &'static str, set: &mut Set) {
        match (self, &mut *set) {
            (Self::Fixed(words), Set::Fixed(before)) => {
                if words != *before {
                    write(node, name, words.as_deref());
                    *before = words;
                }
            }
            (Self::Live(value), Set::Live(effect)) => {
                *effect = follow(node, name, value, effect.take_value());
            }
            (Self::Property(value), Set::Property(effect)) => {
                *effect = keep(node, name, value, effect.take_value());
            }
            (new, _) => {
                let old = mem::replace(set, Set::Fixed(None));
                match old {
                    Set::Listener(listener) => {
                        // It was added under this name.
                        let _ = node
                            .remove_event_listener_with_callback(name, listener.unchecked_ref());
                    }
                    _ => write(node, name, None),
                }
                *set = new.set(node, name);
            }
        }
    }
}

fn write(node: &web_sys::Element, name: &str, words: Option<&str>) {
    // Only a name that is none is refused.
    let _ = match words {
        Some(words) => node.set_attribute(name, words),
        None => node.remove_attribute(name),
    };
}

fn follow(
    node: &web_sys::Element,
    name: &'static str,
    value: Box<dyn Fn() -> Option<Words>>,
    before: Option<Followed>,
) -> RenderEffect<Followed> {
    let node = node.clone();
    let follow = move |before: Option<Followed>| {
        let words = value();
        if before.and_then(|Followed(words)| words) != words {
            write(&node, name, words.as_deref());
        }
        Followed(words)
    };
    RenderEffect::new_with_value(follow, before)
}

fn keep(
    node: &web_sys::Element,
    name: &'static str,
    Property(value): Property,
    before: Option<JsValue>,
) -> RenderEffect<JsValue> {
    let node = node.clone();
    let keep = move |before: Option<JsValue>| {
        let value = value();
        if before.as_ref() != Some(&value) {
            // Properties of elements can be set.
            let _ = js_sys::Reflect::set(&node, &name.into(), &value);
        }
        value
    };
    RenderEffect::new_with_value(keep, before)
}

/// The listener is the browser's: it goes with the element.
fn listen(node: &web_sys::Element, name: &str, Listen(listener): Listen) -> JsValue {
    let listener = Closure::wrap(listener).into_js_value();
    // Any name of an event can be listened to.
    let _ = node.add_event_listener_with_callback(name, listener.unchecked_ref());
    listener
}
