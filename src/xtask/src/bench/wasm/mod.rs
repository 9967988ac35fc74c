//! Where every byte of the wasm goes.
//!
//! Measured is the shipped wasm, made once more with the names of its functions. Each
//! function is counted for whoever wrote it, and what is no function for its section. Functions that came out the same
//! are there once, under one of their names: the figures are right in sum, and of a
//! single row as right as a name can make them.

mod owner;
mod parts;
mod report;
mod share;

use super::kept;
use crate::{Outcome, files, project::Project, site, table::table};
use std::path::Path;

/// Prints the tables of the wasm in `dist`, and keeps them in the documentation.
pub(crate) fn run(project: &Project, dist: &Path) -> Outcome<()> {
    let named = site::named_wasm(project)?;
    let parts = parts::of(&files::read(&named)?)?;
    let shipped = site::sizes(dist)?
        .into_iter()
        .find(|size| files::has_ending(&size.name, "wasm"))
        .ok_or("The site has no wasm.")?;
    let plain: usize = parts.iter().map(|part| part.bytes).sum();
    if plain != shipped.plain {
        return Err(format!(
            "Without its names the named wasm has {plain} bytes, the shipped one {}: \
             they are not of one build.",
            shipped.plain
        ));
    }
    let report = report::of(&parts, shipped.brotli);
    for part in &report {
        println!("\n{}", part.title);
        println!("{}", table(&part.heading, &part.rows));
    }
    kept::keep(project, "size", &report)
}
