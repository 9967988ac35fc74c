//! Reading JSON field by field, so that everything wrong is told at once, each with
//! its pointer and a sentence of our own.
//!
//! By hand, for two reasons. A derived reader stops at the first wrong field and
//! speaks of "invalid type: map, expected a string". And it is generated anew for
//! each structure: for the pack's it made 78 KB of the browser's wasm, a sixth of it.

use serde_json::{Map, Value};

use crate::problem::{Problem, escaped};

mod strict;
mod write;

pub use strict::parse;
pub use write::{ToJson, quoted};
pub(crate) use write::{separated, serialized_as_written};

/// Whether what is wrong is told, in sentences and with its place. A browser reads only
/// what was checked before it was published, or what it wrote itself: there it is enough
/// to know that something is wrong, and the sentences stay out of the wasm.
pub(crate) const TELLS: bool = !cfg!(target_arch = "wasm32");

/// What can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads a value. What is wrong goes to `place`, and nothing comes back.
    fn from_json(value: Value, place: &mut Place) -> Option<Self>;
}

/// Reads a whole JSON text.
///
/// # Errors
/// Everything wrong with it. A text that is no JSON has one problem, without a
/// pointer, with line and column.
pub fn read<T: FromJson>(json: &str) -> Result<T, Vec<Problem>> {
    let not_json = |why: String| vec![Problem::at("", format!("This is not JSON: {why}."))];
    parse(json.as_bytes()).map_err(not_json).and_then(take)
}

/// Reads a whole JSON value.
///
/// # Errors
/// Everything wrong with it.
pub fn take<T: FromJson>(value: Value) -> Result<T, Vec<Problem>> {
    let mut place = Place::default();
    let read = T::from_json(value, &mut place);
    match read {
        Some(read) if !place.failed => Ok(read),
        _ => Err(place.problems),
    }
}

/// Where the reader is, and what was wrong so far.
#[derive(Default)]
pub struct Place {
    pointer: String,
    failed: bool,
    problems: Vec<Problem>,
}

impl Place {
    /// Notes a problem here.
    pub fn say<T>(&mut self, text: &str) -> Option<T> {
        self.tell(|| text.to_owned())
    }

    /// The same with a sentence that is made only where it is told.
    pub fn tell<T>(&mut self, text: impl FnOnce() -> String) -> Option<T> {
        self.failed = true;
        if TELLS {
            self.problems
                .push(Problem::at(self.pointer.clone(), text()));
        }
        None
    }

    /// Goes one step further, to the field or the item of that name, and tells the
    /// way back for [`Place::leave`].
    pub fn enter(&mut self, name: &str) -> usize {
        let here = self.pointer.len();
        if TELLS {
            self.pointer.push('/');
            self.pointer.push_str(&escaped(name));
        }
        here
    }

    /// Goes back to where [`Place::enter`] came from.
    pub fn leave(&mut self, here: usize) {
        if TELLS {
            self.pointer.truncate(here);
        }
    }
}

/// The fields of an object that were not read yet.
pub struct Fields<'a> {
    left: Vec<(String, Value)>,
    place: &'a mut Place,
}

impl<'a> Fields<'a> {
    /// The fields of an object.
    pub fn of(value: Value, place: &'a mut Place) -> Option<Self> {
        match value {
            // A list: trees have much code, and no object here has many fields.
            Value::Object(map) => Some(Self {
                left: map.into_iter().collect(),
                place,
            }),
            _ => place.say("This has to be an object, written { … }."),
        }
    }

    /// A field that has to be there.
    pub fn needed<T: FromJson>(&mut self, name: &str) -> Option<T> {
        self.read(name, true)
    }

    /// A field that may be there.
    pub fn optional<T: FromJson>(&mut self, name: &str) -> Option<T> {
        self.read(name, false)
    }

    /// One function a type, and in it only what differs by type: in the wasm, each of the
    /// 150 fields of a pack is then a call.
    #[inline(never)]
    fn read<T: FromJson>(&mut self, name: &str, needed: bool) -> Option<T> {
        let value = self.pick(name, needed)?;
        let here = self.place.enter(name);
        let read = T::from_json(value, self.place);
        self.place.leave(here);
        read
    }

    #[inline(never)]
    fn pick(&mut self, name: &str, needed: bool) -> Option<Value> {
        let found = self.left.iter().position(|(own, _)| own == name);
        if found.is_none() && needed {
            self.tell(|| format!("\"{name}\" is missing."));
        }
        Some(self.left.remove(found?).1)
    }

    /// A list that may be there; empty where it isn't.
    pub fn list<T: FromJson>(&mut self, name: &str) -> Vec<T> {
        self.optional(name).unwrap_or_default()
    }

    /// Whether a field is there and was not read yet.
    pub fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(own, _)| own == name)
    }

    /// A mark that is set or not.
    pub fn mark(&mut self, name: &str) -> bool {
        self.optional(name).unwrap_or_default()
    }

    /// Notes a problem with the object itself.
    pub fn say(&mut self, text: &str) {
        self.place.say::<()>(text);
    }

    /// The same with a sentence that is made only where it is told.
    pub fn tell(&mut self, text: impl FnOnce() -> String) {
        self.place.tell::<()>(text);
    }

    /// Ends the object: what is left in it is a mistake in writing.
    pub fn finish(self) {
        for (name, _) in &self.left {
            let here = self.place.enter(name);
            let text = || format!("Nothing called \"{name}\" belongs here.");
            self.place.tell::<()>(text);
            self.place.leave(here);
        }
    }
}

impl FromJson for String {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => place.say("This has to be a text in quotes."),
        }
    }
}

impl FromJson for bool {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value {
            Value::Bool(mark) => Some(mark),
            _ => place.say("This has to be true or false."),
        }
    }
}

impl FromJson for i64 {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        value
            .as_i64()
            .or_else(|| place.say("This has to be a whole number."))
    }
}

impl FromJson for f64 {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        value
            .as_f64()
            .or_else(|| place.say("This has to be a number."))
    }
}

macro_rules! whole_numbers {
    ($($kind:ty)+) => {$(
        impl FromJson for $kind {
            fn from_json(value: Value, place: &mut Place) -> Option<Self> {
                let number = i64::from_json(value, place)?;
                let fits = Self::try_from(number).ok();
                fits.or_else(|| place.tell(|| format!("This has to be from 0 to {}.", Self::MAX)))
            }
        }
    )+};
}

whole_numbers! { u8 u16 u32 }

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut read = Self::new();
        items(value, place, &mut |item, place| {
            read.push(T::from_json(item, place)?);
            Some(())
        })?;
        Some(read)
    }
}

/// Hands on every item of a list, so that every problem is found; nothing where one of
/// them could not be read. To a trait object, because walking a tree of JSON is 400 bytes
/// of wasm each time it is compiled.
fn items(
    value: Value,
    place: &mut Place,
    read: &mut dyn FnMut(Value, &mut Place) -> Option<()>,
) -> Option<()> {
    let Value::Array(items) = value else {
        return place.say("This has to be a list, written [ … ].");
    };
    let mut whole = Some(());
    for (index, item) in items.into_iter().enumerate() {
        let name = if TELLS {
            index.to_string()
        } else {
            String::new()
        };
        let here = place.enter(&name);
        whole = whole.and(read(item, place));
        place.leave(here);
    }
    whole
}

/// The same for an object whose names are anybody's, such as languages.
pub(crate) fn entries(
    map: Map<String, Value>,
    read: &mut dyn FnMut(String, Value) -> Option<()>,
) -> Option<()> {
    let mut whole = Some(());
    for (name, value) in map {
        whole = whole.and(read(name, value));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Sample {
        name: String,
        sizes: Vec<u8>,
        big: bool,
    }

    impl FromJson for Sample {
        fn from_json(value: Value, place: &mut Place) -> Option<Self> {
            let mut fields = Fields::of(value, place)?;
            let (name, sizes, big) = (
                fields.needed("name"),
                fields.list("sizes"),
                fields.mark("big"),
            );
            fields.finish();
            Some(Self {
                name: name?,
                sizes,
                big,
            })
        }
    }

    #[test]
    fn what_is_right_is_read() {
        let sample = read::<Sample>(r#"{"name":"a","sizes":[0,255]}"#).unwrap();
        assert_eq!(
            sample,
            Sample {
                name: "a".into(),
                sizes: vec![0, 255],
                big: false
            }
        );
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let problems =
            read::<Sample>(r#"{"sizes":[1,256,"x",-1],"big":"yes","a/b":1}"#).unwrap_err();
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "\"name\" is missing.",
                "/sizes/1: This has to be from 0 to 255.",
                "/sizes/2: This has to be a whole number.",
                "/sizes/3: This has to be from 0 to 255.",
                "/big: This has to be true or false.",
                "/a~1b: Nothing called \"a/b\" belongs here.",
            ]
        );
    }

    #[test]
    fn text_that_is_not_json_is_named_by_line() {
        for text in ["{", "{\"name\":\"a\"} x", "", "{\"name\":1,\"name\":2}"] {
            let problems = read::<Sample>(text).unwrap_err();
            let told = problems[0].to_string();
            assert!(
                told.starts_with("This is not JSON: ") && told.contains("line 1"),
                "{told}"
            );
        }
    }
}
