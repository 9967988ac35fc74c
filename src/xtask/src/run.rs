//! `cargo xtask run`: the whole product on this computer.

use crate::{Outcome, args, files, process, project::Project, site};
use std::{path::Path, process::Command, thread};

/// Builds what is missing, then becomes the endpoint.
pub(crate) fn run(project: &Project, options: &args::Run) -> Outcome<()> {
    let content = files::chosen(options.content.as_deref(), project.content())?;
    let data = files::chosen(options.data.as_deref(), project.root.join("data"))?;
    build(project, &content)?;
    let site = if options.styleguide {
        site::styleguide::with(project, &project.dist())?
    } else {
        project.dist()
    };
    let mut hark = Command::new(project.program("release", "hark"));
    hark.current_dir(&project.root)
        .arg("serve")
        .arg("--port")
        .arg(options.port.to_string())
        .arg("--data")
        .arg(data)
        .arg("--content")
        .arg(content)
        .arg("--site")
        .arg(site);
    become_it(hark)
}

/// The site and the endpoint side by side: they use different cargo profiles, so
/// neither waits for the other's lock.
pub(crate) fn build(project: &Project, content: &Path) -> Outcome<()> {
    let (endpoint, site) = thread::scope(|scope| {
        let endpoint = scope.spawn(|| endpoint(project));
        let site = site::build(project, content);
        (endpoint.join(), site)
    });
    let endpoint = endpoint.unwrap_or_else(|_| Err("Building the endpoint panicked.".to_owned()));
    match (endpoint, site) {
        (Err(one), Err(other)) => Err(format!("{one}\n\n{other}")),
        (Err(sentence), _) | (_, Err(sentence)) => Err(sentence),
        (Ok(()), Ok(_)) => Ok(()),
    }
}

/// The endpoint alone, as it is released.
pub(crate) fn endpoint(project: &Project) -> Outcome<()> {
    println!("Building the endpoint (the first time about 3 minutes, then seconds)…");
    process::logged(
        "Building the endpoint",
        &project.log("endpoint"),
        project
            .cargo()
            .args(["build", "--release", "--package", "hark"]),
    )
}

/// Replaces this process by the endpoint. So every signal, Ctrl-C too, reaches the
/// endpoint itself, and its exit code is the one the caller sees.
#[cfg(unix)]
fn become_it(mut command: Command) -> Outcome<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(process::cannot_start(&command, &error))
}

/// Where processes can't be replaced, the console sends Ctrl-C to both.
#[cfg(not(unix))]
fn become_it(mut command: Command) -> Outcome<()> {
    let status = command
        .status()
        .map_err(|error| process::cannot_start(&command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("Hark ended with {status}."))
    }
}
