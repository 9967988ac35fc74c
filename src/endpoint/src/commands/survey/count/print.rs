//! A survey's indicators as a person reads them.

use std::fmt::Write;

use hark_domain::disclosure::Shown;
use hark_domain::indicator::{Better, Missing, Status, Weighting};

use super::{LeftOut, Line, Report};

/// The report in lines.
pub(super) fn readable(report: &Report<'_>) -> String {
    let Report {
        survey,
        version,
        title,
        warning,
        responses,
        left_out,
        indicators,
    } = report;
    let mut text = format!("{title} ({survey}, version {version})\n");
    let _ = writeln!(
        text,
        "Responses: {}. Tests are left out.",
        about(*responses)
    );
    for LeftOut { version, responses } in left_out {
        let responses = about(*responses);
        let _ = writeln!(text, "Left out, because of version {version}: {responses}.");
    }
    let _ = writeln!(text, "{warning}");
    if indicators.is_empty() {
        text.push_str("\nThe pack has no indicator of this survey.\n");
    }
    for line in indicators {
        let _ = write!(text, "\n{}  {}\n{}", line.id, line.title, standing(line));
        match &line.figure {
            Some(shown) => text.push_str(&numbers(shown, line.missing)),
            None => text.push_str("  Too few to show.\n"),
        }
    }
    text.trim_end().to_owned()
}

fn standing(line: &Line<'_>) -> String {
    let status = match line.status {
        Status::Sourced => "The rule was read in a source.",
        Status::Assumed => "The rule is assumed: its note says how.",
    };
    let weighting = match line.weighting {
        Weighting::None => "",
        Weighting::ToBeSupplied => " Its weights have not been supplied, so this has none.",
    };
    let better = match line.better {
        Better::Larger => "Larger is better.",
        Better::Smaller => "Smaller is better.",
    };
    format!("  {status}{weighting} {better}\n")
}

fn numbers(shown: &Shown, missing: Missing) -> String {
    let mut text = format!(
        "  Asked {}: answered {}, not answered {}, don't know {}, don't want to say {}.\n  Counted {}",
        shown.asked,
        shown.answered,
        shown.not_answered,
        shown.dont_know,
        shown.prefer_not,
        shown.numerator
    );
    let of = [
        (
            shown.percent_of_answered,
            Missing::Out,
            "those who answered",
        ),
        (shown.percent_of_asked, Missing::AsNo, "everybody asked"),
    ];
    for (percent, base, whom) in of {
        let percent = percent.map_or_else(
            || "too few for a percentage".to_owned(),
            |percent| format!("{percent} %"),
        );
        let headline = if base == missing { " (headline)" } else { "" };
        let _ = write!(text, "; of {whom}{headline}: {percent}");
    }
    text.push_str(".\n");
    text
}

/// A count as it may be told.
fn about(count: Option<u32>) -> String {
    match count {
        Some(0) => "none".to_owned(),
        Some(count) => format!("about {count}"),
        None => "too few to say".to_owned(),
    }
}
