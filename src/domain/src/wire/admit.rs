//! From a response to what is stored of it.

use super::id::{GroupCode, ResponseId};
use super::problem::FieldProblem;
use super::response::Response;
use crate::calendar::IsoWeek;
use crate::clock::Clock;
use crate::id::{QuestionId, SurveyId};
use crate::problem::escaped;
use crate::survey::{Answer, Answers, Kind, Season, Survey, journey};
use crate::words::english;

/// How many hours before it opens, and after it closes, a survey takes answers.
///
/// A phone may show a survey by a clock that goes wrong, and answers that were finished
/// in time may wait there for a signal. A day loses no answer that was given in good
/// faith around the end.
const GRACE: i32 = 24;

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
    /// The week of the borough's calendar in which it came, and nothing finer.
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
/// `clock` is the borough's. Phones decide by it when they show a survey; here both ends
/// have a day's grace.
///
/// # Errors
/// Each wrong field.
pub fn admit(
    response: Response,
    survey: Option<&Survey>,
    clock: Clock,
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
    if let Some(problem) = out_of_season(survey, clock) {
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
        week: clock.today().iso_week(),
        closed,
        texts,
    })
}

/// What is wrong where the survey does not take answers now.
fn out_of_season(survey: &Survey, clock: Clock) -> Option<FieldProblem> {
    let season = survey.span(clock.zone).eased(GRACE).season(clock.now);
    let (code, detail) = match (season, survey.opens, survey.closes) {
        (Season::Before, Some(opens), _) => {
            ("not-open-yet", format!("This survey opens on {opens}."))
        }
        (Season::After, _, Some(closes)) => ("closed", format!("This survey closed on {closes}.")),
        _ => return None,
    };
    Some(FieldProblem::new("/survey", code, detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Instant, LocalTime};
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

    /// `local`: what a clock an hour east of UTC shows.
    fn admitted(version: u32, answers: &str, local: &str) -> Result<Record, Vec<(String, String)>> {
        let response = Response {
            id: ResponseId::from_bytes([7; 16]),
            survey: SurveyId::new("a").unwrap(),
            version,
            group: None,
            test: false,
            answers: crate::json::read(answers).unwrap(),
        };
        let local = LocalTime::parse(local).unwrap().minutes();
        let clock = Clock {
            now: Instant::from_seconds((local - 60) * 60),
            zone: &|_| 60,
        };
        admit(response, Some(&survey()), clock)
            .map_err(|problems| problems.into_iter().map(|p| (p.pointer, p.code)).collect())
    }

    #[test]
    fn closed_answers_and_texts_part_ways() {
        let record =
            admitted(2, r#"{"gate":"yes","why":" because "}"#, "2026-11-22T12:00").unwrap();
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
            "2026-11-22T12:00",
        )
        .unwrap();
        assert!(record.texts.is_empty());
    }

    #[test]
    fn a_day_before_and_after_is_taken_and_no_more() {
        // The survey is open from 1 to 30 November 2026.
        for (local, expected) in [
            ("2026-10-30T23:59", Some("not-open-yet")),
            ("2026-10-31T00:00", None),
            ("2026-11-01T00:00", None),
            ("2026-11-30T23:59", None),
            ("2026-12-01T23:59", None),
            ("2026-12-02T00:00", Some("closed")),
        ] {
            let refused = admitted(2, r#"{"gate":"no"}"#, local).err();
            let expected = expected.map(|code| vec![("/survey".to_owned(), code.to_owned())]);
            assert_eq!(refused, expected, "{local}");
        }
    }

    #[test]
    fn the_week_is_that_of_the_boroughs_calendar() {
        for (local, week) in [
            ("2026-11-22T23:59", "2026-W47"),
            // Still Sunday evening in UTC.
            ("2026-11-23T00:00", "2026-W48"),
        ] {
            let record = admitted(2, r#"{"gate":"no"}"#, local).unwrap();
            assert_eq!(record.week.to_string(), week, "{local}");
        }
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        let one = |pointer: &str, code: &str| Err(vec![(pointer.to_owned(), code.to_owned())]);
        assert_eq!(
            admitted(1, r#"{"gate":"no"}"#, "2026-11-22T12:00"),
            one("/version", "other-version")
        );
        assert_eq!(
            admitted(2, "{}", "2026-11-22T12:00"),
            one("/answers/gate", "required")
        );
        assert_eq!(
            admitted(2, r#"{"gate":"maybe"}"#, "2026-11-22T12:00"),
            one("/answers/gate", "unknown-choice")
        );
        assert_eq!(
            admitted(
                2,
                r#"{"gate":"yes","why":"x","who":"me"}"#,
                "2026-11-22T12:00"
            ),
            one("/answers/who", "unknown-question")
        );
    }
}
