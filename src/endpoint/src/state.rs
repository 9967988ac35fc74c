//! What every request handler can reach.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hark_domain::clock::{Clock, Instant};
use hark_domain::pack::Pack;

use crate::site::{Content, Site};
use crate::store::Store;
use crate::zone::BoroughZone;

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
    /// Tells the time; a test hands over its own.
    pub now: Arc<dyn Fn() -> Instant + Send + Sync>,
    /// The rules of the borough's clocks.
    pub zone: Arc<BoroughZone>,
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

impl AppState {
    /// Asks something of the borough's clock.
    pub fn by_clock<T>(&self, ask: impl FnOnce(Clock) -> T) -> T {
        let zone = |at| self.zone.offset(at);
        ask(Clock {
            now: (self.now)(),
            zone: &zone,
        })
    }
}

/// The time by the system's clock.
pub fn now() -> Instant {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    Instant::from_seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}
