//! Random questions of every kind, without a name yet.

use super::condition::{Sketch, sketches};
use super::with;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Ids of choices, one of them a word of conditions.
const CHOICES: [&str; 4] = ["a", "4weeks", "not", "b.2-x"];

/// Ids of rows, one of them a word of conditions.
const ROWS: [&str; 3] = ["home", "and", "b.2"];

/// A question before it is known what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The question's JSON, but for its name, its title and its conditions.
    pub(super) shape: Value,
    pub(super) required_if: Option<Sketch>,
    pub(super) visible_if: Option<Sketch>,
    pub(super) constraint: Option<Sketch>,
    /// Of its choices, as many as there can be.
    pub(super) choices_if: Vec<Option<Sketch>>,
    /// Of its rows, as many as there can be.
    pub(super) rows_if: Vec<Option<Sketch>>,
    /// Which earlier question its title names, and how.
    pub(super) piped: (prop::sample::Index, u8),
    pub(super) optional: bool,
}

/// Questions of all kinds.
pub(super) fn drafts() -> impl Strategy<Value = Draft> {
    let shape = prop_oneof![
        4 => single(),
        6 => several("multiple"),
        2 => several("ranking"),
        4 => matrix(),
        4 => number(),
        2 => words(),
        1 => Just(json!({"kind": "note"})),
    ];
    let parts = |weight, count| {
        let part = prop::option::weighted(weight, sketches());
        prop_oneof![
            2 => Just(vec![None; count]),
            1 => prop::collection::vec(part, count),
        ]
    };
    (
        (shape, prop::bool::weighted(0.2), prop::bool::weighted(0.1)),
        prop::option::weighted(0.2, sketches()),
        prop::option::weighted(0.5, sketches()),
        prop::option::weighted(0.25, sketches()),
        parts(0.5, CHOICES.len() + 1),
        parts(0.6, ROWS.len()),
        (any::<prop::sample::Index>(), any::<u8>()),
    )
        .prop_map(
            |(
                (shape, required, optional),
                required_if,
                visible_if,
                constraint,
                choices_if,
                rows_if,
                piped,
            )| {
                let is_note = shape["kind"] == "note";
                let answered = |sketch: Option<Sketch>| sketch.filter(|_| !is_note);
                Draft {
                    shape: with(shape, &[("required", json!(required && !is_note))]),
                    required_if: answered(required_if),
                    visible_if,
                    constraint: answered(constraint),
                    choices_if,
                    rows_if,
                    piped,
                    optional,
                }
            },
        )
}

fn single() -> BoxedStrategy<Value> {
    (2..=4_usize, any::<bool>())
        .prop_map(|(count, prefer_not)| {
            json!({"kind": "single", "choices": choices(count, false, prefer_not)})
        })
        .boxed()
}

fn several(kind: &'static str) -> BoxedStrategy<Value> {
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
        .prop_map(move |(count, exclusive, prefer_not, (least, more))| {
            let several = count - usize::from(exclusive);
            let least = least.map(|least| least.min(several));
            let most = more.map(|more| (least.unwrap_or(1) + more).min(several));
            let choices = choices(count, exclusive, prefer_not);
            let shape = json!({"kind": kind, "choices": choices});
            with(shape, &[("least", json!(least)), ("most", json!(most))])
        })
        .boxed()
}

fn matrix() -> BoxedStrategy<Value> {
    let required = prop::collection::vec(prop::bool::weighted(0.2), 1..=ROWS.len());
    (2..=3_usize, any::<bool>(), required)
        .prop_map(|(count, prefer_not, required)| {
            let rows = ROWS
                .iter()
                .zip(required)
                .map(|(id, required)| json!({"id": id, "label": "Row", "required": required}));
            let rows: Vec<Value> = rows.collect();
            json!({"kind": "matrix", "rows": rows, "choices": choices(count, false, prefer_not)})
        })
        .boxed()
}

fn number() -> BoxedStrategy<Value> {
    (
        prop::option::weighted(0.6, -4..=4_i32),
        prop::option::weighted(0.6, 0..=8_i32),
        prop_oneof![3 => Just(0), 2 => Just(1), 1 => Just(2)],
    )
        .prop_map(|(least, more, decimals)| {
            // In halves, which are whole where an answer has to be.
            let most = more.map(|more| least.unwrap_or(0) + more);
            let written = |halves: i32| match decimals {
                0 => json!(halves / 2),
                _ => json!(f64::from(halves) / 2.0),
            };
            let (least, most) = (least.map(written), most.map(written));
            let shape = json!({"kind": "number", "decimals": decimals});
            with(shape, &[("least", json!(least)), ("most", json!(most))])
        })
        .boxed()
}

fn words() -> BoxedStrategy<Value> {
    (prop::option::weighted(0.4, 1..=14_u16), any::<bool>())
        .prop_map(|(longest, long)| {
            let shape = json!({"kind": "text", "long": long});
            with(shape, &[("longest", json!(longest))])
        })
        .boxed()
}

fn choices(count: usize, exclusive: bool, prefer_not: bool) -> Vec<Value> {
    let choice = |id: &&str| {
        let (en, cs) = (format!("the {id}"), format!("ten {id}"));
        json!({"id": id, "label": {"en": en, "cs": cs}})
    };
    let mut choices: Vec<Value> = CHOICES[..count].iter().map(choice).collect();
    if exclusive {
        choices[count - 1]["exclusive"] = true.into();
    }
    choices.extend(prefer_not.then(|| choice(&"prefer-not")));
    choices
}
