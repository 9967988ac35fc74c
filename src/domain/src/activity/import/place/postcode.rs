//! Postcodes of the United Kingdom.

use crate::activity::import::draft::{Cell, Spot};
use crate::activity::import::line::Log;
use crate::activity::import::plain::quoted;

/// The first half of the postcode, with the postcode as it is written.
pub(super) fn of_place(spot: &Spot, log: &mut Log) -> Option<(String, Cell)> {
    if let Some(cell) = &spot.postcode {
        let Some((outward, whole)) = postcode(&cell.text) else {
            let text = format!("{} is no postcode.", quoted(&cell.text));
            log.left_out(&cell.field, text);
            return None;
        };
        if whole != cell.text {
            let text = format!("{} is written {whole}.", quoted(&cell.text));
            log.repaired(&cell.field, text);
        }
        return Some((
            outward,
            Cell {
                field: cell.field.clone(),
                text: whole,
            },
        ));
    }
    // Many write it behind the street.
    for cell in spot.address.iter().rev() {
        let words: Vec<&str> = cell
            .text
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let read = postcode(&pair.join(" ")).filter(|(_, whole)| whole.contains(' '));
            if let Some((outward, _)) = read {
                // It is in the address already.
                return Some((
                    outward,
                    Cell {
                        field: cell.field.clone(),
                        text: String::new(),
                    },
                ));
            }
        }
    }
    None
}

/// A postcode of the United Kingdom as it is written, and its first half; that half alone
/// is one, too.
fn postcode(text: &str) -> Option<(String, String)> {
    let letters: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if !letters.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let is_inward = |text: &str| {
        let mut bytes = text.bytes();
        text.len() == 3
            && bytes.next().is_some_and(|b| b.is_ascii_digit())
            && bytes.all(|b| b.is_ascii_uppercase())
    };
    let is_outward = |text: &str| {
        let area = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let district = text.bytes().skip(area);
        let mut rest = district.skip_while(u8::is_ascii_digit);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let ends = match (rest.next(), rest.next()) {
            (None, _) => true,
            (Some(letter), None) => letter.is_ascii_uppercase() && digits == 1,
            _ => false,
        };
        (1..=2).contains(&area) && (1..=2).contains(&digits) && ends
    };
    let split = letters
        .len()
        .checked_sub(3)
        .and_then(|at| letters.split_at_checked(at));
    if let Some((outward, inward)) = split.filter(|(one, two)| is_outward(one) && is_inward(two)) {
        return Some((outward.to_owned(), format!("{outward} {inward}")));
    }
    is_outward(&letters).then(|| (letters.clone(), letters.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_put_right() {
        for (text, outward, whole) in [
            ("WN7 1XX", "WN7", "WN7 1XX"),
            ("wn71xx", "WN7", "WN7 1XX"),
            ("m46 0xx", "M46", "M46 0XX"),
            ("SW1A1AA", "SW1A", "SW1A 1AA"),
            ("WN7", "WN7", "WN7"),
            ("W1A", "W1A", "W1A"),
        ] {
            let expected = Some((outward.to_owned(), whole.to_owned()));
            assert_eq!(postcode(text), expected, "{text}");
        }
        for text in ["ABC 1234", "", "7", "WN", "WN7 1X", "WN123 1XX", "é1 1AA"] {
            assert_eq!(postcode(text), None, "{text}");
        }
    }
}
