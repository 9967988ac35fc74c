//! The youth offer of a pack: checking it beside the rest, and what is published of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Pack, Reader};
use crate::activity::Organisation;
use crate::offer::{self, Need, Theme};
use crate::problem::Problem;
use crate::site::Site;
use crate::words::Catalogue;

impl Pack {
    /// The need at `/offer/NUMBER`.
    pub fn need(&self, number: u16) -> Option<&Need> {
        let mut needs = self.offer.iter().flat_map(|theme| &theme.needs);
        needs.find(|need| need.number == number)
    }
}

impl Reader {
    /// Checks the themes by themselves, beside each other, and against what they name.
    pub(super) fn offer(
        &mut self,
        themes: &[(&str, Theme)],
        organisations: &[(&str, Organisation)],
        site: &Site,
    ) {
        // A file that can't be read has its own problems, and its services are not unknown.
        let broken = |problem: &Problem| problem.file.starts_with("activities/");
        let services = (!self.problems.iter().any(broken)).then(|| {
            let all = organisations.iter().flat_map(|(_, it)| &it.services);
            all.map(|service| service.id.as_str()).collect()
        });
        let mut numbers: BTreeMap<u16, &str> = BTreeMap::new();
        for (path, theme) in themes {
            let id = &theme.id;
            if *path != format!("offer/{id}.json") {
                let text = format!("The file of theme \"{id}\" is called offer/{id}.json.");
                self.say(path, "/id", text);
            }
            let problems = offer::check(theme).into_iter();
            self.problems
                .extend(problems.map(|problem| problem.in_file(path)));
            for (index, need) in theme.needs.iter().enumerate() {
                let at = format!("/needs/{index}");
                let number = need.number;
                if let Some(other) = numbers.insert(number, path) {
                    let text = format!("{number} is the number of a need in {other} already.");
                    self.say(path, &format!("{at}/number"), text);
                }
                self.named(path, &at, need, services.as_ref(), site);
            }
        }
    }

    /// Whether the services and helplines of a need are there.
    fn named(
        &mut self,
        path: &str,
        at: &str,
        need: &Need,
        services: Option<&BTreeSet<&str>>,
        site: &Site,
    ) {
        for (index, step) in need.steps.iter().enumerate() {
            for (place, id) in step.services.iter().enumerate() {
                if services.is_some_and(|services| !services.contains(id.as_str())) {
                    let at = format!("{at}/steps/{index}/services/{place}");
                    self.say(
                        path,
                        &at,
                        format!("There is no service \"{id}\" in activities/."),
                    );
                }
            }
            for (place, id) in step.helplines.iter().enumerate() {
                if site.helpline(id.as_str()).is_none() {
                    let at = format!("{at}/steps/{index}/helplines/{place}");
                    self.say(
                        path,
                        &at,
                        format!("There is no helpline \"{id}\" in site.json."),
                    );
                }
            }
        }
    }
}

/// What the browser gets in one language: `offer.json`, the list, and each need in a file
/// of its own, `offer/7.json`, where services have their names: all that there is to do
/// would be a hundred times as long.
pub(super) fn published(pack: &Pack, words: &Catalogue) -> Vec<(String, Value)> {
    let services = pack.organisations.iter().flat_map(|it| &it.services);
    let names = services
        .map(|service| (&service.id, &service.name))
        .collect();
    let needs = pack.offer.iter().flat_map(|theme| &theme.needs);
    let needs = needs.map(|need| {
        let sheet = offer::of_need(need, &names, words);
        (format!("offer/{}.json", need.number), sheet.to_json())
    });
    let list = offer::list(&pack.offer, words).to_json();
    needs.chain([("offer.json".to_owned(), list)]).collect()
}

#[cfg(test)]
mod tests;
