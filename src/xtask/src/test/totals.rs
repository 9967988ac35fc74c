//! How many checks passed, and how test runners say so.

use std::{fmt, ops::Add};

/// Counts of checks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Totals {
    /// One check that passed or failed; a failure is printed.
    pub(crate) fn of(outcome: crate::Outcome<()>) -> Self {
        match outcome {
            Ok(()) => Self {
                passed: 1,
                ..Self::default()
            },
            Err(sentence) => {
                println!("FAILED. {sentence}");
                Self::failure()
            }
        }
    }

    /// One check that failed.
    pub(crate) fn failure() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    /// A runner that failed without counting a failure did not get to its tests, or
    /// was ended: that counts as one. So does a runner that ran nothing.
    pub(crate) fn checked(self, succeeded: bool) -> Self {
        let ran = self.passed + self.failed > 0;
        if self.failed > 0 || (succeeded && ran) {
            self
        } else {
            self + Self::failure()
        }
    }

    /// Adds up cargo's `test result: ok. 3 passed; 0 failed; 1 ignored; …` lines. A test
    /// that found nothing to try says `SKIPPED: …` on a line (`tests/src/cases.rs`); cargo
    /// takes it for passed, and here it is skipped.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let counted = output
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("test result:"))
            .map(|line| Self {
                passed: before(line, "passed"),
                failed: before(line, "failed"),
                skipped: before(line, "ignored"),
            })
            .fold(Self::default(), Add::add);
        let untried = output.lines().filter(|line| line.starts_with("SKIPPED: "));
        let untried = untried.count().min(counted.passed);
        Self {
            passed: counted.passed - untried,
            skipped: counted.skipped + untried,
            ..counted
        }
    }

    /// Reads the closing `# pass 3` lines of node's TAP reporter. What was cancelled
    /// has not passed.
    pub(crate) fn of_tap(output: &str) -> Self {
        let count = |name: &str| {
            output
                .lines()
                .filter_map(|line| {
                    line.strip_prefix("# ")?
                        .strip_prefix(name)?
                        .strip_prefix(' ')
                })
                .filter_map(|number| number.trim().parse::<usize>().ok())
                .next_back()
                .unwrap_or(0)
        };
        Self {
            passed: count("pass"),
            failed: count("fail") + count("cancelled"),
            skipped: count("skipped") + count("todo"),
        }
    }
}

/// The number before a word: 3 for `3 passed`.
fn before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split([' ', ';']).collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

impl Add for Totals {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(passed: usize, failed: usize, skipped: usize) -> Totals {
        Totals {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn cargo_counts_each_binary() {
        let output = "running 3 tests\n...\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(Totals::of_cargo(output), totals(4, 2, 1));
    }

    #[test]
    fn a_test_that_tried_nothing_is_skipped() {
        let output = "running 4 tests\n..\nSKIPPED: there are no shared cases here, so a was not tried\n.\n\
            SKIPPED: there are no shared cases here, so b was not tried\n.\n\
            it says \"SKIPPED: \" in the midst\n\
            test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(Totals::of_cargo(output), totals(2, 0, 3));
    }

    #[test]
    fn tap_counts_once_at_the_end() {
        let output = "TAP version 13\n# Subtest: a # pass 9\nok 1 - a\n1..1\n# tests 5\n# suites 0\n\
            # pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 3.5\n";
        assert_eq!(Totals::of_tap(output), totals(2, 2, 1));
    }

    #[test]
    fn a_runner_that_broke_off_has_failed() {
        assert_eq!(totals(3, 0, 0).checked(false), totals(3, 1, 0));
        assert_eq!(totals(3, 1, 0).checked(false), totals(3, 1, 0));
        assert_eq!(totals(3, 0, 0).checked(true), totals(3, 0, 0));
    }

    #[test]
    fn a_runner_that_ran_nothing_has_failed() {
        assert_eq!(totals(0, 0, 4).checked(true), totals(0, 1, 4));
    }

    #[test]
    fn the_last_line_has_its_form() {
        assert_eq!(totals(1, 0, 2).to_string(), "1 passed, 0 failed, 2 skipped");
    }
}
