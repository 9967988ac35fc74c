//! A store that can't store.

use std::sync::Arc;

use hark::store::{Answered, Kept, Receipt, Reports, Store, StoreError};
use hark_domain::id::SurveyId;
use hark_domain::wire::{Record, Reported, ResponseId};
use hark_tests::server::Server;

/// Fails at everything in the same way.
pub(crate) struct Failing(StoreError);

impl Failing {
    fn fail<T: Send + 'static>(&self) -> Answered<'_, T> {
        let error = self.0.clone();
        Box::pin(async { Err(error) })
    }
}

impl Store for Failing {
    fn record(&self, _: Record) -> Answered<'_, Receipt> {
        self.fail()
    }

    fn known(&self, _: ResponseId) -> Answered<'_, Option<Kept>> {
        self.fail()
    }

    fn responses(&self, _: SurveyId) -> Answered<'_, Vec<Kept>> {
        self.fail()
    }

    fn report(&self, _: Reported) -> Answered<'_, Receipt> {
        self.fail()
    }

    fn reports(&self) -> Answered<'_, Vec<Reports>> {
        self.fail()
    }

    fn ready(&self) -> Answered<'_, ()> {
        self.fail()
    }
}

/// A server whose store fails in that way.
pub(crate) fn failing(error: StoreError) -> Server {
    Server::with(|state| state.store = Arc::new(Failing(error)))
}
