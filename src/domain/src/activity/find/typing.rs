//! How far a word is from one that was typed.

/// Letters of words that are compared; what is longer is compared up to here.
const LONGEST: usize = 24;

/// A word ready to be compared.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    letters: [char; LONGEST],
    length: usize,
    /// Which letters it has, as bits: a word that lacks many can be left out at once.
    has: u32,
}

impl Typed {
    pub(super) fn new(word: &str) -> Self {
        let mut typed = Self {
            letters: ['\0'; LONGEST],
            length: 0,
            has: has(word),
        };
        for c in word.chars().take(LONGEST) {
            typed.letters[typed.length] = c;
            typed.length += 1;
        }
        typed
    }

    /// How many slips of the finger a word of that length is forgiven.
    pub(super) fn slips(&self) -> usize {
        match self.length {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        }
    }

    /// Whether this word, or one that begins with it, is `other` but for `most` slips: a
    /// letter left out, put in, exchanged, or two in the wrong order (the optimal string
    /// alignment distance; Boytsov, *Indexing methods for approximate dictionary searching*,
    /// 2011, section 2.2.1).
    pub(super) fn is_nearly(&self, other: &str, other_has: u32, most: usize) -> bool {
        if (self.has & !other_has).count_ones() as usize > most {
            return false;
        }
        let typed = &self.letters[..self.length];
        let mut rows = [[0_u8; LONGEST + 1]; 3];
        // Columns are letters of `typed`; rows are those of `other`, and only the last two
        // are looked back at.
        for (index, cell) in rows[0].iter_mut().enumerate() {
            *cell = u8::try_from(index).unwrap_or(u8::MAX);
        }
        let mut before = '\0';
        let mut best = rows[0][self.length];
        for (line, c) in other.chars().enumerate().take(self.length + most) {
            let [one, two, new] = &mut rows;
            new[0] = one[0] + 1;
            let mut least = new[0];
            for (index, letter) in typed.iter().enumerate() {
                let exchanged = one[index] + u8::from(*letter != c);
                let mut cost = exchanged.min(one[index + 1] + 1).min(new[index] + 1);
                if index > 0 && line > 0 && *letter == before && typed[index - 1] == c {
                    cost = cost.min(two[index - 1] + 1);
                }
                new[index + 1] = cost;
                least = least.min(cost);
            }
            if usize::from(least) > most {
                break;
            }
            // What follows in `other` need not have been typed yet.
            best = best.min(new[self.length]);
            before = c;
            rows.rotate_right(1);
        }
        usize::from(best) <= most
    }
}

/// The letters of a word as bits.
pub(super) fn has(word: &str) -> u32 {
    word.chars()
        .take(LONGEST)
        .fold(0, |bits, c| bits | 1 << (u32::from(c) & 31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nearly(typed: &str, other: &str, most: usize) -> bool {
        Typed::new(typed).is_nearly(other, has(other), most)
    }

    #[test]
    fn slips_of_the_finger() {
        for (typed, other, slips) in [
            ("bord", "board", 1),
            ("footbal", "football", 0),
            ("fotball", "football", 1),
            ("skaet", "skate", 1),
            ("swiming", "swimming", 1),
            ("volunter", "volunteering", 1),
            ("basketabll", "basketball", 1),
            ("gamign", "gaming", 1),
        ] {
            assert!(nearly(typed, other, slips), "{typed} {other}");
            assert!(
                slips == 0 || !nearly(typed, other, slips - 1),
                "{typed} {other}"
            );
        }
        assert!(!nearly("dance", "dentist", 1));
    }

    proptest! {
        /// Against the definition, over all beginnings of the other word.
        #[test]
        fn as_the_definition_has_it(typed in "[abc]{1,7}", other in "[abc]{1,9}", most in 0..3_usize) {
            let letters: Vec<char> = other.chars().collect();
            let least = (0..=letters.len())
                .map(|end| strsim::osa_distance(&typed, &letters[..end].iter().collect::<String>()))
                .min()
                .unwrap();
            prop_assert_eq!(nearly(&typed, &other, most), least <= most);
        }
    }
}
