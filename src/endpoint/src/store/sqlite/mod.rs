//! The store in one SQLite file, the default.
//!
//! One thread writes. Requests wait in a queue of fixed length, and what is waiting
//! is committed together, with one `fsync` for all (group commit); each request is
//! answered after that, so an acknowledged response survives a power cut.

mod files;
mod rows;
mod schema;
mod writer;

use std::path::Path;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use hark_domain::wire::{Record, ResponseId};
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Answered, Kept, Receipt, Store, StoreError};
use files::Lock;
pub use writer::Pace;
use writer::{Job, Work};

/// How many requests may wait for the writer: a tenth of a second of its work. The
/// longest body times this is the most memory that waiting can take, 64 MB.
const LONGEST_QUEUE: usize = 1_024;

/// Responses kept in a SQLite file.
pub struct Sqlite {
    writer: Mutex<Option<Writer>>,
}

struct Writer {
    queue: SyncSender<Box<dyn Job>>,
    thread: JoinHandle<()>,
    /// Held as long as the thread may write.
    _lock: Lock,
}

impl Sqlite {
    /// Opens the store in `folder`, and makes both where they are missing.
    ///
    /// # Errors
    /// A sentence: the folder can't be used, another Hark uses it, or the file is
    /// not a store of this version.
    pub fn open(folder: &Path) -> Result<Self, String> {
        Self::open_with(folder, Pace::default())
    }

    /// The same with another pace of tidying.
    ///
    /// # Errors
    /// As [`Sqlite::open`].
    pub fn open_with(folder: &Path, pace: Pace) -> Result<Self, String> {
        let lock = files::prepare(folder)?;
        let file = folder.join(files::DATABASE);
        let connection = schema::open(&file)
            .map_err(|why| format!("{}: this store can't be used: {why}.", file.display()))?;
        let (queue, jobs) = sync_channel(LONGEST_QUEUE);
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || writer::run(connection, &jobs, pace))
            .map_err(|error| format!("The store can't start its writer: {error}."))?;
        Ok(Self {
            writer: Mutex::new(Some(Writer {
                queue,
                thread,
                _lock: lock,
            })),
        })
    }

    /// Writes what is waiting, tidies the file and lets it go. Later requests are
    /// refused. It blocks until all is on disk.
    pub fn close(&self) {
        let writer = self.lock().take();
        if let Some(Writer {
            queue,
            thread,
            _lock,
        }) = writer
        {
            // Without a sender, the writer ends once the queue is empty.
            drop(queue);
            let _ = thread.join();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Writer>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answered<'_, T> {
        let (reply, answer) = oneshot::channel();
        let sent = match &*self.lock() {
            None => Err(StoreError::Closed),
            Some(writer) => writer
                .queue
                .try_send(Box::new(Work::new(work, reply)))
                .map_err(|error| match error {
                    TrySendError::Full(_) => StoreError::Busy,
                    TrySendError::Disconnected(_) => StoreError::Closed,
                }),
        };
        Box::pin(async move {
            sent?;
            answer.await.unwrap_or(Err(StoreError::Closed))
        })
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.close();
    }
}

impl Store for Sqlite {
    fn record(&self, record: Record) -> Answered<'_, Receipt> {
        match Kept::of(&record) {
            Ok(kept) => self.ask(move |connection| rows::record(connection, &record, &kept)),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }

    fn known(&self, id: ResponseId) -> Answered<'_, Option<Kept>> {
        self.ask(move |connection| rows::known(connection, &id))
    }

    fn ready(&self) -> Answered<'_, ()> {
        // The transaction around every batch is the proof.
        self.ask(|_| Ok(()))
    }
}
