//! One frame as a picture.

use crate::probe::{Folder, Job, height, job, moving, probe, probe_with, silent_panic};
use panim_runtime::Error;
use std::{cell::Cell, rc::Rc, thread};

#[test]
fn a_still_is_that_frame_and_no_file() {
    let folder = Folder::new();
    let still = |frame| probe(&folder.path("a.mp4")).params(moving(10)).still(frame).unwrap();
    let (third, fourth) = (still(3), still(4));
    assert_eq!((third.width(), third.height()), (64, 48));
    assert_eq!(third.rgba().len(), 64 * 48 * 4);
    assert!(third.rgba() == still(3).rgba());
    assert!(third.rgba() != fourth.rgba());
    assert!(folder.names().is_empty());
}

#[test]
fn parameters_are_taken_up_to_it_on_this_thread() {
    let folder = Folder::new();
    let taken = Rc::new(Cell::new(0));
    let counted = Rc::clone(&taken);
    let here = thread::current().id();
    let endless = (0..).map(move |frame| {
        counted.set(frame + 1);
        job(move || {
            assert_eq!((thread::current().id(), frame), (here, 6));
            Ok(height(frame))
        })
    });
    probe(&folder.path("a.mp4")).params(endless).still(6).unwrap();
    assert_eq!(taken.get(), 7);
}

#[test]
fn one_render_gives_a_still_and_then_the_video() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    let render =
        probe(&path).gop(10).params((0..20).map(|frame| -> Job { job(move || Ok(height(frame))) }));
    let alone = probe(&path).params(moving(20)).still(3).unwrap();
    assert!(render.clone().still(3).unwrap().rgba() == alone.rgba());
    assert_eq!(render.clone().total(7).run().unwrap().frames(), 20);
    assert_eq!(render.run().unwrap().frames(), 20);
}

#[test]
fn a_frame_beyond_the_end_is_an_error() {
    let folder = Folder::new();
    let error = probe(&folder.path("a.mp4")).params(moving(3)).still(3).err().unwrap();
    assert!(matches!(error, Error::NoSuchFrame { frame: 3, frames: 3 }));
    let none = std::iter::empty::<Job>();
    let error = probe(&folder.path("a.mp4")).params(none).still(0).err().unwrap();
    assert!(matches!(error, Error::NoFrames));
}

#[test]
fn what_goes_wrong_is_told_as_in_a_video() {
    let folder = Folder::new();
    let fails = |work: fn() -> Job| {
        let jobs = [work()];
        probe(&folder.path("a.mp4")).params(jobs).still(0).err().unwrap().to_string()
    };
    assert_eq!(fails(|| job(|| Err("no".into()))), "frame 0 failed: no");
    assert_eq!(fails(|| job(|| silent_panic("no"))), "frame 0 panicked: no");

    let no_setup = probe_with(&folder.path("a.mp4"), |_| Err("no".into()));
    let error = no_setup.params(moving(1)).still(0).err().unwrap();
    assert_eq!(error.to_string(), "setup failed: no");
}

#[test]
fn a_still_may_be_larger_than_a_video() {
    let folder = Folder::new();
    let picture = probe(&folder.path("a.mp4")).size(3200, 3000).params(moving(1)).still(0).unwrap();
    assert_eq!((picture.width(), picture.height()), (3200, 3000));
}
