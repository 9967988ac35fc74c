//! Bodies as they come over a network.

use std::io::{ErrorKind, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use hark::Limits;
use hark_tests::process::{answer, post};
use hark_tests::server::Server;
use hark_tests::wire::{clubs, id};
use tokio::net::TcpListener;
use tokio::task::{JoinSet, spawn_blocking};

/// Serves the router at a real address until the test ends.
async fn listening(server: &Server) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = server.router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

fn limited(body_time: Duration, drained: usize) -> Server {
    Server::with(|state| state.limits = Limits { body_time, drained })
}

fn head(length: usize) -> String {
    format!(
        "POST /api/v1/responses HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    )
}

/// Whoever sends everything before reading finds the answer, not a broken pipe.
#[tokio::test(flavor = "multi_thread")]
async fn a_413_can_be_read_after_sending_everything() {
    let server = Server::start();
    let address = listening(&server).await;
    let (status, body) = spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let length = 4 * 1024 * 1024;
        stream.write_all(head(length).as_bytes()).unwrap();
        for _ in 0..length / 4096 {
            stream.write_all(&[b' '; 4096]).unwrap();
        }
        answer(&mut stream).unwrap()
    })
    .await
    .unwrap();
    assert_eq!(status, 413);
    assert!(body.contains("/problems/too-large"), "{body}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_without_end_is_cut_off() {
    let server = limited(Duration::from_mins(1), 100_000);
    let address = listening(&server).await;
    let sent = spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(head(usize::MAX / 4).as_bytes()).unwrap();
        let mut sent = 0_u64;
        loop {
            match stream.write_all(&[b' '; 4096]) {
                Ok(()) => sent += 4096,
                Err(error) => {
                    assert!(
                        matches!(
                            error.kind(),
                            ErrorKind::BrokenPipe | ErrorKind::ConnectionReset
                        ),
                        "{error}"
                    );
                    break sent;
                }
            }
        }
    })
    .await
    .unwrap();
    assert!(sent >= 100_000, "only {sent} bytes were taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_stops_coming_is_408() {
    let server = limited(Duration::from_millis(50), 1_000);
    let address = listening(&server).await;
    for sent in ["", "{\"id\":"] {
        let (status, body) = spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            write!(stream, "{}{sent}", head(100)).unwrap();
            // It ends, although nothing asked it to close but the server's own limit.
            answer(&mut stream).unwrap()
        })
        .await
        .unwrap();
        assert_eq!(status, 408);
        assert!(body.contains("/problems/too-slow"), "{body}");
    }
}

/// A body means nothing there, so the answer comes at once and the rest is not read.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_the_body_of_a_get() {
    let server = limited(Duration::from_hours(1), 1_000);
    let address = listening(&server).await;
    for method in ["GET", "HEAD", "DELETE", "OPTIONS"] {
        let (status, _) = spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            // It does not say that it closes the connection; the server does.
            write!(
                stream,
                "{method} /health HTTP/1.1\r\nhost: test\r\ncontent-length: 100\r\n\r\n"
            )
            .unwrap();
            answer(&mut stream).unwrap()
        })
        .await
        .unwrap();
        let taken = method == "GET" || method == "HEAD";
        assert_eq!(status, if taken { 200 } else { 405 }, "{method}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_cut_off_half_way_is_not_stored() {
    let server = Server::start();
    let address = listening(&server).await;
    let body = clubs(1).to_string();
    let half = body[..body.len() / 2].to_owned();
    let length = body.len();
    let (status, _) = spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{}{half}", head(length)).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        // The server may close without a word to somebody who is gone.
        answer(&mut stream).unwrap_or((400, String::new()))
    })
    .await
    .unwrap();
    assert_eq!(status, 400);
    assert_eq!(server.stored()["responses"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_in_pieces_is_taken() {
    let server = Server::start();
    let address = listening(&server).await;
    let body = clubs(1).to_string();
    let (status, _) = spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(
            stream,
            "POST /api/v1/responses HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\
             content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
        )
        .unwrap();
        for piece in body.as_bytes().chunks(7) {
            write!(stream, "{:x}\r\n", piece.len()).unwrap();
            stream.write_all(piece).unwrap();
            stream.write_all(b"\r\n").unwrap();
        }
        stream.write_all(b"0\r\n\r\n").unwrap();
        answer(&mut stream).unwrap()
    })
    .await
    .unwrap();
    assert_eq!(status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_over_the_network_are_each_stored_once() {
    let server = Server::start();
    let address = listening(&server).await;
    let mut sending = JoinSet::new();
    for number in 0..64 {
        // Every response is sent four times, at once.
        let body = clubs(number % 16).to_string();
        sending.spawn_blocking(move || post(address, "", &body).unwrap());
    }
    let answers = sending.join_all().await;
    let new: Vec<&str> = answers
        .iter()
        .filter(|(status, _)| *status == 201)
        .map(|(_, body)| body.as_str())
        .collect();
    assert_eq!(new.len(), 16);
    assert!(
        answers
            .iter()
            .all(|(status, _)| matches!(status, 200 | 201))
    );
    for number in 0..16 {
        let stored = new.iter().filter(|body| body.contains(&id(number)));
        assert_eq!(stored.count(), 1, "response {number}");
    }
}
