//! The preview as a browser meets it: who is let in, what is sent, and how it is found again.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used)]

use panim::Picture;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The running program.
struct Preview {
    child: Child,
    port: u16,
    token: String,
}

impl Preview {
    fn start(folder: &TempDir, port: u16) -> Self {
        Self::start_with(folder, port, "WAVE_NOTHING")
    }

    fn start_with(folder: &TempDir, port: u16, variable: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_wave"))
            .args(["preview", "--no-open", "--port", &port.to_string()])
            .current_dir(folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("WAVE_FAILS", "7")
            .env(variable, "1")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let (port, token) = address
            .trim()
            .strip_prefix("http://127.0.0.1:")
            .and_then(|rest| rest.split_once("/?token="))
            .unwrap();
        Self { child, port: port.parse().unwrap(), token: token.into() }
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Status, headers and body.
    fn ask(&self, method: &str, target: &str, host: &str, more: &str) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut stream = BufReader::new(stream);
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).unwrap();
            if line.trim().is_empty() {
                break;
            }
            if let Some(bytes) = line.strip_prefix("Content-Length: ") {
                length = bytes.trim().parse().unwrap();
            }
            head += &line;
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), head, body)
    }

    fn get(&self, target: &str) -> (u16, String, Vec<u8>) {
        let separator = if target.contains('?') { '&' } else { '?' };
        let target = format!("{target}{separator}token={}", self.token);
        self.ask("GET", &target, &self.host(), "")
    }

    /// Ends it as a user does, and says with which status.
    fn end(mut self) -> Option<i32> {
        let kill = ["-s", "TERM", &self.child.id().to_string()].map(str::to_owned);
        assert!(Command::new("kill").args(kill).status().unwrap().success());
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(10) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not end");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn only_who_has_the_address_is_let_in() {
    let folder = tempfile::tempdir().unwrap();
    let preview = Preview::start(&folder, 0);
    let (host, token) = (preview.host(), &preview.token);
    let with = format!("/frame?number=3&token={token}");
    let status = |method: &str, target: &str, host: &str, more: &str| {
        preview.ask(method, target, host, more).0
    };
    assert_eq!(status("GET", &with, &host, ""), 200);
    assert_eq!(status("GET", &with, &host, &format!("Origin: http://{host}\r\n")), 200);
    for target in ["/", "/about", "/frame?number=3", "/frame?number=3&token=", "/?token=0123"] {
        assert_eq!(status("GET", target, &host, ""), 403, "{target}");
    }
    for other in ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""] {
        assert_eq!(status("GET", &with, other, ""), 403, "{other}");
    }
    for origin in ["http://evil.example", "null", "https://127.0.0.1"] {
        assert_eq!(status("GET", &with, &host, &format!("Origin: {origin}\r\n")), 403, "{origin}");
    }
    let twice = format!("Host: {host}\r\n");
    assert_eq!(status("GET", &with, "evil.example", &twice), 403);
    assert_eq!(status("POST", &with, &host, ""), 405);
    assert_eq!(status("GET", &with, &host, "Content-Length: 5\r\n"), 405);
    assert_eq!(status("GET", &format!("/etc/passwd?token={token}"), &host, ""), 404);
    let (_, head, body) = preview.get("/");
    assert!(head.contains("Content-Security-Policy: default-src 'none'"), "{head}");
    assert!(!String::from_utf8(body).unwrap().contains("://"), "the page is self-contained");
}

#[test]
fn frames_are_as_in_the_video_and_errors_in_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let still = Command::new(env!("CARGO_BIN_EXE_wave"))
        .args(["still", "42", "-o", "still.png"])
        .current_dir(folder.path())
        .status();
    assert!(still.unwrap().success());
    let still = Picture::open(folder.path().join("still.png")).unwrap();
    for variable in ["WAVE_NOTHING", "WAVE_UNCOUNTED", "WAVE_ENDLESS"] {
        let preview = Preview::start_with(&folder, 0, variable);
        // in any order
        for _ in 0..2 {
            let (status, _, body) = preview.get("/frame?number=59");
            assert_eq!((status, body.len()), (200, 160 * 120 * 4));
            let (status, head, body) = preview.get("/frame?number=42");
            assert_eq!(status, 200);
            if variable != "WAVE_ENDLESS" {
                assert!(body == still.rgba(), "{variable}");
                assert!(head.contains(r#""time":1.4,"parameters":[["phase","4.2"]]"#), "{head}");
            }
            let (status, _, body) = preview.get("/frame?number=7");
            let error = String::from_utf8(body).unwrap();
            assert!(
                status == 422 && error.starts_with("frame 7 failed: nothing to draw"),
                "{error}"
            );
        }
        let (status, _, body) = preview.get("/frame?number=60");
        if variable == "WAVE_ENDLESS" {
            assert_eq!(status, 200);
        } else {
            let error = String::from_utf8(body).unwrap();
            assert_eq!((status, &*error), (422, "no frame 60: the parameters end after 60"));
        }
        assert_eq!(preview.get("/frame?number=x").0, 400);
    }
}

#[test]
fn a_program_that_is_started_again_is_found_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let first = Preview::start(&folder, 0);
    let (port, token) = (first.port, first.token.clone());
    // beside it another one has another place
    let beside = Preview::start(&folder, 0);
    assert!(beside.port != port && beside.token != token);
    drop(beside);
    assert_eq!(first.end(), Some(143));
    let again = Preview::start(&folder, 0);
    assert_eq!((again.port, &again.token), (port, &token));
    assert_eq!(again.get("/about").0, 200);
    // what was kept by chance is not trusted where others can read it
    drop(again);
    let kept = std::fs::read_dir(folder.path().join("panim")).unwrap().next().unwrap().unwrap();
    let mut rights = kept.metadata().unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o644);
    std::fs::set_permissions(kept.path(), rights).unwrap();
    let other = Preview::start(&folder, 0);
    assert!(other.token != token);
}

#[test]
fn clients_that_go_away_disturb_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let preview = Preview::start(&folder, 0);
    for i in 0..100 {
        let mut stream = TcpStream::connect(preview.host()).unwrap();
        let request = format!(
            "GET /frame?number={}&token={} HTTP/1.1\r\nHost: {}\r\n\r\n",
            i % 60,
            preview.token,
            preview.host()
        );
        let sent = if i % 3 == 0 { request.len() / 2 } else { request.len() };
        stream.write_all(&request.as_bytes()[..sent]).unwrap();
    }
    assert_eq!(preview.get("/frame?number=12").0, 200);
    assert_eq!(preview.end(), Some(143));
}
