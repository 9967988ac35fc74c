//! Parts of a whole, exactly.

use std::fmt;

/// A part of a whole, in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many of them; at most the whole.
    pub part: u32,
    /// Of how many.
    pub whole: u32,
}

/// A percentage to one decimal place, as tenths of a per cent: 654 is 65.4 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub u32);

impl Share {
    /// The percentage to one decimal place, half a tenth rounded up; nothing of nobody.
    pub fn tenths(self) -> Option<Tenths> {
        self.times(1_000).map(Tenths)
    }

    /// The percentage in whole per cent, half of one rounded up; nothing of nobody.
    pub fn percent(self) -> Option<u32> {
        self.times(100)
    }

    /// So much of `all` as the part is of the whole, rounded half up: in whole numbers,
    /// so that a figure at the edge of a threshold is the same on every machine.
    fn times(self, all: u64) -> Option<u32> {
        let (part, whole) = (u64::from(self.part), u64::from(self.whole));
        let rounded = (2 * all * part + whole).checked_div(2 * whole)?;
        u32::try_from(rounded).ok()
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: u32, whole: u32) -> Share {
        Share { part, whole }
    }

    #[test]
    fn halves_go_up_and_what_is_below_them_down() {
        // 1/8 = 12.5 %, 1/16 = 6.25 %, 1/1600 = 0.0625 %, 1/2000 = 0.05 %.
        for (part, whole, tenths, percent) in [
            (0, 7, "0.0", 0),
            (1, 8, "12.5", 13),
            (1, 16, "6.3", 6),
            (1, 2_000, "0.1", 0),
            (1, 2_001, "0.0", 0),
            (1, 200, "0.5", 1),
            (1, 201, "0.5", 0),
            (2, 3, "66.7", 67),
            (7, 7, "100.0", 100),
            (1_999, 2_000, "100.0", 100),
            (u32::MAX, u32::MAX, "100.0", 100),
        ] {
            let share = share(part, whole);
            let printed = share.tenths().map(|tenths| tenths.to_string());
            assert_eq!(printed.as_deref(), Some(tenths), "{part}/{whole}");
            assert_eq!(share.percent(), Some(percent), "{part}/{whole}");
        }
    }

    #[test]
    fn there_is_no_share_of_nobody() {
        assert_eq!((share(0, 0).tenths(), share(0, 0).percent()), (None, None));
    }
}
