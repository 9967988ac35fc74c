//! A content pack: a folder of files read, checked, and made ready for the browser.
//!
//! A second borough is a second folder; nothing of it is code. Reading the folder
//! is the shell's work: this module gets its files as text, by path.

use std::collections::BTreeMap;

use crate::activity::{self, Organisation, Service};
use crate::id::{SurveyId, repeated};
use crate::indicator::Indicator;
use crate::json::{self, FromJson};
use crate::offer::Theme;
use crate::problem::Problem;
use crate::said_did::SaidDid;
use crate::site::Site;
use crate::survey::{self, Survey};

mod indicators;
mod map;
pub mod media;
mod offer;
mod paper;
mod publish;

pub use map::{MAP, Map};
pub use paper::{PAPER, PAPER_CSS, papers};
pub use publish::{
    DANGER, THEME, THEME_MARK, detail, details, helplines_html, listed, published, theme_css,
};

/// A pack's files: paths within its folder, with `/`, and what they hold.
pub type Files = BTreeMap<String, String>;

/// What is right of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The borough.
    pub site: Site,
    /// Things to do.
    pub organisations: Vec<Organisation>,
    /// Surveys, in order of their ids.
    pub surveys: Vec<Survey>,
    /// What came of surveys.
    pub said_did: Vec<SaidDid>,
    /// What is counted of them, in order of their ids.
    pub indicators: Vec<Indicator>,
    /// What somebody may need, and the way to help.
    pub offer: Vec<Theme>,
    /// The map of the borough, where there is one.
    pub map: Option<Map>,
}

impl Pack {
    /// The survey of that name.
    pub fn survey(&self, id: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.id.as_str() == id)
    }

    /// The service of that name, and who runs it.
    pub fn service(&self, id: &str) -> Option<(&Organisation, &Service)> {
        self.organisations.iter().find_map(|organisation| {
            let mut services = organisation.services.iter();
            let own = services.find(|service| service.id.as_str() == id);
            own.map(|service| (organisation, service))
        })
    }

    /// What is counted of that survey, in order of their ids.
    pub fn indicators_of(&self, survey: &SurveyId) -> impl Iterator<Item = &Indicator> {
        let of_it = move |indicator: &&Indicator| indicator.survey == *survey;
        self.indicators.iter().filter(of_it)
    }
}

/// Reads a pack and checks it whole.
///
/// # Errors
/// Everything wrong with it, each with file, place and sentence.
pub fn read(files: &Files) -> Result<Pack, Vec<Problem>> {
    let mut reader = Reader::default();
    let site = reader.site_file(files);
    let mut organisations: Vec<(&str, Organisation)> = Vec::new();
    let mut surveys: Vec<(&str, Survey)> = Vec::new();
    let mut said_did: Vec<(&str, SaidDid)> = Vec::new();
    let mut indicators: Vec<(&str, Indicator)> = Vec::new();
    let mut offer: Vec<(&str, Theme)> = Vec::new();
    for (path, text) in files {
        match path.split_once('/') {
            Some(("activities", _)) if is_json(path) => {
                organisations.extend(reader.file(path, text).map(|organisation| (path.as_str(), organisation)));
            }
            Some(("surveys", _)) if is_json(path) => {
                surveys.extend(reader.survey(path, text).map(|survey| (path.as_str(), survey)));
            }
            Some(("indicators", _)) if is_json(path) => {
                indicators.extend(reader.file(path, text).map(|indicator| (path.as_str(), indicator)));
            }
            Some(("offer", _)) if is_json(path) => {
                offer.extend(reader.file(path, text).map(|theme| (path.as_str(), theme)));
            }
            Some(("said-did", _)) if is_json(path) => {
                said_did.extend(reader.file(path, text).map(|came| (path.as_str(), came)));
            }
            _ if path == "site.json" || !is_json(path) => {}
            _ => reader.say(path, "", "Hark does not know this file: it reads site.json, activities/*.json, indicators/*.json, offer/*.json, surveys/*.json and said-did/*.json."),
        }
    }
    if let Some(site) = &site {
        reader.site(site);
        let all: Vec<_> = organisations.iter().map(|(path, it)| (*path, it)).collect();
        reader.problems.extend(activity::check(&all, site));
        for (path, survey) in &surveys {
            reader.helplines(path, survey, site);
        }
        reader.offer(&offer, &organisations, site);
    }
    let map = reader.map(files, site.as_ref());
    for (path, came) in &said_did {
        reader.said_did(path, came, &surveys);
    }
    for (path, indicator) in &indicators {
        let survey = surveys.iter().find(|(_, it)| it.id == indicator.survey);
        reader.indicator(path, indicator, survey.map(|(_, survey)| survey), files);
    }
    reader.same_ids(
        surveys
            .iter()
            .map(|(path, survey)| (*path, survey.id.as_str())),
    );
    reader.same_ids(
        organisations
            .iter()
            .map(|(path, organisation)| (*path, organisation.id.as_str())),
    );
    match site {
        Some(site) if reader.problems.is_empty() => Ok(Pack {
            site,
            organisations: organisations
                .into_iter()
                .map(|(_, organisation)| organisation)
                .collect(),
            surveys: surveys.into_iter().map(|(_, survey)| survey).collect(),
            said_did: said_did.into_iter().map(|(_, came)| came).collect(),
            indicators: indicators
                .into_iter()
                .map(|(_, indicator)| indicator)
                .collect(),
            offer: offer.into_iter().map(|(_, theme)| theme).collect(),
            map,
        }),
        _ => Err(reader.problems),
    }
}

/// Whether a file's name ends in `.json`, in any case: the others of a pack are
/// pictures and notes.
pub fn is_json(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"))
}

#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn say(&mut self, file: &str, pointer: &str, text: impl Into<String>) {
        self.problems.push(Problem::at(pointer, text).in_file(file));
    }

    fn site_file(&mut self, files: &Files) -> Option<Site> {
        let Some(text) = files.get("site.json") else {
            let text = "This file is missing: it names the borough and its helplines.";
            self.say("site.json", "", text);
            return None;
        };
        self.file("site.json", text)
    }

    fn file<T: FromJson>(&mut self, path: &str, text: &str) -> Option<T> {
        self.take(path, json::read(text))
    }

    fn take<T>(&mut self, path: &str, read: Result<T, Vec<Problem>>) -> Option<T> {
        let tell = |problems: Vec<Problem>| {
            let here = problems.into_iter().map(|problem| problem.in_file(path));
            self.problems.extend(here);
        };
        read.map_err(tell).ok()
    }

    fn map(&mut self, files: &Files, site: Option<&Site>) -> Option<Map> {
        self.take(MAP, Map::read(files.get(MAP)?, site))
    }

    fn survey(&mut self, path: &str, text: &str) -> Option<Survey> {
        let survey = self.take(path, survey::read(text))?;
        if path != format!("surveys/{}.json", survey.id) {
            self.say(
                path,
                "/id",
                format!(
                    "The file of survey \"{0}\" is called surveys/{0}.json.",
                    survey.id
                ),
            );
        }
        Some(survey)
    }

    fn site(&mut self, site: &Site) {
        let mut say = |pointer: String, text: String| self.say("site.json", &pointer, text);
        if site.languages.is_empty() {
            say(
                "/languages".into(),
                "Name one language at least, such as \"en\".".into(),
            );
        }
        if (site.web.as_ref())
            .is_some_and(|web| web.contains([':', '?', '#', ' ']) || web.ends_with('/'))
        {
            say(
                "/web".into(),
                "Write the site's address without \"https://\" and without a slash at its end, such as hark.example.".into(),
            );
        }
        for (index, id) in site.urgent.iter().enumerate() {
            if site.helpline(id.as_str()).is_none() {
                say(
                    format!("/urgent/{index}"),
                    format!("There is no helpline \"{id}\"."),
                );
            }
        }
        for (index, helpline) in site.helplines.iter().enumerate() {
            if helpline.phone.is_none() && helpline.text.is_none() && helpline.web.is_none() {
                say(
                    format!("/helplines/{index}"),
                    format!("Helpline \"{}\" has no phone, text or web.", helpline.id),
                );
            }
            if helpline
                .web
                .as_ref()
                .is_some_and(|web| web.contains("://") || web.contains(char::is_whitespace))
            {
                say(
                    format!("/helplines/{index}/web"),
                    "Write the web site without \"https://\", such as childline.org.uk.".into(),
                );
            }
        }
        let helplines = site.helplines.iter().map(|helpline| helpline.id.as_str());
        let localities = site.localities.iter().map(|locality| locality.id.as_str());
        for (list, again) in [
            ("helplines", repeated(helplines)),
            ("localities", repeated(localities)),
        ] {
            for (index, id) in again {
                say(
                    format!("/{list}/{index}/id"),
                    format!("\"{id}\" stands here twice."),
                );
            }
        }
        for (index, locality) in site.localities.iter().enumerate() {
            // Great Britain and Ireland, generously: swapped or missing points show here.
            if !(49.0..61.0).contains(&locality.lat) || !(-11.0..2.5).contains(&locality.lon) {
                say(
                    format!("/localities/{index}"),
                    format!(
                        "The middle of \"{}\" is not in Britain: are \"lat\" and \"lon\" swapped?",
                        locality.id
                    ),
                );
            }
        }
        if !site.exit.starts_with("https://") {
            say(
                "/exit".into(),
                "Write the whole address, with \"https://\".".into(),
            );
        }
        if site.disclosure.round_to == 0 {
            say(
                "/disclosure/round_to".into(),
                "Nothing can be rounded to 0: write 1 where counts are to stay as they are.".into(),
            );
        }
        let parts = [
            site.colours.problems(),
            site.danger.problems(&site.languages),
        ];
        let problems = parts.into_iter().flatten();
        self.problems
            .extend(problems.map(|problem| problem.in_file("site.json")));
    }

    fn helplines(&mut self, path: &str, survey: &Survey, site: &Site) {
        for (page_index, page) in survey.pages.iter().enumerate() {
            for (index, question) in page.questions.iter().enumerate() {
                for (line, id) in question.helplines.iter().enumerate() {
                    if site.helpline(id.as_str()).is_none() {
                        let at = format!("/pages/{page_index}/questions/{index}/helplines/{line}");
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

    fn said_did(&mut self, path: &str, came: &SaidDid, surveys: &[(&str, Survey)]) {
        let name = format!("said-did/{}.json", came.survey);
        if path != name {
            let text = format!("What came of survey \"{}\" stands in {name}.", came.survey);
            self.say(path, "/survey", text);
        }
        // A survey that can't be read has its own problems, and is not unknown.
        let file = format!("surveys/{}.json", came.survey);
        if self.problems.iter().any(|problem| problem.file == file) {
            return;
        }
        let surveys: Vec<&Survey> = surveys.iter().map(|(_, survey)| survey).collect();
        let problems = came.problems(&surveys).into_iter();
        self.problems
            .extend(problems.map(|problem| problem.in_file(path)));
    }

    fn same_ids<'a>(&mut self, ids: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, id) in ids {
            match first.get(id) {
                Some(other) => self.say(
                    path,
                    "/id",
                    format!("\"{id}\" is the id of {other} already."),
                ),
                None => {
                    first.insert(id, path);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
