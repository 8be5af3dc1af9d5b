//! How far ahead anything runs, and how much is held.

use crate::probe::{Folder, Job, height, job, probe, probe_with};
use std::{
    cell::Cell,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread::sleep,
    time::Duration,
};

/// Counts itself while it is alive.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(alive: &Arc<AtomicUsize>) -> Self {
        alive.fetch_add(1, SeqCst);
        Self(Arc::clone(alive))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, SeqCst);
    }
}

#[test]
fn parameters_are_taken_no_further_than_what_is_in_flight() {
    for (workers, in_flight) in [(1, 1), (1, 3), (4, 2), (4, 8)] {
        let folder = Folder::new();
        let taken = Rc::new(Cell::new(0));
        let counted = Rc::clone(&taken);
        // The first frame is slow: nothing is written meanwhile, and others could run ahead.
        let jobs = (0..200).map(move |frame| {
            counted.set(counted.get() + 1);
            job(move || {
                if frame == 0 {
                    sleep(Duration::from_millis(50));
                }
                Ok(height(frame))
            })
        });
        let check = move |progress: panim_runtime::Progress| {
            let groups_ahead = (taken.get() - 2usize).div_ceil(5) - progress.written() / 5;
            assert!(groups_ahead <= in_flight, "{groups_ahead} groups taken and not written");
        };
        let render = probe(&folder.path("a.mp4")).workers(workers).gop(5).in_flight(in_flight);
        render.on_progress(check).params(jobs).run().unwrap();
    }
}

#[test]
fn rows_that_are_drawn_are_not_kept() {
    let folder = Folder::new();
    let alive = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let (counted, seen) = (Arc::clone(&alive), Arc::clone(&most));
    let jobs = (0..400).map(move |frame| {
        let row = Counted::new(&counted);
        seen.fetch_max(counted.load(SeqCst), SeqCst);
        job(move || {
            let _row = row;
            Ok(height(frame))
        })
    });
    probe(&folder.path("a.mp4")).workers(3).gop(5).in_flight(4).params(jobs).run().unwrap();
    assert_eq!(alive.load(SeqCst), 0);
    assert!(most.load(SeqCst) <= 4 * 5 + 2, "{most:?} rows at once");
}

#[test]
fn rows_are_gone_after_a_failure_too() {
    let folder = Folder::new();
    let alive = Arc::new(AtomicUsize::new(0));
    let jobs: Vec<Job> = (0..100)
        .map(|frame| {
            let row = Counted::new(&alive);
            job(move || {
                let _row = row;
                if frame == 33 { Err("stop".into()) } else { Ok(height(frame)) }
            })
        })
        .collect();
    probe(&folder.path("a.mp4")).workers(4).gop(10).params(jobs).run().unwrap_err();
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn a_slow_iterator_does_not_hold_up_what_is_ready() {
    // Workers wait for the parameters, and go on when they come.
    let folder = Folder::new();
    let jobs = (0..40).map(|frame| {
        sleep(Duration::from_millis(2));
        job(move || Ok(height(frame)))
    });
    let video = probe(&folder.path("a.mp4")).workers(4).gop(5).params(jobs).run().unwrap();
    assert_eq!(video.frames(), 40);
}

#[test]
fn setup_runs_once_for_each_worker_or_before_every_frame() {
    let folder = Folder::new();
    let count = |reuse: bool, workers: i32| {
        let setups = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&setups);
        let render = probe_with(&folder.path("a.mp4"), move |_| {
            counted.fetch_add(1, SeqCst);
            Ok(())
        });
        let jobs = crate::probe::moving(20);
        render.workers(workers).reuse(reuse).params(jobs).run().unwrap();
        setups.load(SeqCst)
    };
    assert_eq!(count(true, 1), 1);
    assert_eq!(count(true, 3), 3);
    assert_eq!(count(false, 1), 20);
}

#[test]
fn indexed_parameters_make_the_same_video() {
    let folder = Folder::new();
    let (one, other) = (folder.path("one.mp4"), folder.path("other.mp4"));
    probe(&one).params(crate::probe::moving(50)).run().unwrap();
    let mut shuffled: Vec<_> = crate::probe::moving(50).enumerate().collect();
    shuffled.sort_by_key(|(frame, _)| frame * 31 % 50);
    probe(&other).params_indexed(shuffled).run().unwrap();
    assert!(std::fs::read(one).unwrap() == std::fs::read(other).unwrap());
}

#[test]
fn a_frame_before_a_missing_one_may_still_fail_first() {
    let folder = Folder::new();
    let run = |bad: Option<usize>| {
        let jobs = (0..50).filter(|frame| *frame != 30).map(move |frame| {
            let fails = Some(frame) == bad;
            (frame, job(move || if fails { Err("bad".into()) } else { Ok(height(frame)) }))
        });
        let render = probe(&folder.path("a.mp4")).workers(3).gop(8);
        render.params_indexed(jobs).run().unwrap_err().to_string()
    };
    for _ in 0..20 {
        assert_eq!(run(None), "params_indexed: frame 30 is missing: frame 31 comes after it");
        assert_eq!(run(Some(29)), "frame 29 failed: bad");
        assert_eq!(run(Some(31)), "params_indexed: frame 30 is missing: frame 31 comes after it");
    }
    assert!(folder.names().is_empty());
}
