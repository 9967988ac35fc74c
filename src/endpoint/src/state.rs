//! What every request handler can reach.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hark_domain::calendar::LocalDate;
use hark_domain::pack::Pack;

use crate::site::{Content, Site};
use crate::store::Store;

/// The server's parts; cloning it copies pointers.
#[derive(Clone)]
pub struct AppState {
    /// The borough: what can be answered.
    pub pack: Arc<Pack>,
    /// The borough's content as the browser fetches it.
    pub content: Arc<Content>,
    /// Where responses are kept.
    pub store: Arc<dyn Store>,
    /// The built site; nothing where only the API is wanted.
    pub site: Option<Arc<Site>>,
    /// Tells the day; a test hands over its own.
    pub today: Arc<dyn Fn() -> LocalDate + Send + Sync>,
    /// How much of a body is waited for.
    pub limits: Limits,
}

/// How much, and how long, a body may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest time a whole body may take to arrive. The longest body allowed
    /// takes 13 seconds at 40 kbit/s, a phone at the edge of the network.
    pub body_time: Duration,
    /// How many bytes of a body that is too long are read and thrown away, so that
    /// its sender gets to reading the answer.
    pub drained: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_time: Duration::from_secs(20),
            drained: 8 * 1024 * 1024,
        }
    }
}

/// Today by the system's clock, in UTC.
///
/// Phones have their own day, by their own clocks: [`hark_domain::wire::admit`] gives
/// a survey's dates a day's grace on both ends. The week that is stored is this one's.
pub fn today() -> LocalDate {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    LocalDate::from_days(i32::try_from(seconds / 86_400).unwrap_or(i32::MAX / 2))
}
