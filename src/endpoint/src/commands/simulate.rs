//! `hark simulate SURVEY --count N --seed S`

use std::path::PathBuf;

use hark_domain::survey;
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
    let mut chance = ChaCha8Rng::seed_from_u64(options.seed);
    for _ in 0..options.count {
        let mut id = [0; 16];
        chance.fill_bytes(&mut id);
        let response = Response {
            id: ResponseId::from_bytes(id),
            survey: survey.id.clone(),
            version: survey.version,
            group: None,
            test: true,
            answers: survey::simulate(&survey, &mut |bound| below(bound, &mut chance)),
        };
        let line = serde_json::to_string(&response).map_err(|error| error.to_string())?;
        if !super::print(&line) {
            // Whoever read has had enough.
            break;
        }
    }
    Ok(())
}

/// A number from 0 to `bound` - 1. Its bias is below one in four billion.
fn below(bound: u32, chance: &mut ChaCha8Rng) -> u32 {
    let wide = u64::from(chance.next_u32()) * u64::from(bound);
    u32::try_from(wide >> 32).unwrap_or(0)
}
