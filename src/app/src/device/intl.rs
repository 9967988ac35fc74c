//! Plural forms and dates, as the browser's `Intl` has them.

use hark_domain::calendar::LocalDate;
use hark_domain::words::Plural;
use js_sys::{Array, Date, Intl, JSON, Object};
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

/// A date as people say it: "2 November 2026", or "Monday 2 November 2026".
pub(crate) fn date(language: &str, date: LocalDate, weekday: bool) -> String {
    let style = if weekday { "full" } else { "long" };
    let style = ["{\"dateStyle\":\"", style, "\"}"].concat();
    let style = JSON::parse(&style).unwrap_or_default();
    let (year, month) = (date.year().cast_unsigned(), i32::from(date.month()) - 1);
    Date::new_with_year_month_day(year, month, i32::from(date.day()))
        .to_locale_date_string(language, &style)
        .into()
}
