//! Decimal numbers by their digits, as at school: no floating point anywhere.

use serde_json::Value;

/// A number in millionths, from how it is written.
pub(super) fn millionths(written: &str) -> i128 {
    let (digits, power) = written.split_once('e').unwrap_or((written, "0"));
    let power: i32 = power.parse().unwrap();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, digits),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let shift = power + 6 - i32::try_from(part.len()).unwrap();
    let all: i128 = format!("{whole}{part}").parse().unwrap();
    let ten = 10_i128.pow(shift.unsigned_abs());
    if shift < 0 {
        assert_eq!(all % ten, 0, "{written} has more than six places");
        sign * (all / ten)
    } else {
        sign * all * ten
    }
}

/// How many places after the point a number in millionths needs.
pub(super) fn places(millionths: i128) -> u64 {
    (0..=6)
        .find(|places| millionths * 10_i128.pow(*places) % 1_000_000 == 0)
        .unwrap()
        .into()
}

/// A number as it is written shortest; everything else as it is.
pub(super) fn plain(value: Value) -> Value {
    let Value::Number(number) = &value else {
        return value;
    };
    let millionths = millionths(&number.to_string());
    if millionths % 1_000_000 == 0 {
        return i64::try_from(millionths / 1_000_000).unwrap().into();
    }
    value
}

#[test]
fn digits_are_read_as_at_school() {
    for (written, expected) in [
        ("7", 7_000_000),
        ("-0.25", -250_000),
        ("1.50", 1_500_000),
        ("-0.0", 0),
        ("1e3", 1_000_000_000),
        ("1e-6", 1),
        ("1000.0", 1_000_000_000),
    ] {
        assert_eq!(millionths(written), expected, "{written}");
    }
    assert_eq!(millionths("0.1") + millionths("0.2"), millionths("0.3"));
    assert_eq!((places(1_500_000), places(1), places(3_000_000)), (1, 6, 0));
}
