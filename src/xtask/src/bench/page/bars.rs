//! What Hark wants to keep, and whether it does.

use super::figures::{Figures, Page, Profile};
use crate::{Outcome, table::table};

/// One thing to keep.
struct Bar {
    what: String,
    measured: f64,
    limit: f64,
    /// Whether more is better.
    least: bool,
    digits: usize,
}

impl Bar {
    fn met(&self) -> bool {
        if self.least {
            self.measured >= self.limit
        } else {
            self.measured <= self.limit
        }
    }

    fn row(&self) -> Vec<String> {
        let digits = self.digits;
        let sign = if self.least { "≥" } else { "≤" };
        vec![
            self.what.clone(),
            format!("{:.digits$}", self.measured),
            format!("{sign} {:.digits$}", self.limit),
            if self.met() { "met" } else { "NOT MET" }.to_owned(),
        ]
    }
}

/// Figures of Hark alone: what, profile, name, limit, unit of the figure, digits.
const OWN: [(&str, Profile, &str, f64, f64, usize); 12] = [
    ("blocked, ms", Profile::Lighthouse, "tbt", 50.0, 1.0, 0),
    ("blocked, ms", Profile::Slow, "tbt", 50.0, 1.0, 0),
    ("layout shift", Profile::Lighthouse, "cls", 0.0, 1.0, 3),
    ("layout shift", Profile::Slow, "cls", 0.0, 1.0, 3),
    ("first paint, ms", Profile::Slow, "fcp", 1200.0, 1.0, 0),
    ("largest paint, ms", Profile::Slow, "lcp", 1500.0, 1.0, 0),
    ("ready, ms", Profile::Slow, "ready", 3000.0, 1.0, 0),
    ("tap on Next, ms", Profile::Slow, "taps", 200.0, 1.0, 0),
    (
        "longest task later, ms",
        Profile::Slow,
        "longest",
        200.0,
        1.0,
        0,
    ),
    ("first visit, KB", Profile::Slow, "bytes", 190.0, 1e3, 1),
    (
        "first visit, requests",
        Profile::Slow,
        "requests",
        8.0,
        1.0,
        0,
    ),
    (
        "titles off the screen after Next",
        Profile::Slow,
        "unseen",
        0.0,
        1.0,
        0,
    ),
];

/// Ratios to the prerendered Preact page: what, profile, name, limit.
const TO_PREACT: [(&str, Profile, &str, f64); 3] = [
    ("largest paint to Preact's", Profile::Lighthouse, "lcp", 1.1),
    ("largest paint to Preact's", Profile::Slow, "lcp", 1.1),
    ("tap on Next to Preact's", Profile::Slow, "taps", 1.0),
];

/// All bars, as a table.
pub(super) fn all(figures: &Figures) -> Outcome<String> {
    let own = |profile, name| figures.median(Page::Hark, profile, name);
    let mut bars = vec![Bar {
        what: named("performance", Profile::Lighthouse),
        measured: own(Profile::Lighthouse, "performance")?,
        limit: 98.0,
        least: true,
        digits: 0,
    }];
    for (what, profile, name, limit) in TO_PREACT {
        let theirs = figures.median(Page::Preact, profile, name)?;
        bars.push(most(
            named(what, profile),
            own(profile, name)? / theirs,
            limit,
            2,
        ));
    }
    for (what, profile, name, limit, unit, digits) in OWN {
        bars.push(most(
            named(what, profile),
            own(profile, name)? / unit,
            limit,
            digits,
        ));
    }
    let worst = figures.worst(Page::Hark, Profile::Slow, "taps")?;
    bars.push(most(
        named("worst tap on Next, ms", Profile::Slow),
        worst,
        400.0,
        0,
    ));
    let memory = own(Profile::Slow, "heap")? + own(Profile::Slow, "wasm")?;
    bars.push(most(
        named("memory of scripts and wasm, MB", Profile::Slow),
        memory / 1e6,
        15.0,
        1,
    ));

    let rows: Vec<Vec<String>> = bars.iter().map(Bar::row).collect();
    Ok(table(&["bar", "measured", "allowed", ""], &rows))
}

fn most(what: String, measured: f64, limit: f64, digits: usize) -> Bar {
    Bar {
        what,
        measured,
        limit,
        least: false,
        digits,
    }
}

fn named(what: &str, profile: Profile) -> String {
    format!("{what} ({})", profile.name())
}

#[cfg(test)]
mod tests {
    use super::{Bar, most};

    #[test]
    fn a_bar_is_met_at_its_limit() {
        assert!(most(String::new(), 50.0, 50.0, 0).met());
        assert!(!most(String::new(), 50.1, 50.0, 0).met());
        let score = |measured| Bar {
            what: String::new(),
            measured,
            limit: 98.0,
            least: true,
            digits: 0,
        };
        assert!(score(98.0).met());
        assert!(!score(97.0).met());
    }
}
