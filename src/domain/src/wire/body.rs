//! Reading a body field by field, so that every wrong one is told, with its pointer.

use serde_json::{Map, Value};

use super::problem::FieldProblem;
use super::response::Refusal;
use crate::json;
use crate::problem::escaped;

/// The fields of a body that were not read yet, and what was wrong with the others.
pub(super) struct Body {
    fields: Map<String, Value>,
    pub(super) problems: Vec<FieldProblem>,
}

impl Body {
    /// Takes a body; `shape` says what it is, where it is no object.
    pub(super) fn of(body: &[u8], shape: &str) -> Result<Self, Refusal> {
        let Value::Object(fields) = json::parse(body).map_err(Refusal::Malformed)? else {
            let problem = FieldProblem::new("", "wrong-kind", shape);
            return Err(Refusal::Invalid(vec![problem]));
        };
        Ok(Self {
            fields,
            problems: Vec::new(),
        })
    }

    /// A field that has to be there; `right` is what it has to be.
    pub(super) fn needed<T>(
        &mut self,
        name: &str,
        right: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        if !self.fields.contains_key(name) {
            let detail = format!("\"{name}\" is missing: it is {right}.");
            self.problems
                .push(FieldProblem::new(format!("/{name}"), "missing", detail));
        }
        self.optional(name, right, read)
    }

    /// A field that may be there.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        right: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.fields.remove(name)?;
        let field = read(&value);
        if field.is_none() {
            let detail = format!("\"{name}\" is {right}.");
            self.problems
                .push(FieldProblem::new(format!("/{name}"), "wrong-kind", detail));
        }
        field
    }

    /// Ends the body: what is left in it is unknown, which `unknown` says.
    pub(super) fn finish(&mut self, unknown: &str) {
        for name in std::mem::take(&mut self.fields).keys() {
            let pointer = format!("/{}", escaped(name));
            self.problems
                .push(FieldProblem::new(pointer, "unknown-field", unknown));
        }
    }
}
