//! Whoever the front end can't start for reads the helplines in the page itself: those
//! of the borough that serves it, whatever pack the page was built with.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;

use hark::site::{Content, Site};
use hark_domain::pack::helplines_html;
use hark_tests::packs::{fixture, root, sample};
use hark_tests::process::{Served, answer};
use hark_tests::server::Server;

use crate::forms::unpacked;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hark-under-test");

/// A server with the site of the fixture and the other pack.
fn elsewhere() -> Server {
    let (_, pack) = hark::folder::pack(&fixture("other")).unwrap();
    Server::with(|state| {
        state.site = Some(Arc::new(
            Site::read(&fixture("site"), &pack, &state.content).unwrap(),
        ));
        state.pack = Arc::new(pack);
    })
}

#[tokio::test]
async fn every_page_has_the_helplines_of_its_own_borough() {
    let (_, pack) = hark::folder::pack(&fixture("other")).unwrap();
    let own = helplines_html(&pack.site);
    assert!(own.contains("0800 555 0199") && own.contains("Harbour &amp; Co"));
    let server = elsewhere();
    for (path, status) in [
        ("/", 200),
        ("/help", 200),
        ("/surveys/clubs", 404),
        ("/nowhere", 404),
    ] {
        for accepted in ["br", "gzip", "identity"] {
            let reply = server.get(path, &[("accept-encoding", accepted)]).await;
            assert_eq!(reply.status, status, "{path}");
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
            let page = String::from_utf8(unpacked(&reply)).unwrap();
            assert!(page.contains(&own), "{path} {accepted}: {page}");
            assert!(!page.contains("Built in"), "{path} {accepted}: {page}");
        }
    }
}

#[tokio::test]
async fn another_borough_has_another_tag() {
    let here = Server::with(|state| {
        state.site = Some(Arc::new(
            Site::read(&fixture("site"), &state.pack, &state.content).unwrap(),
        ));
    });
    let there = elsewhere();
    let tag = here.get("/", &[]).await.header("etag").to_owned();
    let known = [("if-none-match", &*tag)];
    assert_eq!(here.get("/", &known).await.status, 304);
    assert_eq!(there.get("/", &known).await.status, 200);
}

/// The marks are written down in xtask as well, which refuses a page without them.
#[test]
fn the_sites_own_page_has_a_place_for_them() {
    let (files, pack) = sample();
    let content = Content::new(&files, &pack);
    assert!(Site::read(&root().join("public"), &pack, &content).is_ok());
}

#[test]
fn the_program_puts_them_in_when_it_starts() {
    let data = tempfile::tempdir().unwrap();
    let site = fixture("site").display().to_string();
    let served = Served::start(PROGRAM, data.path(), &fixture("other"), &["--site", &site]);
    let mut stream = TcpStream::connect(served.address).unwrap();
    write!(
        stream,
        "GET /help HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let (status, page) = answer(&mut stream).unwrap();
    assert_eq!(status, 200);
    assert!(
        page.contains("0800 555 0199") && !page.contains("Built in"),
        "{page}"
    );
}

#[test]
fn a_page_without_a_place_for_them_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<!doctype html>").unwrap();
    let out = Command::new(PROGRAM)
        .args(["serve", "--port", "0", "--content"])
        .arg(fixture("other"))
        .arg("--data")
        .arg(folder.path().join("data"))
        .arg("--site")
        .arg(folder.path())
        .output()
        .unwrap();
    let why = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(1), "{why}");
    assert!(
        why.contains("index.html") && why.contains("hark:helplines"),
        "{why}"
    );
}
