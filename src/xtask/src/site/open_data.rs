//! Open data as plain files, for servers that only have files.

use super::Files;
use crate::{Outcome, table};
use hark_domain::{activity::export::Export, clock::Instant, pack::Pack, words::Catalogue};
use jiff::{Timestamp, tz::TimeZone};

/// Puts calendars, Open Referral's answers and the table into the site, and says how much
/// that is.
pub(crate) fn put(pack: &Pack, words: &[Catalogue], site: &mut Files) -> Outcome<()> {
    let name = &pack.site.time_zone;
    let zone = TimeZone::get(name).map_err(|_| {
        format!("There is no time zone \"{name}\": write it like \"Europe/London\", as the IANA database does.")
    })?;
    let offset = |at: Instant| {
        // After the year 9999 all clocks are UTC's.
        Timestamp::from_second(at.seconds()).map_or(0, |at| zone.to_offset(at).seconds() / 60)
    };
    let export = Export::of(&pack.organisations, &pack.site, words, &offset);
    let bytes = export.files.values().map(|file| file.text.len()).sum();
    println!(
        "Open data: {} files, {}.",
        export.files.len(),
        table::kilobytes(bytes)
    );
    let files = export.files.into_iter();
    site.extend(files.map(|(path, file)| (path, file.text.into_bytes())));
    Ok(())
}
