//! Plural forms and dates where the first pages are made: by Unicode's own library,
//! which has the data that browsers have.

use hark_domain::calendar::LocalDate;
use hark_domain::words::Plural;
use icu_calendar::Date;
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{MDE, YMD, YMDE},
};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The plural form that goes with a number in a language (BCP 47 tag).
pub(crate) fn plural(language: &str, count: usize) -> Plural {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let Ok(rules) = PluralRules::try_new_cardinal(locale.into()) else {
        return Plural::Other;
    };
    match rules.category_for(count) {
        PluralCategory::Zero => Plural::Zero,
        PluralCategory::One => Plural::One,
        PluralCategory::Two => Plural::Two,
        PluralCategory::Few => Plural::Few,
        PluralCategory::Many => Plural::Many,
        PluralCategory::Other => Plural::Other,
    }
}

/// How much is said of a date.
#[derive(Clone, Copy)]
pub(crate) enum DateStyle {
    /// "2 November 2026"
    Long,
    /// "Monday 2 November 2026"
    Full,
    /// "Mon 2 Nov", of a date that is near.
    Short,
}

/// A date as people say it.
pub(crate) fn date(language: &str, date: LocalDate, style: DateStyle) -> String {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let Ok(day) = Date::try_new_gregorian(date.year(), date.month(), date.day()) else {
        return date.to_string();
    };
    let said = match style {
        DateStyle::Long => DateTimeFormatter::try_new(locale.into(), YMD::long())
            .map(|formatter| formatter.format(&day).to_string()),
        DateStyle::Full => DateTimeFormatter::try_new(locale.into(), YMDE::long())
            .map(|formatter| formatter.format(&day).to_string()),
        DateStyle::Short => DateTimeFormatter::try_new(locale.into(), MDE::medium())
            .map(|formatter| formatter.format(&day).to_string()),
    };
    said.unwrap_or_else(|_| date.to_string())
}

/// What stands between a whole number and its fraction. Where pages are made, nobody is
/// anywhere, so no distance is said.
pub(crate) fn decimal_mark(_: &str) -> String {
    ".".to_owned()
}
