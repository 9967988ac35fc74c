//! `hark serve`

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use hark_domain::pack::Pack;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Failure;
use crate::folder::{self, Whole};
use crate::log;
use crate::router;
use crate::site::{Content, Site};
use crate::state::{AppState, Limits, now};
use crate::store::Sqlite;
use crate::zone::BoroughZone;

/// How long requests may go on after the server was told to stop: less than the ten
/// seconds after which containers are usually killed, so that the store is closed in
/// order. A response that is still arriving then was not acknowledged, and its phone
/// sends it again.
const LAST_REQUESTS: Duration = Duration::from_secs(8);

/// Serve the site and take responses.
#[derive(clap::Args)]
pub(super) struct Options {
    /// The address to listen at; keep it on this machine, behind a proxy with TLS.
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// The port to listen at; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where responses are kept.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// The content pack.
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// The built site; where there is none, only the API is served.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    site: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let Whole { files, media, pack } = folder::whole(&options.content)?;
    let store = Arc::new(Sqlite::open(&options.data)?);
    let content = Content::new(&files, &pack).with_media(&options.content, &media);
    let state = AppState {
        site: site(&options.site, &pack, &content)?,
        content: Arc::new(content),
        zone: Arc::new(BoroughZone::of(&pack.site)),
        pack: Arc::new(pack),
        store: store.clone(),
        now: Arc::new(now),
        limits: Limits::default(),
    };
    warm(&state);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("The server can't start: {error}."))?;
    let served = runtime.block_on(serve(state, SocketAddr::new(options.host, options.port)));
    // What is still waiting for the store is written below; nothing else goes on.
    runtime.shutdown_background();
    store.close();
    served.map_err(Failure::from)
}

fn site(folder: &Path, pack: &Pack, content: &Content) -> Result<Option<Arc<Site>>, String> {
    if folder.join("index.html").is_file() {
        return Ok(Some(Arc::new(Site::read(folder, pack, content)?)));
    }
    log::say(format_args!(
        "{}: there is no site here, so only the API is served.",
        folder.display()
    ));
    Ok(None)
}

/// Compresses pages and content beside the first visits: brotli at its best takes longer
/// than a request may.
fn warm(state: &AppState) {
    let (content, site) = (state.content.clone(), state.site.clone());
    std::thread::spawn(move || {
        content.warm();
        if let Some(site) = site {
            site.warm();
        }
    });
}

async fn serve(state: AppState, address: SocketAddr) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("Hark can't listen at {address}: {error}.");
    let listener = TcpListener::bind(address).await.map_err(cannot)?;
    let bound = listener.local_addr().map_err(cannot)?;
    let (stop, stopped) = watch::channel(false);
    let signal = stop_signal().map_err(cannot)?;
    tokio::spawn(async move {
        signal.await;
        let _ = stop.send(true);
    });
    let told = |mut stopped: watch::Receiver<bool>| async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    super::print(&format!("Hark is at http://{bound}"));
    let server = axum::serve(listener, router(state)).with_graceful_shutdown(told(stopped.clone()));
    tokio::select! {
        done = server => done.map_err(cannot),
        () = async { told(stopped).await; tokio::time::sleep(LAST_REQUESTS).await } => Ok(()),
    }
}

/// Waits for the wish that the server ends: Ctrl-C, or what a service manager sends.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        #[cfg(unix)]
        let terminated = terminate.recv();
        #[cfg(not(unix))]
        let terminated = std::future::pending::<Option<()>>();
        tokio::select! {
            _ = terminated => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    })
}
