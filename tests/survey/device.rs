//! What the device does with answers before anybody sends them.

use std::collections::BTreeSet;

use crate::generate::answers::{answered, read, sheets};
use crate::generate::definitions;
use crate::properties::config;
use hark_domain::survey::{Answer, Choice, Kind, carried_over, journey, moved, ranked, toggled};
use proptest::prelude::*;
use proptest::sample::Index;

proptest! {
    #![proptest_config(config())]

    /// Tapping alone can't make an answer that is wrong in itself: only too few or
    /// too many can be left, for the person to see, and what the survey's own conditions
    /// say.
    #[test]
    fn whatever_is_tapped_only_the_number_of_choices_can_be_wrong(
        definition in definitions(),
        taps in prop::collection::vec((any::<Index>(), any::<bool>()), 1..8),
    ) {
        let survey = definition.survey();
        for (_, question) in survey.questions() {
            let choices = question.kind.choices();
            let (mut chosen, mut order) = (Vec::new(), Vec::new());
            for (choice, on) in taps.iter().filter(|_| !choices.is_empty()) {
                let choice = choice.get(choices);
                chosen = toggled(choices, &chosen, choice, *on);
                prop_assert_eq!(chosen.iter().any(|id| id == choice.id.as_str()), *on);
                order = ranked(choices, &order, choice);
                let answer = match question.kind {
                    Kind::Ranking { .. } => &order,
                    _ => &chosen,
                };
                let answers = [(question.id.clone(), Answer::Many(answer.clone()))];
                let journey = journey(&survey, &answers.into_iter().collect());
                for error in journey.errors.iter().filter(|error| error.question == question.id) {
                    // Where only one can be chosen, taps come another way.
                    let left = ["too-few", "too-many", "required", "wrong-kind", "constraint"];
                    prop_assert!(left.contains(&error.code.as_str()), "{:?}: {:?}", answer, error);
                }
            }
        }
    }

    /// What is put in order stands there once, the last one last, and alone where it
    /// can't go with another.
    #[test]
    fn an_order_has_each_choice_once(
        definition in definitions(),
        taps in prop::collection::vec(any::<Index>(), 1..8),
    ) {
        for (_, question) in definition.survey().questions() {
            let choices = question.kind.choices();
            let mut order: Vec<String> = Vec::new();
            for choice in taps.iter().filter(|_| !choices.is_empty()) {
                let choice = choice.get(choices);
                let before = order.clone();
                order = ranked(choices, &before, choice);
                let different: BTreeSet<&String> = order.iter().collect();
                prop_assert_eq!(different.len(), order.len(), "{:?}", order);
                prop_assert_eq!(order.last().map(String::as_str), Some(choice.id.as_str()));
                let alone = |id: &String| {
                    choices.iter().any(|it: &Choice| it.id.as_str() == id && it.stands_alone())
                };
                prop_assert!(order.len() == 1 || !order.iter().any(alone), "{:?}", order);
                // Nobody else goes, and nobody changes places.
                let stays = |id: &&String| *id != choice.id.as_str() && !alone(id);
                let stay = before.iter().filter(|_| !choice.stands_alone()).filter(stays);
                let rest = order.iter().take(order.len() - 1);
                prop_assert!(stay.eq(rest), "{:?} after {:?}", order, before);
            }
        }
    }

    /// Moving loses nothing and doubles nothing: the same choices, the moved one in its
    /// place, the others as they stood to each other.
    #[test]
    fn what_is_moved_goes_to_its_place_and_the_rest_stays(
        order in prop::collection::hash_set("[a-e]", 0..5),
        choice in "[a-e]",
        to in 0..8_usize,
    ) {
        let order: Vec<String> = order.into_iter().collect();
        let after = moved(&order, &choice, to);
        let without = |order: &[String]| {
            order.iter().filter(|id| **id != choice).cloned().collect::<Vec<_>>()
        };
        prop_assert_eq!(without(&after), without(&order));
        prop_assert_eq!(after.len(), order.len());
        let place = after.iter().position(|id| *id == choice);
        let expected = order.contains(&choice).then(|| to.min(order.len().saturating_sub(1)));
        prop_assert_eq!(place, expected);
    }

    /// Answers carried over to another survey are read by it, all but what somebody
    /// typed into the box of a number, and to the same survey they lead the same way.
    #[test]
    fn what_is_carried_over_fits(
        (definition, answers) in answered(sheets(), 1),
        other in definitions(),
    ) {
        let answers = read(&answers[0]);
        let other = other.survey();
        let carried = carried_over(&other, &answers);
        prop_assert_eq!(&carried_over(&other, &carried), &carried);
        for error in journey(&other, &carried).errors {
            let unread = ["unknown-question", "unknown-choice", "unknown-row", "wrong-kind"];
            let typed = other.question(error.question.as_str()).is_some_and(|question| {
                matches!(question.kind, Kind::Number { .. })
            });
            prop_assert!(typed || !unread.contains(&error.code.as_str()), "{:?}", error);
        }
        let same = definition.survey();
        let before = journey(&same, &answers);
        let after = journey(&same, &carried_over(&same, &answers));
        // A matrix with one wrong row can't be read; without that row it can.
        let wrong_rows = before.errors.iter().any(|error| {
            let matrix = matches!(answers.get(error.question.as_str()), Some(Answer::Rows(_)));
            matrix && ["unknown-row", "unknown-choice"].contains(&error.code.as_str())
        });
        if !wrong_rows {
            prop_assert_eq!(after.pages, before.pages);
            prop_assert_eq!(after.kept, before.kept);
        }
        for (id, answer) in answers.iter() {
            let number = same.question(id.as_str()).is_some_and(|question| {
                matches!(question.kind, Kind::Number { .. })
            });
            let typed = matches!(answer, Answer::Number(_) | Answer::Word(_));
            if number && typed {
                let carried = carried_over(&same, &answers);
                prop_assert_eq!(carried.get(id.as_str()), Some(answer));
            }
        }
    }
}
