//! What helps somebody to read: easy words, and everything read aloud.

use hark_domain::survey::{Easy, Media};
use hark_domain::text::Text;
use leptos::prelude::*;

use super::Sitting;
use crate::device::speech;
use crate::language::words;
use crate::parts::media;

impl Sitting {
    /// Whether the easy-read wording is on.
    pub(in super::super) fn is_easy(self) -> bool {
        self.easy.get()
    }

    /// The same, to be switched.
    pub(in super::super) fn easy(self) -> RwSignal<bool> {
        self.easy
    }

    /// Whether everything is read aloud, to be switched.
    pub(in super::super) fn aloud(self) -> RwSignal<bool> {
        self.aloud
    }

    /// Listens for voices, and reads screens if that is on, until the survey is left.
    pub(in super::super) fn listen(self) {
        speech::read_all(self.aloud.get_untracked());
        let voices = self.voices;
        speech::when_voices_come(move || {
            let _ = voices.try_update(|again| *again = !*again);
        });
        on_cleanup(|| speech::read_all(false));
    }

    /// Whether a voice on this device speaks the language of the screen.
    pub(in super::super) fn has_voice(self) -> bool {
        self.voices.track();
        speech::speaks(&words().language)
    }

    /// Whether some question is there as a recording, in the language of the screen.
    pub(in super::super) fn is_recorded(self) -> bool {
        let survey = self.survey.read();
        survey
            .questions()
            .any(|(_, question)| media::recording(&question.media, &question.title).is_some())
    }

    /// The recording of these words, as they stand on the screen: other words, in
    /// easy-read, are not those that were recorded.
    pub(in super::super) fn recording(
        self,
        words: &Text,
        easy: &Easy,
        files: &Media,
    ) -> Option<String> {
        if self.is_easy() && easy.words.is_some() {
            return None;
        }
        media::recording(files, words)
    }
}
