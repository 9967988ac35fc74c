//! Content lines (RFC 5545, section 3.1): at most 75 octets, ended by CRLF, folded where
//! they are longer, and never within a character.

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

/// The lines of a calendar as they are written.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is in its final form already; `name` holds its parameters too.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for character in [name, ":", value].iter().flat_map(|part| part.chars()) {
            let octets = character.len_utf8();
            if octets > room {
                self.0.push_str("\r\n ");
                // The space that begins the line counts.
                room = LONGEST - 1;
            }
            room -= octets;
            self.0.push(character);
        }
        self.0.push_str("\r\n");
    }

    /// A line that people read.
    pub(super) fn say(&mut self, name: &str, text: &str) {
        self.put(name, &escaped(text));
    }

    /// A line with several texts.
    pub(super) fn list(&mut self, name: &str, texts: &[&str]) {
        let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
        self.put(name, &texts.join(","));
    }

    /// All of them.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// A text as a value (RFC 5545, section 3.3.11). Control characters have no form there.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut before = ' ';
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' if before == '\r' => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            other if other.is_control() && other != '\t' => {}
            other => escaped.push(other),
        }
        before = character;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn what_means_something_is_escaped() {
        assert_eq!(
            escaped("a\\b;c,d\r\ne\nf\rg\u{7}"),
            "a\\\\b\\;c\\,d\\ne\\nf\\ng"
        );
    }

    #[test]
    fn a_line_of_75_octets_is_whole_and_one_of_76_is_not() {
        for (length, lines) in [(73, 1), (74, 2)] {
            let mut all = Lines::default();
            all.put("A", &"x".repeat(length));
            assert_eq!(all.into_text().matches("\r\n").count(), lines);
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(text in "[ -~žعж🎸]{0,200}") {
            let mut lines = Lines::default();
            lines.put("SUMMARY", &text);
            let folded = lines.into_text();
            for line in folded.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{line}");
            }
            prop_assert_eq!(unfolded(&folded), format!("SUMMARY:{text}\r\n"));
        }
    }
}
