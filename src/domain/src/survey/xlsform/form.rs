//! An `XLSForm` as read: its three sheets, with everything named that isn't taken.

use super::book::{Book, Sheet};
use super::field::Field;
use super::language;
use super::line::{Act, Line};
use super::lists::Lists;
use super::outline::{Outline, outline};
use super::table::{Record, Table};

const SURVEY: &[Field] = &[
    Field::Type,
    Field::Name,
    Field::Label,
    Field::Hint,
    Field::Relevant,
    Field::Required,
    Field::RequiredMessage,
    Field::Constraint,
    Field::ConstraintMessage,
    Field::Appearance,
    Field::Parameters,
    Field::ChoiceFilter,
    Field::Calculation,
    Field::Default,
    Field::ReadOnly,
    Field::Image,
    Field::BigImage,
    Field::Audio,
    Field::Video,
    Field::Disabled,
    Field::HarkLabel,
    Field::HarkHint,
    Field::HarkRequiredMessage,
    Field::HarkConstraintMessage,
    Field::HarkVisibleIf,
    Field::HarkRequiredIf,
    Field::HarkConstraint,
    Field::HarkEndIf,
    Field::HarkSamePage,
    Field::HarkRequired,
    Field::HarkLeast,
    Field::HarkMost,
    Field::HarkDecimals,
    Field::HarkUnit,
    Field::HarkLongest,
    Field::HarkLook,
    Field::HarkSensitive,
    Field::HarkHelplines,
    Field::HarkOptional,
    Field::HarkEasyTitle,
    Field::HarkEasyHelp,
    Field::HarkEasyPicture,
];

const CHOICES: &[Field] = &[
    Field::ListName,
    Field::Name,
    Field::Label,
    Field::Image,
    Field::BigImage,
    Field::Audio,
    Field::Video,
    Field::HarkLabel,
    Field::HarkVisibleIf,
    Field::HarkExclusive,
    Field::HarkEasyTitle,
    Field::HarkEasyPicture,
];

const SETTINGS: &[Field] = &[
    Field::FormTitle,
    Field::FormId,
    Field::Version,
    Field::DefaultLanguage,
    Field::AllowDuplicates,
    Field::HarkTitle,
    Field::HarkAbout,
    Field::HarkThanks,
    Field::HarkMinutes,
    Field::HarkOpens,
    Field::HarkCloses,
    Field::HarkPicks,
    Field::HarkSchoolPicks,
];

/// Columns that are known and never taken, with the reason.
const DROPPED: &[(Field, &str)] = &[
    (
        Field::Default,
        "Nothing is filled in beforehand, so this isn't read: Hark sends only what somebody answered.",
    ),
    (
        Field::ReadOnly,
        "Nothing is there only to be read but notes, so this isn't read.",
    ),
];

/// A form, before anything in it is translated.
pub(super) struct Form {
    pub(super) survey: Table,
    pub(super) lists: Lists,
    pub(super) settings: Table,
    pub(super) outline: Outline,
    /// The language of words in columns that name none, where others do.
    pub(super) language: String,
}

impl Form {
    /// Reads the sheets.
    pub(super) fn read(book: &Book, lines: &mut Vec<Line>) -> Self {
        let named = |name: &str| {
            let is = |sheet: &&Sheet| sheet.name.trim().eq_ignore_ascii_case(name);
            book.sheets.iter().find(is)
        };
        let survey = match (named("survey"), book.sheets.as_slice()) {
            (Some(sheet), _) => Some(sheet),
            // As in other tools, a sheet that stands alone is the survey.
            (None, [only]) => Some(only),
            _ => None,
        };
        if survey.is_none() {
            lines.push(whole(
                Act::Refused,
                "survey",
                "There is no sheet called \"survey\".",
            ));
        }
        let choices = named("choices").or_else(|| named("choices and columns"));
        for sheet in &book.sheets {
            let is = |other: Option<&Sheet>| other.is_some_and(|other| std::ptr::eq(sheet, other));
            let filled = sheet.rows.iter().any(|row| !row.is_empty());
            if filled && !is(survey) && !is(choices) && !is(named("settings")) {
                lines.push(whole(
                    Act::Repaired,
                    &sheet.name,
                    "This sheet isn't read: a form has the sheets survey, choices and settings.",
                ));
            }
        }
        let survey = Table::read("survey", survey, SURVEY, lines);
        let settings = Table::read("settings", named("settings"), SETTINGS, lines);
        let choices = Table::read("choices", choices, CHOICES, lines);
        let allow_twice = settings
            .records
            .first()
            .is_some_and(|record| record.says_yes(Field::AllowDuplicates));
        let mut lists = Lists::read(choices, allow_twice, lines);
        lines.extend(survey.dropped(DROPPED));
        lines.extend(survey.outdated());
        lines.extend(lists.table.outdated());
        let mut outline = outline(&survey, lines);
        for list in &outline.with_other {
            lists.add_other(list);
        }
        outline.settle_grids(&survey, lines);
        let mut form = Self {
            survey,
            lists,
            settings,
            outline,
            language: "en".to_owned(),
        };
        form.settle_language(lines);
        form
    }

    /// The first row of the settings, or an empty one.
    pub(super) fn setting(&self) -> Record {
        self.settings.records.first().cloned().unwrap_or_default()
    }

    fn settle_language(&mut self, lines: &mut Vec<Line>) {
        let setting = self.setting();
        let Some(named) = setting.get(Field::DefaultLanguage) else {
            if self.mixes_languages() {
                lines.push(self.settings.about(
                    "default_language",
                    "Some columns name a language and others none: those without are taken as English (en).",
                ));
            }
            return;
        };
        match language::tag(named) {
            Some(tag) => self.language = tag,
            None if super::table::yes_or_no(named).is_some() => {}
            None => lines.push(self.settings.about(
                "default_language",
                format!("Nobody can tell which language \"{named}\" is, so it is taken as English (en). Write its tag, such as English (en)."),
            )),
        }
    }

    fn mixes_languages(&self) -> bool {
        let fields = [
            Field::Label,
            Field::Hint,
            Field::ConstraintMessage,
            Field::RequiredMessage,
        ];
        let records = self.survey.records.iter();
        let mut records = records.chain(&self.lists.table.records);
        records.any(|record| {
            fields.iter().any(|field| {
                let words = record.words(*field);
                let without = words.iter().any(|(tag, ..)| tag.is_none());
                without && words.iter().any(|(tag, ..)| tag.is_some())
            })
        })
    }
}

/// A line about a whole sheet.
pub(super) fn whole(act: Act, sheet: &str, text: impl Into<String>) -> Line {
    Line {
        act,
        sheet: sheet.to_owned(),
        row: None,
        name: String::new(),
        field: String::new(),
        text: text.into(),
    }
}
