//! The one thread that touches the database.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::oneshot;

use super::schema;
use crate::log;
use crate::store::StoreError;

/// How many requests are committed together at most.
const BATCH: usize = 64;

/// The largest file that is rewritten, in bytes: the copy is made in memory. A
/// larger one holds a million responses, and a row or two a page in order of arrival
/// say little of them.
const LARGEST_REWRITTEN: i64 = 256 * 1024 * 1024;

/// How long the writer sleeps when there is nothing to do or to tidy.
const FOREVER: Duration = Duration::from_hours(1);

/// When the file is tidied.
///
/// The write-ahead log holds responses in the order in which they came, each beside
/// its texts, so it is emptied into the database as soon as nobody is sending, and
/// now and then while somebody is. Within a page of the database SQLite appends, so
/// the newest rows lie in that order too: the file is rewritten in order of its
/// random keys, but not again and again, because that writes all of it.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long nothing must come before the log is emptied.
    pub idle: Duration,
    /// How long the log may stand while responses keep coming.
    pub busy: Duration,
    /// How long after a rewrite the next may come; the last comes at closing.
    pub rewrite: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(2),
            busy: Duration::from_mins(1),
            rewrite: Duration::from_mins(10),
        }
    }
}

/// Something to do with the database, and someone who waits for it.
pub(super) trait Job: Send {
    /// Does it, within a transaction.
    fn run(&mut self, connection: &Connection) -> rusqlite::Result<()>;
    /// Tells who waits, after the transaction.
    fn settle(self: Box<Self>, outcome: Result<(), StoreError>);
}

/// A job that answers with a `T`.
pub(super) struct Work<T, F> {
    todo: Option<F>,
    done: Option<T>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Work<T, F> {
    pub(super) fn new(todo: F, reply: oneshot::Sender<Result<T, StoreError>>) -> Self {
        Self {
            todo: Some(todo),
            done: None,
            reply,
        }
    }
}

impl<T: Send, F: FnOnce(&Connection) -> rusqlite::Result<T> + Send> Job for Work<T, F> {
    fn run(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if let Some(todo) = self.todo.take() {
            self.done = Some(todo(connection)?);
        }
        Ok(())
    }

    fn settle(self: Box<Self>, outcome: Result<(), StoreError>) {
        let Self { done, reply, .. } = *self;
        let answer = outcome.and_then(|()| done.ok_or(StoreError::Closed));
        // Whoever asked may be gone; then the response is kept all the same.
        let _ = reply.send(answer);
    }
}

/// Works until nobody can ask any more and all that was asked is done.
pub(super) fn run(connection: Connection, jobs: &Receiver<Box<dyn Job>>, pace: Pace) {
    let mut writer = Writer {
        connection,
        pace,
        failing: false,
        // A process that was killed left its log behind.
        unsettled: Some(Instant::now()),
        unsorted: true,
        rewritten: None,
    };
    loop {
        let patience = writer.unsettled.map_or(FOREVER, |_| pace.idle);
        match jobs.recv_timeout(patience) {
            Ok(first) => {
                let mut batch = vec![first];
                batch.extend(jobs.try_iter().take(BATCH - 1));
                writer.commit(batch);
                if writer
                    .unsettled
                    .is_some_and(|since| since.elapsed() >= pace.busy)
                {
                    writer.empty_log();
                }
            }
            Err(RecvTimeoutError::Timeout) => writer.rest(),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    writer.rewrite();
    writer.empty_log();
}

/// Answers questions until nobody can ask any more. Each sees the store as it was at
/// one moment, and none waits for whoever writes to it.
pub(super) fn read(connection: &Connection, jobs: &Receiver<Box<dyn Job>>) {
    for mut job in jobs {
        let read = connection
            .unchecked_transaction()
            .and_then(|transaction| job.run(&transaction));
        job.settle(read.map_err(|error| StoreError::Failed(schema::words(error))));
    }
}

struct Writer {
    connection: Connection,
    pace: Pace,
    /// Whether the last batch could not be written.
    failing: bool,
    /// Since when the log holds something.
    unsettled: Option<Instant>,
    /// Whether rows came since the file was in order.
    unsorted: bool,
    rewritten: Option<Instant>,
}

impl Writer {
    /// Does a batch of jobs in one transaction, and tells everyone what came of it.
    /// Where it fails, it fails for all of them: none is told that it worked.
    fn commit(&mut self, mut batch: Vec<Box<dyn Job>>) {
        let outcome = self
            .transact(&mut batch)
            .map_err(|error| StoreError::Failed(schema::words(error)));
        match &outcome {
            Err(error) if !self.failing => log::say(format_args!("Storing fails: {error}.")),
            Ok(()) if self.failing => log::say("Storing works again."),
            _ => {}
        }
        self.failing = outcome.is_err();
        for job in batch {
            job.settle(outcome.clone());
        }
    }

    fn transact(&mut self, batch: &mut [Box<dyn Job>]) -> rusqlite::Result<()> {
        let before = self.connection.total_changes();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if self.failing {
            schema::prove_writable(&transaction)?;
        }
        for job in batch {
            job.run(&transaction)?;
        }
        transaction.commit()?;
        if self.connection.total_changes() != before {
            self.unsettled.get_or_insert_with(Instant::now);
            self.unsorted = true;
        }
        Ok(())
    }

    /// Nobody is sending: puts everything in order.
    fn rest(&mut self) {
        if self
            .rewritten
            .is_none_or(|last| last.elapsed() >= self.pace.rewrite)
        {
            self.rewrite();
        }
        self.empty_log();
    }

    /// Moves everything from the log to the database. Somebody who reads the file,
    /// for a backup perhaps, blocks it; nobody waits for them, it is tried again at
    /// the next chance.
    fn empty_log(&mut self) {
        if matches!(schema::empty_log(&self.connection), Ok(true)) {
            self.unsettled = None;
        }
    }

    /// Writes the file anew, every table in order of its key.
    fn rewrite(&mut self) {
        // It needs as much room again on the disk; without it, the file stays as it is.
        if self.unsorted
            && matches!(schema::size(&self.connection), Ok(size) if size <= LARGEST_REWRITTEN)
            && self.connection.execute_batch("VACUUM").is_ok()
        {
            self.unsorted = false;
        }
        self.rewritten = Some(Instant::now());
    }
}
