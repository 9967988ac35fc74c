//! The figures as tables.

use super::figures::{Figures, Page, Profile};
use crate::{Outcome, table::table};

/// A column: its heading, the figure's name, and how the figure is written.
type Column = (&'static str, &'static str, fn(f64) -> String);

const LIGHTHOUSE: [Column; 6] = [
    ("performance", "performance", whole),
    ("first ms", "fcp", whole),
    ("largest ms", "lcp", whole),
    ("blocked ms", "tbt", whole),
    ("shift", "cls", shift),
    ("KB", "bytes", kilobytes),
];

const LOADING: [Column; 7] = [
    ("first ms", "fcp", whole),
    ("largest ms", "lcp", whole),
    ("ready ms", "ready", whole),
    ("blocked ms", "tbt", whole),
    ("shift", "cls", shift),
    ("KB", "bytes", kilobytes),
    ("requests", "requests", whole),
];

const USE: [Column; 5] = [
    ("tap ms", "taps", whole),
    ("longest task ms: start", "starting", whole),
    ("later", "longest", whole),
    ("script MB", "heap", megabytes),
    ("wasm MB", "wasm", megabytes),
];

/// What Hark's figure is set beside that of each rival.
const RATIOS: [(&str, Profile, &str); 7] = [
    ("largest paint", Profile::Lighthouse, "lcp"),
    ("first paint", Profile::Slow, "fcp"),
    ("largest paint", Profile::Slow, "lcp"),
    ("ready", Profile::Slow, "ready"),
    ("tap on Next", Profile::Slow, "taps"),
    ("script memory", Profile::Slow, "heap"),
    ("bytes", Profile::Slow, "bytes"),
];

/// All tables, each with a line that says what it is.
pub(super) fn all(figures: &Figures) -> Outcome<String> {
    let lighthouse = measured(figures, Profile::Lighthouse, &LIGHTHOUSE)?;
    let loading = measured(figures, Profile::Slow, &LOADING)?;
    let using = measured(figures, Profile::Slow, &USE)?;
    let ratios = ratios(figures)?;
    Ok(format!(
        "Lighthouse, settings for a phone (medians)\n{lighthouse}\n\n\
         Slow 4G and a processor slowed down 6 times, first visit (medians)\n{loading}\n\n\
         The same, in use: tap on Next to next question painted (medians)\n{using}\n\n\
         Hark's figure to that of each rival (below 1 is less)\n{ratios}"
    ))
}

fn measured(figures: &Figures, profile: Profile, columns: &[Column]) -> Outcome<String> {
    let mut heading = vec!["page"];
    heading.extend(columns.iter().map(|(heading, ..)| *heading));
    let mut rows = Vec::new();
    for page in Page::ALL {
        let mut row = vec![page.name().to_owned()];
        for (_, name, write) in columns {
            row.push(write(figures.median(page, profile, name)?));
        }
        rows.push(row);
    }
    Ok(table(&heading, &rows))
}

fn ratios(figures: &Figures) -> Outcome<String> {
    let rivals = Page::ALL.into_iter().filter(|page| *page != Page::Hark);
    let mut heading = vec!["Hark to"];
    heading.extend(rivals.clone().map(Page::name));
    let mut rows = Vec::new();
    for (what, profile, name) in RATIOS {
        let own = figures.median(Page::Hark, profile, name)?;
        let mut row = vec![format!("{what}, {}", profile.name())];
        for rival in rivals.clone() {
            let theirs = figures.median(rival, profile, name)?;
            row.push(format!("{:.2} ×", own / theirs));
        }
        rows.push(row);
    }
    Ok(table(&heading, &rows))
}

fn whole(figure: f64) -> String {
    format!("{figure:.0}")
}

fn shift(figure: f64) -> String {
    format!("{figure:.3}")
}

fn kilobytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1e3)
}

fn megabytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1e6)
}
