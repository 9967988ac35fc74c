//! What was asked for on the command line.

use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::path::PathBuf;

/// Shown for `--help` and after a mistake.
pub(crate) const USAGE: &str = "\
cargo xtask run [--port 8080] [--data DIR] [--content DIR] [--styleguide]
    Builds what is missing and starts Hark; with the style guide at /styleguide.
cargo xtask test [STAGE…]
    Runs every check. Stages: lint rust budget journeys
cargo xtask bench [NAME]
    Measures. Names: size page film
cargo xtask site [--content DIR]
    Builds dist/, ready for any static server.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print the usage.
    Help,
    /// Start the product.
    Run(Run),
    /// Run the checks.
    Test {
        /// Only these; all when empty.
        stages: Vec<Stage>,
    },
    /// Run the benchmarks.
    Bench {
        /// Only this one.
        name: Option<String>,
    },
    /// Build the static site.
    Site {
        /// The content pack, when not the one in `public/content`.
        content: Option<PathBuf>,
    },
}

/// Options of `run`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where to listen on 127.0.0.1; 0 lets the system choose.
    pub(crate) port: u16,
    /// Where answers are kept, when not in `data`.
    pub(crate) data: Option<PathBuf>,
    /// The content pack, when not the one in `public/content`.
    pub(crate) content: Option<PathBuf>,
    /// Whether to serve the style guide too.
    pub(crate) styleguide: bool,
}

/// A part of `test` that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Formatting and lints.
    Lint,
    /// Everything `cargo test` runs.
    Rust,
    /// The bytes of the site.
    Budget,
    /// The product in a real browser.
    Journeys,
}

impl Stage {
    /// Every stage, in the order they run: the quickest to say no comes first.
    pub(crate) const ALL: [Self; 4] = [Self::Lint, Self::Rust, Self::Budget, Self::Journeys];

    fn named(name: &str) -> Option<Self> {
        match name {
            "lint" => Some(Self::Lint),
            "rust" => Some(Self::Rust),
            "budget" => Some(Self::Budget),
            "journeys" => Some(Self::Journeys),
            _ => None,
        }
    }
}

/// Reads the command line.
pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let Some(Value(first)) = parser.next()? else {
        return Ok(Command::Help);
    };
    match first.string()?.as_str() {
        "run" => run(&mut parser),
        "site" => site(&mut parser),
        "test" => test(&mut parser),
        "bench" => bench(&mut parser),
        other => Err(format!("There is no command '{other}'.").into()),
    }
}

fn run(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut run = Run {
        port: 8080,
        data: None,
        content: None,
        styleguide: false,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => run.port = parser.value()?.parse()?,
            Long("data") => run.data = Some(parser.value()?.into()),
            Long("content") => run.content = Some(parser.value()?.into()),
            Long("styleguide") => run.styleguide = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Run(run))
}

fn site(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut content = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("content") => content = Some(parser.value()?.into()),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Site { content })
}

fn test(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut stages = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(name) => {
                let name = name.string()?;
                let stage = Stage::named(&name)
                    .ok_or_else(|| lexopt::Error::from(format!("There is no stage '{name}'.")))?;
                stages.push(stage);
            }
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Test { stages })
}

fn bench(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut name = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) if name.is_none() => name = Some(value.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Bench { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(words)).map_err(|error| error.to_string())
    }

    #[test]
    fn run_has_the_defaults_a_person_expects() {
        let expected = Run {
            port: 8080,
            data: None,
            content: None,
            styleguide: false,
        };
        assert_eq!(parsed(&["run"]), Ok(Command::Run(expected)));
    }

    #[test]
    fn run_takes_a_port_and_folders() {
        let expected = Run {
            port: 0,
            data: Some("d".into()),
            content: Some("c".into()),
            styleguide: true,
        };
        let words = [
            "run",
            "--port",
            "0",
            "--data=d",
            "--content",
            "c",
            "--styleguide",
        ];
        assert_eq!(parsed(&words), Ok(Command::Run(expected)));
    }

    #[test]
    fn stages_keep_their_names() {
        let stages = vec![Stage::Budget, Stage::Journeys];
        assert_eq!(
            parsed(&["test", "budget", "journeys"]),
            Ok(Command::Test { stages })
        );
        assert_eq!(
            parsed(&["test", "all"]),
            Err("There is no stage 'all'.".to_owned())
        );
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        assert_eq!(
            parsed(&["deploy"]),
            Err("There is no command 'deploy'.".to_owned())
        );
        assert!(parsed(&["run", "--prot", "1"]).is_err());
        assert_eq!(parsed(&[]), Ok(Command::Help));
    }
}
