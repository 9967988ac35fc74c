//! Random questions of every kind, without a name yet.

use super::condition::{Sketch, sketches};
use super::with;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Ids of choices, one of them a word of conditions.
const CHOICES: [&str; 4] = ["a", "4weeks", "not", "b.2-x"];

/// A question before it is known what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The question's JSON, but for its name, its title and its conditions.
    pub(super) shape: Value,
    pub(super) required_if: Option<Sketch>,
    pub(super) visible_if: Option<Sketch>,
}

/// Questions of all kinds.
pub(super) fn drafts() -> impl Strategy<Value = Draft> {
    (
        prop_oneof![2 => single(), 4 => multiple(), 2 => number(), 1 => words()],
        prop::bool::weighted(0.2),
        prop::option::weighted(0.2, sketches()),
        prop::option::weighted(0.5, sketches()),
    )
        .prop_map(|(shape, required, required_if, visible_if)| Draft {
            shape: with(shape, &[("required", json!(required))]),
            required_if,
            visible_if,
        })
}

fn single() -> BoxedStrategy<Value> {
    (2..=4_usize, any::<bool>())
        .prop_map(|(count, prefer_not)| {
            json!({"kind": "single", "choices": choices(count, false, prefer_not)})
        })
        .boxed()
}

fn multiple() -> BoxedStrategy<Value> {
    let limits = (
        prop::option::weighted(0.4, 1..=3_usize),
        prop::option::weighted(0.6, 0..=2_usize),
    );
    (
        2..=4_usize,
        prop::bool::weighted(0.3),
        any::<bool>(),
        limits,
    )
        .prop_map(|(count, exclusive, prefer_not, (least, more))| {
            let several = count - usize::from(exclusive);
            let least = least.map(|least| least.min(several));
            let most = more.map(|more| (least.unwrap_or(1) + more).min(several));
            let choices = choices(count, exclusive, prefer_not);
            let shape = json!({"kind": "multiple", "choices": choices});
            with(shape, &[("least", json!(least)), ("most", json!(most))])
        })
        .boxed()
}

fn number() -> BoxedStrategy<Value> {
    (
        prop::option::weighted(0.6, -2..=2_i64),
        prop::option::weighted(0.6, 0..=4_i64),
    )
        .prop_map(|(least, more)| {
            let most = more.map(|more| least.unwrap_or(0) + more);
            with(
                json!({"kind": "number"}),
                &[("least", json!(least)), ("most", json!(most))],
            )
        })
        .boxed()
}

fn words() -> BoxedStrategy<Value> {
    prop::option::weighted(0.4, 1..=14_u16)
        .prop_map(|longest| with(json!({"kind": "text"}), &[("longest", json!(longest))]))
        .boxed()
}

fn choices(count: usize, exclusive: bool, prefer_not: bool) -> Vec<Value> {
    let choice = |id: &&str| json!({"id": id, "label": {"en": id, "cs": id}});
    let mut choices: Vec<Value> = CHOICES[..count].iter().map(choice).collect();
    if exclusive {
        choices[count - 1]["exclusive"] = true.into();
    }
    choices.extend(prefer_not.then(|| choice(&"prefer-not")));
    choices
}
