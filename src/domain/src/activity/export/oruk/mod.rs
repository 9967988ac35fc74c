//! Open Referral UK 3.0: the interface as files.
//!
//! Read from the UK profile's compiled schema and its examples. Fields that the profile
//! dropped from HSDS 3.0 but that somebody would miss (phones, the process of joining, how
//! a term is called in our files) are there as further fields, which both allow. What has
//! no value is left out. Times are the wall clock's, without a "Z" that would be wrong in
//! summer.

mod place;
mod schedule;
mod service;
mod terms;

use serde_json::{Map, Value, json};

use super::Source;

/// The lists of the interface by their names in addresses.
pub(super) const LISTS: [&str; 4] = [
    SERVICES,
    "service_at_locations",
    "taxonomies",
    "taxonomy_terms",
];
const SERVICES: &str = "services";

/// How many entries a page of services has where nothing else is asked for.
pub const PER_PAGE: usize = 50;

/// What the interface says of itself.
const VERSION: &str = "3.0";
const PROFILE: &str = "https://docs.openreferraluk.org";

/// A list that is given out in pages.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Its name in addresses.
    pub name: &'static str,
    /// What is in it, in order.
    entries: Vec<Entry>,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    id: String,
    /// As the list has it.
    listed: Value,
    /// As it is when somebody asks for it alone, where that is more.
    whole: Option<Value>,
}

impl List {
    /// A page of it, counted from 1, in the wrapper of version 3.0. After the last page,
    /// pages are empty.
    pub fn page(&self, number: usize, per_page: usize) -> Value {
        let per_page = per_page.max(1);
        let pages = self.entries.len().div_ceil(per_page).max(1);
        let skipped = number.saturating_sub(1).saturating_mul(per_page);
        let entries = self.entries.iter().skip(skipped).take(per_page);
        let contents: Vec<&Value> = entries.map(|entry| &entry.listed).collect();
        json!({
            "total_items": self.entries.len(),
            "total_pages": pages,
            "page_number": number,
            "size": contents.len(),
            "first_page": number == 1,
            "last_page": number == pages,
            "empty": contents.is_empty(),
            "contents": contents,
        })
    }

    /// How many pages there are, one at least.
    fn pages(&self, per_page: usize) -> usize {
        self.entries.len().div_ceil(per_page).max(1)
    }
}

/// All lists.
pub(super) fn lists(source: &Source<'_>) -> Vec<List> {
    let list = |name, entries| List { name, entries };
    let [services, at_locations, taxonomies, terms] = LISTS;
    vec![
        list(services, service::entries(source)),
        list(at_locations, service::at_locations(source)),
        list(taxonomies, terms::taxonomies(source)),
        list(terms, terms::terms(source)),
    ]
}

/// All files by their paths.
pub(super) fn files(source: &Source<'_>, lists: &[List]) -> Vec<(String, Value)> {
    let mut files = vec![("oruk.json".to_owned(), about(source))];
    for list in lists {
        let name = list.name;
        if name == SERVICES {
            files.push((format!("{name}/index.json"), list.page(1, PER_PAGE)));
            files.extend((1..=list.pages(PER_PAGE)).map(|number| {
                let path = format!("{name}/page/{number}.json");
                (path, list.page(number, PER_PAGE))
            }));
        } else {
            let all = list.entries.len();
            files.push((format!("{name}.json"), list.page(1, all)));
        }
        files.extend(list.entries.iter().map(|entry| {
            let whole = entry.whole.as_ref().unwrap_or(&entry.listed);
            (format!("{name}/{}.json", entry.id), whole.clone())
        }));
    }
    files
}

/// What the interface says at its root, which here is the site's first page.
fn about(source: &Source<'_>) -> Value {
    let schema = "/raw/3.0/schema/openapi.json";
    let base = source.site.web.as_ref().map(|web| format!("https://{web}"));
    record([
        ("version", Some(VERSION.into())),
        ("profile", Some(PROFILE.into())),
        ("openapi_url", Some([PROFILE, schema].concat().into())),
        ("publisher", Some(source.site.contact.name.as_str().into())),
        ("base", base.map(Value::from)),
        ("services", Some("/services/index.json".into())),
        (
            "service_at_locations",
            Some("/service_at_locations.json".into()),
        ),
        ("taxonomies", Some("/taxonomies.json".into())),
        ("taxonomy_terms", Some("/taxonomy_terms.json".into())),
    ])
}

/// An object without the fields that have no value: "optional fields with no value should
/// be left out", as the profile's page on compliance says.
fn record<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let has_value = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(entries) => !entries.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter_map(|(name, value)| {
        let value = value.filter(has_value)?;
        Some((name.to_owned(), value))
    });
    Value::Object(fields.collect::<Map<String, Value>>())
}

/// A text as a value, where it says anything.
fn text(text: &str) -> Option<Value> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}
