//! The contrasts that a pack's colours need, in each scheme. Nothing in the page
//! mixes two of a pack's colours, so each is judged by itself.

use super::theme::WORDS;
use super::{Colour, Colours, Scheme, Theme};
use crate::problem::Problem;

/// The contrast that parts of the page need, such as an icon or the edge of what is
/// chosen (WCAG 2.2, 1.4.11 Non-text Contrast).
const PARTS: f64 = 3.0;

/// Two colours that meet on the page.
struct Pair {
    front: Colour,
    back: Colour,
    /// Where they meet, as the sentence has it after "a contrast of 2.9:1".
    place: &'static str,
    needed: f64,
}

impl Pair {
    const fn words(front: Colour, back: Colour, place: &'static str) -> Self {
        Self {
            front,
            back,
            place,
            needed: WORDS,
        }
    }

    const fn parts(front: Colour, back: Colour, place: &'static str) -> Self {
        Self {
            front,
            back,
            place,
            needed: PARTS,
        }
    }

    /// How much of the contrast needed there is: 1 is just enough. Nothing is rounded,
    /// as WCAG 2.2 has it: 4.499:1 is less than 4.5:1.
    fn share(&self) -> f64 {
        self.front.contrast(self.back) / self.needed
    }

    /// What is measured and needed. What is measured is rounded down, or 4.499 would
    /// be written like what it lacks.
    fn sentence(&self, advice: &str) -> String {
        let measured = (self.front.contrast(self.back) * 10.0).floor() / 10.0;
        let who = if self.needed < WORDS {
            "parts of the page"
        } else {
            "words"
        };
        format!(
            "This colour has a contrast of {measured:.1}:1 {}; {who} need {}:1. {advice}",
            self.place, self.needed
        )
    }
}

impl Colours {
    /// What nobody could read well, one problem a colour: the pair that lacks most.
    /// Pointers start at `site.json`.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for scheme in Scheme::ALL {
            let theme = Theme::of(self, scheme);
            let away = match scheme {
                Scheme::Light => "Take a darker one.",
                Scheme::Dark => "Take a lighter one.",
            };
            for (name, pairs, advice) in [
                ("accent", &accent(&theme, scheme)[..], away),
                // Dark words can be read on any colour that is light enough, and
                // neither dark nor white ones on some in between.
                ("highlight", &highlight(&theme)[..], "Take a lighter one."),
            ] {
                let pointer = format!("/colours/{}/{name}", scheme.name());
                let worst = pairs
                    .iter()
                    .filter(|pair| pair.share() < 1.0)
                    .min_by(|one, two| one.share().total_cmp(&two.share()));
                problems.extend(worst.map(|pair| Problem::at(pointer, pair.sentence(advice))));
            }
        }
        problems
    }
}

fn accent(theme: &Theme, scheme: Scheme) -> [Pair; 5] {
    let page = scheme.page();
    [
        Pair::words(theme.accent, page.paper, "on the page's background"),
        Pair::words(theme.accent, page.card, "on a card"),
        Pair::words(theme.on_accent, theme.accent, "with the words on it"),
        Pair::words(
            page.ink,
            theme.accent_soft,
            "with the page's words on its soft form",
        ),
        Pair::parts(theme.accent, theme.accent_soft, "on its own soft form"),
    ]
}

fn highlight(theme: &Theme) -> [Pair; 1] {
    [Pair::words(
        theme.on_sun,
        theme.sun,
        "with the words on it, dark or white",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::Named;
    use super::super::colour::tests::any_colour;
    use super::*;
    use proptest::prelude::*;

    fn named(scheme: Scheme, name: &str, colour: Colour) -> Colours {
        let mut colours = Colours::default();
        let own = match scheme {
            Scheme::Light => &mut colours.light,
            Scheme::Dark => &mut colours.dark,
        };
        *own = match name {
            "accent" => Named {
                accent: Some(colour),
                highlight: None,
            },
            _ => Named {
                accent: None,
                highlight: Some(colour),
            },
        };
        colours
    }

    fn told(scheme: Scheme, name: &str, colour: &str) -> Vec<String> {
        let colours = named(scheme, name, Colour::parse(colour).unwrap());
        colours.problems().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_shipped_colours_are_right() {
        assert_eq!(Colours::default().problems(), []);
    }

    #[test]
    fn each_wrong_colour_is_told_with_what_to_do() {
        for (scheme, name, colour, sentence) in [
            (
                Scheme::Light,
                "accent",
                "#cc7a00",
                "/colours/light/accent: This colour has a contrast of 3.0:1 on the page's background; words need 4.5:1. Take a darker one.",
            ),
            (
                Scheme::Dark,
                "accent",
                "#7a5cc0",
                "/colours/dark/accent: This colour has a contrast of 3.2:1 on a card; words need 4.5:1. Take a lighter one.",
            ),
            (
                Scheme::Light,
                "highlight",
                "#f03c28",
                "/colours/light/highlight: This colour has a contrast of 4.3:1 with the words on it, dark or white; words need 4.5:1. Take a lighter one.",
            ),
            (
                Scheme::Dark,
                "highlight",
                "#f03c28",
                "/colours/dark/highlight: This colour has a contrast of 4.3:1 with the words on it, dark or white; words need 4.5:1. Take a lighter one.",
            ),
        ] {
            assert_eq!(told(scheme, name, colour), [sentence]);
        }
    }

    #[test]
    fn every_wrong_colour_is_told_once() {
        let pale = Colour::rgb(0xee, 0xee, 0xee);
        let dark = Colour::rgb(0x11, 0x11, 0x11);
        let mut colours = named(Scheme::Light, "accent", pale);
        colours.dark.accent = Some(dark);
        let problems = colours.problems();
        let pointers: Vec<_> = problems.iter().map(|problem| &*problem.pointer).collect();
        assert_eq!(pointers, ["/colours/light/accent", "/colours/dark/accent"]);
    }

    /// Neighbours on either side of what is just enough, and what stands in the
    /// sentence: never the ratio that is needed.
    #[test]
    fn what_is_just_too_little_is_not_written_as_enough() {
        let paper = Scheme::Light.page().paper;
        let grey = |step| Colour::rgb(step, step, step);
        let last = (0..=255)
            .rev()
            .find(|step| grey(*step).contrast(paper) >= WORDS);
        let last = last.unwrap();
        assert_eq!(
            told(Scheme::Light, "accent", &grey(last).to_string()),
            [""; 0]
        );
        let next = told(Scheme::Light, "accent", &grey(last + 1).to_string());
        assert!(
            next[0].contains("a contrast of 4.4:1 on the page's background"),
            "{next:?}"
        );
    }

    proptest! {
        /// What the page shows in a colour that was taken can be read, as these rules
        /// are written down in the README.
        #[test]
        fn what_is_taken_can_be_read(accent in any_colour(), highlight in any_colour()) {
            for scheme in Scheme::ALL {
                let page = scheme.page();
                let colours = named(scheme, "accent", accent);
                if colours.problems().is_empty() {
                    let theme = Theme::of(&colours, scheme);
                    for (front, back) in [
                        (theme.accent, page.paper),
                        (theme.accent, page.card),
                        (theme.on_accent, theme.accent),
                        (page.ink, theme.accent_soft),
                    ] {
                        prop_assert!(front.contrast(back) >= 4.5, "{front} on {back}");
                    }
                    prop_assert!(theme.accent.contrast(theme.accent_soft) >= 3.0);
                }
                let colours = named(scheme, "highlight", highlight);
                let theme = Theme::of(&colours, scheme);
                let reads = theme.on_sun.contrast(theme.sun) >= 4.5;
                prop_assert_eq!(colours.problems().is_empty(), reads, "{}", highlight);
            }
        }
    }
}
