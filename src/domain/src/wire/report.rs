//! A report: what somebody found wrong with a thing to do. Only a choice from a list, so
//! that nobody can be named in it, and nobody has to read what strangers wrote.

use super::body::Body;
use super::id::ResponseId;
use super::problem::FieldProblem;
use super::response::Refusal;
use crate::calendar::IsoWeek;
use crate::clock::Clock;
use crate::id::ServiceId;
use crate::json::ToJson;
use crate::pack::Pack;
use crate::words::Word;

/// The body of `POST /api/v1/reports`, whole: there is no other field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Makes sending twice the same as sending once.
    pub id: ResponseId,
    /// The thing to do.
    pub service: ServiceId,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What can be wrong with a thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// It is at another time or on another day.
    When,
    /// There is no such thing any more.
    Stopped,
    /// It is somewhere else.
    Where,
    /// It costs something else.
    Cost,
    /// Somebody did not feel welcome there.
    Unwelcome,
    /// Anything else.
    Other,
}

impl Wrong {
    /// All of them, in the order shown, as the wire has them and as the screen says them.
    pub const ALL: [(Self, &str, Word); 6] = [
        (Self::When, "when", Word::WrongWhen),
        (Self::Stopped, "stopped", Word::WrongStopped),
        (Self::Where, "where", Word::WrongWhere),
        (Self::Cost, "cost", Word::WrongCost),
        (Self::Unwelcome, "unwelcome", Word::WrongUnwelcome),
        (Self::Other, "other", Word::WrongOther),
    ];

    /// Its code on the wire.
    pub fn as_str(self) -> &'static str {
        let own = Self::ALL.iter().find(|(wrong, ..)| *wrong == self);
        own.map_or("", |(_, code, _)| code)
    }

    /// The one with that code.
    pub fn parse(code: &str) -> Option<Self> {
        let own = Self::ALL.iter().find(|(_, own, _)| *own == code);
        own.map(|(wrong, ..)| *wrong)
    }
}

impl ToJson for Report {
    fn write(&self, out: &mut String) {
        let (id, service) = (self.id.as_str(), self.service.as_str());
        let what = self.what.as_str();
        // No id or code has a sign that would have to be escaped.
        let parts = [
            "{\"id\":\"",
            id,
            "\",\"service\":\"",
            service,
            "\",\"what\":\"",
            what,
            "\"}",
        ];
        out.push_str(&parts.concat());
    }
}

/// What is stored of a report, whole. There is nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// What was sent.
    pub report: Report,
    /// The week of the borough's calendar in which it came, and nothing finer.
    pub week: IsoWeek,
}

impl Report {
    /// Reads a body, and finds every wrong field rather than the first.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let mut reader = Body::of(body, "A report is a JSON object.")?;
        let id = reader.needed("id", "32 lowercase hexadecimal digits", |value| {
            ResponseId::parse(value.as_str()?)
        });
        let service = reader.needed("service", "the id of a thing to do", |value| {
            ServiceId::new(value.as_str()?).ok()
        });
        let codes = Wrong::ALL.map(|(_, code, _)| code).join(", ");
        let what = reader.needed("what", &format!("one of {codes}"), |value| {
            Wrong::parse(value.as_str()?)
        });
        reader.finish("A report has no such field.");
        match (id, service, what) {
            (Some(id), Some(service), Some(what)) if reader.problems.is_empty() => {
                Ok(Self { id, service, what })
            }
            _ => Err(Refusal::Invalid(reader.problems)),
        }
    }

    /// What is stored of it, where the pack has that thing to do. `clock` is the borough's.
    ///
    /// # Errors
    /// The wrong field.
    pub fn admit(self, pack: &Pack, clock: Clock) -> Result<Reported, Vec<FieldProblem>> {
        if pack.service(self.service.as_str()).is_none() {
            let detail = format!("There is no thing to do called \"{}\".", self.service);
            let problem = FieldProblem::new("/service", "unknown-service", detail);
            return Err(vec![problem]);
        }
        Ok(Reported {
            report: self,
            week: clock.today().iso_week(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RIGHT: &str =
        r#"{"id":"00112233445566778899aabbccddeeff","service":"six-a-side","what":"when"}"#;

    #[test]
    fn a_report_goes_over_the_wire_and_back() {
        let report = Report::read(RIGHT.as_bytes()).unwrap();
        assert_eq!(report.to_json(), RIGHT);
        for (wrong, code, _) in Wrong::ALL {
            let report = Report {
                what: wrong,
                ..report.clone()
            };
            assert_eq!(Report::read(report.to_json().as_bytes()), Ok(report));
            assert_eq!(Wrong::parse(code), Some(wrong));
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        let body = r#"{"id":"x","service":"a b","what":"rude","name":"Sam"}"#;
        let Err(Refusal::Invalid(problems)) = Report::read(body.as_bytes()) else {
            panic!("{body} was read");
        };
        let found: Vec<(&str, &str)> = problems
            .iter()
            .map(|problem| (problem.pointer.as_str(), problem.code.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("/id", "wrong-kind"),
                ("/service", "wrong-kind"),
                ("/what", "wrong-kind"),
                ("/name", "unknown-field"),
            ]
        );
        assert!(problems[2].detail.contains("when, stopped, where"));
        assert!(matches!(Report::read(b"[1"), Err(Refusal::Malformed(_))));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Report::read(&body);
        }
    }
}
