//! Made-up people against the engine's own rules: whatever the dice, what they
//! answer can be sent.

use std::collections::BTreeSet;

use crate::generate::answers::read;
use crate::generate::{Definition, definitions, small_definitions};
use crate::properties::config;
use crate::reaching::sheets;
use hark_domain::survey::{self, Answer, Journey, Survey, journey, simulate};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Dice of no quality, but the same for the same seed (the constants are Knuth's
/// MMIX generator).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, bound: u32) -> u32 {
        assert!(bound > 0, "a number below nothing was asked for");
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 32).unwrap();
        high % bound
    }
}

/// Makes somebody up, and fails unless what they answer is whole.
pub(crate) fn check(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) {
    let journey = made_up(survey, random);
    assert!(journey.complete, "{:?}: {:?}", journey.kept, journey.errors);
}

/// Makes somebody up, and fails where they answer what isn't asked or is wrong.
fn made_up(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Journey {
    let answers = simulate(survey, random);
    let journey = journey(&survey.asked_of(None), &answers);
    assert_eq!(
        journey.kept, answers,
        "something hidden or wrong was answered"
    );
    journey
}

/// The survey without what can leave somebody stuck: constraints, and choices that are
/// not always offered.
fn passable(definition: &Definition) -> Survey {
    let mut passable = definition.clone();
    for page in passable.0["pages"].as_array_mut().unwrap() {
        page.as_object_mut().unwrap().remove("constraint");
        for question in page["questions"].as_array_mut().unwrap() {
            question.as_object_mut().unwrap().remove("constraint");
            let choices = question.get_mut("choices").and_then(Value::as_array_mut);
            for choice in choices.into_iter().flatten() {
                choice.as_object_mut().unwrap().remove("visible_if");
            }
        }
    }
    passable.survey()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn made_up_people_answer_completely(definition in definitions(), seeds in any::<[u64; 8]>()) {
        let survey = passable(&definition);
        for seed in seeds {
            let mut dice = Dice(seed);
            check(&survey, &mut |bound| dice.throw(bound));
        }
        check(&survey, &mut |_| 0);
        check(&survey, &mut |bound| bound - 1);
    }

    /// Constraints and choices that come and go can make it hard to find a way, but where
    /// there is one it is found.
    #[test]
    fn where_there_is_a_way_made_up_people_find_it(
        definition in small_definitions(),
        seeds in any::<[u64; 4]>(),
    ) {
        let survey = definition.survey();
        let asked = survey.asked_of(None);
        let mut stuck = false;
        for seed in seeds {
            let mut dice = Dice(seed);
            stuck |= !made_up(&survey, &mut |bound| dice.throw(bound)).complete;
        }
        stuck |= !made_up(&survey, &mut |_| 0).complete;
        stuck |= !made_up(&survey, &mut |bound| bound - 1).complete;
        if stuck && let Some(sheets) = sheets(&definition, 20_000, &|id| asked.question(id).is_some()) {
            for sheet in sheets {
                let way = journey(&asked, &read(&sheet));
                prop_assert!(!way.complete, "nobody found {}", sheet);
            }
        }
    }

    #[test]
    fn the_same_dice_make_up_the_same_person(definition in definitions(), seed in any::<u64>()) {
        let survey = definition.survey();
        let person = || {
            let mut dice = Dice(seed);
            simulate(&survey, &mut |bound| dice.throw(bound))
        };
        prop_assert_eq!(person(), person());
    }
}

/// Sooner or later each thing that can be answered is, and each thing that can be
/// skipped is, or a load test would try but a part of what people send.
#[test]
fn different_dice_make_up_everything_there_is() {
    let question = |id: &str, part: &str| format!(r#"{{"id": "{id}", "title": "Q", {part}}}"#);
    let choices = r#""choices": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"},
        {"id": "none", "label": "N", "exclusive": true}, {"id": "prefer-not", "label": "P"}]"#;
    let questions = [
        question("single", &format!(r#""kind": "single", {choices}"#)),
        question("many", &format!(r#""kind": "multiple", {choices}"#)),
        question("number", r#""kind": "number", "least": -1, "most": 1"#),
        question(
            "half",
            r#""kind": "number", "least": 0, "most": 1, "decimals": 1"#,
        ),
        question("text", r#""kind": "text""#),
        question("order", &format!(r#""kind": "ranking", {choices}"#)),
        question(
            "rows",
            r#""kind": "matrix", "rows": [{"id": "r", "label": "R"}, {"id": "s", "label": "S"}],
                "choices": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]"#,
        ),
        question("note", r#""kind": "note""#),
    ];
    let json = format!(
        r#"{{"id": "s", "version": 1, "title": "S", "about": "A", "minutes": 1, "thanks": "T",
            "pages": [{{"id": "p", "title": "P", "questions": [{}]}}]}}"#,
        questions.join(",")
    );
    let survey = survey::read(&json).unwrap();
    let mut dice = Dice(7);
    let made_up: BTreeSet<String> = (0..300)
        .flat_map(|_| {
            let answers = simulate(&survey, &mut |bound| dice.throw(bound));
            let ids = [
                "single", "many", "number", "half", "text", "order", "rows", "note",
            ];
            ids.map(|id| match answers.get(id) {
                Some(Answer::Many(chosen)) if id == "many" => {
                    let mut chosen = chosen.clone();
                    chosen.sort();
                    format!("{id} {}", chosen.join("+"))
                }
                Some(answer) if id != "text" => format!("{id} {}", json!(answer)),
                answer => format!("{id} {}", answer.is_some()),
            })
        })
        .collect();
    for expected in [
        r#"single "a""#,
        r#"single "b""#,
        r#"single "none""#,
        r#"single "prefer-not""#,
        "single false",
        "many a",
        "many b",
        "many a+b",
        "many none",
        "many prefer-not",
        "many false",
        "number -1",
        "number 0",
        "number 1",
        "number false",
        "half 0",
        "half 0.1",
        "half 1",
        "text true",
        "text false",
        r#"order ["a","b"]"#,
        r#"order ["b","a"]"#,
        r#"order ["b"]"#,
        r#"order ["none"]"#,
        "order false",
        r#"rows {"r":"a","s":"b"}"#,
        r#"rows {"s":"a"}"#,
        "rows false",
        "note false",
    ] {
        assert!(made_up.contains(expected), "{expected} not in {made_up:?}");
    }
}
