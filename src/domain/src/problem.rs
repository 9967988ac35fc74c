//! What is wrong with a content pack, where, in a sentence.

use std::fmt;

use serde::Serialize;

/// One thing wrong with a file of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as a path within the pack; empty while one text is read alone.
    pub file: String,
    /// Where in the file, as a JSON Pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// What is wrong and what would be right, as a sentence.
    pub text: String,
}

impl Problem {
    /// A problem at `pointer` of a file that the caller names later.
    pub fn at(pointer: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            file: String::new(),
            pointer: pointer.into(),
            text: text.into(),
        }
    }

    /// The same problem, placed in `file`.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        file.clone_into(&mut self.file);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.pointer.as_str()) {
            ("", "") => write!(f, "{}", self.text),
            (file, "") => write!(f, "{file}: {}", self.text),
            ("", pointer) => write!(f, "{pointer}: {}", self.text),
            (file, pointer) => write!(f, "{file}: {pointer}: {}", self.text),
        }
    }
}

/// A name as one step of a JSON Pointer (RFC 6901, section 3).
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_prints_file_place_and_sentence() {
        let problem = Problem::at("/pages/0", "It is empty.").in_file("surveys/a.json");
        assert_eq!(
            problem.to_string(),
            "surveys/a.json: /pages/0: It is empty."
        );
    }
}
