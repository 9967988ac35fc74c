//! A response that can't be admitted now, but may have been stored before: its
//! sender never got the answer, and since then the survey closed or changed.

use hark_domain::clock::{Clock, Instant};
use hark_domain::json;
use hark_domain::survey::{Answer, Answers, Survey};
use hark_domain::wire::{self, Response};

use crate::store::{Kept, Receipt, Store, StoreError};

/// How the response compares with the one stored under its id; nothing where there
/// is none. What counts as the same stands at [`Kept`].
pub(super) async fn compare(
    store: &dyn Store,
    response: Response,
    survey: Option<&Survey>,
) -> Result<Option<Receipt>, StoreError> {
    let Some(kept) = store.known(response.id.clone()).await? else {
        return Ok(None);
    };
    let definition = survey.filter(|survey| survey.version == response.version);
    let again = match definition {
        Some(survey) => by_definition(response, survey),
        None => by_what_is_kept(response, &kept),
    };
    let same = again.as_ref() == Some(&kept);
    Ok(Some(if same { Receipt::Again } else { Receipt::Other }))
}

/// What would be kept of the response if the survey were open.
fn by_definition(response: Response, survey: &Survey) -> Option<Kept> {
    // In any zone it is open at its own opening; the week, which differs, is not compared.
    let zone = |_| 0;
    let span = survey.span(&zone);
    let now = span.opens.or(span.closes);
    let now = now.unwrap_or(Instant::from_seconds(0));
    let clock = Clock { now, zone: &zone };
    let record = wire::admit(response, Some(survey), clock).ok()?;
    Kept::of(&record).ok()
}

/// The same where the definition is gone: the questions that have a closed answer
/// in the store are closed, and any other word is taken for a text. A sender that
/// also sends hidden answers, which Hark's own never does, may not be recognised
/// here.
fn by_what_is_kept(response: Response, kept: &Kept) -> Option<Kept> {
    let stored: Answers = json::read(&kept.closed).ok()?;
    let mut closed = Answers::default();
    for (question, answer) in response.answers.iter() {
        let was_closed = stored.get(question.as_str()).is_some();
        if was_closed {
            closed.set(question.clone(), answer.clone());
        } else if !matches!(answer, Answer::Word(_)) {
            return None;
        }
    }
    Some(Kept {
        survey: response.survey,
        version: response.version,
        group: response.group,
        test: response.test,
        closed: serde_json::to_string(&closed).ok()?,
    })
}
