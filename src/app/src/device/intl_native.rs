//! Plural forms and dates where the first pages are made: by Unicode's own library,
//! which has the data that browsers have.

use hark_domain::calendar::LocalDate;
use hark_domain::words::Plural;
use icu_calendar::Date;
use icu_datetime::{DateTimeFormatter, fieldsets::YMD};
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

/// A date as people say it: "2 November 2026".
pub(crate) fn date(language: &str, date: LocalDate) -> String {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long());
    let date_of = Date::try_new_gregorian(date.year(), date.month(), date.day());
    match (formatter, date_of) {
        (Ok(formatter), Ok(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}
