//! What every store has to do, told as one story, and what only the SQLite one can
//! be asked.
//!
//! | module | what it holds |
//! |---|---|
//! | `story` | the promise of [`hark::store::Store`], run against each store |
//! | `files` | modes, the lock, files that are no stores |
//! | `look` | looking at a store while a server uses it, or nobody |
//! | `tables` | what is stored of a response, and nothing else |
//! | `order` | that nothing on disk tells who came first, or whose text is whose |
//! | `trouble` | failing batches, a full queue, closing |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod files;
#[cfg(test)]
mod look;
#[cfg(test)]
mod order;
#[cfg(test)]
mod records;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod trouble;
