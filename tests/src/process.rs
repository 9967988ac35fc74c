//! `hark serve` as a process of its own, and a plain HTTP client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A running `hark serve`. It is killed when the test ends.
pub struct Served {
    /// The process.
    pub child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Served {
    /// Starts `program serve` on a free port and waits until it takes requests.
    pub fn start(program: &str, data: &Path, content: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(program)
            .args(["serve", "--port", "0", "--data"])
            .arg(data)
            .arg("--content")
            .arg(content)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line
            .strip_prefix("Hark is at http://")
            .and_then(|rest| rest.trim_end().parse().ok());
        let Some(address) = address else {
            let mut why = String::new();
            let _ = child.stderr.take().unwrap().read_to_string(&mut why);
            panic!("it said {line:?} and {why:?}");
        };
        child.stdout = Some(out.into_inner());
        Self { child, address }
    }

    /// Asks it to stop, as a service manager does.
    pub fn terminate(&self) {
        let status = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        assert!(status.unwrap().success());
    }

    /// Ends it at once, in the middle of whatever it does (SIGKILL).
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for its end; what it wrote since it started, and how it ended.
    pub fn finish(mut self) -> (String, String, ExitStatus) {
        let (mut out, mut err) = (String::new(), String::new());
        let status = self.child.wait().unwrap();
        let _ = self.child.stdout.take().unwrap().read_to_string(&mut out);
        let _ = self.child.stderr.take().unwrap().read_to_string(&mut err);
        (out, err, status)
    }

    /// Posts a body, with more header lines, on a connection of its own; the status
    /// and the body of the answer.
    ///
    /// # Errors
    /// The connection broke.
    pub fn post(&self, headers: &str, body: &str) -> std::io::Result<(u16, String)> {
        post(self.address, headers, body)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Posts a response on a connection of its own.
///
/// # Errors
/// The connection broke.
pub fn post(address: SocketAddr, headers: &str, body: &str) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(address)?;
    let length = body.len();
    write!(
        stream,
        "POST /api/v1/responses HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )?;
    answer(&mut stream)
}

/// Reads an answer to the end of its connection: the status and the body.
///
/// # Errors
/// The connection broke before the status was there.
pub fn answer(stream: &mut TcpStream) -> std::io::Result<(u16, String)> {
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let status = text
        .strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3)?.parse().ok())
        .ok_or_else(broken)?;
    let body = text.split_once("\r\n\r\n").ok_or_else(broken)?.1;
    Ok((status, body.to_owned()))
}
