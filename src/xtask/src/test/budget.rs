//! What a first visit may cost. KB are 1,000 bytes, as they go over the wire with
//! brotli; the limits are those of the phone and the network we build for.

use super::totals::Totals;
use crate::{
    Outcome, files,
    project::Project,
    site,
    table::{kilobytes, table},
};
use std::path::Path;

/// The kinds of files with a limit: name, ending, and bytes all of a kind may have.
const LIMITS: [(&str, &str, usize); 3] = [
    // With every feature to come it may be 160,000.
    ("wasm", "wasm", 149_000),
    ("JavaScript in files, with pictures", "js", 10_000),
    ("style that comes with the app", "css", 5_000),
];

/// What any page may weigh: it arrives whole in the first ten packets of 1,460 bytes that
/// a server sends without waiting (RFC 6928), with room for its headers.
const PAGE: usize = 13_800;

/// Of that, the style.
const STYLE: usize = 7_000;

/// Builds the site and measures it. Each line of the table is one check.
pub(crate) fn run(project: &Project) -> Totals {
    println!("Budget of bytes");
    match site::build(project, &project.content()).and_then(|dist| measure(&dist)) {
        Ok(checks) => report(&checks),
        Err(sentence) => Totals::of(Err(sentence)),
    }
}

/// One measured line.
struct Check {
    name: &'static str,
    measured: String,
    allowed: String,
    holds: bool,
}

fn measure(dist: &Path) -> Outcome<Vec<Check>> {
    let mut checks = Vec::new();
    for (name, ending, limit) in LIMITS {
        let bytes = bytes_of(dist, ending)?;
        checks.push(Check {
            name,
            measured: kilobytes(bytes),
            allowed: kilobytes(limit),
            // A kind without any file was not measured.
            holds: bytes > 0 && bytes <= limit,
        });
    }
    let pages = site::pages(dist)?;
    let heaviest = pages.iter().map(|page| page.bytes).max().unwrap_or(0);
    let style = pages.iter().map(|page| page.style).max().unwrap_or(0);
    for (name, bytes, limit) in [
        ("heaviest page, with style and start", heaviest, PAGE),
        ("its style alone", style, STYLE),
    ] {
        checks.push(Check {
            name,
            measured: kilobytes(bytes),
            allowed: kilobytes(limit),
            holds: bytes > 0 && bytes <= limit,
        });
    }
    let others = site::third_party(dist)?;
    checks.push(Check {
        name: "other sites named in index.html",
        measured: others.len().to_string(),
        allowed: "0".to_owned(),
        holds: others.is_empty(),
    });
    Ok(checks)
}

/// Bytes of all files of the site's own with an ending, each as its brotli copy where there
/// is one; those of a pack lie in folders.
fn bytes_of(dist: &Path, ending: &str) -> Outcome<usize> {
    let mut sum = 0;
    let all = files::list(dist)?;
    for (name, path) in &all {
        if files::has_ending(name, ending) && !name.contains('/') {
            let shipped = all.get(&format!("{name}.br")).unwrap_or(path);
            sum += files::read(shipped)?.len();
        }
    }
    Ok(sum)
}

fn report(checks: &[Check]) -> Totals {
    let rows: Vec<Vec<String>> = checks
        .iter()
        .map(|check| {
            let word = if check.holds { "ok" } else { "FAILED" };
            vec![
                check.name.to_owned(),
                check.measured.clone(),
                check.allowed.clone(),
                word.to_owned(),
            ]
        })
        .collect();
    println!(
        "{}",
        table(
            &["brotli, 1 KB = 1,000 bytes", "measured", "allowed", ""],
            &rows
        )
    );
    let passed = checks.iter().filter(|check| check.holds).count();
    Totals {
        passed,
        failed: checks.len() - passed,
        skipped: 0,
    }
}
