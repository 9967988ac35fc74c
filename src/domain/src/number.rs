//! Numbers as people write them: exact, with a few places after the point.

use std::fmt;

use serde_json::Value;

use crate::digits::digit;
use crate::json::{FromJson, Place, ToJson};

/// The most places after the point.
pub const MOST_PLACES: u8 = 6;

const ONE: i64 = 1_000_000;

/// Up to here a floating-point number of JSON tells neighbouring numbers apart, whatever
/// the place of its point.
const MOST_DIGITS: u64 = 1_000_000_000_000_000;

/// An exact decimal number of at most [`MOST_PLACES`] places: kept as whole millionths,
/// so that 0.1 and 0.2 make 0.3, and that no code for floating point comes along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i64);

impl Number {
    /// A whole number; nothing beyond nine million million.
    pub fn whole(number: i64) -> Option<Self> {
        number.checked_mul(ONE).map(Self)
    }

    /// The number, where it is whole.
    pub fn as_whole(self) -> Option<i64> {
        (self.0 % ONE == 0).then_some(self.0 / ONE)
    }

    /// The largest number with so many places after the point that isn't above this one.
    #[must_use]
    pub fn floor(self, places: u8) -> Self {
        let step = step(places);
        Self(self.0.div_euclid(step).saturating_mul(step))
    }

    /// How many places after the point it needs.
    pub fn places(self) -> u8 {
        let mut rest = (self.0 % ONE).unsigned_abs();
        let mut places = MOST_PLACES;
        while places > 0 && rest.is_multiple_of(10) {
            rest /= 10;
            places -= 1;
        }
        places
    }

    /// The smallest number that is larger by `places` places after the point.
    #[must_use]
    pub fn next(self, places: u8) -> Self {
        Self(self.0.saturating_add(step(places)))
    }

    /// The largest number that is smaller by `places` places after the point.
    #[must_use]
    pub fn previous(self, places: u8) -> Self {
        Self(self.0.saturating_sub(step(places)))
    }

    /// Reads digits with a sign and a point, such as `-2` or `1.5`; also the digits of
    /// Arabic, Persian and other keyboards. Nothing that JSON could not carry: fifteen digits
    /// at most where there is a point.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = match digits.split_once(['.', '\u{66b}']) {
            Some((whole, part)) if !part.is_empty() => (whole, part),
            Some(_) => return None,
            None => (digits, ""),
        };
        if whole.is_empty() {
            return None;
        }
        let mut millionths: i64 = 0;
        let mut unit = ONE / 10;
        for c in whole.chars() {
            let digit = i64::from(digit(c)?).checked_mul(ONE)?;
            millionths = millionths.checked_mul(10)?.checked_add(digit)?;
        }
        for c in part.chars() {
            let digit = i64::from(digit(c)?);
            if digit > 0 && unit == 0 {
                return None;
            }
            millionths = millionths.checked_add(digit * unit)?;
            unit /= 10;
        }
        let number = Self(if negative { -millionths } else { millionths });
        let places = number.places();
        let digits = (millionths / step(places)).unsigned_abs();
        (places == 0 || digits <= MOST_DIGITS).then_some(number)
    }

    /// Reads what somebody typed. A comma is a point only where places are asked for:
    /// "1,000" is a thousand to some people and one to others.
    pub fn typed(text: &str, decimals: u8) -> Option<Self> {
        let text = text.trim();
        if decimals > 0 {
            Self::parse(&text.replacen(',', ".", 1))
        } else {
            Self::parse(text)
        }
    }

    /// The decimal number that JSON's floating-point number stands for: the shortest one
    /// that reads back as the same.
    fn from_f64(number: f64) -> Option<Self> {
        let mut scale = 1.0;
        let mut unit = ONE;
        while unit > 0 {
            let scaled = (number * scale).round();
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole, and what is too large stays so"
            )]
            let whole = scaled as i64;
            if whole.unsigned_abs() > MOST_DIGITS {
                return None;
            }
            #[expect(
                clippy::float_cmp,
                reason = "equal means that nothing was lost on the way"
            )]
            if scaled / scale == number {
                return whole.checked_mul(unit).map(Self);
            }
            scale *= 10.0;
            unit /= 10;
        }
        None
    }
}

fn step(places: u8) -> i64 {
    (places..MOST_PLACES).fold(1, |step, _| step * 10)
}

impl From<u16> for Number {
    fn from(number: u16) -> Self {
        Self(i64::from(number) * ONE)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0 / ONE, (self.0 % ONE).unsigned_abs());
        write!(f, "{sign}{}", whole.unsigned_abs())?;
        if part > 0 {
            let part = (ONE.unsigned_abs() + part).to_string();
            f.write_str(".")?;
            let part = part.strip_prefix('1').unwrap_or_default();
            f.write_str(part.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl ToJson for Number {
    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl FromJson for Number {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let number = match &value {
            Value::Number(number) => match number.as_i64() {
                Some(whole) => Self::whole(whole),
                None => number.as_f64().and_then(Self::from_f64),
            },
            _ => None,
        };
        number.or_else(|| place.say("This has to be a number, with six places at most."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_read() {
        let said =
            |text: &str, decimals| Number::typed(text, decimals).map(|number| number.to_string());
        for (text, decimals, number) in [
            (" 7 ", 0, Some("7")),
            ("-3", 0, Some("-3")),
            ("\u{664}\u{662}", 0, Some("42")),
            ("\u{6f4}\u{6f2}", 0, Some("42")),
            ("007", 0, Some("7")),
            ("1,5", 1, Some("1.5")),
            ("1.50", 1, Some("1.5")),
            ("\u{661}\u{66b}\u{665}", 1, Some("1.5")),
            ("0.000001", 6, Some("0.000001")),
            ("-0.25", 2, Some("-0.25")),
            ("1,000", 0, None),
            ("1.", 1, None),
            (".5", 1, None),
            ("", 0, None),
            ("-", 0, None),
            ("1e3", 0, None),
            ("three", 0, None),
            ("0.0000001", 6, None),
            ("99999999999999", 0, None),
            ("1234567890.12345", 6, Some("1234567890.12345")),
            ("1234567890.123456", 6, None),
            ("9000000000000.0000000", 2, Some("9000000000000")),
            ("-0.00", 2, Some("0")),
        ] {
            assert_eq!(said(text, decimals).as_deref(), number, "{text:?}");
        }
    }

    #[test]
    fn json_has_it_as_a_number() {
        for (read, written) in [("1.5", "1.5"), ("0.1", "0.1"), ("7", "7"), ("-2.0", "-2")] {
            let number: Number = json::read(read).unwrap();
            assert_eq!(number.to_json(), written);
        }
        for json in ["1e300", "0.12345678", "\"7\"", "18446744073709551615"] {
            assert!(json::read::<Number>(json).is_err(), "{json} was taken");
        }
    }

    proptest! {
        #[test]
        fn a_number_survives_text_and_json(millionths in -900_000_000_000_000_i64..900_000_000_000_000) {
            let number = Number(millionths);
            prop_assert_eq!(Number::parse(&number.to_string()), Some(number));
            let json = number.to_json();
            prop_assert_eq!(json::read::<Number>(&json), Ok(number));
        }

        #[test]
        fn what_can_be_typed_can_be_sent(typed in "-?[0-9]{1,14}([.,][0-9]{1,8})?") {
            if let Some(number) = Number::typed(&typed, 6) {
                let json = number.to_json();
                prop_assert_eq!(json::read::<Number>(&json), Ok(number), "{}", json);
            }
        }

        #[test]
        fn the_floor_is_the_next_below(millionths in -9_000_000_i64..9_000_000, places in 0..=6_u8) {
            let (number, floor) = (Number(millionths), Number(millionths).floor(places));
            prop_assert!(floor.places() <= places);
            prop_assert!(floor <= number && number < floor.next(places));
        }

        #[test]
        fn order_is_the_order_of_numbers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
            prop_assert_eq!(Number::whole(a).cmp(&Number::whole(b)), a.cmp(&b));
        }

        #[test]
        fn places_are_those_that_are_written(millionths in any::<i32>()) {
            let number = Number(millionths.into());
            let written = number.to_string();
            let places = written.split_once('.').map_or(0, |(_, part)| part.len());
            prop_assert_eq!(usize::from(number.places()), places);
        }
    }
}
