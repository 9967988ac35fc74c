//! Programs that a step starts: quiet when they succeed, their last words when not.

use crate::{Outcome, files};
use std::{
    fs::File,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
};

/// How much of a failed step's output is shown; the log has the rest.
const SHOWN_LINES: usize = 60;

/// Runs a program with its output in `log`. The error says that `what` failed, and
/// shows the end of the log.
pub(crate) fn logged(what: &str, log: &Path, command: &mut Command) -> Outcome<()> {
    if let Some(folder) = log.parent() {
        files::create(folder)?;
    }
    let out = File::create(log).map_err(files::named(log))?;
    let err = out.try_clone().map_err(files::named(log))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&files::read(log)?).into_owned();
    Err(format!(
        "{what} failed ({status}). The end of {}:\n{}",
        log.display(),
        tail(&text, SHOWN_LINES)
    ))
}

/// Runs a program with `input` on its standard input, and gives what it prints.
pub(crate) fn through(what: &str, command: &mut Command, input: &str) -> Outcome<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        // Beside the reading: each could fill its pipe while waiting for the other.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(|error| format!("{what} failed: {error}."))?;
    if output.status.success() {
        return String::from_utf8(output.stdout).map_err(|_| format!("{what} gave no text."));
    }
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!(
        "{what} failed ({}):\n{}",
        output.status,
        tail(&text, SHOWN_LINES)
    ))
}

/// What a program prints, when it can be started and says it succeeded.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The sentence for a program that isn't there.
pub(crate) fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("{program} could not be started: {error}.")
}

fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    let start = all.len().saturating_sub(lines);
    all.get(start..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn the_tail_is_the_last_lines() {
        assert_eq!(tail("a\nb\nc\n", 2), "b\nc");
        assert_eq!(tail("a", 2), "a");
        assert_eq!(tail("", 2), "");
    }
}
