//! The project's own commands: `cargo xtask run | test | bench | site`.
//!
//! Each command installs or names what is missing, says in one line what a slow
//! step does and how long that usually takes, and ends with 0 (done), 1 (it failed)
//! or 2 (misuse).
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal program: what it prints is its whole purpose"
)]

mod args;
mod bench;
mod files;
mod inputs;
mod process;
mod project;
mod run;
mod site;
mod table;
mod test;
mod tools;

use args::Command;
use project::Project;
use std::process::ExitCode;

/// A result whose error is the sentence (or the sentences) a person reads.
type Outcome<T> = Result<T, String>;

fn main() -> ExitCode {
    let command = match args::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("{error}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    match perform(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the command did what it was asked to; `Err` where it could not be tried.
fn perform(command: Command) -> Outcome<bool> {
    if matches!(command, Command::Help) {
        println!("{}", args::USAGE);
        return Ok(true);
    }
    let project = Project::find()?;
    match command {
        Command::Help => Ok(true),
        Command::Run(options) => run::run(&project, &options).map(|()| true),
        Command::Site { content } => {
            let content = files::chosen(content.as_deref(), project.content())?;
            site::build(&project, &content).map(|_| true)
        }
        Command::Test { stages } => Ok(test::run(&project, &stages)),
        Command::Bench { name } => bench::run(&project, name.as_deref()).map(|()| true),
    }
}
