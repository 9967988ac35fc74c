//! The borough's time zone, from the database that this program carries.

use hark_domain::clock::Instant;
use hark_domain::json;
use hark_domain::pack::Files;
use hark_domain::problem::Problem;
use hark_domain::site::Site;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The rules of a place's clocks.
#[derive(Clone, Debug)]
pub struct BoroughZone(TimeZone);

impl BoroughZone {
    /// The zone that the IANA database has under that name.
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The borough's. A pack that was checked names one that there is.
    pub fn of(site: &Site) -> Self {
        Self::named(&site.time_zone).unwrap_or(Self(TimeZone::UTC))
    }

    /// How many minutes east of UTC the clocks are at a moment.
    pub fn offset(&self, at: Instant) -> i32 {
        // After the year 9999 all clocks are UTC's.
        Timestamp::from_second(at.seconds()).map_or(0, |at| self.0.to_offset(at).seconds() / 60)
    }
}

/// What is wrong with the time zone of a pack, if its `site.json` can be read.
pub(crate) fn problem(files: &Files) -> Option<Problem> {
    let site: Site = json::read(files.get("site.json")?).ok()?;
    let name = &site.time_zone;
    let unknown = BoroughZone::named(name).is_none();
    unknown.then(|| {
        let text = format!(
            "There is no time zone \"{name}\": write it like \"Europe/London\", as the IANA database does."
        );
        Problem::at("/time_zone", text).in_file("site.json")
    })
}
