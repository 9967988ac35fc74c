//! Whole British postcodes.
//!
//! Source of the shape: Royal Mail, *Programmers' guide to PAF*: area, district, space,
//! sector, unit.

use super::tokens::has;
use super::{Finds, What, is_unseen};
use crate::digits::digit;
use crate::letters::in_word;

/// The 124 postcode areas: without them "ps5 3rd" would be one.
const AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT \
    DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU \
    M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY \
    TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE";

/// The areas, all of London, whose districts may end in a letter.
const LETTERED: &str = "E EC N NW SE SW W WC";

/// Finds them.
pub(super) fn find(letters: &[(usize, char)], finds: &mut Finds) {
    let is_inside = |at: usize| letters.get(at).is_some_and(|(_, c)| in_word(*c));
    for at in 0..letters.len() {
        if is_inside(at.wrapping_sub(1)) || !is_inside(at) {
            continue;
        }
        // "wn11aa": the second digit of a district is taken where it can be, and left
        // to the sector where it can't.
        let end = [true, false]
            .into_iter()
            .find_map(|long| postcode(letters, at, long).filter(|end| !is_inside(*end)));
        if let Some(last) = end.and_then(|end| letters.get(end - 1)) {
            let (start, c) = *last;
            finds.add(What::Postcode, letters[at].0, start + c.len_utf8());
        }
    }
}

/// Where a postcode ends that begins there. `long`: whether its district has two characters.
fn postcode(letters: &[(usize, char)], at: usize, long: bool) -> Option<usize> {
    let letter = |at: usize| {
        letters
            .get(at)
            .map(|(_, c)| *c)
            .filter(char::is_ascii_alphabetic)
    };
    let number = |at: usize| letters.get(at).and_then(|(_, c)| digit(*c));
    let mut area = String::from(letter(at)?.to_ascii_uppercase());
    area.extend(letter(at + 1).map(|c| c.to_ascii_uppercase()));
    let mut at = at + area.len();
    number(at)?;
    at += 1;
    let areas = match long {
        true if letter(at).is_some() => LETTERED,
        true => {
            number(at)?;
            AREAS
        }
        false => AREAS,
    };
    if !has(areas, &area) {
        return None;
    }
    at += usize::from(long);
    let gap = |c: &char| matches!(c, ' ' | '\u{a0}' | '-') || is_unseen(*c);
    let gaps = letters[at..]
        .iter()
        .take(3)
        .take_while(|(_, c)| gap(c))
        .count();
    at += gaps;
    let (sector, first, second) = (number(at)?, letter(at + 1)?, letter(at + 2)?);
    // Units have no letter that looks like another.
    let unit = |c: char| !matches!(c.to_ascii_uppercase(), 'C' | 'I' | 'K' | 'M' | 'O' | 'V');
    let ordinal = match (first, second) {
        ('s', 't') => sector == 1,
        ('n', 'd') => sector == 2,
        ('r', 'd') => sector == 3,
        ('t', 'h') => sector > 3 || sector == 0,
        _ => false,
    };
    let is_one = unit(first) && unit(second) && !(ordinal && gaps > 0);
    is_one.then_some(at + 3)
}
