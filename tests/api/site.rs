//! Pages and files of the built site.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hark_tests::server::Server;
use tempfile::TempDir;

const PAGE: &str = "<!doctype html><title>Hark</title>";
const SCRIPT: &str = "/hark-app-0123456789abcdef.js";

/// A server with a small site; the folder goes when it is dropped.
struct Site {
    server: Server,
    _folder: TempDir,
}

fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("index.html", PAGE);
    write("index.html.br", "page in brotli");
    write("index.html.gz", "page in gzip");
    write(&SCRIPT[1..], "script");
    write(&format!("{}.br", &SCRIPT[1..]), "script in brotli");
    write("sw.js", "worker");
    write("icons/icon.svg", "<svg/>");
    write(".env", "secret");
    write(".git/config", "secret");
    write("content/site.json", "{\"stale\":true}");
    write("content/map.svg", "<svg id='map'/>");
    let at: Arc<Path> = Arc::from(folder.path());
    Site {
        server: Server::with(|state| state.site = Some(at)),
        _folder: folder,
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
            assert_eq!(reply.header("content-length"), PAGE.len().to_string());
            let body = if method == "GET" { PAGE } else { "" };
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
        "/index.html.br",
        "/hark-app-0123456789abcdef.js.br",
        "/index.html.gz",
    ] {
        // A browser that has the page must not be told that this is the same one.
        let known = [("if-none-match", "*"), ("range", "bytes=0-3")];
        for headers in [&[][..], &known[..]] {
            let reply = site.server.get(path, headers).await;
            assert_eq!(reply.status, 404, "{path}");
            assert_eq!(reply.body, PAGE, "{path}");
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
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
        ("/index.html", PAGE, "no-cache"),
        ("/content/map.svg", "<svg id='map'/>", "no-cache"),
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
        ("/", "br, gzip", "page in brotli", "br"),
        ("/help", "gzip", "page in gzip", "gzip"),
        ("/nowhere", "gzip, br", "page in brotli", "br"),
        ("/", "identity", PAGE, ""),
        ("/", "br;q=0, gzip", "page in gzip", "gzip"),
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

#[tokio::test]
async fn a_site_that_goes_away_is_503_until_it_is_back() {
    let site = site();
    let folder = site.server.state.site.clone().unwrap();
    for name in ["index.html", "index.html.br", "index.html.gz"] {
        fs::remove_file(folder.join(name)).unwrap();
    }
    for path in ["/", "/nowhere"] {
        let reply = site.server.get(path, &[]).await;
        assert_eq!(reply.status, 503, "{path}");
        reply.problem("unavailable");
    }
    fs::write(folder.join("index.html"), PAGE).unwrap();
    assert_eq!(site.server.get("/", &[]).await.status, 200);
}
