//! Checking the words of a survey, and the files that go with them.

use super::super::definition::{Constraint, Easy, Media, Question};
use super::super::piping::{Piece, pieces};
use super::conditions::Scope;
use super::{Checker, Place};
use crate::pack::media::is_safe;
use crate::text::Text;

impl Checker<'_> {
    /// Words that can't name answers, because nobody has answered yet.
    pub(super) fn plain(&mut self, at: &str, text: &Text) {
        if text.has_gap() {
            self.say(at, "There are no words here.");
        }
    }

    /// Words that may name answers to questions before `here`.
    pub(super) fn words(&mut self, at: &str, text: &Text, here: Place) {
        self.plain(at, text);
        for words in text.all() {
            for piece in pieces(words) {
                let Piece::Answer(id, _) = piece else {
                    continue;
                };
                if let Some(problem) = self.known.piped(id, here) {
                    self.say(
                        at,
                        format!("{problem} It is named in: {words} (Write {{{{ for a brace.)"),
                    );
                }
            }
        }
    }

    pub(super) fn question_words(&mut self, at: &str, here: Place, question: &Question) {
        self.words(&format!("{at}/title"), &question.title, here);
        let help = question.help.as_ref();
        self.maybe(&format!("{at}/help"), help, here);
        let message = question.required_message.as_ref();
        self.maybe(&format!("{at}/required_message"), message, here);
        self.beside(at, "title", here, (&question.easy, &question.media));
    }

    /// The easy-read wording and the files of a question, a choice or a row.
    pub(super) fn beside(
        &mut self,
        at: &str,
        words: &str,
        here: Place,
        (easy, media): (&Easy, &Media),
    ) {
        self.maybe(&format!("{at}/easy/{words}"), easy.words.as_ref(), here);
        self.maybe(&format!("{at}/easy/help"), easy.help.as_ref(), here);
        for (name, path) in [
            ("easy/picture", &easy.picture),
            ("media/image", &media.image),
            ("media/audio", &media.audio),
            ("media/video", &media.video),
        ] {
            let wrong = |path: &Text| path.all().any(|path| !is_safe(path));
            if path.as_ref().is_some_and(wrong) {
                self.say(
                    &format!("{at}/{name}"),
                    "This has to be a path below media/, of letters, digits, \"-\", \"_\", \".\" and \"/\", such as easy/park.svg.",
                );
            }
        }
    }

    pub(super) fn constraint(&mut self, at: &str, constraint: Option<&Constraint>, scope: Scope) {
        let Some(constraint) = constraint else { return };
        let here = scope.end();
        self.condition(at, "constraint", Some(&constraint.condition), scope);
        let message = constraint.message.as_ref();
        self.maybe(&format!("{at}/constraint_message"), message, here);
    }

    pub(super) fn maybe(&mut self, at: &str, text: Option<&Text>, here: Place) {
        if let Some(text) = text {
            self.words(at, text, here);
        }
    }
}
