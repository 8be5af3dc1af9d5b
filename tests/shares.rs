//! What is kept of a video, with parameters that can be told from others.

#![allow(missing_docs, clippy::unwrap_used)]

use panim::{Encoder, Error, Render, prelude::*};
use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
};

/// How many frames were drawn, in the test that has this number.
static DRAWN: [AtomicUsize; 5] = [const { AtomicUsize::new(0) }; 5];

#[animation]
#[derive(Clone, Default)]
struct Level {
    test: usize,
    line: Handle<Line>,
}

impl Level {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(64, 48);
        self.line = fig.axes().add(Line::empty());
    }

    #[update]
    fn update(&self, frame: &mut Frame, height: f64) -> Result<(), String> {
        DRAWN[self.test].fetch_add(1, SeqCst);
        if height < 0.0 {
            return Err(format!("{height} is below 0"));
        }
        frame[self.line].set_data([0.0, 1.0], [height, 1.0]);
        Ok(())
    }
}

fn drawn(test: usize) -> usize {
    DRAWN[test].swap(0, SeqCst)
}

fn level(test: usize, path: &Path) -> Render<Level, (f64,)> {
    let level = Level { test, ..Level::default() };
    level.render_to(path).gop(5).workers(2).encoder(Encoder::Cpu)
}

/// A table of 40 rows, of which some are others.
fn table(path: &Path, others: &[(usize, f64)]) {
    let mut rows: Vec<_> = (0..40).map(|i| f64::from(i % 7)).collect();
    others.iter().for_each(|&(row, height)| rows[row] = height);
    let rows: Vec<_> = rows.iter().map(ToString::to_string).collect();
    fs::write(path, format!("height\n{}\n", rows.join("\n"))).unwrap();
}

#[test]
fn a_frame_is_mended_in_its_table_and_the_render_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let [path, whole, rows] = ["a.mp4", "whole.mp4", "rows.csv"].map(|it| folder.path().join(it));
    let render = |path| level(0, path).params_file(&rows);
    table(&rows, &[(37, -1.0)]);
    let error = render(&path).resume(true).run().unwrap_err().to_string();
    assert_eq!(error, "frame 37 failed: -1 is below 0");
    drawn(0);
    // what was finished and has changed is drawn again, and no more
    table(&rows, &[(37, 1.5), (12, 2.5)]);
    let video = render(&path).resume(true).run().unwrap();
    // frame 0 is asked what it settles for those that are drawn
    let drawn = drawn(0);
    assert!((video.frames() - video.resumed()).abs_diff(drawn) <= 1, "{video}, {drawn} drawn");
    assert!((11..=26).contains(&drawn), "{drawn}");
    render(&whole).run().unwrap();
    assert_eq!(fs::read(&path).unwrap(), fs::read(&whole).unwrap());
}

#[test]
fn another_frame_0_changes_all_frames() {
    let folder = tempfile::tempdir().unwrap();
    let [path, whole, rows] = ["a.gif", "whole.gif", "rows.csv"].map(|it| folder.path().join(it));
    let render = |path| level(1, path).params_file(&rows);
    table(&rows, &[(37, -1.0)]);
    render(&path).resume(true).run().unwrap_err();
    drawn(1);
    table(&rows, &[(0, 99.0)]);
    assert_eq!(render(&path).resume(true).run().unwrap().resumed(), 0);
    assert_eq!(drawn(1), 40);
    render(&whole).run().unwrap();
    assert_eq!(fs::read(&path).unwrap(), fs::read(&whole).unwrap());
}

#[test]
fn shares_of_other_rows_are_missing() {
    let folder = tempfile::tempdir().unwrap();
    let [path, whole, rows] = ["a.mp4", "whole.mp4", "rows.csv"].map(|it| folder.path().join(it));
    let plan = || level(2, &path).params_file(&rows).plan(4).unwrap();
    table(&rows, &[(37, -1.0)]);
    for share in 0..4 {
        assert_eq!(plan().shard(share).is_err(), share == 3);
    }
    table(&rows, &[(37, 1.0), (12, 3.5)]);
    plan().shard(3).unwrap();
    drawn(2);
    let error = plan().merge().unwrap_err();
    assert!(matches!(&error, Error::Missing { shares, .. } if shares == "1"), "{error}");
    assert!(error.to_string().ends_with("share 1: its parameters have changed"), "{error}");
    plan().shard(1).unwrap();
    let drawn = drawn(2);
    assert!((5..=7).contains(&drawn), "{drawn}");
    plan().merge().unwrap();
    level(2, &whole).params_file(&rows).run().unwrap();
    assert_eq!(fs::read(&path).unwrap(), fs::read(&whole).unwrap());
}

#[test]
fn a_simulation_is_stepped_up_to_each_share() {
    let folder = tempfile::tempdir().unwrap();
    let [path, whole] = ["a.mp4", "whole.mp4"].map(|it| folder.path().join(it));
    let simulated = |path| level(3, path).simulate(43, 1.0, |height: &mut f64| *height *= 1.01);
    simulated(&whole).run().unwrap();
    for share in 0..3 {
        simulated(&path).plan(3).unwrap().shard(share).unwrap();
    }
    simulated(&path).plan(3).unwrap().merge().unwrap();
    assert_eq!(fs::read(&path).unwrap(), fs::read(&whole).unwrap());
}

/// Heights that change, stay and change again; they stay over the borders of groups and of shares.
fn pausing() -> Vec<f64> {
    let height = |i: u32| match i {
        0..8 => i,
        8..30 => 8,
        _ => i - 22,
    };
    (0..43).map(|i| f64::from(height(i))).collect()
}

#[test]
fn a_video_that_pauses_is_the_same_by_any_workers_by_shares_and_resumed() {
    let folder = tempfile::tempdir().unwrap();
    for ending in ["mp4", "gif", "png"] {
        let path = |name: &str| folder.path().join(format!("{name}.{ending}"));
        let (whole, shared, resumed) = (path("whole"), path("shared"), path("resumed"));
        level(4, &whole).params(pausing()).run().unwrap();
        let expected = fs::read(&whole).unwrap();
        for workers in [1, 5] {
            let other = path("other");
            level(4, &other).params(pausing()).workers(workers).run().unwrap();
            assert!(fs::read(&other).unwrap() == expected, "{ending}, {workers} workers");
        }
        let all_anew = path("anew");
        level(4, &all_anew).params(pausing()).reuse(false).run().unwrap();
        assert!(fs::read(&all_anew).unwrap() == expected, "{ending}, each frame by itself");
        for share in 0..3 {
            level(4, &shared).params(pausing()).plan(3).unwrap().shard(share).unwrap();
        }
        level(4, &shared).params(pausing()).plan(3).unwrap().merge().unwrap();
        assert!(fs::read(&shared).unwrap() == expected, "{ending}, by shares");
        let mut failing = pausing();
        failing[27] = -1.0;
        level(4, &resumed).params(failing).resume(true).run().unwrap_err();
        drawn(4);
        level(4, &resumed).params(pausing()).resume(true).run().unwrap();
        assert!(drawn(4) < 43, "{ending}: nothing was kept");
        assert!(fs::read(&resumed).unwrap() == expected, "{ending}, resumed");
    }
}
