//! How the server ends: killed, asked to stop, or never started.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use hark::commands::simulate::responses;
use hark_tests::disk;
use hark_tests::packs::shipped;
use hark_tests::process::{Served, answer, post};

const PROGRAM: &str = env!("CARGO_BIN_EXE_hark-under-test");

/// How many responses are acknowledged before it is killed.
const BEFORE: usize = 150;

fn bodies(seed: u64) -> impl Iterator<Item = (String, String)> {
    let (_, pack) = hark::folder::pack(&shipped()).unwrap();
    let survey = pack.survey("tellus").unwrap().clone();
    let bodies: Vec<_> = responses(&survey, seed)
        .take(4 * BEFORE)
        .map(|response| {
            (
                response.id.to_string(),
                serde_json::to_string(&response).unwrap(),
            )
        })
        .collect();
    bodies.into_iter()
}

fn ids_on_disk(data: &Path) -> Vec<String> {
    let connection = disk::open(&data.join("hark.db")).unwrap();
    let check = disk::rows(&connection, "PRAGMA integrity_check").unwrap();
    assert_eq!(check[0]["integrity_check"], "ok");
    disk::rows(&connection, "SELECT id FROM response")
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect()
}

/// privacy.md, check I1: what was acknowledged is there after a restart, once.
#[test]
fn what_was_acknowledged_survives_kill_9() {
    let data = tempfile::tempdir().unwrap();
    let mut served = Served::start(PROGRAM, data.path(), &shipped(), &[]);
    let address = served.address;
    let count = AtomicUsize::new(0);
    let acknowledged = thread::scope(|scope| {
        let count = &count;
        let senders: Vec<_> = (0..4)
            .map(|seed| {
                scope.spawn(move || {
                    let mut acknowledged = Vec::new();
                    for (id, body) in bodies(seed) {
                        match post(address, "", &body) {
                            Ok((201, _)) => acknowledged.push((id, body)),
                            Ok(other) => panic!("{other:?}"),
                            // It has been killed.
                            Err(_) => break,
                        }
                        count.fetch_add(1, Ordering::SeqCst);
                    }
                    acknowledged
                })
            })
            .collect();
        while count.load(Ordering::SeqCst) < BEFORE {
            thread::yield_now();
        }
        served.kill();
        let sent = senders
            .into_iter()
            .flat_map(|sender| sender.join().unwrap());
        sent.collect::<Vec<_>>()
    });
    assert!(acknowledged.len() >= BEFORE);

    let served = Served::start(PROGRAM, data.path(), &shipped(), &[]);
    // A phone that never heard sends again: it is stored already.
    for (_, body) in acknowledged.iter().step_by(20) {
        assert_eq!(served.post("", body).unwrap().0, 200);
    }
    served.terminate();
    assert!(served.finish().2.success());
    let stored = ids_on_disk(data.path());
    for (id, _) in &acknowledged {
        let times = stored.iter().filter(|other| *other == id).count();
        assert_eq!(times, 1, "response {id}");
    }
}

#[test]
fn asked_to_stop_it_finishes_what_it_has_begun() {
    let data = tempfile::tempdir().unwrap();
    let served = Served::start(PROGRAM, data.path(), &shipped(), &[]);
    let (id, body) = bodies(1).next().unwrap();
    let mut stream = TcpStream::connect(served.address).unwrap();
    write!(
        stream,
        "POST /api/v1/responses HTTP/1.1\r\nhost: test\r\nexpect: 100-continue\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .unwrap();
    // It says so when it has begun to read the body.
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert!(go_on.starts_with(b"HTTP/1.1 100 Continue"));

    served.terminate();
    stream.write_all(body.as_bytes()).unwrap();
    assert_eq!(answer(&mut stream).unwrap().0, 201);
    let (_, _, status) = served.finish();
    assert_eq!(status.code(), Some(0));
    assert!(
        !data.path().join("hark.db-wal").exists(),
        "the log is still there"
    );
    assert_eq!(ids_on_disk(data.path()), [id]);
}

#[test]
fn a_second_server_on_the_same_data_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let first = Served::start(PROGRAM, data.path(), &shipped(), &[]);
    let start = |more: &[&str]| {
        let child = Command::new(PROGRAM)
            .args(["serve", "--content"])
            .arg(shipped())
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let out = child.unwrap().wait_with_output().unwrap();
        assert_eq!(out.status.code(), Some(1));
        assert!(out.stdout.is_empty());
        String::from_utf8(out.stderr).unwrap()
    };
    let folder = data.path().display().to_string();
    let why = start(&["--port", "0", "--data", &folder]);
    assert!(why.contains("another Hark is using this data"), "{why}");

    // Its port is taken as well.
    let other = tempfile::tempdir().unwrap();
    let port = first.address.port().to_string();
    let why = start(&[
        "--port",
        &port,
        "--data",
        &other.path().display().to_string(),
    ]);
    assert!(why.contains("can't listen at 127.0.0.1"), "{why}");
}
