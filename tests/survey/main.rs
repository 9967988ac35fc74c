//! The survey engine against oracles.
//!
//! | module | what it holds against what |
//! |---|---|
//! | `properties` | random surveys and answers against a naive second reading of the rules |
//! | `paper` | forms on paper, read to the letter, against the engine's journey |
//! | `reaching` | what the loader calls unreachable against every way through small surveys |
//! | `simulated` | made-up people against the engine's own rules |
//! | `bank` | who is asked which optional questions |
//! | `piped` | answers in later words against a reading letter by letter |
//! | `sent` | what the endpoint takes against what the phone calls complete |
//! | `counted` | indicators against a recount by hand |
//! | `device` | tapping, and carrying answers over, against the rules of answers |
//! | `cases` | other engines' outcomes, read from the folder of shared cases |
//! | `regressions` | one small example for each defect found so far |
//!
//! `generate` makes the random surveys and answers, `oracle` is the second reading.
//! `PROPTEST_CASES=20000` makes a long run of it, from another seed than
//! `cargo xtask test` begins with.

#[cfg(test)]
mod bank;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod counted;
#[cfg(test)]
mod device;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod piped;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod reaching;
#[cfg(test)]
mod regressions;
#[cfg(test)]
mod sent;
#[cfg(test)]
mod simulated;
