//! Whether the server is well, for whoever watches over it.

use axum::Json;
use axum::extract::State;

use super::problem::Refused;
use super::schema::{Health, Problem};
use crate::state::AppState;

/// The process runs.
#[utoipa::path(get, path = "/health", responses(
    (status = 200, description = "The process runs.", body = Health),
))]
pub(super) async fn health() -> Json<Health> {
    Json(Health { ok: true })
}

/// Responses can be stored.
#[utoipa::path(get, path = "/ready", responses(
    (status = 200, description = "Responses can be stored.", body = Health),
    (status = 503, description = "Nothing can be stored just now.", body = Problem,
        content_type = "application/problem+json",
        headers(("Retry-After" = u16, description = "Seconds to wait."))),
))]
pub(super) async fn ready(State(state): State<AppState>) -> Result<Json<Health>, Refused> {
    state.store.ready().await?;
    Ok(Json(Health { ok: true }))
}
