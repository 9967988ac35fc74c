//! Writing JSON, by hand as it is read: what a phone stores and sends are texts, numbers,
//! lists and objects, and a serializer for them costs 12 KB of wasm.

/// What can be written as JSON (RFC 8259).
pub trait ToJson {
    /// Writes it at the end of `out`.
    fn write(&self, out: &mut String);

    /// It as a text.
    fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }
}

/// A text in quotes, with what JSON doesn't allow in them escaped (RFC 8259, section 7).
pub fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    let digit = u32::from(c) >> shift & 15;
                    out.extend(char::from_digit(digit, 16));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

impl ToJson for str {
    fn write(&self, out: &mut String) {
        quoted(self, out);
    }
}

/// Makes a serializer write, as a part of something else, what is written here: there is
/// one form.
macro_rules! serialized_as_written {
    ($($kind:ty),+) => {$(
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let text = $crate::json::ToJson::to_json(self);
                let raw = serde_json::value::RawValue::from_string(text);
                raw.map_err(serde::ser::Error::custom)?.serialize(to)
            }
        }
    )+};
}

pub(crate) use serialized_as_written;

/// The parts of a list or an object, with commas between them.
pub(crate) fn separated<T>(
    [open, close]: [char; 2],
    parts: impl Iterator<Item = T>,
    out: &mut String,
    mut write: impl FnMut(T, &mut String),
) {
    out.push(open);
    for (index, part) in parts.enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(part, out);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against a serializer of another hand.
        #[test]
        fn a_text_is_quoted_as_others_do(text in any::<String>()) {
            prop_assert_eq!(text.as_str().to_json(), serde_json::to_string(&text).unwrap());
        }

        #[test]
        fn control_characters_are_escaped_as_others_do(text in "[\u{0}-\u{20}\"\\\\]{0,20}") {
            prop_assert_eq!(text.as_str().to_json(), serde_json::to_string(&text).unwrap());
        }
    }
}
