//! A borough's colours: a file of the server's own pack, which a page names only where
//! it was built with others.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hark::site::{Content, Site};
use hark_domain::pack::{self, Pack, THEME_MARK, theme_css};
use hark_tests::packs::{fixture, root, sample};
use hark_tests::server::Server;
use tempfile::TempDir;

use crate::forms::unpacked;

const LINK: &str = "<link rel=\"stylesheet\" href=\"/content/theme.css\">";

/// The small pack with these colours.
fn coloured(colours: &str) -> (pack::Files, Pack) {
    let (mut files, _) = sample();
    let site = files.get_mut("site.json").unwrap();
    *site = site.replacen('{', &format!("{{\"colours\": {colours},"), 1);
    let pack = pack::read(&files).unwrap();
    (files, pack)
}

const GREEN: &str = r##"{"light": {"accent": "#0b5d3b"}}"##;

/// A site that was built with the small pack.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture("site/index.html"), folder.path().join("index.html")).unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    let theme = theme_css(&sample().1.site);
    fs::write(folder.path().join("content/theme.css"), theme).unwrap();
    folder
}

/// A server of that site with another pack.
fn server(folder: &Path, (files, pack): (pack::Files, Pack)) -> Server {
    Server::with(|state| {
        state.content = Arc::new(Content::new(&files, &pack));
        state.site = Some(Arc::new(Site::read(folder, &pack, &state.content).unwrap()));
        state.pack = Arc::new(pack);
    })
}

async fn page(server: &Server) -> String {
    String::from_utf8(unpacked(&server.get("/help", &[]).await)).unwrap()
}

#[tokio::test]
async fn the_packs_colours_are_a_stylesheet() {
    let folder = built();
    let (files, pack) = coloured(GREEN);
    let theme = theme_css(&pack.site);
    assert!(theme.contains("--accent:#0b5d3b;"), "{theme}");
    // The site has a file of that name, with the colours it was built with.
    let server = server(folder.path(), (files, pack));
    for accepted in ["br", "gzip", "identity"] {
        let headers = [("accept-encoding", accepted)];
        let reply = server.get("/content/theme.css", &headers).await;
        assert_eq!(reply.status, 200);
        // With nosniff, a browser takes no other type for a stylesheet.
        assert_eq!(reply.header("content-type"), "text/css; charset=utf-8");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(reply.header("cache-control"), "no-cache");
        assert_eq!(unpacked(&reply), theme.as_bytes(), "{accepted}");
        let known = [headers[0], ("if-none-match", reply.header("etag"))];
        assert_eq!(server.get("/content/theme.css", &known).await.status, 304);
    }
}

#[tokio::test]
async fn a_server_without_a_site_has_them_too() {
    let reply = Server::start().get("/content/theme.css", &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.body, theme_css(&sample().1.site));
}

#[tokio::test]
async fn a_page_names_them_only_where_it_was_built_with_others() {
    let folder = built();
    let shipped = r##"{"light": {"accent": "#4A1F8A"}, "dark": {}}"##;
    for (colours, link) in [("{}", ""), (shipped, ""), (GREEN, LINK)] {
        let server = server(folder.path(), coloured(colours));
        let page = page(&server).await;
        let expected = format!("{THEME_MARK}{link}</head>");
        assert!(page.contains(&expected), "{colours}: {page}");
        assert_eq!(page.matches("theme.css").count(), link.len().min(1));
    }
}

#[tokio::test]
async fn a_site_that_does_not_tell_its_colours_may_have_any() {
    let folder = built();
    fs::remove_file(folder.path().join("content/theme.css")).unwrap();
    let page = page(&server(folder.path(), sample())).await;
    assert!(page.contains(LINK), "{page}");
}

#[test]
fn a_page_without_a_place_for_them_is_not_served() {
    let folder = built();
    let file = folder.path().join("index.html");
    let page = fs::read_to_string(&file).unwrap();
    fs::write(&file, page.replace(THEME_MARK, "")).unwrap();
    let (files, pack) = sample();
    let content = Content::new(&files, &pack);
    let refused = Site::read(folder.path(), &pack, &content).err().unwrap();
    assert!(
        refused.contains("index.html") && refused.contains(THEME_MARK),
        "{refused}"
    );
}

/// Of two rules that set the same property, the one that comes last holds.
#[test]
fn the_sites_own_page_names_them_after_its_stylesheets() {
    let page = fs::read_to_string(root().join("public/index.html")).unwrap();
    let mark = page.find(THEME_MARK).unwrap();
    assert!(mark > page.rfind("rel=\"css\"").unwrap());
    assert!(mark < page.find("</head>").unwrap());
}
