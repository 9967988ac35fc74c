//! Plural forms and dates where the first pages are made: by Unicode's own library,
//! which has the data that browsers have.

use hark_domain::calendar::LocalDate;
use hark_domain::words::Plural;
use icu_calendar::Date;
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YMD, YMDE},
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

/// A date as people say it: "2 November 2026", or "Monday 2 November 2026".
pub(crate) fn date(language: &str, date: LocalDate, weekday: bool) -> String {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let Ok(day) = Date::try_new_gregorian(date.year(), date.month(), date.day()) else {
        return date.to_string();
    };
    let said = if weekday {
        DateTimeFormatter::try_new(locale.into(), YMDE::long())
            .map(|formatter| formatter.format(&day).to_string())
    } else {
        DateTimeFormatter::try_new(locale.into(), YMD::long())
            .map(|formatter| formatter.format(&day).to_string())
    };
    said.unwrap_or_else(|_| date.to_string())
}
