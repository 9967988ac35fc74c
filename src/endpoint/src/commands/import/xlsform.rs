//! `hark import xlsform FILE [--out DIR]`

use hark_domain::survey::xlsform;

use super::{Source, files};
use crate::commands::Failure;
use crate::{log, sheets};

pub(super) fn run(source: &Source) -> Result<(), Failure> {
    let shown = source.file.display();
    let book = sheets::read(&source.file).map_err(|why| format!("{shown}: {why}"))?;
    let name = source.file.file_stem().unwrap_or_default();
    let imported = xlsform::import(&book, &name.to_string_lossy());
    for line in &imported.lines {
        log::say(format!("{shown}: {line}"));
    }
    let Some((survey, json)) = imported.survey else {
        return Err(format!("{shown}: Nothing was imported.").into());
    };
    let path = format!("surveys/{}.json", survey.id);
    files::put(source.out.as_deref(), source.replace, &[(path, json)])
}
