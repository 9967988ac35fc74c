//! The borough's content, served from memory.

use std::sync::Arc;

use hark::site::Site;
use hark_domain::pack;
use hark_tests::packs::{self, fixture};
use hark_tests::server::Server;

use crate::forms::unpacked;

#[tokio::test]
async fn every_published_file_is_served_in_each_form() {
    let (files, pack) = packs::sample();
    let published = pack::published(&files, &pack, &packs::words());
    let server = Server::start();
    // Nine files, and eight of them once more in each language.
    assert_eq!(published.len(), 9 + 8 * pack.site.languages.len());
    for (name, text) in published {
        let path = format!("/content/{name}");
        let mut tags = Vec::new();
        for (accepted, encoding) in [
            ("gzip, deflate, br", "br"),
            ("gzip", "gzip"),
            ("GZIP;q=0.5", "gzip"),
            ("br;q=0, gzip;q=1.0", "gzip"),
            ("br; q=0.0", ""),
            ("deflate, zstd", ""),
            ("", ""),
        ] {
            let headers = [("accept-encoding", accepted)];
            let reply = server.get(&path, &headers).await;
            assert_eq!(reply.status, 200, "{path}");
            assert_eq!(reply.header("content-encoding"), encoding, "{accepted:?}");
            assert_eq!(unpacked(&reply), text.as_bytes(), "{path} {accepted:?}");
            assert_eq!(reply.header("content-type"), "application/json");
            assert_eq!(reply.header("cache-control"), "no-cache");
            assert_eq!(reply.header("vary"), "accept-encoding");
            let length = reply.body.len().to_string();
            assert_eq!(reply.header("content-length"), length);

            let head = server.ask("HEAD", &path, &headers).await;
            assert_eq!((head.status, head.body.len()), (200, 0));
            assert_eq!(head.header("content-length"), length);
            assert_eq!(head.header("etag"), reply.header("etag"));
            tags.push(reply.header("etag").to_owned());
        }
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 3, "each form has its own tag");
    }
}

#[tokio::test]
async fn the_map_is_the_packs_own() {
    let (mut files, _) = packs::sample();
    let map = std::fs::read_to_string(packs::shipped().join("map.svg")).unwrap();
    files.insert("map.svg".to_owned(), map);
    let pack = pack::read(&files).unwrap();
    let server = Server::with(|state| {
        state.content = Arc::new(hark::site::Content::new(&files, &pack));
    });
    let reply = server.get("/content/map.svg", &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), "image/svg+xml");
    assert!(reply.header("content-security-policy").contains("sandbox"));
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(text.contains("id=\"leigh\"") && !text.contains("<!--"));
    // A pack without one has no map, whatever the site was built with.
    let none = Server::start().get("/content/map.svg", &[]).await;
    assert_eq!(none.status, 404);
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let server = Server::start();
    let path = "/content/surveys/clubs.json";
    let tag = server.get(path, &[]).await.header("etag").to_owned();
    for known in [
        tag.clone(),
        format!("\"other\", {tag}"),
        format!("W/{tag}"),
        "*".to_owned(),
    ] {
        let reply = server.get(path, &[("if-none-match", &known)]).await;
        assert_eq!(reply.status, 304, "{known}");
        assert!(reply.body.is_empty());
        assert_eq!(reply.header("etag"), tag);
        assert_eq!(reply.header("vary"), "accept-encoding");
        assert_eq!(reply.header("cache-control"), "no-cache");
    }
    // Another form is another representation.
    let headers = [("if-none-match", tag.as_str()), ("accept-encoding", "br")];
    assert_eq!(server.get(path, &headers).await.status, 200);
    let headers = [("if-none-match", "\"other\"")];
    assert_eq!(server.get(path, &headers).await.status, 200);
}

#[tokio::test]
async fn what_the_pack_has_not_is_404_even_where_the_site_has_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    std::fs::copy(fixture("site/index.html"), folder.path().join("index.html")).unwrap();
    std::fs::write(folder.path().join("content/old.json"), "{}").unwrap();
    let server = Server::with(|state| {
        state.site = Some(Arc::new(
            Site::read(folder.path(), &state.pack, &state.content).unwrap(),
        ));
    });
    for path in [
        "/content/old.json",
        "/content/surveys/none.json",
        "/content/surveys/../site.json",
        "/content/activities/club.json",
    ] {
        let reply = server.get(path, &[]).await;
        assert_eq!(reply.status, 404, "{path}");
        reply.problem("not-found");
    }
}
