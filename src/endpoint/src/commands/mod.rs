//! What an organiser types. Each command is one file here.
//!
//! Exit 0: done. Exit 1: what was given is wrong, said in words on standard error.
//! Exit 2: the command itself was misused. What a machine reads goes to standard
//! output and nothing else does.

mod check;
mod export_form;
mod import;
mod journey;
mod reports;
mod serve;
pub mod simulate;
mod survey;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::log;

/// Hark: surveys, votes and things to do for a borough's young people.
#[derive(Parser)]
#[command(name = "hark", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Options),
    Check(check::Options),
    ExportForm(export_form::Options),
    Import(import::Options),
    Journey(journey::Options),
    Reports(reports::Options),
    Simulate(simulate::Options),
    #[command(subcommand)]
    Survey(survey::Command),
}

/// What is wrong, a sentence a line.
struct Failure(Vec<String>);

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self(vec![sentence])
    }
}

impl From<Vec<String>> for Failure {
    fn from(sentences: Vec<String>) -> Self {
        Self(sentences)
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(options) => serve::run(&options),
        Command::Check(options) => check::run(&options),
        Command::ExportForm(options) => export_form::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Journey(options) => journey::run(&options),
        Command::Reports(options) => reports::run(&options),
        Command::Simulate(options) => simulate::run(&options),
        Command::Survey(command) => survey::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentences)) => {
            for sentence in sentences {
                log::say(sentence);
            }
            ExitCode::from(1)
        }
    }
}

/// Writes a line to standard output; says whether anyone still reads it.
fn print(line: &str) -> bool {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).is_ok()
}
