//! The two names a response may carry.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::json::{FromJson, Place};

/// A response's name: 128 random bits, made on the phone and forgotten there once
/// the endpoint has the response. It makes sending twice the same as sending once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ResponseId(String);

/// A group of people who answer together, such as a year at a school; never one
/// person. Four to twelve capital letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct GroupCode(String);

const HEX: &[u8; 16] = b"0123456789abcdef";

impl ResponseId {
    /// The id of these random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        let digit = |nibble: u8| char::from(HEX[usize::from(nibble)]);
        Self(
            bytes
                .iter()
                .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
                .collect(),
        )
    }

    /// Reads 32 lowercase hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let right = text.len() == 32 && text.bytes().all(|byte| HEX.contains(&byte));
        right.then(|| Self(text.to_owned()))
    }

    /// The 32 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl GroupCode {
    /// Reads a group code.
    pub fn parse(text: &str) -> Option<Self> {
        let safe = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let right = (4..=12).contains(&text.len()) && text.bytes().all(safe);
        right.then(|| Self(text.to_owned()))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ResponseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for GroupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromJson for ResponseId {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let text = String::from_json(value, place)?;
        Self::parse(&text).or_else(|| place.say("An id has 32 lowercase hexadecimal digits."))
    }
}

impl FromJson for GroupCode {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let text = String::from_json(value, place)?;
        Self::parse(&text)
            .or_else(|| place.say("A group code has 4 to 12 capital letters and digits."))
    }
}
