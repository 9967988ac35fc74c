//! What a first visit costs in bytes, and where those of the wasm go.

use super::wasm;
use crate::{
    Outcome,
    project::Project,
    site,
    table::{kilobytes, ratio, table},
};

/// Rivals, and what their page with the same survey of 20 questions took over the
/// wire with brotli, in bytes. Recorded on 2026-11-22; not measured again here.
const RIVALS: [(&str, usize); 5] = [
    ("SurveyJS js-ui", 290_000),
    ("SurveyJS, its engine alone", 273_000),
    ("Formbricks", 221_000),
    ("React", 60_000),
    ("Preact, prerendered", 9_000),
];

/// Builds the site, prints its bytes and their ratio to each rival.
pub(crate) fn run(project: &Project) -> Outcome<()> {
    let dist = site::build(project, &project.content())?;
    let sizes = site::sizes(&dist)?;
    let mut rows: Vec<Vec<String>> = sizes
        .iter()
        .map(|size| {
            let numbers = [size.plain, size.gzip, size.brotli].map(kilobytes);
            [vec![size.name.clone()], numbers.to_vec()].concat()
        })
        .collect();
    let total: usize = sizes.iter().map(|size| size.brotli).sum();
    rows.push(vec![
        "together".to_owned(),
        kilobytes(sizes.iter().map(|size| size.plain).sum()),
        kilobytes(sizes.iter().map(|size| size.gzip).sum()),
        kilobytes(total),
    ]);
    println!("Bytes of a first visit (1 KB = 1,000 bytes)");
    println!("{}", table(&["file", "plain", "gzip", "brotli"], &rows));

    let rows: Vec<Vec<String>> = RIVALS
        .iter()
        .map(|(name, bytes)| vec![(*name).to_owned(), kilobytes(*bytes), ratio(total, *bytes)])
        .collect();
    println!("\nHark's first visit to that of others (below 1 is smaller)");
    println!("{}", table(&["rival", "brotli", "Hark"], &rows));
    println!(
        "The rivals' figures were recorded on 2026-11-22 with one survey of 20 questions; \
         they are not measured again here. Hark's is the whole app."
    );
    wasm::run(project, &dist)
}
