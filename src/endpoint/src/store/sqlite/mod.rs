//! The store in one SQLite file, the default.
//!
//! One thread writes. Requests wait in a queue of fixed length, and what is waiting
//! is committed together, with one `fsync` for all (group commit); each request is
//! answered after that, so an acknowledged response survives a power cut.

mod files;
mod reports;
mod rows;
mod schema;
mod writer;

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use hark_domain::id::SurveyId;
use hark_domain::wire::{Record, Reported, ResponseId};
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Answered, Kept, Receipt, Reports, Store, StoreError};
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
    _lock: Option<Lock>,
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
        let connection = schema::open(&file).map_err(|why| unusable(&file, &why))?;
        Self::start(Some(lock), move |jobs| writer::run(connection, jobs, pace))
    }

    /// Opens the store in `folder` to look at it, whether a server uses it or not.
    /// Nothing can be recorded, and nothing of it is made, brought up to date or tidied.
    ///
    /// # Errors
    /// A sentence: there is no store, or it is not one of this version.
    pub fn open_to_read(folder: &Path) -> Result<Self, String> {
        let file = folder.join(files::DATABASE);
        if !file.is_file() {
            return Err(format!(
                "{}: there are no responses here. Is it the folder that hark serve was given as --data?",
                folder.display()
            ));
        }
        let connection = schema::open_to_read(&file).map_err(|why| unusable(&file, &why))?;
        Self::start(None, move |jobs| writer::read(&connection, jobs))
    }

    fn start(
        lock: Option<Lock>,
        work: impl FnOnce(&Receiver<Box<dyn Job>>) + Send + 'static,
    ) -> Result<Self, String> {
        let (queue, jobs) = sync_channel(LONGEST_QUEUE);
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || work(&jobs))
            .map_err(|error| format!("The store can't start its thread: {error}."))?;
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

fn unusable(file: &Path, why: &str) -> String {
    format!("{}: this store can't be used: {why}.", file.display())
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

    fn responses(&self, survey: SurveyId) -> Answered<'_, Vec<Kept>> {
        self.ask(move |connection| rows::responses(connection, &survey))
    }

    fn report(&self, reported: Reported) -> Answered<'_, Receipt> {
        self.ask(move |connection| reports::report(connection, &reported))
    }

    fn reports(&self) -> Answered<'_, Vec<Reports>> {
        self.ask(reports::counted)
    }

    fn ready(&self) -> Answered<'_, ()> {
        // The transaction around every batch is the proof.
        self.ask(|_| Ok(()))
    }
}
