//! A response that can't be admitted now, but may have been stored before: its
//! sender never got the answer, and since then the survey closed or changed.

use hark_domain::calendar::LocalDate;
use hark_domain::json;
use hark_domain::survey::{Answer, Answers, Survey};
use hark_domain::wire::{self, Response};

use crate::store::{Kept, Receipt, Store, StoreError, Texts};

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
    let split = match definition {
        Some(survey) => by_definition(response, survey),
        None => by_what_is_kept(response, &kept),
    };
    let same = match split {
        Some((again, texts)) if again == kept => store.has_texts(texts).await?,
        _ => false,
    };
    Ok(Some(if same { Receipt::Again } else { Receipt::Other }))
}

/// What would be kept of the response if the survey were open.
fn by_definition(response: Response, survey: &Survey) -> Option<(Kept, Texts)> {
    let open_day = survey.opens.or(survey.closes);
    let day = open_day.unwrap_or_else(|| LocalDate::from_days(0));
    let record = wire::admit(response, Some(survey), day).ok()?;
    Some((Kept::of(&record).ok()?, Texts::of(&record)))
}

/// The same where the definition is gone: the questions that have a closed answer
/// in the store are closed, the others were texts. A sender that also sends hidden
/// answers, which Hark's own never does, is not recognised here.
fn by_what_is_kept(response: Response, kept: &Kept) -> Option<(Kept, Texts)> {
    let stored: Answers = json::read(&kept.closed).ok()?;
    let mut closed = Answers::default();
    let mut texts = Vec::new();
    for (question, answer) in response.answers.iter() {
        match answer {
            answer if stored.get(question.as_str()).is_some() => {
                closed.set(question.clone(), answer.clone());
            }
            Answer::Word(text) => texts.push((question.clone(), text.trim().to_owned())),
            _ => return None,
        }
    }
    let again = Kept {
        survey: response.survey.clone(),
        version: response.version,
        group: response.group,
        test: response.test,
        closed: serde_json::to_string(&closed).ok()?,
    };
    let texts = Texts {
        survey: response.survey,
        test: response.test,
        texts,
    };
    Some((again, texts))
}
