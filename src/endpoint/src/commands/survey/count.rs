//! `hark survey count ID`

mod print;

use std::collections::BTreeMap;
use std::path::PathBuf;

use hark_domain::disclosure::{Shown, rounded, suppress};
use hark_domain::indicator::{Better, Indicator, Missing, Status, Weighting, figure};
use hark_domain::json;
use hark_domain::pack::Pack;
use hark_domain::site::Disclosure;
use hark_domain::survey::{Answers, Survey};
use hark_domain::text::FALLBACK;
use serde::Serialize;

use super::Failure;
use crate::folder;
use crate::store::{Kept, Sqlite, Store};

/// What has to be known by whoever reads the figures.
const WARNING: &str = "For you, not to be published: small groups are hidden and counts are \
    rounded, but hidden numbers can still be worked out by setting several figures side by \
    side, or today's beside last week's. Protection against that (complementary suppression, \
    differencing) is not there yet.";

/// Count a survey's indicators, for whoever runs it: small groups are hidden, other
/// counts rounded, as the pack's thresholds say. Not safe to publish yet.
///
/// It reads the store whether a server uses it or not.
#[derive(clap::Args)]
pub(in crate::commands) struct Options {
    /// The survey's id in the pack.
    survey: String,
    /// The content pack, with the indicators.
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// Where responses are kept.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let (_, pack) = folder::pack(&options.content)?;
    let named = &options.survey;
    let survey = pack.survey(named).ok_or_else(|| {
        let ids: Vec<&str> = pack.surveys.iter().map(|it| it.id.as_str()).collect();
        format!(
            "There is no survey \"{named}\" in {}; there is: {}.",
            options.content.display(),
            ids.join(", ")
        )
    })?;
    let store = Sqlite::open_to_read(&options.data)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| format!("The store can't be asked: {error}."))?;
    let kept = runtime.block_on(store.responses(survey.id.clone()));
    let kept = kept.map_err(|error| format!("The responses can't be read: {error}."))?;
    let report = Report::of(&pack, survey, kept)?;
    let lines = if options.json {
        serde_json::to_string(&report).map_err(|error| error.to_string())?
    } else {
        print::readable(&report)
    };
    crate::commands::print(&lines);
    Ok(())
}

/// Everything that is printed. No count gets in here but by [`hark_domain::disclosure`].
#[derive(Serialize)]
struct Report<'a> {
    survey: &'a str,
    version: u32,
    title: &'a str,
    warning: &'static str,
    /// About how many responses are counted; nothing where they are too few.
    responses: Option<u32>,
    /// The versions that are left out.
    left_out: Vec<LeftOut>,
    indicators: Vec<Line<'a>>,
}

/// Responses to another version of the survey.
#[derive(Serialize)]
struct LeftOut {
    version: u32,
    responses: Option<u32>,
}

/// One indicator with what may be seen of its figure.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    status: Status,
    weighting: Weighting,
    missing: Missing,
    better: Better,
    /// Nothing where there are too few to show.
    figure: Option<Shown>,
}

impl<'a> Report<'a> {
    fn of(pack: &'a Pack, survey: &'a Survey, kept: Vec<Kept>) -> Result<Self, String> {
        let thresholds = &pack.site.disclosure;
        let mut people: Vec<Answers> = Vec::new();
        let mut others: BTreeMap<u32, u32> = BTreeMap::new();
        for response in kept.into_iter().filter(|response| !response.test) {
            if response.version == survey.version {
                // What is wrong is not told: it would tell what somebody answered.
                let answers = json::read(&response.closed)
                    .map_err(|_| "A response in the store can't be read as answers.".to_owned())?;
                people.push(answers);
            } else {
                *others.entry(response.version).or_default() += 1;
            }
        }
        let left_out = others.into_iter().map(|(version, count)| LeftOut {
            version,
            responses: rounded(count, thresholds),
        });
        let indicators = pack.indicators_of(&survey.id);
        Ok(Self {
            survey: survey.id.as_str(),
            version: survey.version,
            title: survey.title.pick(FALLBACK),
            warning: WARNING,
            responses: u32::try_from(people.len())
                .ok()
                .and_then(|count| rounded(count, thresholds)),
            left_out: left_out.collect(),
            indicators: indicators
                .map(|indicator| line(indicator, survey, &people, thresholds))
                .collect(),
        })
    }
}

fn line<'a>(
    indicator: &'a Indicator,
    survey: &Survey,
    people: &[Answers],
    thresholds: &Disclosure,
) -> Line<'a> {
    let Indicator {
        status,
        weighting,
        missing,
        better,
        ..
    } = *indicator;
    Line {
        id: indicator.id.as_str(),
        title: indicator.title.pick(FALLBACK),
        status,
        weighting,
        missing,
        better,
        figure: suppress(&figure(indicator, survey, people), thresholds),
    }
}
