//! The borough's own colours: what `site.json` may name, what the page makes of it,
//! and what is refused because somebody could not read it.
//!
//! A pack names an accent and a highlight for light and for dark, each if it likes.
//! Every other colour of the page is Hark's own.
//!
//! | module | what it holds |
//! |---|---|
//! | `colour` | a colour of sRGB, its luminance and contrast by WCAG 2.2 |
//! | `page` | the page's own colours, and those of a pack that names none |
//! | `theme` | the seven custom properties that follow from a pack's colours |
//! | `rules` | the contrasts that a pack's colours need |

mod colour;
mod page;
mod rules;
mod theme;

use serde_json::Value;

pub use colour::{Colour, Shade};
pub use page::{Page, Scheme};
pub use theme::Theme;

use crate::json::{Fields, FromJson, Place};

/// The colours a pack names, for each scheme of the reader's device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Those on a light page.
    pub light: Named,
    /// Those on a dark page.
    pub dark: Named,
}

/// The colours a pack names for one scheme. One that is not named is
/// [`Page::accent`] or [`Page::highlight`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Of links, buttons and what is chosen.
    pub accent: Option<Colour>,
    /// Of notices and decoration.
    pub highlight: Option<Colour>,
}

impl Colours {
    /// What the pack names for a scheme.
    pub const fn of(&self, scheme: Scheme) -> &Named {
        match scheme {
            Scheme::Light => &self.light,
            Scheme::Dark => &self.dark,
        }
    }
}

impl FromJson for Colours {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (light, dark) = (fields.optional("light"), fields.optional("dark"));
        fields.finish();
        Some(Self {
            light: light.unwrap_or_default(),
            dark: dark.unwrap_or_default(),
        })
    }
}

impl FromJson for Named {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (accent, highlight) = (fields.optional("accent"), fields.optional("highlight"));
        fields.finish();
        Some(Self { accent, highlight })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn any_of_the_four_may_be_named() {
        let read = |text| json::read::<Colours>(text).unwrap();
        assert_eq!(read("{}"), Colours::default());
        assert_eq!(read(r#"{"light":{},"dark":{}}"#), Colours::default());
        let colours = read(r##"{"dark":{"highlight":"#FFC533"}}"##);
        assert_eq!(colours.light, Named::default());
        assert_eq!(colours.dark.accent, None);
        assert_eq!(
            colours.dark.highlight,
            Some(Colour::rgb(0xff, 0xc5, 0x33)),
            "large letters are the same digits"
        );
    }

    #[test]
    fn what_is_no_colour_is_refused_where_it_stands() {
        for colour in [
            r#""purple""#,
            r##""#fff""##,
            r##""#4a1f8a80""##,
            r##""#4a1f8g""##,
            r#""4a1f8a""#,
            r##""#4a1f8é""##,
            r##""#+a1f8a""##,
            r#"" #4a1f8a""#,
            r#""rgb(74, 31, 138)""#,
            r#""""#,
        ] {
            let text = format!(r#"{{"light":{{"accent":{colour}}}}}"#);
            let problems = json::read::<Colours>(&text).unwrap_err();
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!(
                problems[0].to_string(),
                "/light/accent: A colour is written \"#4a1f8a\": \"#\" and six digits from 0 to 9 and a to f.",
                "{colour}"
            );
        }
    }

    #[test]
    fn a_name_that_is_no_colours_is_refused() {
        let text = r##"{"light":{"acent":"#4a1f8a"},"night":{}}"##;
        let problems = json::read::<Colours>(text).unwrap_err();
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "/light/acent: Nothing called \"acent\" belongs here.",
                "/night: Nothing called \"night\" belongs here.",
            ]
        );
    }
}
