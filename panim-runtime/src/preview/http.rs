//! As much HTTP/1.1 as one page needs: GET, connections that are kept, and nothing that is sent along.

use super::site::Site;
use crate::{Error, Result};
use std::{
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, Scope},
    time::{Duration, Instant},
};

/// Bytes of a request, and its lines.
const LARGEST_HEAD: usize = 16 << 10;
const MOST_HEADERS: usize = 64;

/// Tabs have a few connections each; more than these wait.
const MOST_CONNECTIONS: usize = 64;

/// So often a connection that waits looks whether it is to stop.
const TICK: Duration = Duration::from_millis(200);

/// A request that is begun comes to its end within this, and a connection without one is closed after it.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a request asks for.
pub(super) struct Request<'a> {
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) host: Option<&'a str>,
    pub(super) origin: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A value in the query.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

/// What is answered.
pub(super) struct Response {
    pub(super) status: &'static str,
    pub(super) kind: &'static str,
    /// Whole lines.
    pub(super) headers: String,
    pub(super) body: Body,
}

pub(super) enum Body {
    Bytes(Vec<u8>),
    Shared(Arc<super::cache::SentFrame>),
}

impl Response {
    pub(super) fn text(status: &'static str, text: impl Into<String>) -> Self {
        let kind = "text/plain; charset=utf-8";
        Self { status, kind, headers: String::new(), body: Body::Bytes(text.into().into_bytes()) }
    }
}

/// Listens on a thread of its own, and gives each connection one.
pub(super) fn listen<'scope, 'e: 'scope, 'u: 'e>(
    scope: &'scope Scope<'scope, 'e>,
    listener: &'e TcpListener,
    site: &'e Site<'e, 'u>,
    stopped: &'e AtomicBool,
) -> Result<()> {
    let work = move || {
        let open = Arc::new(AtomicUsize::new(0));
        for stream in listener.incoming() {
            if stopped.load(SeqCst) {
                return;
            }
            // Where none can be had, others go first.
            let Ok(stream) = stream else {
                thread::sleep(TICK);
                continue;
            };
            while open.load(SeqCst) >= MOST_CONNECTIONS && !stopped.load(SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            let slot = Occupied::take(&open);
            let serve = move || {
                let _slot = slot;
                // Whoever goes away in the middle is no longer there to be told.
                let _ = serve(stream, site, stopped);
            };
            let _ = thread::Builder::new().name("panim-http".into()).spawn_scoped(scope, serve);
        }
    };
    let started = thread::Builder::new().name("panim-listen".into()).spawn_scoped(scope, work);
    started.map(drop).map_err(|source| Error::Thread { source })
}

/// One of so many connections.
struct Occupied(Arc<AtomicUsize>);

impl Occupied {
    fn take(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, SeqCst);
        Self(Arc::clone(open))
    }
}

impl Drop for Occupied {
    fn drop(&mut self) {
        self.0.fetch_sub(1, SeqCst);
    }
}

/// Answers the requests of one connection.
fn serve(mut stream: TcpStream, site: &Site<'_, '_>, stopped: &AtomicBool) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(TICK))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut read = Vec::new();
    loop {
        let Some(end) = read_head(&mut stream, &mut read, stopped)? else { return Ok(()) };
        let answer = answer(&read[..end], site);
        let is_refused = !answer.status.starts_with('2') && !answer.status.starts_with("422");
        send(&mut stream, &answer, is_refused)?;
        if is_refused || stopped.load(SeqCst) {
            return Ok(());
        }
        read.drain(..end);
    }
}

/// Reads up to the end of a request's head. None: there will be none.
fn read_head(
    stream: &mut TcpStream,
    read: &mut Vec<u8>,
    stopped: &AtomicBool,
) -> io::Result<Option<usize>> {
    let began = Instant::now();
    let mut chunk = [0; 4096];
    loop {
        if let Some(at) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            return Ok(Some(at + 4));
        }
        if read.len() > LARGEST_HEAD || stopped.load(SeqCst) || began.elapsed() > PATIENCE {
            return Ok(None);
        }
        match stream.read(&mut chunk) {
            Ok(0) => return Ok(None),
            Ok(count) => read.extend_from_slice(&chunk[..count]),
            Err(error) => match error.kind() {
                io::ErrorKind::WouldBlock
                | io::ErrorKind::TimedOut
                | io::ErrorKind::Interrupted => {}
                _ => return Err(error),
            },
        }
    }
}

fn answer(head: &[u8], site: &Site<'_, '_>) -> Response {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let (Ok(httparse::Status::Complete(_)), Some(method), Some(target)) =
        (parsed.parse(head), parsed.method, parsed.path)
    else {
        return Response::text("400 Bad Request", "this is no request");
    };
    // Of a header that stands there twice, neither counts.
    let one = |name: &str| {
        let mut found = parsed.headers.iter().filter(|it| it.name.eq_ignore_ascii_case(name));
        match (found.next(), found.next()) {
            (Some(header), None) => Some(std::str::from_utf8(header.value).unwrap_or("?")),
            (Some(_), Some(_)) => Some("?"),
            (None, _) => None,
        }
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let request = Request { path, query, host: one("host"), origin: one("origin") };
    let sends_more = one("content-length").is_some_and(|length| length.trim() != "0")
        || one("transfer-encoding").is_some();
    site.answer(&request, method == "GET" && !sends_more)
}

fn send(stream: &mut TcpStream, answer: &Response, closes: bool) -> io::Result<()> {
    let Response { status, kind, headers, body } = answer;
    let body = match body {
        Body::Bytes(bytes) => bytes,
        Body::Shared(shown) => &shown.pixels,
    };
    let connection = if closes { "close" } else { "keep-alive" };
    let head = format!(
        "HTTP/1.1 {status}\r\n\
         Content-Type: {kind}\r\n\
         Content-Length: {}\r\n\
         Connection: {connection}\r\n\
         Cache-Control: no-store\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\n\
         Referrer-Policy: no-referrer\r\n\
         X-Content-Type-Options: nosniff\r\n\
         {headers}\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}
