//! Who draws: every worker, however short the video, and nobody who need not.

use crate::probe::{Folder, height, job, moving, probe, probe_with};
use std::{
    collections::HashSet,
    sync::{Arc, Condvar, Mutex},
    thread,
    time::Duration,
};

/// A barrier that gives up.
#[derive(Default)]
struct Meeting {
    here: Mutex<usize>,
    changed: Condvar,
}

impl Meeting {
    fn wait_for(&self, all: usize) -> Result<(), String> {
        let mut here = self.here.lock().unwrap();
        *here += 1;
        self.changed.notify_all();
        let limit = Duration::from_secs(20);
        let (here, waited) =
            self.changed.wait_timeout_while(here, limit, |here| *here < all).unwrap();
        if waited.timed_out() { Err(format!("only {here} of {all} came")) } else { Ok(()) }
    }
}

/// The first `workers` updates to begin wait for each other: all of them have to run at once.
fn meet(workers: usize, frames: usize, gop: usize) {
    let folder = Folder::new();
    let meeting = Arc::new(Meeting::default());
    let jobs = (0..frames).map(|frame| {
        let meeting = Arc::clone(&meeting);
        job(move || {
            meeting.wait_for(workers)?;
            Ok(height(frame))
        })
    });
    probe(&folder.path("a.mp4")).workers(workers as i32).gop(gop).params(jobs).run().unwrap();
}

#[test]
fn sixty_frames_keep_sixteen_workers_busy() {
    meet(16, 60, 30);
}

#[test]
fn a_single_group_keeps_all_workers_busy() {
    meet(8, 30, 30);
    meet(5, 5, 30);
    meet(2, 31, 30);
}

#[test]
fn every_round_of_a_short_video_is_drawn_together() {
    let folder = Folder::new();
    let meetings: Vec<_> = (0..6).map(|_| Arc::new(Meeting::default())).collect();
    let begun = Arc::new(Mutex::new(0));
    let jobs = (0..48).map(|frame| {
        let (meetings, begun) = (meetings.clone(), Arc::clone(&begun));
        job(move || {
            let round = {
                let mut begun = begun.lock().unwrap();
                *begun += 1;
                (*begun - 1) / 8
            };
            meetings[round].wait_for(8)?;
            Ok(height(frame))
        })
    });
    probe(&folder.path("a.mp4")).workers(8).gop(24).params(jobs).run().unwrap();
}

#[test]
fn one_worker_is_the_calling_thread() {
    let folder = Folder::new();
    let here = thread::current().id();
    let jobs = (0..40).map(|frame| {
        job(move || {
            assert_eq!(thread::current().id(), here);
            Ok(height(frame))
        })
    });
    let video = probe_with(&folder.path("a.mp4"), move |_| {
        assert_eq!(thread::current().id(), here);
        Ok(())
    });
    assert_eq!(video.workers(1).params(jobs).run().unwrap().workers(), 1);
}

#[test]
fn workers_are_named_and_never_more_than_frames() {
    let folder = Folder::new();
    let names = Arc::new(Mutex::new(HashSet::new()));
    let seen = Arc::clone(&names);
    let video = probe_with(&folder.path("a.mp4"), move |_| {
        seen.lock().unwrap().insert(thread::current().name().unwrap().to_owned());
        Ok(())
    });
    let video = video.workers(16).params(moving(3)).run().unwrap();
    assert_eq!(video.workers(), 3);
    let expected = ["panim-0", "panim-1", "panim-2"].map(str::to_owned);
    assert_eq!(*names.lock().unwrap(), HashSet::from(expected));
}
