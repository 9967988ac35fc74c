//! Open data as the server answers it: of whatever pack, in pages, for all origins.

use std::fs;
use std::sync::Arc;

use hark::site::headers::DATA_POLICY;
use hark::site::{Content, Site};
use hark_domain::pack;
use hark_tests::packs::{fixture, shipped};
use hark_tests::server::{Reply, Server};
use serde_json::Value;

use crate::forms::unpacked;

/// The server with the pack that is shipped, and a site that was built with another.
fn server() -> (Server, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture("site/index.html"), folder.path().join("index.html")).unwrap();
    for path in ["services/gone.json", "calendar/gone.ics"] {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "of the build").unwrap();
    }
    let server = Server::with(|state| {
        let (files, pack) = hark::folder::pack(&shipped()).unwrap();
        state.content = Arc::new(Content::new(&files, &pack));
        let site = Site::read(folder.path(), &pack, &state.content);
        state.site = Some(Arc::new(site.unwrap()));
        state.pack = Arc::new(pack);
    });
    (server, folder)
}

fn json(reply: &Reply) -> Value {
    serde_json::from_slice(&unpacked(reply)).unwrap()
}

#[tokio::test]
async fn services_come_in_pages_for_pages_of_any_site() {
    let (server, _folder) = server();
    let first = server.get("/services", &[]).await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("content-type"), "application/json");
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert_eq!(first.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(first.header("content-security-policy"), DATA_POLICY);
    let page = json(&first);
    assert_eq!(
        (&page["page_number"], &page["size"]),
        (&1.into(), &50.into())
    );
    let total = page["total_items"].as_u64().unwrap();
    for (path, number, size) in [
        ("/services/", 1, 50),
        ("/services.json", 1, 50),
        ("/services/index.json", 1, 50),
        ("/services/page/2.json", 2, 50),
        ("/services?page=2", 2, 50),
        ("/services?per_page=7", 1, 7),
        ("/services?page=3&per_page=7&search=ignored", 3, 7),
        ("/services?per_page=999999", 1, total),
        ("/services?page=99", 99, 0),
        (
            "/services?page=18446744073709551615&per_page=1000",
            u64::MAX,
            0,
        ),
    ] {
        let reply = server.get(path, &[("accept-encoding", "br")]).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        let page = json(&reply);
        assert_eq!(page["page_number"], number, "{path}");
        assert_eq!(page["size"], size, "{path}");
        assert_eq!(
            page["contents"].as_array().unwrap().len() as u64,
            size,
            "{path}"
        );
        assert_eq!(page["empty"], size == 0, "{path}");
        assert_eq!(page["total_items"], total, "{path}");
    }
    assert_eq!(
        json(&server.get("/services?page=2", &[]).await),
        json(&server.get("/services/page/2.json", &[]).await)
    );
    for query in ["page=0", "page=-1", "page=x", "page=", "per_page=0"] {
        let reply = server.get(&format!("/services?{query}"), &[]).await;
        assert_eq!(reply.status, 404, "{query}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{query}");
    }
    let head = server.ask("HEAD", "/services?per_page=7", &[]).await;
    assert!(head.status == 200 && head.body.is_empty());
    assert_eq!(server.ask("POST", "/services", &[]).await.status, 405);
}

#[tokio::test]
async fn each_entry_has_an_address_with_and_without_an_ending() {
    let (server, _folder) = server();
    for list in [
        "services",
        "service_at_locations",
        "taxonomies",
        "taxonomy_terms",
    ] {
        let page = json(&server.get(&format!("/{list}?per_page=3"), &[]).await);
        for entry in page["contents"].as_array().unwrap() {
            let id = entry["id"].as_str().unwrap();
            let bare = server.get(&format!("/{list}/{id}"), &[]).await;
            assert_eq!(bare.header("access-control-allow-origin"), "*");
            assert_eq!(json(&bare)["id"], id);
            let file = server.get(&format!("/{list}/{id}.json"), &[]).await;
            assert_eq!(json(&bare), json(&file));
        }
    }
    // The file has all of them, as it is on a server that only has files.
    let terms = json(&server.get("/taxonomy_terms.json", &[]).await);
    assert_eq!(terms["size"], terms["total_items"]);
    let page = json(&server.get("/taxonomy_terms.json?per_page=3", &[]).await);
    assert_eq!(page["size"], 3);
    assert_eq!(json(&server.get("/oruk", &[]).await)["version"], "3.0");
}

#[tokio::test]
async fn calendars_and_the_table_are_what_they_say() {
    let (server, _folder) = server();
    let calendar = server.get("/calendar/leigh-weekend.ics", &[]).await;
    assert_eq!(calendar.status, 200);
    assert_eq!(
        calendar.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert!(unpacked(&calendar).starts_with(b"BEGIN:VCALENDAR\r\n"));
    let known = [("if-none-match", calendar.header("etag"))];
    assert_eq!(
        server
            .get("/calendar/leigh-weekend.ics", &known)
            .await
            .status,
        304
    );
    let table = server.get("/activities.csv", &[]).await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(unpacked(&table).starts_with("\u{feff}service_id,".as_bytes()));
    // Only Open Referral asks to be read by pages of other sites.
    for reply in [calendar, table] {
        assert!(reply.headers.get("access-control-allow-origin").is_none());
        assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin");
    }
    // The screen beside the table is one still.
    let screen = server.get("/activities", &[]).await;
    assert_eq!(screen.header("content-type"), "text/html; charset=utf-8");
}

/// A site built with another pack has that one's files; the server answers with its own.
#[tokio::test]
async fn what_another_pack_gave_out_is_gone() {
    let (server, _folder) = server();
    for path in [
        "/services/gone.json",
        "/services/gone",
        "/services/page/0.json",
        "/calendar/gone.ics",
        "/calendar/",
        "/calendar/../site.json",
        "/taxonomies/x",
    ] {
        let reply = server.get(path, &[]).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(
            reply.header("content-type"),
            "application/problem+json",
            "{path}"
        );
    }
}

/// Another borough, in another zone and another language, without a build.
#[tokio::test]
async fn any_pack_is_given_out() {
    let (mut files, _) = hark::folder::pack(&shipped()).unwrap();
    let site = files.get_mut("site.json").unwrap();
    let mut json: Value = serde_json::from_str(site).unwrap();
    json["time_zone"] = "Europe/Prague".into();
    json["languages"] = serde_json::json!(["pl", "en"]);
    json["web"] = "hark.example".into();
    *site = json.to_string();
    let pack = pack::read(&files).unwrap();
    let server = Server::with(|state| {
        state.content = Arc::new(Content::new(&files, &pack));
        state.pack = Arc::new(pack);
    });
    let calendar = server.get("/calendar/all-fri.ics", &[]).await;
    let text = String::from_utf8(unpacked(&calendar)).unwrap();
    assert!(text.contains("TZID:Europe/Prague\r\n"));
    assert!(text.contains("URL:https://hark.example/activities/"));
    // What the site itself says is in the pack's own language.
    assert!(
        text.contains("X-WR-CALNAME:Hark Wigan: w piątki\r\n"),
        "{text:.400}"
    );
}
