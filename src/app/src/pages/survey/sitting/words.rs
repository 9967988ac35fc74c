//! The survey's words as this person reads them: with their own answers in them, and in
//! easy-read where that is on.

use hark_domain::survey::Easy;
use hark_domain::survey::piping::{is_piped, piped};
use hark_domain::text::Text;
use hark_domain::words::Word;

use super::Sitting;
use crate::language::{say, shown, words};
use crate::parts::live::live_view;
use crate::view::View;

impl Sitting {
    /// A text of the survey, which follows the answers it names.
    pub(in super::super) fn shown(self, text: &Text) -> View {
        if !text.all().any(is_piped) {
            return shown(text);
        }
        let text = text.clone();
        live_view(move || shown(&self.filled(&text)))
    }

    /// A title or a label, in the wording that is on.
    pub(in super::super) fn worded(self, text: &Text, easy: &Easy) -> View {
        let easy = easy.words.as_ref().filter(|_| self.is_easy());
        self.shown(easy.unwrap_or(text))
    }

    /// A text in the reader's language alone, with the answers in their places.
    pub(in super::super) fn filled(self, text: &Text) -> Text {
        let words = words();
        let (language, said) = text.pick_with_language(&words.language);
        let survey = self.survey();
        let journey = self.journey();
        let said = piped(
            said,
            &survey,
            &journey.kept,
            &words.language,
            &say(Word::Comma),
        );
        match language {
            Some(tag) => Text::ByLanguage(vec![(tag.to_owned(), said)]),
            None => Text::Same(said),
        }
    }
}
