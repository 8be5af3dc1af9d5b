//! The same file, whoever drew it.

use crate::probe::{Folder, Job, Probe, height, job, moving, pausing, probe};
use panim_runtime::Render;
use std::{fs, thread::sleep, time::Duration};

type Pausing = Render<Probe, (Job,)>;

/// Renders it twice over and compares the files.
fn same(
    frames: usize,
    one: impl FnOnce(Render<crate::probe::Probe, (Job,)>) -> Render<crate::probe::Probe, (Job,)>,
    other: impl FnOnce(Render<crate::probe::Probe, (Job,)>) -> Render<crate::probe::Probe, (Job,)>,
) {
    let folder = Folder::new();
    let (one_path, other_path) = (folder.path("one.mp4"), folder.path("other.mp4"));
    one(probe(&one_path)).params(moving(frames)).run().unwrap();
    other(probe(&other_path)).params(moving(frames)).run().unwrap();
    assert!(fs::read(one_path).unwrap() == fs::read(other_path).unwrap());
}

#[test]
fn from_any_number_of_workers() {
    for workers in [2, 3, 8, 16] {
        for (frames, gop) in [(1, 30), (60, 30), (61, 30), (103, 4), (65, 1)] {
            same(frames, |it| it.workers(1).gop(gop), |it| it.workers(workers).gop(gop));
        }
    }
}

#[test]
fn where_frames_stand_still() {
    let folder = Folder::new();
    let bytes = |change: &dyn Fn(Pausing) -> Pausing| {
        let path = folder.path("pausing.mp4");
        change(probe(&path)).params(pausing(65)).run().unwrap();
        fs::read(path).unwrap()
    };
    let one = bytes(&|it| it.workers(1));
    for workers in [2, 3, 4] {
        assert!(bytes(&|it| it.workers(workers)) == one, "{workers} workers");
    }
    // each worker has frames of the same group: what it drew before is of no use
    assert!(bytes(&|it| it.workers(4).gop(65)) == bytes(&|it| it.workers(1).gop(65)));
    assert!(bytes(&|it| it.workers(2).reuse(false)) == one);
    assert!(bytes(&|it| it.workers(3).cache_background(false)) == one);
    let moving = {
        let path = folder.path("moving.mp4");
        probe(&path).workers(1).params(moving(65)).run().unwrap();
        fs::read(path).unwrap()
    };
    assert!(one.len() < moving.len());
}

#[test]
fn when_frames_take_unequal_time() {
    let folder = Folder::new();
    let files = [1, 3, 16].map(|workers| {
        let path = folder.path(&format!("{workers}.mp4"));
        let uneven = (0..90).map(|frame| {
            job(move || {
                sleep(Duration::from_micros(frame as u64 * 7919 % 3000));
                Ok(height(frame))
            })
        });
        probe(&path).workers(workers).gop(9).params(uneven).run().unwrap();
        fs::read(path).unwrap()
    });
    assert!(files[0] == files[1] && files[0] == files[2]);
}

#[test]
fn with_a_fresh_figure_for_every_frame() {
    same(65, |it| it.workers(1), |it| it.workers(3).reuse(false));
}

#[test]
fn with_the_background_drawn_every_time() {
    same(65, |it| it.workers(1), |it| it.workers(3).cache_background(false));
}

#[test]
fn with_any_number_of_groups_in_flight() {
    for in_flight in [1, 2, 100] {
        same(100, |it| it.workers(2).gop(7), |it| it.workers(3).gop(7).in_flight(in_flight));
    }
}
