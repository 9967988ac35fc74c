//! Exit 2, help, and a reader that goes away.

use std::process::Stdio;

use crate::ran::{hark, run, sample};

#[test]
fn misuse_is_exit_2() {
    for arguments in [
        &[][..],
        &["sing"],
        &["check"],
        &["check", "a", "b"],
        &["serve", "--port", "many"],
        &["serve", "--port", "70000"],
        &["serve", "--host", "not an address"],
        &["journey", "--survey", "clubs"],
        &["simulate"],
        &["simulate", "clubs", "--count", "-1"],
        &["simulate", "clubs", "--seed", "x"],
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{ran:?}");
    }
}

#[test]
fn help_names_every_command() {
    let ran = run(["--help"]);
    assert_eq!(ran.code, Some(0));
    for command in ["serve", "check", "journey", "simulate"] {
        assert!(ran.out.contains(command), "{}", ran.out);
        assert_eq!(run([command, "--help"]).code, Some(0));
    }
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let mut child = hark()
        .args(["simulate", "--count", "1000000"])
        .arg(sample("surveys/clubs.json"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.stderr.is_empty(), "{ended:?}");
}
