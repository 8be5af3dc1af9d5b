//! Memory stays flat, however long the video. Alone in its process, so that it measures itself.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used)]

use panim::prelude::*;
use std::{cell::RefCell, fs, ops::ControlFlow, rc::Rc};

#[animation]
#[derive(Default)]
struct Dot {
    line: Handle<Line>,
}

impl Dot {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.line = fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]));
    }

    #[update]
    fn update(&self, frame: &mut Frame, at: usize) {
        frame[self.line].set_y([(at % 7) as f64 / 7.0, 0.5]);
    }
}

fn resident_kilobytes() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_hundred_thousand_frames_take_no_more_memory_than_ten_thousand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    let samples = Rc::new(RefCell::new(Vec::new()));
    let seen = samples.clone();
    Dot::render(&path)
        .size(16, 16)
        .workers(2)
        .on_progress(move |progress| {
            if progress.written() / 10_000 > seen.borrow().len() {
                seen.borrow_mut().push(resident_kilobytes());
            }
            ControlFlow::Continue(())
        })
        .params(0..100_000_usize)
        .run()
        .unwrap();
    let samples = samples.borrow();
    println!("kB resident after each 10,000 frames: {samples:?}");
    // sizes of the pictures are kept for the file's index: a few bytes each
    let (early, late) = (samples[0], samples[samples.len() - 1]);
    assert!(late < early + 8 * 1024, "{samples:?}");
}
