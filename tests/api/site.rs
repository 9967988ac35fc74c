//! Pages and files of the built site.

use std::fs;
use std::sync::Arc;

use hark_domain::pack::{helplines_html, theme_css};
use hark_tests::packs::{self, fixture};
use hark_tests::server::Server;
use tempfile::TempDir;

use crate::forms::unpacked;

const SCRIPT: &str = "/hark-app-0123456789abcdef.js";

/// A server with a small site; the folder goes when it is dropped.
struct Site {
    server: Server,
    folder: TempDir,
    /// The page as it is served.
    page: String,
}

fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let page = fs::read_to_string(fixture("site/index.html")).unwrap();
    write("index.html", &page);
    write("index.html.br", "stale");
    write("index.html.gz", "stale");
    write("about.html", "<!doctype html>é");
    write(&SCRIPT[1..], "script");
    write(&format!("{}.br", &SCRIPT[1..]), "script in brotli");
    write("sw.js", "worker");
    write("icons/icon.svg", "<svg/>");
    write(".env", "secret");
    write(".git/config", "secret");
    write("content/site.json", "{\"stale\":true}");
    write("content/notes.svg", "<svg id='map'/>");
    let (_, pack) = packs::sample();
    write("content/theme.css", &theme_css(&pack.site));
    let server = Server::with(|state| {
        let site = hark::site::Site::read(folder.path(), &state.pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
    });
    let built_in = &page[page.find("<ul").unwrap()..page.find("<!-- /").unwrap()];
    Site {
        server,
        page: page.replace(built_in, &helplines_html(&pack.site)),
        folder,
    }
}

#[tokio::test]
async fn every_screen_is_the_page() {
    let site = site();
    for path in [
        "/",
        "/activities",
        "/activities/",
        "/help",
        "/surveys",
        "/privacy",
        "/surveys/clubs",
        "/surveys/clubs/",
        "/surveys/clubs/3",
        "/surveys/clubs/check",
        "/surveys/closed/sent",
        "/?theme=dark",
    ] {
        for method in ["GET", "HEAD"] {
            let reply = site.server.ask(method, path, &[]).await;
            assert_eq!(reply.status, 200, "{method} {path}");
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
            assert_eq!(reply.header("cache-control"), "no-cache");
            let length = site.page.len().to_string();
            assert_eq!(reply.header("content-length"), length);
            let body = if method == "GET" { &*site.page } else { "" };
            assert_eq!(reply.body, body, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn anything_else_is_the_page_as_404() {
    let site = site();
    for path in [
        "/nowhere",
        "/surveys/none",
        "/surveys/none/1",
        "/surveys/clubs/03",
        "/icons",
        "/icons/",
        "/missing-0123456789abcdef.js",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/a%00b",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/index.html",
        "//index.html",
        "/INDEX.HTML",
        "/index.html/",
        "/about.html/",
        "//content/site.json",
        "/index.html.br",
        "/hark-app-0123456789abcdef.js.br",
        "/index.html.gz",
    ] {
        // A browser that has the page must not be told that this is the same one.
        let known = [("if-none-match", "*"), ("range", "bytes=0-3")];
        for headers in [&[][..], &known[..]] {
            let reply = site.server.get(path, headers).await;
            assert_eq!(reply.status, 404, "{path}");
            assert_eq!(reply.body, site.page, "{path}");
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        }
        let reply = site.server.ask("HEAD", path, &[]).await;
        assert_eq!((reply.status, reply.body.len()), (404, 0), "{path}");
    }
}

#[tokio::test]
async fn files_with_a_hash_are_kept_for_ever_and_others_are_asked_for() {
    let site = site();
    for (path, body, cached) in [
        (SCRIPT, "script", "public, max-age=31536000, immutable"),
        ("/sw.js", "worker", "no-cache"),
        ("/icons/icon.svg", "<svg/>", "no-cache"),
        ("/about.html", "<!doctype html>é", "no-cache"),
        ("/content/notes.svg", "<svg id='map'/>", "no-cache"),
    ] {
        let reply = site.server.get(path, &[]).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.body, body, "{path}");
        assert_eq!(reply.header("cache-control"), cached, "{path}");
    }
}

#[tokio::test]
async fn a_browser_gets_the_form_that_it_takes() {
    let site = site();
    for (path, accepted, body, encoding) in [
        (SCRIPT, "gzip, deflate, br", "script in brotli", "br"),
        // There is no such form of it.
        (SCRIPT, "gzip", "script", ""),
    ] {
        let reply = site
            .server
            .get(path, &[("accept-encoding", accepted)])
            .await;
        assert_eq!(reply.body, body, "{path} {accepted}");
        assert_eq!(reply.header("content-encoding"), encoding);
        assert_eq!(
            reply.header("vary").to_ascii_lowercase(),
            "accept-encoding",
            "{path} {accepted}"
        );
    }
}

#[tokio::test]
async fn the_page_has_every_form_too() {
    let site = site();
    for (path, accepted, encoding) in [
        ("/", "br, gzip", "br"),
        ("/help", "gzip", "gzip"),
        ("/nowhere", "gzip, br", "br"),
        ("/", "identity", ""),
        ("/", "br;q=0, gzip", "gzip"),
    ] {
        let headers = [("accept-encoding", accepted)];
        let reply = site.server.get(path, &headers).await;
        assert_eq!(reply.header("content-encoding"), encoding, "{path}");
        assert_eq!(unpacked(&reply), site.page.as_bytes(), "{path} {accepted}");
        let varies = "accept-encoding, accept-language";
        assert_eq!(reply.header("vary"), varies, "{path} {accepted}");
    }
}

#[tokio::test]
async fn every_html_file_names_its_charset() {
    let reply = site().server.get("/about.html", &[]).await;
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let site = site();
    for path in ["/", "/surveys/clubs", SCRIPT, "/sw.js"] {
        for accepted in ["br", "identity"] {
            let first = site
                .server
                .get(path, &[("accept-encoding", accepted)])
                .await;
            let tag = first.header("etag").to_owned();
            assert!(!tag.is_empty(), "{path} has no tag");
            let headers = [("accept-encoding", accepted), ("if-none-match", &tag)];
            let second = site.server.get(path, &headers).await;
            assert_eq!(second.status, 304, "{path} {accepted}");
            assert!(second.body.is_empty());
            assert_eq!(
                second.header("cache-control"),
                first.header("cache-control")
            );
        }
    }
    let brotli = site.server.get("/", &[("accept-encoding", "br")]).await;
    let plain = site.server.get("/", &[]).await;
    assert_ne!(
        brotli.header("etag"),
        plain.header("etag"),
        "two forms with one tag"
    );
}

#[tokio::test]
async fn without_a_site_the_front_door_says_so() {
    let server = Server::start();
    for path in ["/", "/surveys/clubs", "/nowhere"] {
        let reply = server.get(path, &[]).await;
        assert_eq!(reply.status, 404);
        reply.problem("not-found");
        assert!(
            reply.json()["detail"]
                .as_str()
                .unwrap()
                .contains("only the API")
        );
    }
    assert_eq!(server.get("/content/site.json", &[]).await.status, 200);
}

/// As while it is built again: the page stands in memory.
#[tokio::test]
async fn a_site_that_goes_away_takes_no_page_with_it() {
    let site = site();
    fs::remove_dir_all(site.folder.path()).unwrap();
    let reply = site.server.get("/", &[]).await;
    assert_eq!((reply.status, &*reply.body), (200, site.page.as_bytes()));
    assert_eq!(site.server.get("/sw.js", &[]).await.status, 404);
}
