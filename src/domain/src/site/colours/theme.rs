//! What the page makes of a pack's colours: seven custom properties for each scheme.

use std::fmt::Write;

use super::page::DARK_WORDS;
use super::{Colour, Colours, Scheme, Shade};

/// How much of an accent its soft form has; the rest is the card's colour.
const SOFT: Shade = Shade::percent(12);

/// How much of a highlight the decoration of a dark page has; the rest is black. As
/// bright as it is named, it would be the brightest thing there.
const DIMMED: Shade = Shade::percent(31);

/// How much of a dark highlight the decoration of a light page has; the rest is the
/// card's colour.
const PALE: Shade = Shade::percent(25);

/// The contrast that words need with what is behind them (WCAG 2.2, 1.4.3 Contrast
/// (Minimum)).
pub(super) const WORDS: f64 = 4.5;

/// The colours of one scheme that follow from a pack's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// `--accent`: buttons, what is chosen. As `--link`, it is the colour of words.
    pub accent: Colour,
    /// `--on-accent`: words on the accent.
    pub on_accent: Colour,
    /// `--accent-soft`: behind words of the page's own ink.
    pub accent_soft: Colour,
    /// `--sun`: notices.
    pub sun: Colour,
    /// `--on-sun`: words on that.
    pub on_sun: Colour,
    /// `--art`: decoration, which large words may reach into on a small phone.
    pub art: Colour,
}

impl Theme {
    /// The theme of a pack's colours in a scheme.
    pub fn of(colours: &Colours, scheme: Scheme) -> Self {
        let (named, page) = (colours.of(scheme), scheme.page());
        let accent = named.accent.unwrap_or(page.accent);
        let sun = named.highlight.unwrap_or(page.highlight);
        Self {
            accent,
            on_accent: words_on(accent),
            accent_soft: if accent == page.accent {
                page.accent_soft
            } else {
                accent.mixed(SOFT, page.card)
            },
            sun,
            on_sun: words_on(sun),
            art: if sun == page.highlight {
                page.art
            } else {
                art(sun, scheme)
            },
        }
    }

    /// The custom properties with their values, in the order written.
    pub const fn properties(&self) -> [(&'static str, Colour); 7] {
        [
            ("--accent", self.accent),
            ("--on-accent", self.on_accent),
            ("--accent-soft", self.accent_soft),
            ("--link", self.accent),
            ("--sun", self.sun),
            ("--on-sun", self.on_sun),
            ("--art", self.art),
        ]
    }
}

/// The words to put on a colour: dark ones or white, whichever has more contrast.
fn words_on(colour: Colour) -> Colour {
    if colour.contrast(DARK_WORDS) > colour.contrast(Colour::WHITE) {
        DARK_WORDS
    } else {
        Colour::WHITE
    }
}

/// The decoration of a highlight. Whatever the highlight, the page's words can be
/// read on it.
fn art(highlight: Colour, scheme: Scheme) -> Colour {
    let page = scheme.page();
    match scheme {
        Scheme::Light if highlight.contrast(page.ink) >= WORDS => highlight,
        Scheme::Light => highlight.mixed(PALE, page.card),
        Scheme::Dark => highlight.mixed(DIMMED, Colour::BLACK),
    }
}

impl Colours {
    /// The whole theme as CSS, without white space that means nothing. It sets every
    /// property, named or not, so that it holds whatever was set before it.
    pub fn css(&self) -> String {
        let mut css = String::new();
        for scheme in Scheme::ALL {
            let properties = Theme::of(self, scheme).properties();
            let set = properties.map(|(name, colour)| format!("{name}:{colour}"));
            let root = format!(":root{{{}}}", set.join(";"));
            // Writing to memory can't fail.
            let _ = match scheme {
                Scheme::Light => write!(css, "{root}"),
                Scheme::Dark => write!(css, "@media (prefers-color-scheme:dark){{{root}}}"),
            };
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::super::Named;
    use super::super::colour::tests::any_colour;
    use super::*;
    use proptest::prelude::*;

    /// The pack that names these colours in both schemes.
    fn naming(accent: Colour, highlight: Colour) -> Colours {
        let named = Named {
            accent: Some(accent),
            highlight: Some(highlight),
        };
        Colours {
            light: named,
            dark: named,
        }
    }

    /// Which colours those are, a test that reads `style/tokens.css` knows.
    #[test]
    fn a_pack_that_names_nothing_gets_what_is_shipped() {
        let root = |scheme: Scheme| {
            let page = scheme.page();
            let (accent, soft, sun, art) =
                (page.accent, page.accent_soft, page.highlight, page.art);
            let (on_accent, on_sun) = (words_on(accent), words_on(sun));
            format!(
                ":root{{--accent:{accent};--on-accent:{on_accent};--accent-soft:{soft};\
                 --link:{accent};--sun:{sun};--on-sun:{on_sun};--art:{art}}}"
            )
        };
        let (light, dark) = (root(Scheme::Light), root(Scheme::Dark));
        assert_eq!(
            Colours::default().css(),
            format!("{light}@media (prefers-color-scheme:dark){{{dark}}}")
        );
    }

    #[test]
    fn the_shipped_colours_by_name_are_the_shipped_colours() {
        let mut colours = Colours::default();
        let page = Scheme::Light.page();
        colours.light.accent = Some(page.accent);
        colours.light.highlight = Some(page.highlight);
        assert_eq!(colours.css(), Colours::default().css());
    }

    #[test]
    fn a_packs_colours_are_mixed_with_the_page() {
        let colours = naming(Colour::rgb(0, 0x5a, 0x9c), Colour::rgb(0, 0x80, 0));
        let light = Theme::of(&colours, Scheme::Light);
        // 12 % of the accent in white: 255 - 0.12 × 255, and so on.
        assert_eq!(light.accent_soft, Colour::rgb(224, 235, 243));
        assert_eq!(light.on_accent, Colour::WHITE);
        assert_eq!(light.on_sun, Colour::WHITE);
        // Dark words could not be read on that green, so a quarter of it is left.
        assert_eq!(light.art, Colour::rgb(191, 223, 191));
        let dark = Theme::of(&colours, Scheme::Dark);
        assert_eq!(dark.art, Colour::rgb(0, 40, 0));
    }

    proptest! {
        /// The least that white or the dark words have on any colour is the square root
        /// of their own contrast, where they have the same.
        #[test]
        fn words_are_the_better_of_two(colour in any_colour()) {
            let best = colour.contrast(words_on(colour));
            prop_assert!(best >= colour.contrast(Colour::WHITE));
            prop_assert!(best >= colour.contrast(DARK_WORDS));
            prop_assert!(best >= DARK_WORDS.contrast(Colour::WHITE).sqrt() - 1e-9, "{best}");
        }

        #[test]
        fn the_pages_words_can_be_read_on_what_is_mixed(accent in any_colour(), highlight in any_colour()) {
            let colours = naming(accent, highlight);
            for scheme in Scheme::ALL {
                let (theme, ink) = (Theme::of(&colours, scheme), scheme.page().ink);
                prop_assert!(ink.contrast(theme.art) >= WORDS, "{theme:?}");
                prop_assert!(ink.contrast(theme.accent_soft) >= WORDS, "{theme:?}");
            }
        }
    }
}
