//! What holds of any people and any indicator.

use proptest::prelude::*;

use super::*;

/// Somebody who answers anything, or nothing; also what the survey does not offer.
fn person() -> impl Strategy<Value = Answers> {
    let one = |choices: &'static [&'static str]| {
        prop::option::of(prop::sample::select(choices).prop_map(|it| Answer::Word(it.to_owned())))
    };
    let many =
        prop::sample::subsequence(vec!["sport", "park", "dont-know", "prefer-not", "x"], 0..=2)
            .prop_map(|chosen| {
                Some(Answer::Many(
                    chosen.into_iter().map(str::to_owned).collect(),
                ))
            });
    (
        one(&["8", "10", "10", "10", "prefer-not"]),
        one(&["yes", "no", "dont-know", "maybe"]),
        many,
        prop::option::of((-1..=11_i64).prop_map(|times| json::take(times.into()).unwrap())),
    )
        .prop_map(|(year, group, been, times)| {
            let given = [
                ("year", year),
                ("group", group),
                ("been", been),
                ("times", times),
            ];
            let id = |name: &str| QuestionId::new(name).unwrap();
            given
                .into_iter()
                .filter_map(|(name, answer)| Some((id(name), answer?)))
                .collect()
        })
}

fn indicators() -> impl Strategy<Value = Indicator> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(all, times, turned)| {
        let mut changes = Vec::new();
        if all {
            changes.push(("\"any\"", "\"all\""));
        }
        if times {
            changes.push((r#"["group","been"]"#, r#"["times","group","been"]"#));
        }
        if turned {
            changes.push(("group = 'yes' or selected", "not selected"));
        }
        indicator(&changes)
    })
}

proptest! {
    #[test]
    fn the_classes_add_up(
        indicator in indicators(),
        people in prop::collection::vec(person(), 0..30),
    ) {
        let figure = figure(&indicator, &survey(), &people);
        let classes = figure.answered + figure.not_answered + figure.dont_know + figure.prefer_not;
        prop_assert_eq!(figure.asked, classes);
        prop_assert!(figure.numerator <= figure.answered);
        prop_assert!(figure.asked as usize <= people.len());
    }

    /// What everybody comes to is the sum of what each comes to, in any order.
    #[test]
    fn people_are_counted_each_by_themselves(
        indicator in indicators(),
        people in prop::collection::vec(person(), 0..30),
    ) {
        let whole = figure(&indicator, &survey(), &people);
        let mut sum = Figure::default();
        for person in people.iter().rev() {
            let one = figure(&indicator, &survey(), [person]);
            prop_assert!(one.asked <= 1);
            sum.asked += one.asked;
            sum.answered += one.answered;
            sum.not_answered += one.not_answered;
            sum.dont_know += one.dont_know;
            sum.prefer_not += one.prefer_not;
            sum.numerator += one.numerator;
        }
        prop_assert_eq!(whole, sum);
    }

    #[test]
    fn a_skipper_changes_not_answered_and_the_share_of_everybody_alone(
        indicator in indicators(),
        mut people in prop::collection::vec(person(), 0..30),
    ) {
        let before = figure(&indicator, &survey(), &people);
        people.push(answers(r#"{"year":"10"}"#));
        let after = figure(&indicator, &survey(), &people);
        let expected = Figure {
            asked: before.asked + 1,
            not_answered: before.not_answered + 1,
            ..before
        };
        prop_assert_eq!(after, expected);
        prop_assert_eq!(after.of_answered(), before.of_answered());
        if before.asked > 0 {
            prop_assert!(after.of_asked().tenths() <= before.of_asked().tenths());
        }
    }
}
