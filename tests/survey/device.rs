//! What the device does with answers before anybody sends them.

use crate::generate::answers::{answered, read, sheets};
use crate::generate::definitions;
use crate::properties::config;
use hark_domain::survey::{Answer, Kind, carried_over, journey, toggled};
use proptest::prelude::*;
use proptest::sample::Index;

proptest! {
    #![proptest_config(config())]

    /// Tapping alone can't make an answer that is wrong in itself: only too few or
    /// too many can be left, for the person to see.
    #[test]
    fn whatever_is_tapped_only_the_number_of_choices_can_be_wrong(
        definition in definitions(),
        taps in prop::collection::vec((any::<Index>(), any::<bool>()), 1..8),
    ) {
        let survey = definition.survey();
        for (_, question) in survey.questions() {
            let choices = question.kind.choices();
            let mut chosen = Vec::new();
            for (choice, on) in taps.iter().filter(|_| !choices.is_empty()) {
                let choice = choice.get(choices);
                chosen = toggled(choices, &chosen, choice, *on);
                prop_assert_eq!(chosen.iter().any(|id| id == choice.id.as_str()), *on);
                let answers = [(question.id.clone(), Answer::Many(chosen.clone()))];
                let journey = journey(&survey, &answers.into_iter().collect());
                for error in journey.errors.iter().filter(|error| error.question == question.id) {
                    // Where only one can be chosen, taps come another way.
                    let left = ["too-few", "too-many", "required", "wrong-kind"];
                    prop_assert!(left.contains(&error.code.as_str()), "{:?}: {:?}", chosen, error);
                }
            }
        }
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
            let unread = ["unknown-question", "unknown-choice", "wrong-kind"];
            let typed = other.question(error.question.as_str()).is_some_and(|question| {
                matches!(question.kind, Kind::Number { .. })
                    && matches!(carried.get(error.question.as_str()), Some(Answer::Word(_)))
            });
            prop_assert!(typed || !unread.contains(&error.code.as_str()), "{:?}", error);
        }
        let same = definition.survey();
        let before = journey(&same, &answers);
        let after = journey(&same, &carried_over(&same, &answers));
        prop_assert_eq!(after.pages, before.pages);
        prop_assert_eq!(after.kept, before.kept);
    }
}
