//! The forms to print, made from the pack that is served: any pack, without a build, and
//! whether the survey is open or not.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, Method};
use axum::response::Response;
use hark_domain::pack::{Pack, papers};
use hark_domain::survey::paper::Address;
use hark_domain::words::Catalogue;

use super::headers::paper_policy_of;
use super::page::Page;

/// The site's own words as people write them, a file a language.
const LOCALES: &[&str] = &include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Every form of a pack, by address.
pub(super) struct Papers(BTreeMap<String, Page>);

impl Papers {
    /// Makes all of them; they are compressed when somebody first asks.
    pub(super) fn new(pack: &Pack) -> Self {
        let words = LOCALES.iter().filter_map(|json| Catalogue::read(json).ok());
        let words: Vec<Catalogue> = words.collect();
        let mut pages: BTreeMap<String, Page> = BTreeMap::new();
        for (address, html) in papers(pack, &words) {
            let Some(tag) = &address.language else {
                // Here, one address speaks every language.
                continue;
            };
            let policy = paper_policy_of(&html);
            let any = Address {
                language: None,
                ..address.clone()
            };
            for address in [&any, &address] {
                let page = pages.entry(address.to_string()).or_default();
                page.add_with(tag, html.clone(), policy.clone());
            }
        }
        Self(pages)
    }

    /// Answers `GET` or `HEAD` where the path is a form's; nothing elsewhere.
    pub(super) fn answer(
        &self,
        path: &str,
        method: &Method,
        headers: &HeaderMap,
    ) -> Option<Response> {
        let address = Address::parse(path)?.to_string();
        Some(self.0.get(&address)?.answer(method, headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read() {
        assert!(LOCALES.len() >= 6);
        for json in LOCALES {
            assert!(Catalogue::read(json).is_ok(), "{json:.80}");
        }
    }
}
