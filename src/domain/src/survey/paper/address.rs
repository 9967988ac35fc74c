//! Where the forms of a survey are found.

use std::fmt;

use crate::id::SurveyId;
use crate::route::{Route, Step};

/// The address of one form: `/surveys/ID/paper`, then `/large` for large print, then a
/// language's tag. Without a tag it is in the language that the browser asks for, or in
/// the pack's own from a server that can't tell. All of it is path, so that plain files
/// can stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The survey.
    pub survey: SurveyId,
    /// Whether it is the one in large print.
    pub large: bool,
    /// The tag of the language (BCP 47), where the address names one.
    pub language: Option<String>,
}

impl Address {
    /// Reads a path; nothing where it is no form's. A slash at the end does not matter.
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let (start, rest) = path.split_once("/paper")?;
        let Route::Survey(survey, Step::Start) = Route::parse(start) else {
            return None;
        };
        let (large, rest) = match rest.strip_prefix("/large") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (true, rest),
            _ => (false, rest),
        };
        let language = match rest.strip_prefix('/') {
            Some(tag) if is_tag(tag) => Some(tag.to_owned()),
            None if rest.is_empty() => None,
            _ => return None,
        };
        let address = Self {
            survey,
            large,
            language,
        };
        // One address a form: "//paper" and the like are none.
        (address.to_string() == path).then_some(address)
    }
}

/// Whether that may be a language's tag.
fn is_tag(tag: &str) -> bool {
    !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = Route::Survey(self.survey.clone(), Step::Paper);
        let size = if self.large { "/large" } else { "" };
        write!(f, "{start}{size}")?;
        match &self.language {
            Some(tag) => write!(f, "/{tag}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_forms_agree() {
        for (path, large, language) in [
            ("/surveys/a/paper", false, None),
            ("/surveys/a/paper/large", true, None),
            ("/surveys/a/paper/pl", false, Some("pl")),
            ("/surveys/a/paper/large/pt-BR", true, Some("pt-BR")),
        ] {
            let address = Address {
                survey: SurveyId::new("a").unwrap(),
                large,
                language: language.map(str::to_owned),
            };
            assert_eq!(Address::parse(path), Some(address.clone()), "{path}");
            assert_eq!(address.to_string(), path);
            assert_eq!(Address::parse(&format!("{path}/")), Some(address));
        }
    }

    #[test]
    fn other_addresses_are_no_forms() {
        for path in [
            "/surveys/a",
            "/surveys/a/papers",
            "/surveys/a/paper/large/pl/x",
            "/surveys/a/paper/../x",
            "/surveys/a/paper//",
            "/surveys/a//paper",
            "/surveys/paper",
            "/paper",
            "/surveys/a/paper/pl/large",
        ] {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }
}
