//! Forms to print: pages of their own that start nothing, of whatever pack is served.

use std::fs;
use std::sync::Arc;

use hark::site::headers::PAPER_POLICY;
use hark::site::{Content, Site};
use hark_domain::pack::{self, PAPER_CSS};
use hark_tests::packs::{fixture, sample};
use hark_tests::server::Server;

use crate::forms::unpacked;

async fn page(server: &Server, path: &str, language: &str) -> (u16, String) {
    let reply = server.get(path, &[("accept-language", language)]).await;
    let text = String::from_utf8(unpacked(&reply)).unwrap();
    (reply.status, text)
}

#[tokio::test]
async fn a_form_may_load_its_style_and_nothing_that_runs() {
    let server = Server::start();
    for path in ["/surveys/clubs/paper", "/surveys/clubs/paper/large/cs"] {
        for method in ["GET", "HEAD"] {
            let reply = server.ask(method, path, &[]).await;
            assert_eq!(reply.status, 200, "{method} {path}");
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
            assert_eq!(reply.header("cache-control"), "no-cache");
            assert_eq!(reply.header("referrer-policy"), "no-referrer");
            assert_eq!(reply.header("x-content-type-options"), "nosniff");
            let policy = reply.header("content-security-policy");
            // All of it as it is written down, and the hash of the one style in the page.
            let (before, rest) = policy.split_once(" 'sha256-").unwrap();
            let (_, after) = rest.split_once('\'').unwrap();
            assert_eq!([before, after].concat(), PAPER_POLICY, "{path}");
            assert!(!policy.contains("script") && !policy.contains("connect"));
            assert_eq!(reply.body.is_empty(), method == "HEAD");
        }
        let known = server.get(path, &[]).await;
        let known = [("if-none-match", known.header("etag"))];
        assert_eq!(server.get(path, &known).await.status, 304);
    }
    let (_, html) = page(&server, "/surveys/clubs/paper", "en").await;
    assert!(!html.contains("<script"));
    assert!(html.contains("<link rel=\"stylesheet\" href=\"/content/paper.css\">"));
    let style = server.get("/content/paper.css", &[]).await;
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(unpacked(&style), PAPER_CSS.as_bytes());
}

#[tokio::test]
async fn the_language_is_the_one_named_or_the_one_asked_for() {
    let server = Server::start();
    for (path, language, expected) in [
        ("/surveys/clubs/paper", "en-GB", "en"),
        ("/surveys/clubs/paper", "cs-CZ,cs;q=0.9,en;q=0.8", "cs"),
        ("/surveys/clubs/paper/", "cs", "cs"),
        ("/surveys/clubs/paper", "fr", "en"),
        ("/surveys/clubs/paper/large", "cs", "cs"),
        // Whoever names one wants it, whatever the browser speaks.
        ("/surveys/clubs/paper/en", "cs", "en"),
        ("/surveys/clubs/paper/large/cs", "en", "cs"),
    ] {
        let reply = server.get(path, &[("accept-language", language)]).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(
            reply.header("content-language"),
            expected,
            "{path} {language}"
        );
        assert_eq!(reply.header("vary"), "accept-encoding, accept-language");
        let html = String::from_utf8(unpacked(&reply)).unwrap();
        assert!(
            html.contains(&format!("<html lang=\"{expected}\" dir=\"ltr\"")),
            "{path}"
        );
        let large = html.contains("class=\"paper large\"");
        assert_eq!(large, path.contains("large"), "{path}");
    }
}

#[tokio::test]
async fn a_closed_survey_can_still_be_printed() {
    let (status, html) = page(&Server::start(), "/surveys/closed/paper", "en").await;
    assert_eq!(status, 200);
    assert!(html.contains("id=\"q1\""), "{html}");
}

#[tokio::test]
async fn other_addresses_are_404() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture("site/index.html"), folder.path().join("index.html")).unwrap();
    let site = Server::with(|state| {
        let site = Site::read(folder.path(), &state.pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
    });
    for path in [
        "/surveys/nope/paper",
        "/surveys/clubs/paper/xx",
        "/surveys/clubs/paper/pl",
        "/surveys/clubs/paper/cs/large",
        "/surveys/clubs/paper/large/cs/x",
        "/surveys/clubs/paper/index.html",
        "/surveys/paper",
    ] {
        for server in [&site, &Server::start()] {
            let reply = server.get(path, &[]).await;
            assert_eq!(reply.status, 404, "{path}");
        }
    }
    let reply = site.ask("POST", "/surveys/clubs/paper", &[]).await;
    assert_eq!(reply.status, 405);
}

#[tokio::test]
async fn whatever_is_in_a_survey_stays_words() {
    let (mut files, _) = sample();
    let evil = "</style><script>alert(1)</script>\\\"><img src=x onerror=y>";
    let survey = files.get_mut("surveys/clubs.json").unwrap();
    let mut json: serde_json::Value = serde_json::from_str(survey).unwrap();
    json["title"] = evil.into();
    json["about"] = evil.into();
    json["pages"][0]["questions"][0]["title"] = evil.into();
    *survey = json.to_string();
    let pack = pack::read(&files).unwrap();
    let server = Server::with(|state| {
        state.content = Arc::new(Content::new(&files, &pack));
        state.pack = Arc::new(pack);
    });
    let (status, html) = page(&server, "/surveys/clubs/paper", "en").await;
    assert_eq!(status, 200);
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{html}"
    );
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert_eq!(html.matches("</style>").count(), 1);
}

/// A site built with forms has them as files; the server has its own, of its own pack.
#[tokio::test]
async fn the_forms_of_a_built_site_are_not_taken_for_pages() {
    let folder = tempfile::tempdir().unwrap();
    let page_of = |path: &str| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        file
    };
    fs::copy(fixture("site/index.html"), page_of("index.html")).unwrap();
    for path in ["surveys/clubs/paper", "surveys/gone/paper/large/cs"] {
        fs::write(page_of(&format!("{path}/index.html")), "<p>of the build").unwrap();
    }
    let server = Server::with(|state| {
        let site = Site::read(folder.path(), &state.pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
    });
    let (status, html) = page(&server, "/surveys/clubs/paper", "en").await;
    assert!(status == 200 && !html.contains("of the build"));
    let (status, html) = page(&server, "/surveys/gone/paper/large/cs", "en").await;
    assert!(status == 404 && !html.contains("of the build"));
}
