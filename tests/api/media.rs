//! Pictures, recordings and films of the pack.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hark::folder;
use hark::site::Content;
use hark_tests::packs;
use hark_tests::server::Server;

use crate::forms::unpacked;

const DRAWING: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9H0z\"/></svg>";

/// A server with the small pack and these files below `media/`.
fn server(pack: &Path) -> Server {
    let (texts, _) = packs::sample();
    for (path, text) in texts {
        write(pack, &path, text.as_bytes());
    }
    let film: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    for (path, bytes) in [
        ("easy/park.svg", DRAWING.as_bytes()),
        ("photo.jpg", b"photo"),
        ("say/park.mp3", b"sound"),
        ("sign/park.mp4", &film),
    ] {
        write(pack, &format!("media/{path}"), bytes);
    }
    let whole = folder::whole(pack).unwrap_or_else(|problems| panic!("{problems:?}"));
    Server::with(|state| {
        let content = Content::new(&whole.files, &whole.pack);
        state.content = Arc::new(content.with_media(pack, &whole.media));
    })
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[tokio::test]
async fn each_kind_comes_with_its_type_and_does_nothing_as_a_page() {
    let pack = tempfile::tempdir().unwrap();
    let server = server(pack.path());
    for (path, kind) in [
        ("easy/park.svg", "image/svg+xml"),
        ("photo.jpg", "image/jpeg"),
        ("say/park.mp3", "audio/mpeg"),
        ("sign/park.mp4", "video/mp4"),
    ] {
        let address = format!("/content/media/{path}");
        let reply = server.get(&address, &[]).await;
        assert_eq!(reply.status, 200, "{path}");
        let there = fs::read(pack.path().join("media").join(path)).unwrap();
        assert_eq!(reply.body, there, "{path}");
        assert_eq!(reply.header("content-type"), kind);
        assert_eq!(reply.header("cache-control"), "max-age=86400");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        let policy = reply.header("content-security-policy");
        assert_eq!(
            policy,
            "default-src 'none'; frame-ancestors 'none'; sandbox"
        );

        let tag = reply.header("etag");
        assert!(!tag.is_empty(), "{path} has no tag");
        let same = server.get(&address, &[("if-none-match", tag)]).await;
        assert_eq!((same.status, same.body.len()), (304, 0), "{path}");
        assert_eq!(same.header("cache-control"), "max-age=86400");

        let head = server.ask("HEAD", &address, &[]).await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        assert_eq!(head.header("content-length"), there.len().to_string());
    }
}

#[tokio::test]
async fn a_drawing_comes_compressed_and_a_film_as_it_is() {
    let pack = tempfile::tempdir().unwrap();
    let server = server(pack.path());
    let headers = [("accept-encoding", "gzip, br")];
    let drawing = server.get("/content/media/easy/park.svg", &headers).await;
    assert_eq!(drawing.header("content-encoding"), "br");
    assert_eq!(unpacked(&drawing), DRAWING.as_bytes());
    let film = server.get("/content/media/sign/park.mp4", &headers).await;
    assert_eq!(
        (film.header("content-encoding"), film.body.len()),
        ("", 10_000)
    );
}

#[tokio::test]
async fn a_film_comes_in_the_parts_that_are_asked_for() {
    let pack = tempfile::tempdir().unwrap();
    let server = server(pack.path());
    let address = "/content/media/sign/park.mp4";
    let whole = server.get(address, &[]).await;
    assert_eq!(whole.header("accept-ranges"), "bytes");
    for (asked, from, to) in [
        ("bytes=0-1", 0, 2),
        ("bytes=300-399", 300, 400),
        ("bytes=9000-", 9_000, 10_000),
        ("bytes=-10", 9_990, 10_000),
    ] {
        let part = server.get(address, &[("range", asked)]).await;
        assert_eq!(part.status, 206, "{asked}");
        assert_eq!(part.body, whole.body[from..to], "{asked}");
        let range = format!("bytes {from}-{}/10000", to - 1);
        assert_eq!(part.header("content-range"), range);
        assert_eq!(part.header("content-type"), "video/mp4");
    }
    let beyond = server.get(address, &[("range", "bytes=10000-")]).await;
    assert_eq!(beyond.status, 416);
}

#[tokio::test]
async fn nothing_else_has_an_address() {
    let pack = tempfile::tempdir().unwrap();
    let server = server(pack.path());
    // What came after the start was not checked; what went is gone.
    write(pack.path(), "media/new.svg", b"<svg><script/></svg>");
    fs::remove_file(pack.path().join("media/photo.jpg")).unwrap();
    for path in [
        "new.svg",
        "photo.jpg",
        "",
        "easy",
        "easy/",
        "../site.json",
        "..%2fsite.json",
        "easy/../../site.json",
        "%2e%2e/site.json",
        "easy//park.svg",
        "/easy/park.svg",
        "easy/park.svg/",
        "easy/park%2esvg",
    ] {
        let reply = server.get(&format!("/content/media/{path}"), &[]).await;
        assert_eq!(reply.status, 404, "{path}");
        reply.problem("not-found");
    }
}
