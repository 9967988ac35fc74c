//! From a response to what is stored of it.

use super::id::{GroupCode, ResponseId};
use super::problem::FieldProblem;
use super::response::Response;
use crate::calendar::{IsoWeek, LocalDate};
use crate::id::{QuestionId, SurveyId};
use crate::problem::escaped;
use crate::survey::{Answer, Answers, Kind, Survey, journey};
use crate::words::english;

/// How many days before its first day, and after its last, a survey takes answers.
///
/// A phone shows a survey by its own wall calendar, and `today` here is another's.
/// All over the world calendars are one day apart at most (UTC-12 to UTC+14), so
/// one day loses no answer that was given in good faith around midnight.
const GRACE: i32 = 1;

/// What is stored of a response, whole. There is nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The response's own name.
    pub id: ResponseId,
    /// The survey that was answered.
    pub survey: SurveyId,
    /// Its version.
    pub version: u32,
    /// The group that answered together, if any.
    pub group: Option<GroupCode>,
    /// Whether it is never counted.
    pub test: bool,
    /// The week in which it came, and nothing finer.
    pub week: IsoWeek,
    /// The answers chosen from what was offered, and numbers.
    pub closed: Answers,
    /// The answers written freely. They are stored apart, with nothing that leads
    /// back to the closed ones.
    pub texts: Vec<(QuestionId, String)>,
}

/// Validates a whole response against its survey, with the code that ran on the
/// phone, and keeps what was visible.
///
/// An answer to a hidden question is neither stored nor refused: whoever sent it
/// gave a right answer to everything that was asked.
///
/// `today` is the day where this runs. Phones decide on which days they show a
/// survey; here its dates have a day's grace on both ends.
///
/// # Errors
/// Each wrong field.
pub fn admit(
    response: Response,
    survey: Option<&Survey>,
    today: LocalDate,
) -> Result<Record, Vec<FieldProblem>> {
    let Some(survey) = survey else {
        let detail = format!("There is no survey \"{}\".", response.survey);
        return Err(vec![FieldProblem::new("/survey", "unknown-survey", detail)]);
    };
    if response.version != survey.version {
        let detail = format!(
            "This survey has changed: it is version {} now.",
            survey.version
        );
        return Err(vec![FieldProblem::new("/version", "other-version", detail)]);
    }
    if let Some(problem) = out_of_season(survey, today) {
        return Err(vec![problem]);
    }
    let survey = &survey.asked_of(response.group.as_ref());
    let journey = journey(survey, &response.answers);
    if !journey.complete {
        let problem = |error: &crate::survey::AnswerError| {
            let question = escaped(error.question.as_str());
            let row = error.row.as_ref();
            let row = row.map_or_else(String::new, |row| format!("/{}", escaped(row.as_str())));
            let pointer = format!("/answers/{question}{row}");
            FieldProblem::new(pointer, error.code.as_str(), error.text(english()))
        };
        return Err(journey.errors.iter().map(problem).collect());
    }
    let mut closed = Answers::default();
    let mut texts = Vec::new();
    for (id, answer) in journey.kept.iter() {
        let kind = survey.question(id.as_str()).map(|question| &question.kind);
        match (kind, answer) {
            (Some(Kind::Text { .. }), Answer::Word(text)) => {
                texts.push((id.clone(), text.trim().to_owned()));
            }
            _ => closed.set(id.clone(), answer.clone()),
        }
    }
    Ok(Record {
        id: response.id,
        survey: response.survey,
        version: response.version,
        group: response.group,
        test: response.test,
        week: today.iso_week(),
        closed,
        texts,
    })
}

/// What is wrong where the survey does not take answers on that day.
fn out_of_season(survey: &Survey, today: LocalDate) -> Option<FieldProblem> {
    let today = today.days();
    let (code, detail) = match (survey.opens, survey.closes) {
        (Some(first), _) if today < first.days() - GRACE => {
            ("not-open-yet", format!("This survey opens on {first}."))
        }
        (_, Some(last)) if today > last.days() + GRACE => {
            ("closed", format!("This survey closed on {last}."))
        }
        _ => return None,
    };
    Some(FieldProblem::new("/survey", code, detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey;

    fn survey() -> Survey {
        survey::read(
            r#"{"id":"a","version":2,"title":"A","about":"A","minutes":1,"thanks":"T","opens":"2026-11-01","closes":"2026-11-30","pages":[
                {"id":"p","title":"P","questions":[
                    {"id":"gate","kind":"single","title":"G","required":true,"choices":[{"id":"yes","label":"Yes"},{"id":"no","label":"No"}]},
                    {"id":"why","kind":"text","title":"W","visible_if":"gate = 'yes'","longest":10}]}]}"#,
        )
        .unwrap()
    }

    fn admitted(version: u32, answers: &str, today: &str) -> Result<Record, Vec<(String, String)>> {
        let response = Response {
            id: ResponseId::from_bytes([7; 16]),
            survey: SurveyId::new("a").unwrap(),
            version,
            group: None,
            test: false,
            answers: crate::json::read(answers).unwrap(),
        };
        let survey = survey();
        admit(response, Some(&survey), LocalDate::parse(today).unwrap())
            .map_err(|problems| problems.into_iter().map(|p| (p.pointer, p.code)).collect())
    }

    #[test]
    fn closed_answers_and_texts_part_ways() {
        let record = admitted(2, r#"{"gate":"yes","why":" because "}"#, "2026-11-22").unwrap();
        assert_eq!(
            serde_json::to_string(&record.closed).unwrap(),
            r#"{"gate":"yes"}"#
        );
        assert_eq!(
            record.texts,
            [(QuestionId::new("why").unwrap(), "because".to_owned())]
        );
        assert_eq!(record.week.to_string(), "2026-W47");
    }

    #[test]
    fn a_hidden_answer_is_not_kept() {
        let record = admitted(
            2,
            r#"{"gate":"no","why":"far too long for ten"}"#,
            "2026-11-22",
        )
        .unwrap();
        assert!(record.texts.is_empty());
    }

    #[test]
    fn a_day_before_and_after_is_taken_and_no_more() {
        // The survey is open from 1 to 30 November 2026.
        for (today, expected) in [
            ("2026-10-30", Some("not-open-yet")),
            ("2026-10-31", None),
            ("2026-11-01", None),
            ("2026-11-30", None),
            ("2026-12-01", None),
            ("2026-12-02", Some("closed")),
        ] {
            let refused = admitted(2, r#"{"gate":"no"}"#, today).err();
            let expected = expected.map(|code| vec![("/survey".to_owned(), code.to_owned())]);
            assert_eq!(refused, expected, "{today}");
        }
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        let one = |pointer: &str, code: &str| Err(vec![(pointer.to_owned(), code.to_owned())]);
        assert_eq!(
            admitted(1, r#"{"gate":"no"}"#, "2026-11-22"),
            one("/version", "other-version")
        );
        assert_eq!(
            admitted(2, "{}", "2026-11-22"),
            one("/answers/gate", "required")
        );
        assert_eq!(
            admitted(2, r#"{"gate":"maybe"}"#, "2026-11-22"),
            one("/answers/gate", "unknown-choice")
        );
        assert_eq!(
            admitted(2, r#"{"gate":"yes","why":"x","who":"me"}"#, "2026-11-22"),
            one("/answers/who", "unknown-question")
        );
    }
}
