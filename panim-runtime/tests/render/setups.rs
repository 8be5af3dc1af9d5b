//! A setup that fails on one worker or on all, and figures that are not alike.

use crate::probe::{Folder, job, moving, probe_with, silent_panic};
use panim_runtime::{Error, Result, Video};
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, sleep},
    time::Duration,
};

/// Setup that goes wrong on the worker with this number.
fn setup_fails(path: &Path, bad: usize, fault: fn() -> Result<(), &'static str>) -> Result<Video> {
    let bad = format!("panim-{bad}");
    let setup = move |_: &mut panim_figure::Figure| {
        if thread::current().name() == Some(&bad) {
            // Late, so that the other workers could draw the whole video meanwhile.
            sleep(Duration::from_millis(30));
            fault()?;
        }
        Ok(())
    };
    let frames = (0..60).map(|_| job(|| Err("a frame failed as well".into())));
    probe_with(path, setup).workers(4).params(frames).run()
}

#[test]
fn a_setup_that_fails_on_one_worker_is_always_reported() {
    let folder = Folder::new();
    for bad in 0..4 {
        let error = setup_fails(&folder.path("a.mp4"), bad, || Err("no data")).unwrap_err();
        assert_eq!(error.to_string(), "setup failed: no data");
        let error = setup_fails(&folder.path("a.mp4"), bad, || silent_panic("bang")).unwrap_err();
        assert_eq!(error.to_string(), "setup panicked: bang");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn a_late_setup_that_fails_is_reported_even_if_the_video_was_whole_without_it() {
    let folder = Folder::new();
    let begun = AtomicUsize::new(0);
    let setup = move |_: &mut panim_figure::Figure| {
        if begun.fetch_add(1, SeqCst) == 1 {
            sleep(Duration::from_millis(300));
            return Err("late".into());
        }
        Ok(())
    };
    let run = probe_with(&folder.path("a.mp4"), setup).workers(2).params(moving(5)).run();
    assert_eq!(run.unwrap_err().to_string(), "setup failed: late");
    assert!(folder.names().is_empty());
}

#[test]
fn figures_of_different_sizes_are_always_reported() {
    let folder = Folder::new();
    for _ in 0..20 {
        let begun = Arc::new(AtomicUsize::new(0));
        let setup = move |fig: &mut panim_figure::Figure| {
            let taller = u32::from(begun.fetch_add(1, SeqCst) == 2);
            fig.set_size(64, 48 + 2 * taller);
            Ok(())
        };
        let run = probe_with(&folder.path("a.mp4"), setup).workers(3).params(moving(60)).run();
        let Err(Error::SizesDiffer { one, other }) = run else { panic!("{run:?}") };
        let mut sizes = [one, other];
        sizes.sort_unstable();
        assert_eq!(sizes, [(64, 48), (64, 50)]);
    }
    assert!(folder.names().is_empty());
}
