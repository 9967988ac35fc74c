//! Pages that show their text before the front end has started.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hark::site::{Content, Site};
use hark_domain::pack::{published, theme_css};
use hark_tests::packs::{fixture, sample, words};
use hark_tests::server::{Server, london};
use tempfile::TempDir;

/// A site with pages of its own for some screens in two languages, built with the small
/// pack. Each page says which one it is.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| write(folder.path(), name, text);
    let template = fs::read_to_string(fixture("site/index.html")).unwrap();
    for name in [
        "index.html",
        "index.pl.html",
        "help/index.html",
        "help/index.pl.html",
        "surveys/clubs/1/index.html",
        "surveys/closed/index.html",
        "styleguide/index.html",
        "404.html",
        "404.pl.html",
    ] {
        put(
            name,
            &template.replace("<body>", &format!("<body>[{name}]")),
        );
    }
    let (files, pack) = sample();
    for (path, text) in published(&files, &pack, &words()) {
        put(&format!("content/{path}"), &text);
    }
    put("content/theme.css", &theme_css(&pack.site));
    put("seasons.json", r#"{"clubs": "open", "closed": "open"}"#);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A server of that site, for a borough that offers these languages.
fn speaking(folder: &Path, languages: &[&str]) -> Server {
    Server::with(|state| {
        let mut pack = (*state.pack).clone();
        pack.site.languages = languages.iter().map(ToString::to_string).collect();
        let site = Site::read(folder, &pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
    })
}

fn server(folder: &Path) -> Server {
    speaking(folder, &["en", "pl"])
}

/// Which page answers at `path`, in square brackets.
async fn page(server: &Server, path: &str, language: &str) -> (u16, String) {
    let reply = server.get(path, &[("accept-language", language)]).await;
    assert_eq!(
        reply.header("vary"),
        "accept-encoding, accept-language",
        "{path}"
    );
    let text = String::from_utf8(reply.body.to_vec()).unwrap();
    let (_, rest) = text.split_once('[').unwrap();
    (reply.status, rest.split(']').next().unwrap().to_owned())
}

#[tokio::test]
async fn a_screen_has_its_own_page_in_the_language_asked_for() {
    let folder = built();
    let server = server(folder.path());
    for (path, language, expected) in [
        ("/", "en-GB", (200, "index.html")),
        ("/", "pl-PL,pl;q=0.9,en;q=0.8", (200, "index.pl.html")),
        ("/help", "pl", (200, "help/index.pl.html")),
        ("/help/", "fr", (200, "help/index.html")),
        ("/help?x=1", "en", (200, "help/index.html")),
        (
            "/surveys/clubs/1",
            "en",
            (200, "surveys/clubs/1/index.html"),
        ),
        // Made in one language only: another gets the page that waits, in its own words.
        ("/surveys/clubs/1", "pl", (200, "404.pl.html")),
        (
            "/surveys/clubs/1",
            "fr",
            (200, "surveys/clubs/1/index.html"),
        ),
        ("/styleguide", "en", (200, "styleguide/index.html")),
    ] {
        let (status, name) = page(&server, path, language).await;
        assert_eq!((status, &*name), expected, "{path} {language}");
    }
    let reply = server.get("/help", &[("accept-language", "pl")]).await;
    assert_eq!(reply.header("content-language"), "pl");
}

#[tokio::test]
async fn a_language_that_the_borough_does_not_offer_is_not_chosen() {
    let folder = built();
    let server = speaking(folder.path(), &["en"]);
    for path in ["/", "/help"] {
        let (_, name) = page(&server, path, "pl").await;
        assert!(!name.contains(".pl."), "{path}: {name}");
    }
}

#[tokio::test]
async fn the_list_of_surveys_is_shown_only_while_it_is_right() {
    let folder = built();
    let template = fs::read_to_string(folder.path().join("index.html")).unwrap();
    write(
        folder.path(),
        "surveys/index.html",
        &template.replace("[index.html]", "[surveys/index.html]"),
    );
    // Pages were made while both were open; today one is closed.
    let list = async || page(&server(folder.path()), "/surveys", "en").await.1;
    assert_eq!(list().await, "404.html");
    write(
        folder.path(),
        "seasons.json",
        r#"{"clubs": "open", "closed": "after"}"#,
    );
    assert_eq!(list().await, "surveys/index.html");
    write(
        folder.path(),
        "seasons.json",
        r#"{"clubs": "before", "closed": "after"}"#,
    );
    assert_eq!(list().await, "404.html");
    // A survey that was not there yet.
    write(folder.path(), "seasons.json", r#"{"clubs": "open"}"#);
    assert_eq!(list().await, "404.html");
    fs::remove_file(folder.path().join("seasons.json")).unwrap();
    assert_eq!(list().await, "404.html");
}

#[tokio::test]
async fn other_screens_have_the_one_that_only_waits() {
    let folder = built();
    let server = server(folder.path());
    for (path, language, expected) in [
        ("/surveys/clubs/2", "en", (200, "404.html")),
        ("/surveys/clubs", "pl", (200, "404.pl.html")),
        ("/activities", "en", (200, "404.html")),
        ("/nowhere", "pl", (404, "404.pl.html")),
        ("/help/index.pl.html", "en", (404, "404.html")),
        ("/404.html", "en", (404, "404.html")),
    ] {
        let (status, name) = page(&server, path, language).await;
        assert_eq!((status, &*name), expected, "{path} {language}");
    }
}

#[tokio::test]
async fn a_survey_that_has_closed_since_shows_no_question() {
    let folder = built();
    let server = server(folder.path());
    assert_eq!(page(&server, "/surveys/closed", "en").await.1, "404.html");
    let site = Server::with(|state| {
        let site = Site::read(folder.path(), &state.pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
        state.now = Arc::new(|| london("2026-01-03T12:00"));
    });
    let (_, name) = page(&site, "/surveys/closed", "en").await;
    assert_eq!(name, "surveys/closed/index.html", "while it was open");
    // A page that was made after it closed says so.
    write(folder.path(), "seasons.json", r#"{"closed": "after"}"#);
    let later = self::server(folder.path());
    let (_, name) = page(&later, "/surveys/closed", "en").await;
    assert_eq!(name, "surveys/closed/index.html");
}

#[tokio::test]
async fn the_text_of_another_pack_is_not_shown() {
    let folder = built();
    write(folder.path(), "content/activities.json", "[]");
    let (files, pack) = sample();
    assert_ne!(published(&files, &pack, &words())["activities.json"], "[]");
    let content = Content::new(&files, &pack);
    assert!(Site::read(folder.path(), &pack, &content).is_ok());
    let server = server(folder.path());
    for path in ["/", "/help", "/surveys/clubs/1"] {
        assert_eq!(page(&server, path, "en").await.1, "404.html", "{path}");
    }
}
