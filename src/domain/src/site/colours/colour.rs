//! A colour of sRGB, and how well two of them can be told apart.

use std::fmt;

use serde_json::Value;

use crate::json::{FromJson, Place};

/// An opaque colour of the sRGB space (IEC 61966-2-1), 8 bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// How much of a colour goes into a mix, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade(u8);

impl Shade {
    /// So many per cent; more than 100 is 100.
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }
}

impl Colour {
    /// White, which is the lightest.
    pub const WHITE: Self = Self::rgb(0xff, 0xff, 0xff);
    /// Black, which is the darkest.
    pub const BLACK: Self = Self::rgb(0, 0, 0);

    /// A colour by its channels, each from 0 to 255.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// A colour written `#rrggbb` with hexadecimal digits, as CSS has it. CSS has other
    /// ways too; a pack has one, so that a colour can be searched for.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        // A number may start with "+", so the digits are looked at.
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self::rgb(red, green, blue))
    }

    /// Relative luminance, from 0 for black to 1 for white, as WCAG 2.2 defines it
    /// (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let coded = f64::from(channel) / 255.0;
            if coded <= 0.04045 {
                coded / 12.92
            } else {
                ((coded + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio, from 1 for the same luminance to 21 for black and white,
    /// whichever of the two is in front, as WCAG 2.2 defines it
    /// (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// So much of this colour and the rest of `other`, channel by channel in sRGB as
    /// it is coded: what CSS calls `color-mix(in srgb, this shade%, other)`.
    #[must_use]
    pub fn mixed(self, shade: Shade, other: Self) -> Self {
        let part = u16::from(shade.0);
        let channel = |own: u8, other: u8| {
            let sum = u16::from(own) * part + u16::from(other) * (100 - part);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
    }
}

impl fmt::Display for Colour {
    /// `#rrggbb`, in small letters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl FromJson for Colour {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let text = String::from_json(value, place)?;
        Self::parse(&text).or_else(|| {
            place.say(
                "A colour is written \"#4a1f8a\": \"#\" and six digits from 0 to 9 and a to f.",
            )
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(in super::super) fn any_colour() -> impl Strategy<Value = Colour> {
        any::<[u8; 3]>().prop_map(|[red, green, blue]| Colour::rgb(red, green, blue))
    }

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    /// Ratios that are published: the ends of the scale, and the greys on either side
    /// of 4.5:1 on white; the last four by hand from the definition.
    #[test]
    fn contrasts_are_those_of_wcag() {
        for (one, two, ratio) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#777777", "#ffffff", 4.48),
            ("#767676", "#ffffff", 4.54),
            ("#949494", "#ffffff", 3.03),
            ("#ff0000", "#ffffff", 4.0),
            ("#00ff00", "#ffffff", 1.37),
            ("#0000ff", "#ffffff", 8.59),
            ("#ffff00", "#000000", 19.56),
        ] {
            let measured = colour(one).contrast(colour(two));
            assert!((measured - ratio).abs() < 0.005, "{one} {two}: {measured}");
        }
    }

    /// Below 11 of 255 the curve is a straight line.
    #[test]
    fn the_dark_end_is_straight() {
        let grey = |step| Colour::rgb(step, step, step).luminance();
        assert!((grey(10) - 10.0 / 255.0 / 12.92).abs() < 1e-12);
        assert!((grey(11) - 11.0 / 255.0 / 12.92).abs() > 1e-6);
    }

    #[test]
    fn a_mix_lies_between_its_colours() {
        let mixed = |percent| Colour::WHITE.mixed(Shade::percent(percent), Colour::BLACK);
        assert_eq!(mixed(0), Colour::BLACK);
        assert_eq!(mixed(100), Colour::WHITE);
        assert_eq!(mixed(200), Colour::WHITE);
        assert_eq!(mixed(12), Colour::rgb(31, 31, 31));
        let mixed = colour("#4a1f8a").mixed(Shade::percent(12), Colour::WHITE);
        assert_eq!(mixed, colour("#e9e4f1"));
    }

    proptest! {
        #[test]
        fn contrast_is_the_same_both_ways_and_on_the_scale(one in any_colour(), two in any_colour()) {
            let ratio = one.contrast(two);
            prop_assert!((ratio - two.contrast(one)).abs() < f64::EPSILON);
            prop_assert!((1.0..=21.0 + 1e-9).contains(&ratio), "{ratio}");
        }

        #[test]
        fn lighter_channels_are_lighter(one in any_colour(), more in 1_u8..) {
            for lighter in [
                Colour { red: one.red.saturating_add(more), ..one },
                Colour { green: one.green.saturating_add(more), ..one },
                Colour { blue: one.blue.saturating_add(more), ..one },
            ] {
                prop_assert!(lighter == one || lighter.luminance() > one.luminance());
            }
        }

        #[test]
        fn what_is_written_is_read_again(one in any_colour()) {
            prop_assert_eq!(Colour::parse(&one.to_string()), Some(one));
        }
    }
}
