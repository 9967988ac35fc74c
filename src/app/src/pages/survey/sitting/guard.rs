//! What Hark notices in a text before it is sent anywhere.

use hark_domain::id::QuestionId;
use hark_domain::site::danger::is_said;
use hark_domain::survey::personal::find;
use hark_domain::survey::{Answer, Kind, Survey};
use leptos::prelude::*;

use super::Sitting;
use crate::content::Fetched;

/// The words that suggest danger: asked for at once where a survey has a box for a text,
/// as the signal may be gone when somebody gets there.
pub(super) fn danger(survey: &Survey) -> Fetched<Vec<String>> {
    let mut questions = survey.pages.iter().flat_map(|page| &page.questions);
    if questions.any(|question| matches!(question.kind, Kind::Text { .. })) {
        Fetched::new("/content/danger.json")
    } else {
        Fetched::later()
    }
}

impl Sitting {
    /// Whether a text suggests that somebody is in danger; follows the words, which may
    /// come later than the text.
    pub(in super::super) fn is_danger(self, text: &str) -> bool {
        let phrases = self.danger.ready();
        phrases.is_some_and(|phrases| is_said(&phrases, text))
    }

    /// The first question of a page whose text points at somebody, to be looked at before
    /// going on. Each text is asked about once: whoever leaves it as it is has decided.
    pub(in super::super) fn gives_away(self, number: u16) -> Option<QuestionId> {
        let page = untrack(|| self.page(number))?;
        let journey = untrack(|| self.journey());
        for question in page.questions {
            let kept = journey.kept.get(question.id.as_str());
            let (Kind::Text { .. }, Some(Answer::Word(text))) = (&question.kind, kept) else {
                continue;
            };
            let asked = |visit: &super::Visit| visit.asked.contains(text);
            if !find(text).is_empty() && !self.visit.with_value(asked) {
                self.visit
                    .update_value(|visit| visit.asked.push(text.clone()));
                return Some(question.id);
            }
        }
        None
    }
}
