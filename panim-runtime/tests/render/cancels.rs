//! A cancel: it leaves nothing, and comes before what would have failed later.

use crate::{
    faults::faulty,
    probe::{Folder, height, job, moving, probe},
};
use panim_runtime::Error;
use std::fs;

#[test]
fn a_cancel_leaves_nothing_and_keeps_an_older_file() {
    let folder = Folder::new();
    let path = folder.path("old.mp4");
    fs::write(&path, "older").unwrap();
    for workers in [1, 2, 4, 16] {
        for _ in 0..10 {
            let run = probe(&path)
                .workers(workers)
                .gop(10)
                .on_progress(|progress| match progress.written() {
                    0..50 => std::ops::ControlFlow::Continue(()),
                    _ => std::ops::ControlFlow::Break(()),
                })
                .params((0..).take_while(|i| *i < 1_000_000).map(|i| job(move || Ok(height(i)))))
                .run();
            assert!(matches!(run.unwrap_err(), Error::Cancelled { written: 50, reason: None }));
        }
    }
    assert_eq!(folder.names(), ["old.mp4"]);
    assert_eq!(fs::read(&path).unwrap(), b"older");
}

#[test]
fn a_cancel_comes_before_a_later_frame_that_fails() {
    let folder = Folder::new();
    for _ in 0..20 {
        let run = probe(&folder.path("a.mp4"))
            .workers(4)
            .gop(30)
            .on_progress(|progress| match progress.written() {
                0..120 => std::ops::ControlFlow::Continue(()),
                _ => std::ops::ControlFlow::Break(()),
            })
            .params(faulty(|_| Err("137".into())))
            .run();
        assert!(matches!(run.unwrap_err(), Error::Cancelled { written: 120, reason: None }));
    }
}

#[test]
fn a_cancel_may_have_a_reason() {
    let folder = Folder::new();
    let run = probe(&folder.path("a.mp4"))
        .gop(10)
        .on_progress(|_| Err("enough seen"))
        .params(moving(20))
        .run();
    let error = run.unwrap_err();
    assert!(matches!(error, Error::Cancelled { reason: Some(_), .. }), "{error}");
    assert!(error.to_string().ends_with(": enough seen"), "{error}");
    assert!(folder.names().is_empty());
}
