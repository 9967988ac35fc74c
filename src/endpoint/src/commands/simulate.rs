//! `hark simulate SURVEY --count N --seed S`

use std::path::PathBuf;

use hark_domain::survey::{self, Survey};
use hark_domain::wire::{Response, ResponseId};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Failure;

/// Print made-up responses, one JSON body a line, each marked as a test.
///
/// The same seed gives the same responses with the same ids, on every machine.
#[derive(clap::Args)]
pub(super) struct Options {
    /// A survey's file, or its id in the pack.
    survey: String,
    /// How many.
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: u32,
    /// Where chance starts.
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,
    /// The content pack.
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let survey = super::survey::read(&options.survey, &options.content)?;
    for response in responses(&survey, options.seed).take(options.count as usize) {
        let line = serde_json::to_string(&response).map_err(|error| error.to_string())?;
        if !super::print(&line) {
            // Whoever read has had enough.
            break;
        }
    }
    Ok(())
}

/// Made-up responses to a survey, without end.
pub fn responses(survey: &Survey, seed: u64) -> impl Iterator<Item = Response> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    std::iter::repeat_with(move || {
        let mut id = [0; 16];
        chance.fill_bytes(&mut id);
        Response {
            id: ResponseId::from_bytes(id),
            survey: survey.id.clone(),
            version: survey.version,
            group: None,
            test: true,
            answers: survey::simulate(survey, &mut |bound| below(bound, &mut chance)),
        }
    })
}

/// A number from 0 to `bound` - 1. Its bias is below one in four billion.
fn below(bound: u32, chance: &mut ChaCha8Rng) -> u32 {
    let wide = u64::from(chance.next_u32()) * u64::from(bound);
    u32::try_from(wide >> 32).unwrap_or(0)
}
