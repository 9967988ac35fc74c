//! A response: what one person sends of one survey.

use serde_json::Value;

use super::body::Body;
use super::id::{GroupCode, ResponseId};
use super::problem::FieldProblem;
use crate::id::{QuestionId, SurveyId};
use crate::json::{Fields, FromJson, Place, ToJson, serialized_as_written};
use crate::problem::escaped;
use crate::survey::answers::SHAPE;
use crate::survey::{Answer, Answers};

/// The longest body that is read, in bytes. A response of 50 questions with five
/// texts of 2,000 characters stays below it.
pub const LONGEST_BODY: usize = 64 * 1024;

/// The body of `POST /api/v1/responses`, whole: there is no other field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Makes sending twice the same as sending once.
    pub id: ResponseId,
    /// The survey that was answered.
    pub survey: SurveyId,
    /// Its version.
    pub version: u32,
    /// The group that answered together, if any.
    pub group: Option<GroupCode>,
    /// Whether this is a try-out, or made up, and never counted.
    pub test: bool,
    /// The answers; what was not answered is absent.
    pub answers: Answers,
}

impl ToJson for Response {
    fn write(&self, out: &mut String) {
        let id = self.id.as_str();
        out.push_str(&["{\"id\":\"", id, "\",\"survey\":\""].concat());
        out.push_str(self.survey.as_str());
        out.push_str("\",\"version\":");
        out.push_str(&self.version.to_string());
        if let Some(group) = &self.group {
            out.push_str(&[",\"group\":\"", group.as_str(), "\""].concat());
        }
        if self.test {
            out.push_str(",\"test\":true");
        }
        out.push_str(",\"answers\":");
        self.answers.write(out);
        out.push('}');
    }
}

serialized_as_written!(Response);

/// For what a phone kept of its own making: without the endpoint's care for every
/// wrong field, and without its bytes.
impl FromJson for Response {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, survey) = (fields.needed("id"), fields.needed("survey"));
        let (version, answers) = (fields.needed("version"), fields.needed("answers"));
        let (group, test) = (fields.optional("group"), fields.mark("test"));
        Some(Self {
            id: id?,
            survey: survey?,
            version: version?,
            group,
            test,
            answers: answers?,
        })
    }
}

/// Why a body is no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not JSON; why, in the reader's words.
    Malformed(String),
    /// It is JSON; each wrong field.
    Invalid(Vec<FieldProblem>),
}

/// Reads a body, and finds every wrong field rather than the first.
///
/// # Errors
/// What is wrong with it.
pub fn read(body: &[u8]) -> Result<Response, Refusal> {
    let mut reader = Body::of(body, "A response is a JSON object.")?;
    let id = reader.needed("id", "32 lowercase hexadecimal digits", |value| {
        ResponseId::parse(value.as_str()?)
    });
    let survey = reader.needed("survey", "the id of a survey", |value| {
        SurveyId::new(value.as_str()?).ok()
    });
    let version = reader.needed("version", "a whole number from 1", |value| {
        u32::try_from(value.as_u64()?)
            .ok()
            .filter(|version| *version > 0)
    });
    let group = reader.optional("group", "4 to 12 capital letters and digits", |value| {
        GroupCode::parse(value.as_str()?)
    });
    let test = reader.optional("test", "true or false", Value::as_bool);
    let answers = answers(&mut reader);
    reader.finish("A response has no such field.");
    match (id, survey, version, answers) {
        (Some(id), Some(survey), Some(version), Some(answers)) if reader.problems.is_empty() => {
            Ok(Response {
                id,
                survey,
                version,
                group,
                test: test.unwrap_or(false),
                answers,
            })
        }
        _ => Err(Refusal::Invalid(reader.problems)),
    }
}

fn answers(body: &mut Body) -> Option<Answers> {
    let fields = body.needed("answers", "an object with an answer by question", |value| {
        value.as_object().cloned()
    })?;
    let mut answers = Answers::default();
    for (name, value) in fields {
        let pointer = format!("/answers/{}", escaped(&name));
        let Ok(question) = QuestionId::new(&name) else {
            body.problems.push(FieldProblem::new(
                pointer,
                "unknown-question",
                "This survey has no such question.",
            ));
            continue;
        };
        if let Some(answer) = Answer::from_json(value, &mut Place::default()) {
            answers.set(question, answer);
        } else {
            body.problems
                .push(FieldProblem::new(pointer, "wrong-kind", SHAPE));
        }
    }
    Some(answers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use proptest::prelude::*;

    const RIGHT: &str =
        r#"{"id":"00112233445566778899aabbccddeeff","survey":"a","version":1,"answers":{"q":"x"}}"#;

    fn wrong(body: &str) -> Vec<(String, String)> {
        match read(body.as_bytes()) {
            Err(Refusal::Invalid(problems)) => {
                problems.into_iter().map(|p| (p.pointer, p.code)).collect()
            }
            other => panic!("{body}: {other:?}"),
        }
    }

    #[test]
    fn a_response_goes_over_the_wire_and_back() {
        let response = read(RIGHT.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&response).unwrap(), RIGHT);
        let full = RIGHT.replace(
            "\"answers\"",
            "\"group\":\"ABCD\",\"test\":true,\"answers\"",
        );
        let response = read(full.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&response).unwrap(), full);
        assert_eq!(json::read::<Response>(&full), Ok(response));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let body = r#"{"id":"XYZ","survey":7,"version":0,"group":"abc","test":"yes","answers":{"q":true,"a/b":"x","é":1},"name":"Sam"}"#;
        let pairs = |rows: &[(&str, &str)]| {
            rows.iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            wrong(body),
            pairs(&[
                ("/id", "wrong-kind"),
                ("/survey", "wrong-kind"),
                ("/version", "wrong-kind"),
                ("/group", "wrong-kind"),
                ("/test", "wrong-kind"),
                ("/answers/a~1b", "unknown-question"),
                ("/answers/q", "wrong-kind"),
                ("/answers/é", "unknown-question"),
                ("/name", "unknown-field"),
            ])
        );
        assert_eq!(
            wrong("{}")
                .iter()
                .map(|(pointer, _)| pointer.as_str())
                .collect::<Vec<_>>(),
            ["/id", "/survey", "/version", "/answers"]
        );
        assert_eq!(wrong("[1]"), pairs(&[("", "wrong-kind")]));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        let twice = RIGHT.replace("\"version\":1", "\"version\":1,\"version\":2");
        assert!(
            matches!(read(twice.as_bytes()), Err(Refusal::Malformed(why)) if why.contains("twice"))
        );
        let twice = RIGHT.replace(r#""q":"x""#, r#""q":"x","q":"y""#);
        assert!(matches!(read(twice.as_bytes()), Err(Refusal::Malformed(_))));
    }

    #[test]
    fn hostile_nesting_is_refused_not_a_crash() {
        for open in ["[", "{\"a\":"] {
            assert!(matches!(
                read(open.repeat(30_000).as_bytes()),
                Err(Refusal::Malformed(_))
            ));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&body);
        }
    }
}
