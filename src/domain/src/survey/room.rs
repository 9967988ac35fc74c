//! How much room is left for a text, as far as somebody who listens has to know it.

/// What is said of the room that is left: only what matters, and only when it begins to.
/// Each is one sentence as long as it holds, so that it is not said again with every letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough: nothing is said.
    Plenty,
    /// A fifth of it at most: how many characters a fifth is.
    Little(usize),
    /// None.
    Full,
    /// Less than none.
    Over,
}

/// The room that `text` leaves where `longest` characters are allowed.
pub fn room(text: &str, longest: u16) -> Room {
    let (count, longest) = (text.chars().count(), usize::from(longest));
    let fifth = longest / 5;
    if count > longest {
        Room::Over
    } else if count == longest {
        Room::Full
    } else if count + fifth >= longest {
        Room::Little(fifth)
    } else {
        Room::Plenty
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_at_a_fifth_at_the_end_and_beyond() {
        for (count, expected) in [
            (0, Room::Plenty),
            (39, Room::Plenty),
            (40, Room::Little(10)),
            (49, Room::Little(10)),
            (50, Room::Full),
            (51, Room::Over),
        ] {
            assert_eq!(room(&"é".repeat(count), 50), expected, "{count}");
        }
        assert_eq!(room("", 1), Room::Plenty);
        assert_eq!(room("ab", 1), Room::Over);
    }
}
