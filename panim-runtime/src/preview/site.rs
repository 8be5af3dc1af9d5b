//! What is at which path.

use super::{
    cache::{Cache, SentFrame},
    door::{Door, random_token},
    http::{Body, Request, Response},
    rows::RowStore,
};
use crate::{
    Error, Fps, Result,
    caught::Quiet,
    crew::FrameJob,
    erased::{AnyPlan, AnyRow},
};
use flume::Sender;
use serde::Serialize;
use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread,
    time::{Duration, Instant},
};

const PAGE: &str = include_str!("page.html");

/// What stands in the page for a word that changes with each answer.
const NONCE: &str = "{nonce}";

/// So long a page is kept waiting that asks whether the program still runs.
const ALIVE: Duration = Duration::from_secs(20);
const TICK: Duration = Duration::from_millis(50);

pub(super) struct Site<'a, 'u> {
    name: &'static str,
    path: String,
    fps: Fps,
    names: &'static [&'static str],
    rows: &'a RowStore<AnyRow<'u>>,
    door: &'a Door,
    /// None: the preview ends, and the crew goes home.
    jobs: Mutex<Option<Sender<FrameJob<AnyRow<'u>>>>>,
    stopped: &'a AtomicBool,
    cache: Cache,
    /// Another one for each start of the program.
    run: String,
    visited: AtomicBool,
}

/// What the page has to know before it asks for a frame.
#[derive(Serialize)]
struct About<'a> {
    run: &'a str,
    name: &'a str,
    path: &'a str,
    fps: f64,
    /// None: not known, or not yet.
    frames: Option<usize>,
    /// At least so many.
    taken: usize,
}

/// A frame's parameters by their names, as text where they have one.
type Parameters = Vec<(&'static str, Option<String>)>;

/// What stands beside a picture.
#[derive(Serialize)]
struct Caption {
    width: u32,
    height: u32,
    time: f64,
    parameters: Parameters,
}

impl<'a, 'u> Site<'a, 'u> {
    pub(super) fn new(
        plan: &AnyPlan<'u>,
        rows: &'a RowStore<AnyRow<'u>>,
        door: &'a Door,
        jobs: Sender<FrameJob<AnyRow<'u>>>,
        stopped: &'a AtomicBool,
    ) -> Self {
        Self {
            name: plan.name,
            path: plan.path.display().to_string(),
            fps: plan.settings.fps,
            names: plan.names,
            rows,
            door,
            jobs: Mutex::new(Some(jobs)),
            stopped,
            cache: Cache::default(),
            run: random_token().unwrap_or_default(),
            visited: AtomicBool::new(false),
        }
    }

    /// No frame is drawn any more.
    pub(super) fn close(&self) {
        *self.jobs() = None;
    }

    fn jobs(&self) -> MutexGuard<'_, Option<Sender<FrameJob<AnyRow<'u>>>>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has a page asked for anything?
    pub(super) fn was_visited(&self) -> bool {
        self.visited.load(SeqCst)
    }

    pub(super) fn answer(&self, request: &Request<'_>, is_get: bool) -> Response {
        if !self.door.admits(request.value("token"), request.host, request.origin) {
            let message = "this page is only for whoever has the address that the program printed";
            return Response::text("403 Forbidden", message);
        }
        if !is_get {
            return Response::text("405 Method Not Allowed", "only GET is allowed");
        }
        self.visited.store(true, SeqCst);
        match request.path {
            "/" => self.page(),
            "/about" => self.about(),
            "/alive" => self.alive(),
            "/frame" => self.frame(request.value("number").and_then(|it| it.parse().ok())),
            _ => Response::text("404 Not Found", "there is no such page"),
        }
    }

    fn page(&self) -> Response {
        let nonce = random_token().unwrap_or_default();
        let headers = format!(
            "Content-Security-Policy: default-src 'none'; script-src 'nonce-{nonce}'; style-src \
             'nonce-{nonce}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action \
             'none'; frame-ancestors 'none'\r\n"
        );
        let body = Body::Bytes(PAGE.replace(NONCE, &nonce).into_bytes());
        Response { status: "200 OK", kind: "text/html; charset=utf-8", headers, body }
    }

    fn about(&self) -> Response {
        let (frames, taken) = self.rows.count();
        let Self { run, name, path, fps, .. } = self;
        json(&About { run, name, path, fps: fps.as_f64(), frames, taken })
    }

    /// Answered after a while, or never: then the program has ended.
    fn alive(&self) -> Response {
        let began = Instant::now();
        while began.elapsed() < ALIVE && !self.stopped.load(SeqCst) {
            thread::sleep(TICK);
        }
        self.about()
    }

    fn frame(&self, number: Option<usize>) -> Response {
        let Some(number) = number else {
            return Response::text("400 Bad Request", "the number of a frame is missing");
        };
        match self.drawn(number) {
            Ok((shown, parameters)) => {
                let (width, height) = (shown.width, shown.height);
                let time = self.fps.time_of(number);
                let caption = Caption { width, height, time, parameters };
                let caption = serde_json::to_string(&caption).unwrap_or_default();
                let headers = format!("X-Caption: {}\r\n", ascii(&caption));
                let kind = "application/octet-stream";
                Response { status: "200 OK", kind, headers, body: Body::Shared(shown) }
            }
            Err(error) => Response::text("422 Unprocessable Content", format!("{error:?}")),
        }
    }

    fn drawn(&self, frame: usize) -> Result<(Arc<SentFrame>, Parameters)> {
        let row = self.rows.row(frame, || self.stopped.load(SeqCst))?;
        let parameters = self.parameters(&row);
        if let Some(shown) = self.cache.get(frame) {
            return Ok((shown, parameters));
        }
        let ended = || Error::from("the preview has ended");
        let (reply, replies) = flume::bounded(1);
        let jobs = self.jobs().clone().ok_or_else(ended)?;
        jobs.send(FrameJob { frame, row, reply }).map_err(|_| ended())?;
        drop(jobs);
        let (_, picture) = loop {
            match replies.recv_timeout(TICK) {
                Ok(drawn) => break drawn,
                Err(_) if self.stopped.load(SeqCst) || replies.is_disconnected() => {
                    return Err(ended());
                }
                Err(_) => {}
            }
        };
        let picture = picture?;
        let (width, height) = (picture.width(), picture.height());
        let shown = SentFrame { width, height, pixels: picture.rgba().to_vec() };
        Ok((self.cache.keep(frame, shown), parameters))
    }

    fn parameters(&self, row: &Quiet<AnyRow<'u>>) -> Parameters {
        let show = || Ok(row.show());
        let shown = crate::caught::caught(show, Error::from);
        let names = self.names.iter().copied();
        names.zip(shown.unwrap_or_default()).collect()
    }
}

fn json(value: &impl Serialize) -> Response {
    let body = Body::Bytes(serde_json::to_vec(value).unwrap_or_default());
    Response { status: "200 OK", kind: "application/json", headers: String::new(), body }
}

/// JSON for a header, where other letters are not allowed.
fn ascii(json: &str) -> String {
    let mut text = String::new();
    for letter in json.chars() {
        match letter {
            ' '..='~' => text.push(letter),
            _ => {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    text.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_ascii_and_the_same_json() {
        let text = "\"\u{e4} \u{1f600}\"";
        let header = ascii(text);
        assert!(header.is_ascii());
        let read: Result<String, _> = serde_json::from_str(&header);
        assert_eq!(read.ok().as_deref(), Some("\u{e4} \u{1f600}"));
    }
}
