//! The cell `type` of a survey's row, in all its spellings.

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Begin(Block),
    End(Block),
    /// One of a list; `other` adds a choice for everything else.
    One {
        list: &'a str,
        other: bool,
    },
    Many {
        list: &'a str,
        other: bool,
    },
    Rank {
        list: &'a str,
    },
    Whole,
    Decimal,
    Range,
    Text,
    Note,
    /// Something that Hark doesn't ask, and why.
    Refused(&'static str),
}

/// What begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Group,
    Repeat,
}

const FROM_FILE: &str =
    "its choices come from another file or sheet, and Hark has only those of the sheet choices.";
const DATE: &str =
    "it asks for a date or a time. Hark doesn't: ask with choices, such as school years or days.";
const PLACE: &str =
    "it asks where somebody is, and Hark never wants to know. Ask for an area with choices.";
const CAPTURE: &str =
    "it asks for a photo, a recording or a file, and those can show who somebody is.";
const SCAN: &str = "it scans a code, and a code can belong to one person.";
const TICK: &str = "it is a box to tick. Hark has none: ask with select_one.";
const SUMS: &str =
    "it works something out (a calculation), and Hark doesn't: answers stay as they were given.";
const ABOUT: &str = "for privacy: it notes something about the person, their phone or the time, \
     and Hark never does.";
const HIDDEN: &str =
    "it sends something that nobody sees, and Hark sends only what somebody answered.";

/// Types that are refused, lower case, without "q ", "get ", "add … prompt" and "uri:".
const REFUSED: &[(&str, &[&str])] = &[
    (DATE, &["date", "time", "datetime", "date time"]),
    (
        PLACE,
        &[
            "geopoint",
            "geotrace",
            "geoshape",
            "location",
            "gps",
            "osm",
            "start-geopoint",
            "background-geopoint",
        ],
    ),
    (
        CAPTURE,
        &[
            "image",
            "photo",
            "picture",
            "audio",
            "video",
            "file",
            "signature",
            "background-audio",
        ],
    ),
    (SCAN, &["barcode"]),
    (TICK, &["acknowledge", "trigger"]),
    (SUMS, &["calculate", "calculation"]),
    (
        ABOUT,
        &[
            "start",
            "end",
            "today",
            "start time",
            "end time",
            "deviceid",
            "device id",
            "imei",
            "phonenumber",
            "phone number",
            "username",
            "email",
            "simserial",
            "sim id",
            "subscriberid",
            "subscriber id",
            "audit",
        ],
    ),
    (HIDDEN, &["hidden", "xml-external", "csv-external"]),
];

/// Spellings of selects, longer ones first.
const SELECTS: &[(&str, Select)] = &[
    ("add select multiple prompt using", Select::Many),
    ("add select one prompt using", Select::One),
    ("select_multiple_from_file", Select::FromFile),
    ("select multiple from file", Select::FromFile),
    ("select_one_from_file", Select::FromFile),
    ("select one from file", Select::FromFile),
    ("select_multiple_external", Select::FromFile),
    ("select_one_external", Select::FromFile),
    ("select one external", Select::FromFile),
    ("select all that apply from", Select::Many),
    ("select all that apply", Select::Many),
    ("select multiple using", Select::Many),
    ("select multiple from", Select::Many),
    ("select_multiple", Select::Many),
    ("select multiple", Select::Many),
    ("select one using", Select::One),
    ("select one from", Select::One),
    ("select_one", Select::One),
    ("select one", Select::One),
    ("select1", Select::One),
    ("rank", Select::Rank),
];

#[derive(Clone, Copy)]
enum Select {
    One,
    Many,
    Rank,
    FromFile,
}

impl<'a> Kind<'a> {
    /// Reads a type.
    pub(super) fn read(cell: &'a str) -> Self {
        let cell = cell.trim();
        // Only ASCII changes, so places stay where they are.
        let lower = cell.to_ascii_lowercase();
        if let Some(select) = select(cell, &lower) {
            return select;
        }
        if let Some(block) = block(&lower, "begin") {
            return Self::Begin(block);
        }
        if let Some(block) = block(&lower, "end") {
            return Self::End(block);
        }
        let bare = lower.strip_prefix("uri:").unwrap_or(&lower);
        let bare = bare.strip_prefix("q ").unwrap_or(bare);
        let bare = bare.strip_prefix("get ").unwrap_or(bare);
        let bare = bare
            .strip_prefix("add ")
            .and_then(|bare| bare.strip_suffix(" prompt"))
            .unwrap_or(bare);
        match bare {
            "integer" | "int" => Self::Whole,
            "decimal" => Self::Decimal,
            "range" => Self::Range,
            "text" | "string" => Self::Text,
            "note" => Self::Note,
            _ => {
                let reason = REFUSED.iter().find(|(_, types)| types.contains(&bare));
                Self::Refused(reason.map_or("Hark knows no such type.", |(reason, _)| reason))
            }
        }
    }
}

fn select<'a>(cell: &'a str, lower: &str) -> Option<Kind<'a>> {
    let (spelling, select) = SELECTS.iter().find(|(spelling, _)| {
        let rest = lower.strip_prefix(spelling);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })?;
    let rest = cell.get(spelling.len()..)?.trim();
    let (list, more) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let more = more.trim().to_ascii_lowercase();
    let other = matches!(more.as_str(), "or specify other" | "or_other" | "or other");
    Some(match select {
        Select::FromFile => Kind::Refused(FROM_FILE),
        _ if list.is_empty() => Kind::Refused("it names no list of the sheet choices."),
        _ if !more.is_empty() && !other => {
            Kind::Refused("after the list only \"or_other\" can follow.")
        }
        Select::One => Kind::One { list, other },
        Select::Many => Kind::Many { list, other },
        Select::Rank => Kind::Rank { list },
    })
}

fn block(lower: &str, word: &str) -> Option<Block> {
    let rest = lower.strip_prefix(word)?;
    let rest = rest.strip_prefix(['_', ' '])?.trim();
    match rest.split(' ').next()? {
        "group" => Some(Block::Group),
        "repeat" | "lgroup" | "loop" | "looped" => Some(Block::Repeat),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_spellings_are_one() {
        let one = |other| Kind::One {
            list: "yes_no",
            other,
        };
        let many = |other| Kind::Many {
            list: "yes_no",
            other,
        };
        for (cell, expected) in [
            ("select_one yes_no", one(false)),
            ("select one from yes_no", one(false)),
            ("Select One yes_no", one(false)),
            ("select1 yes_no", one(false)),
            ("select one from yes_no or specify other", one(true)),
            ("select_one yes_no or_other", one(true)),
            ("select_multiple yes_no or other", many(true)),
            ("select all that apply from yes_no", many(false)),
            ("add select multiple prompt using yes_no", many(false)),
            ("rank yes_no", Kind::Rank { list: "yes_no" }),
            ("begin group", Kind::Begin(Block::Group)),
            ("begin_group", Kind::Begin(Block::Group)),
            ("end group", Kind::End(Block::Group)),
            ("begin repeat", Kind::Begin(Block::Repeat)),
            ("begin lgroup", Kind::Begin(Block::Repeat)),
            ("end looped group", Kind::End(Block::Repeat)),
            ("begin loop over list", Kind::Begin(Block::Repeat)),
            ("int", Kind::Whole),
            ("q int", Kind::Whole),
            ("add integer prompt", Kind::Whole),
            ("string", Kind::Text),
            ("Note", Kind::Note),
            ("select_one_from_file towns.csv", Kind::Refused(FROM_FILE)),
            ("select_one_external towns", Kind::Refused(FROM_FILE)),
            ("dateTime", Kind::Refused(DATE)),
            ("add dateTime prompt", Kind::Refused(DATE)),
            ("gps", Kind::Refused(PLACE)),
            ("end", Kind::Refused(ABOUT)),
            ("start time", Kind::Refused(ABOUT)),
            ("get end time", Kind::Refused(ABOUT)),
            ("uri:deviceid", Kind::Refused(ABOUT)),
            ("get subscriber id", Kind::Refused(ABOUT)),
            ("calculate", Kind::Refused(SUMS)),
            ("hologram", Kind::Refused("Hark knows no such type.")),
            (
                "select_one",
                Kind::Refused("it names no list of the sheet choices."),
            ),
        ] {
            assert_eq!(Kind::read(cell), expected, "{cell}");
        }
    }
}
