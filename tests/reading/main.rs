//! How old one has to be to read what Hark says, measured.
//!
//! Young people of 11 are the youngest Hark is for, so no screen may ask more of a
//! reader on average, and no sentence has more than 20 words. Easy-read has a bar of its
//! own: age 8 and 12 words.
//! `cargo test -p hark-tests --test reading -- --nocapture` prints the table and the
//! hardest sentences.
//!
//! | module | what it holds |
//! |---|---|
//! | `syllables` | how many syllables a word has, by rules |
//! | `grade` | sentences, words, and the age of a text |
//! | `texts` | what there is to read: the shipped pack |
//! | `interface` | the same of the interface |
//! | `bar` | what may be asked of a reader, and whether it is kept |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod bar;
#[cfg(test)]
mod grade;
#[cfg(test)]
mod interface;
#[cfg(test)]
mod syllables;
#[cfg(test)]
mod texts;
