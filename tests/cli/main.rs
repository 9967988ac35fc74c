//! What an organiser types, as they see it: exit codes, standard output, standard
//! error.
//!
//! | module | what it holds |
//! |---|---|
//! | `misuse` | exit 2, help, a reader that goes away |
//! | `check` | right packs, wrong packs, awkward files |
//! | `journey` | the JSON of design.md, and files that can't be read |
//! | `simulate` | the same seed gives the same people, and each is admitted |
//! | `count` | a survey's indicators, from answers to figures |
//! | `corrupt` | whatever is wrong with a pack, it is said and never crashes |
//! | `pictures` | its easy-read wording and the pictures of it |
//! | `shipped` | the pack that is shipped: right, and its helplines supported |
//! | `tokens` | the colours shipped are those that a pack is judged by |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod check;
#[cfg(test)]
mod corrupt;
#[cfg(test)]
mod count;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod misuse;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod simulate;
#[cfg(test)]
mod tokens;

#[cfg(test)]
mod ran {
    use std::ffi::OsStr;
    use std::path::PathBuf;
    use std::process::{Command, Stdio};

    /// The program, ready to be given arguments.
    pub(crate) fn hark() -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hark-under-test"));
        command.stdin(Stdio::null());
        command
    }

    /// How a command ended.
    #[derive(Debug, PartialEq, Eq)]
    pub(crate) struct Ran {
        /// The exit code; nothing where a signal ended it.
        pub(crate) code: Option<i32>,
        pub(crate) out: String,
        pub(crate) err: String,
    }

    /// Runs a command to its end.
    pub(crate) fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Ran {
        let output = hark().args(arguments).output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts exit 1 with nothing on standard output, and gives the sentences.
    pub(crate) fn refused<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> String {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{ran:?}");
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        ran.err
    }

    /// A file's path in the small pack.
    pub(crate) fn sample(file: &str) -> PathBuf {
        hark_tests::packs::fixture("pack").join(file)
    }
}
