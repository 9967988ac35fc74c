//! The headers that every answer has, and those that none has.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hark::site::Site;
use hark_tests::packs::fixture;
use hark_tests::server::{Reply, Server};
use hark_tests::wire::clubs;

const PAGE_POLICY: [&str; 15] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
];

/// A file that is a part of pages.
const PART: &str = "/hark-0123456789abcdef.css";

/// One answer of every sort: pages, files, data, errors.
async fn answers(folder: &Path) -> Vec<(&'static str, Reply)> {
    fs::copy(fixture("site/index.html"), folder.join("index.html")).unwrap();
    fs::write(folder.join("boot.js"), "1").unwrap();
    fs::write(folder.join(&PART[1..]), "a{b:c}").unwrap();
    let server = Server::with(|state| {
        state.site = Some(Arc::new(
            Site::read(folder, &state.pack, &state.content).unwrap(),
        ));
    });
    let mut answers = Vec::new();
    for path in [
        "/",
        "/surveys/clubs",
        "/boot.js",
        PART,
        "/nowhere",
        "/content/site.json",
        "/content/nothing.json",
        "/health",
        "/ready",
        "/api/openapi.json",
        "/api/nowhere",
    ] {
        answers.push((path, server.get(path, &[]).await));
    }
    answers.push(("/api/v1/responses", server.post(&clubs(1)).await));
    answers.push(("/api/v1/responses", server.post_as("text/plain", "").await));
    answers.push(("/", server.ask("DELETE", "/", &[]).await));
    let tag = answers[5].1.header("etag").to_owned();
    let known = [("if-none-match", tag.as_str())];
    let same = server.get("/content/site.json", &known).await;
    assert_eq!(same.status, 304);
    answers.push(("/content/site.json", same));
    let path = "/content/theme.css";
    answers.push((path, server.get(path, &[]).await));
    answers
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api") || path == "/health" || path == "/ready"
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let folder = tempfile::tempdir().unwrap();
    for (path, reply) in answers(folder.path()).await {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), value, "{path}: {name}");
        }
        // No page, or one in which nothing runs.
        let data = is_api(path) || path == PART || path.starts_with("/content/");
        if data {
            assert!(!reply.headers.contains_key("permissions-policy"));
        } else {
            let off = reply.header("permissions-policy");
            for device in ["camera=()", "microphone=()", "geolocation=(self)"] {
                assert!(off.contains(device), "{path}: {device}");
            }
            let own = ["fullscreen=(self)", "geolocation=(self)"];
            let is_off = |part: &str| part.ends_with("=()") || own.contains(&part);
            assert!(off.split(", ").all(is_off), "{off}");
        }

        let policy = reply.header("content-security-policy");
        if data {
            let nothing = "default-src 'none'; frame-ancestors 'none'; sandbox";
            assert_eq!(policy, nothing, "{path}");
        } else {
            let parts: Vec<&str> = policy.split("; ").collect();
            assert_eq!(parts, PAGE_POLICY, "{path}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains(" *"));
        let cached = reply.header("cache-control");
        assert_eq!(cached == "no-store", is_api(path), "{path}: {cached}");
    }
}

#[tokio::test]
async fn no_answer_knows_who_asked_or_lets_another_site_in() {
    let folder = tempfile::tempdir().unwrap();
    for (path, reply) in answers(folder.path()).await {
        for name in reply.headers.keys() {
            let name = name.as_str();
            assert!(
                !name.starts_with("access-control-")
                    && !name.starts_with("x-request")
                    && !["set-cookie", "server", "x-powered-by", "report-to", "nel"]
                        .contains(&name),
                "{path}: {name}"
            );
        }
    }
    let server = Server::start();
    let preflight = [
        ("origin", "https://elsewhere.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let reply = server.ask("OPTIONS", "/api/v1/responses", &preflight).await;
    assert_eq!(reply.status, 405);
    assert!(reply.header("access-control-allow-origin").is_empty());
}
