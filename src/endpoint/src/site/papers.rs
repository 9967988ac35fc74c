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

/// Every form of a pack, by address.
pub(super) struct Papers(BTreeMap<String, Page>);

impl Papers {
    /// Makes all of them; they are compressed when somebody first asks.
    pub(super) fn new(pack: &Pack, words: &[Catalogue]) -> Self {
        let mut pages: BTreeMap<String, Page> = BTreeMap::new();
        for (address, html) in papers(pack, words) {
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
