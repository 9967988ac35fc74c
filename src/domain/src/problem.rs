//! What is wrong with a content pack, where, in a sentence.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// Reads JSON into `T`, or says what is wrong and where.
///
/// # Errors
/// One [`Problem`]: JSON that can't be read at all has no pointer, but a line
/// and a column; JSON of the wrong shape has the pointer of the wrong value.
pub fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer_of(error.path());
        let inner = error.into_inner();
        let why = inner.to_string();
        match inner.classify() {
            serde_json::error::Category::Data => {
                // serde_json ends its message with a place that the pointer gives better.
                let why = why.rsplit_once(" at line ").map_or(&*why, |(why, _)| why);
                Problem::at(pointer, sentence(why))
            }
            _ => Problem::at("", format!("This is not JSON: {why}.")),
        }
    })?;
    reader
        .end()
        .map_err(|why| Problem::at("", format!("This is not JSON: {why}.")))?;
    Ok(value)
}

/// A message as a sentence: a capital first, a full stop last.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let mut text: String = letters
        .next()
        .map(|c| c.to_ascii_uppercase())
        .into_iter()
        .collect();
    text.push_str(letters.as_str());
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escaped(key)),
            Segment::Enum { variant } => format!("/{}", escaped(variant)),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// A name as one step of a JSON Pointer (RFC 6901, section 3).
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug)]
    struct Sample {
        #[expect(dead_code, reason = "only its reading is tested")]
        items: Vec<u8>,
    }

    #[test]
    fn a_wrong_value_is_named_by_its_pointer() {
        let problem = read_json::<Sample>(r#"{"items":[1,"x"]}"#).unwrap_err();
        assert_eq!(problem.pointer, "/items/1");
        assert!(problem.text.starts_with("Invalid type"), "{}", problem.text);
        assert!(problem.text.ends_with('.'));
    }

    #[test]
    fn text_that_is_not_json_is_named_by_line() {
        for text in ["{", "{\"items\":[1]} x", ""] {
            let problem = read_json::<Sample>(text).unwrap_err();
            assert!(
                problem.text.starts_with("This is not JSON: "),
                "{}",
                problem.text
            );
            assert!(problem.text.contains("line 1"), "{}", problem.text);
        }
    }

    #[test]
    fn a_problem_prints_file_place_and_sentence() {
        let problem = Problem::at("/pages/0", "It is empty.").in_file("surveys/a.json");
        assert_eq!(
            problem.to_string(),
            "surveys/a.json: /pages/0: It is empty."
        );
    }
}
