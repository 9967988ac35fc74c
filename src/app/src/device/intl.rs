//! Plural forms and dates, as the browser's `Intl` has them.

use hark_domain::calendar::LocalDate;
use hark_domain::words::Plural;
use js_sys::{Array, Date, Intl, JSON, Number, Object};
use wasm_bindgen::JsValue;

/// The plural form that goes with a number in a language (BCP 47 tag).
pub(crate) fn plural(language: &str, count: usize) -> Plural {
    let rules = Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new());
    #[expect(
        clippy::cast_precision_loss,
        reason = "what is counted on a screen is far below 2^53"
    )]
    let form = rules.select(count as f64);
    let form = JsValue::from(form).as_string().unwrap_or_default();
    Plural::named(&form).unwrap_or(Plural::Other)
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
    let style = match style {
        DateStyle::Long => "{\"dateStyle\":\"long\"}",
        DateStyle::Full => "{\"dateStyle\":\"full\"}",
        DateStyle::Short => "{\"weekday\":\"short\",\"day\":\"numeric\",\"month\":\"short\"}",
    };
    let style = JSON::parse(style).unwrap_or_default();
    let (year, month) = (date.year().cast_unsigned(), i32::from(date.month()) - 1);
    Date::new_with_year_month_day(year, month, i32::from(date.day()))
        .to_locale_date_string(language, &style)
        .into()
}

/// What stands between a whole number and its fraction.
pub(crate) fn decimal_mark(language: &str) -> String {
    let half = Number::from(0.5).to_locale_string(language);
    half.char_at(1).into()
}
