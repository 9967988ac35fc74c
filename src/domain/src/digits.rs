//! The digits of other keyboards.

/// Zero in each script whose digits a keyboard in the borough may offer: a digit's
/// value is how far it is from there.
/// Source: Unicode 17, `DerivedNumericType.txt`, type Decimal.
const ZEROS: [u32; 9] = [
    0x30,   // Western
    0x660,  // Arabic
    0x6f0,  // Persian, Urdu, Pashto and Sorani
    0x966,  // Devanagari: Hindi, Nepali, Marathi
    0x9e6,  // Bengali
    0xa66,  // Gurmukhi: Punjabi
    0xae6,  // Gujarati
    0xbe6,  // Tamil
    0xff10, // wide Western, from Chinese and Japanese keyboards
];

/// The value of a decimal digit, 0 to 9, in any script of [`ZEROS`]; nothing for every
/// other character.
pub(crate) fn digit(c: char) -> Option<u32> {
    let code = u32::from(c);
    ZEROS
        .iter()
        .map(|zero| code.wrapping_sub(*zero))
        .find(|value| *value < 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for digits in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "૦૧૨૩૪૫૬૭૮૯",
            "௦௧௨௩௪௫௬௭௮௯",
            "０１２３４５６７８９",
        ] {
            let values: Vec<_> = digits.chars().map(digit).collect();
            assert_eq!(values, (0..10).map(Some).collect::<Vec<_>>(), "{digits}");
        }
    }

    #[test]
    fn the_neighbours_of_digits_and_other_numerals_are_none() {
        for c in [
            '/', ':', '\u{65f}', '\u{66a}', '\u{6ef}', '\u{6fa}', '²', 'Ⅷ', '①', '八', 'O',
        ] {
            assert_eq!(digit(c), None, "{c}");
        }
    }
}
