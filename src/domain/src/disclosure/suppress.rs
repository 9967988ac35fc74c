//! The simplest safe form: a figure is shown rounded, or not at all.

use serde::Serialize;

use crate::indicator::{Figure, Share};
use crate::site::Disclosure;

/// What may be seen of a figure: every count rounded on its own from its true value, and
/// percentages of the rounded counts, so that they tell no more than those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// About how many were asked.
    pub asked: u32,
    /// About how many answered.
    pub answered: u32,
    /// About how many did not, and nowhere said why.
    pub not_answered: u32,
    /// About how many said that they don't know.
    pub dont_know: u32,
    /// About how many said that they don't want to say.
    pub prefer_not: u32,
    /// About how many are counted.
    pub numerator: u32,
    /// The counted in per cent of those who answered, where these are enough.
    pub percent_of_answered: Option<u32>,
    /// The counted in per cent of everybody asked, where these are enough.
    pub percent_of_asked: Option<u32>,
}

/// What may be seen of a figure; nothing where too few people are behind any part of it.
///
/// Withheld whole is a figure
/// - that fewer than `smallest_base` answered;
/// - of which any part has somebody, but fewer than `hide_below`: those counted, those
///   who answered and are not counted, and each class of those who did not answer;
/// - of which, among fewer than `percent_base`, all or none are counted: it would say
///   of each of them what they answered.
///
/// A figure is shown whole or not at all, so that no hidden part of it can be worked out
/// from the others.
pub fn suppress(figure: &Figure, thresholds: &Disclosure) -> Option<Shown> {
    let others = figure.answered.checked_sub(figure.numerator)?;
    let parts = [
        figure.numerator,
        others,
        figure.not_answered,
        figure.dont_know,
        figure.prefer_not,
    ];
    let enough = |base: u32| base >= thresholds.percent_base;
    let alike = !enough(figure.answered) && (figure.numerator == 0 || others == 0);
    if figure.answered < thresholds.smallest_base
        || alike
        || parts.iter().any(|part| is_small(*part, thresholds))
    {
        return None;
    }
    let near = |count| nearest(count, thresholds.round_to);
    let numerator = near(figure.numerator);
    let percent = |base: u32| {
        let share = Share {
            part: numerator,
            whole: near(base),
        };
        share.percent().filter(|_| enough(base))
    };
    Some(Shown {
        asked: near(figure.asked),
        answered: near(figure.answered),
        not_answered: near(figure.not_answered),
        dont_know: near(figure.dont_know),
        prefer_not: near(figure.prefer_not),
        numerator,
        percent_of_answered: percent(figure.answered),
        percent_of_asked: percent(figure.asked),
    })
}

/// A count by itself, rounded; nothing where it is somebody, but too few to show.
pub fn rounded(count: u32, thresholds: &Disclosure) -> Option<u32> {
    (!is_small(count, thresholds)).then(|| nearest(count, thresholds.round_to))
}

fn is_small(count: u32, thresholds: &Disclosure) -> bool {
    count > 0 && count < thresholds.hide_below
}

/// The multiple of `step` nearest to `count`, half a step rounded up.
fn nearest(count: u32, step: u32) -> u32 {
    // A pack that rounds to 0 is refused; one that was not checked rounds to nothing.
    let step = step.max(1);
    let rest = count % step;
    let down = count - rest;
    if rest >= step - rest {
        down.saturating_add(step)
    } else {
        down
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const THRESHOLDS: Disclosure = Disclosure {
        hide_below: 8,
        round_to: 5,
        smallest_base: 10,
        percent_base: 30,
    };

    /// A figure with so many of each part.
    fn figure(
        counted: u32,
        others: u32,
        not_answered: u32,
        dont_know: u32,
        prefer_not: u32,
    ) -> Figure {
        let answered = counted + others;
        Figure {
            asked: answered + not_answered + dont_know + prefer_not,
            answered,
            not_answered,
            dont_know,
            prefer_not,
            numerator: counted,
        }
    }

    fn shown(figure: Figure) -> Option<Shown> {
        suppress(&figure, &THRESHOLDS)
    }

    #[test]
    fn a_large_figure_is_rounded_and_its_percentages_with_it() {
        assert_eq!(
            shown(figure(63, 58, 12, 8, 0)),
            Some(Shown {
                asked: 140,
                answered: 120,
                not_answered: 10,
                dont_know: 10,
                prefer_not: 0,
                numerator: 65,
                percent_of_answered: Some(54),
                percent_of_asked: Some(46),
            })
        );
    }

    #[test]
    fn any_small_part_withholds_the_whole() {
        let parts = |small: u32| {
            [
                figure(small, 50, 20, 20, 20),
                figure(50, small, 20, 20, 20),
                figure(50, 50, small, 20, 20),
                figure(50, 50, 20, small, 20),
                figure(50, 50, 20, 20, small),
            ]
        };
        for (small, is_shown) in [(0, true), (1, false), (7, false), (8, true)] {
            for figure in parts(small) {
                assert_eq!(shown(figure).is_some(), is_shown, "{small}: {figure:?}");
            }
        }
    }

    #[test]
    fn the_base_has_to_be_large_enough() {
        let low = Disclosure {
            hide_below: 1,
            round_to: 1,
            ..THRESHOLDS
        };
        let percents = |counted, others, skipped| {
            let figure = figure(counted, others, skipped, 0, 0);
            let shown = suppress(&figure, &low)?;
            Some((shown.percent_of_answered, shown.percent_of_asked))
        };
        assert_eq!(percents(4, 5, 90), None, "9 answered");
        assert_eq!(percents(5, 5, 0), Some((None, None)));
        assert_eq!(percents(15, 14, 0), Some((None, None)), "29");
        assert_eq!(percents(15, 14, 1), Some((None, Some(50))));
        assert_eq!(percents(15, 15, 0), Some((Some(50), Some(50))));
        assert_eq!(shown(Figure::default()), None, "nobody");
    }

    #[test]
    fn a_few_who_are_all_alike_are_not_shown() {
        assert_eq!(shown(figure(29, 0, 0, 0, 0)), None);
        assert_eq!(shown(figure(0, 29, 10, 0, 0)), None);
        let all = shown(figure(30, 0, 0, 0, 0)).and_then(|shown| shown.percent_of_answered);
        assert_eq!(all, Some(100));
    }

    #[test]
    fn counts_go_to_the_nearest_step() {
        let by = |round_to, count| {
            let thresholds = Disclosure {
                round_to,
                ..THRESHOLDS
            };
            rounded(count, &thresholds)
        };
        for (count, near) in [
            (0, Some(0)),
            (1, None),
            (7, None),
            (8, Some(10)),
            (12, Some(10)),
            (13, Some(15)),
        ] {
            assert_eq!(by(5, count), near, "{count}");
        }
        assert_eq!(
            (by(10, 15), by(10, 14), by(1, 13), by(0, 13)),
            (Some(20), Some(10), Some(13), Some(13))
        );
        assert_eq!(by(5, u32::MAX), Some(u32::MAX));
    }

    prop_compose! {
        fn figures()(
            counted in 0..60_u32, others in 0..60_u32,
            missing in prop::array::uniform3(0..40_u32),
        ) -> Figure {
            figure(counted, others, missing[0], missing[1], missing[2])
        }
    }

    proptest! {
        /// Nothing that is shown is a small count, and every count stays near the truth.
        #[test]
        fn what_is_shown_is_rounded_and_never_small(
            figure in figures(),
            (hide_below, round_to, smallest_base, percent_base) in (0..12_u32, 1..12_u32, 0..40_u32, 0..60_u32),
        ) {
            let thresholds = Disclosure { hide_below, round_to, smallest_base, percent_base };
            if let Some(shown) = suppress(&figure, &thresholds) {
                for (printed, true_count) in [
                    (shown.asked, figure.asked),
                    (shown.answered, figure.answered),
                    (shown.not_answered, figure.not_answered),
                    (shown.dont_know, figure.dont_know),
                    (shown.prefer_not, figure.prefer_not),
                    (shown.numerator, figure.numerator),
                ] {
                    prop_assert!(printed.is_multiple_of(round_to));
                    prop_assert!(2 * printed.abs_diff(true_count) <= round_to);
                    prop_assert!(true_count == 0 || true_count >= hide_below);
                }
                prop_assert!(figure.answered >= smallest_base);
                for percent in [shown.percent_of_answered, shown.percent_of_asked].into_iter().flatten() {
                    prop_assert!(percent <= 100);
                }
                prop_assert!(shown.percent_of_answered.is_none() || figure.answered >= percent_base);
                prop_assert!(shown.percent_of_asked.is_none() || figure.asked >= percent_base);
            }
        }
    }
}
