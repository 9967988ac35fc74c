//! How a question is answered: its kind, with the parts of that kind.

use serde_json::{Map, Value, json};

use super::bounds;
use super::field::Field;
use super::lists::Offered;
use super::meaning::Scope;
use super::names::Fault;
use super::outline::{Ask, Asked};
use super::table::Record;
use super::words;
use super::writer::{At, Writer};
use crate::number::{MOST_PLACES, Number};

impl<'a> Writer<'a> {
    /// Writes the kind of a question; gives the choices it offers.
    pub(super) fn kind(
        &mut self,
        asked: &'a Asked,
        record: &'a Record,
        scope: &Scope<'_>,
        question: &mut Map<String, Value>,
    ) -> At<Offered> {
        let mut put = |name: &str, value: Value| {
            question.insert(name.to_owned(), value);
        };
        let kind = match &asked.ask {
            Ask::One(_) => "single",
            Ask::Many(_) => "multiple",
            Ask::Rank(_) => "ranking",
            Ask::Whole | Ask::Decimal | Ask::Range => "number",
            Ask::Text | Ask::Specify(_) => "text",
            Ask::Note => "note",
        };
        put("kind", kind.into());
        let look = self.look(asked, record)?;
        let mut offered = Offered::default();
        match &asked.ask {
            Ask::One(list) | Ask::Many(list) | Ask::Rank(list) => {
                offered = self.offered(list, record, scope)?;
                put("choices", std::mem::take(&mut offered.choices).into());
                if let (Ask::One(_), Some(look)) = (&asked.ask, look) {
                    put("look", look.into());
                }
            }
            Ask::Decimal => put("decimals", MOST_PLACES.into()),
            Ask::Range => {
                for (name, value) in self.range(record) {
                    put(name, value);
                }
            }
            Ask::Text if look == Some("long") => put("long", true.into()),
            Ask::Whole | Ask::Text | Ask::Specify(_) | Ask::Note => {}
        }
        for (name, field) in [
            ("least", Field::HarkLeast),
            ("most", Field::HarkMost),
            ("decimals", Field::HarkDecimals),
            ("longest", Field::HarkLongest),
        ] {
            let Some(cell) = record.get(field) else {
                continue;
            };
            let Some(number) = Number::parse(cell) else {
                let text = format!("\"{cell}\" is no number.");
                return Err((record.heading(field).to_owned(), Fault::LeaveOut(text)));
            };
            question.insert(name.to_owned(), bounds::json(number));
        }
        let unit = words::plain(&record.words(Field::HarkUnit), &self.form.language);
        question.extend(unit.map(|unit| ("unit".to_owned(), unit)));
        self.unused_parameters(asked, record);
        Ok(offered)
    }

    /// What an appearance changes; the rest of it is noted as not kept.
    fn look(&mut self, asked: &Asked, record: &Record) -> At<Option<&'static str>> {
        let mut look = None;
        let appearance = record.get(Field::Appearance).unwrap_or_default();
        if appearance.starts_with("search") {
            let text = "Its choices come from another file (search()), and Hark has only those of the sheet choices.";
            let heading = record.heading(Field::Appearance).to_owned();
            return Err((heading, Fault::LeaveOut(text.to_owned())));
        }
        // Brackets may have spaces in them.
        let words: Vec<&str> = if appearance.contains('(') {
            vec![appearance]
        } else {
            appearance.split_whitespace().collect()
        };
        for word in words {
            match (word, &asked.ask) {
                ("likert", Ask::One(_)) => look = Some("scale"),
                ("multiline", Ask::Text) => look = Some("long"),
                _ => self.unkept(word, record.row),
            }
        }
        match (record.get(Field::HarkLook), &asked.ask) {
            (Some("list"), Ask::One(_)) => look = None,
            (Some("scale"), Ask::One(_)) => look = Some("scale"),
            (Some("faces"), Ask::One(_)) => look = Some("faces"),
            (Some(other), _) => {
                let heading = record.heading(Field::HarkLook);
                let text = format!(
                    "The look of select_one is list, scale or faces, so \"{other}\" isn't read."
                );
                self.repaired(record, heading, text);
            }
            (None, _) => {}
        }
        Ok(look)
    }

    /// Notes an appearance that isn't kept.
    pub(super) fn unkept(&mut self, appearance: &str, row: u32) {
        let rows = self.appearances.entry(appearance.to_owned()).or_default();
        rows.push(row);
    }

    /// The limits of a range, which `XLSForm` writes as parameters.
    fn range(&mut self, record: &Record) -> Vec<(&'static str, Value)> {
        let parameters = parameters(record);
        let number = |name: &str, otherwise: u16| {
            let mut named = parameters.iter();
            let found = named.find(|(own, _)| own.eq_ignore_ascii_case(name));
            let number = found.and_then(|(_, value)| Number::parse(value));
            number.unwrap_or_else(|| Number::from(otherwise))
        };
        let (start, end, step) = (number("start", 1), number("end", 10), number("step", 1));
        let decimals = start.places().max(end.places()).max(step.places());
        if step != Number::default().next(decimals) {
            let heading = record.heading(Field::Parameters).to_owned();
            self.repaired(record, &heading, format!("Steps of {step} aren't kept: every number from {start} to {end} can be answered."));
        }
        let mut parts = vec![
            ("least", bounds::json(start.min(end))),
            ("most", bounds::json(start.max(end))),
        ];
        if decimals > 0 {
            parts.push(("decimals", json!(decimals)));
        }
        parts
    }

    fn unused_parameters(&mut self, asked: &Asked, record: &Record) {
        let used: &[&str] = match asked.ask {
            Ask::Range => &["start", "end", "step"],
            _ => &[],
        };
        let unused: Vec<String> = parameters(record)
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| !used.contains(&name.to_ascii_lowercase().as_str()))
            .collect();
        if !unused.is_empty() {
            let heading = record.heading(Field::Parameters).to_owned();
            let text = format!(
                "Hark has no use for {}, so it isn't read.",
                unused.join(", ")
            );
            self.repaired(record, &heading, text);
        }
    }
}

/// The parameters of a row: `start=1 end=10`, also with commas or semicolons.
fn parameters(record: &Record) -> Vec<(String, String)> {
    let cell = record.get(Field::Parameters).unwrap_or_default();
    let cell = cell.replace(" =", "=").replace("= ", "=");
    let pair = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (name.to_owned(), value.to_owned())
    };
    super::writer::parts(&cell).map(pair).collect()
}
