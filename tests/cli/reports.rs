//! `hark reports`

use hark_tests::server::Server;
use hark_tests::wire::{report, with};
use serde_json::{Value, json};

use crate::ran::{Ran, refused, run};

fn reports(server: &Server, more: &[&str]) -> Ran {
    let arguments = [
        "reports".as_ref(),
        "--data".as_ref(),
        server.folder.path().as_os_str(),
    ];
    run(arguments.into_iter().chain(more.iter().map(AsRef::as_ref)))
}

#[tokio::test]
async fn what_is_wrong_is_counted_by_thing_and_code() {
    let server = Server::start();
    let none = reports(&server, &[]);
    assert_eq!(none.out.trim(), "Nobody has reported anything.");
    for (number, what) in [(1, "when"), (2, "cost"), (3, "when")] {
        let body = with(&report(number), "/what", json!(what)).to_string();
        let reply = server
            .post_to("/api/v1/reports", "application/json", body)
            .await;
        assert_eq!(reply.status, 201);
    }
    let printed = reports(&server, &[]).out;
    for line in [
        "\nfriday\n",
        "  cost: 1, the last in 2026-W47\n",
        "  when: 2, ",
    ] {
        assert!(printed.contains(line), "{line:?}: {printed}");
    }
    let printed: Value = serde_json::from_str(&reports(&server, &["--json"]).out).unwrap();
    assert_eq!(
        printed,
        json!([
            {"service": "friday", "what": "cost", "count": 1, "last": "2026-W47"},
            {"service": "friday", "what": "when", "count": 2, "last": "2026-W47"},
        ])
    );
}

#[test]
fn a_folder_without_a_store_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let said = refused([
        "reports".as_ref(),
        "--data".as_ref(),
        folder.path().as_os_str(),
    ]);
    assert!(said.contains("there are no responses here"), "{said}");
}
