//! Words of the pack in the reader's language.

use hark_domain::text::Text;

use crate::device::page;

/// The words of a text in the language of the page.
pub(crate) fn words(text: &Text) -> String {
    text.pick(&page::language()).to_owned()
}

/// The words of an optional text.
pub(crate) fn words_of(text: Option<&Text>) -> Option<String> {
    text.map(words)
}
