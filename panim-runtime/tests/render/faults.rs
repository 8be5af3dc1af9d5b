//! Errors, panics and cancels: the earliest is reported, and no file is left.

use crate::probe::{Folder, Job, height, job, moving, probe, probe_with, silent_panic};
use panim_runtime::{Error, Render};
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    thread::{self, sleep},
    time::Duration,
};

/// Panics when it is dropped, with a payload that panics when it is dropped.
#[derive(Debug)]
struct Bomb;

/// An error that does.
#[derive(Debug)]
struct Loud {
    frame: usize,
    _bomb: Option<Bomb>,
}

impl std::fmt::Display for Loud {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "loud {}", self.frame)
    }
}

impl std::error::Error for Loud {}

impl Drop for Bomb {
    fn drop(&mut self) {
        if !thread::panicking() {
            std::panic::resume_unwind(Box::new(Bomb));
        }
    }
}

#[test]
fn what_panics_when_it_is_dropped_hides_no_failure() {
    let folder = Folder::new();
    let path = folder.path("a.mp4");
    for workers in [1, 2, 4] {
        // a panic's payload
        let jobs = (0..60).map(|frame| {
            job(move || match frame {
                31.. => std::panic::resume_unwind(Box::new(Bomb)),
                _ => Ok(height(frame)),
            })
        });
        let error = probe(&path).workers(workers).gop(10).params(jobs).run().unwrap_err();
        assert_eq!(error.to_string(), "frame 31 panicked: no message");

        // rows that are never drawn, whether they were taken or not
        let jobs: Vec<_> = (0..60)
            .map(|frame| {
                let bomb = (frame > 31).then(|| Bomb);
                job(move || {
                    std::mem::forget(bomb);
                    if frame == 31 { Err("no".into()) } else { Ok(height(frame)) }
                })
            })
            .collect();
        let error = probe(&path).workers(workers).gop(10).params(jobs).run().unwrap_err();
        assert_eq!(error.to_string(), "frame 31 failed: no");

        // a row that is drawn: its own frame fails
        let jobs = (0..60).map(|frame| {
            let bomb = (frame >= 31).then(|| Bomb);
            job(move || {
                let _bomb = bomb;
                Ok(height(frame))
            })
        });
        let error = probe(&path).workers(workers).gop(10).params(jobs).run().unwrap_err();
        assert_eq!(error.to_string(), "frame 31 panicked: no message");

        // errors that are not the earliest
        let jobs = (0..60).map(|frame| {
            job(move || match frame {
                31.. => Err(Loud { frame, _bomb: (frame > 31).then(|| Bomb) }.into()),
                _ => Ok(height(frame)),
            })
        });
        let error = probe(&path).workers(workers).gop(10).params(jobs).run().unwrap_err();
        assert_eq!(error.to_string(), "frame 31 failed: loud 31");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn an_animation_that_panics_when_it_is_dropped_hides_nothing() {
    use panim_runtime::macro_support::{Glue, Start, render};
    struct Last(#[allow(dead_code)] Bomb);
    let folder = Folder::new();
    for workers in [1, 3] {
        for bad in [usize::MAX, 0, 17] {
            let start = Start::clone_of(Last(Bomb), |_| Last(Bomb));
            let glue = Glue {
                names: &["i"],
                setup: |_: &mut Last, fig| {
                    fig.set_size(64, 48);
                    Ok(())
                },
                update: |_, _, (bad,): (bool,)| if bad { Err("bad".into()) } else { Ok(()) },
                clone: None,
                show: |_| Vec::new(),
                hash: |_, _| (),
            };
            let render = render(&folder.path("a.mp4"), start, glue).workers(workers).gop(5);
            let run = render.params((0..30).map(|frame| frame >= bad)).run();
            match bad {
                usize::MAX => assert_eq!(run.unwrap().frames(), 30),
                _ => assert_eq!(run.unwrap_err().to_string(), format!("frame {bad} failed: bad")),
            }
        }
    }
}

#[test]
fn a_setup_that_needs_a_main_threads_stack_works_on_every_worker() {
    let folder = Folder::new();
    let setup = |fig: &mut panim_figure::Figure| {
        fig.axes().add(panim_figure::Image::new([[0.0_f32; 1280]; 720]));
        Ok(())
    };
    let render = probe_with(&folder.path("a.mp4"), setup).workers(2).params(moving(4));
    assert_eq!(render.run().unwrap().frames(), 4);
}

/// What a frame may do in place of being drawn.
pub(crate) type Fault = fn(usize) -> Result<f64, panim_runtime::BoxError>;

/// 300 frames; from 137 on every 13th goes wrong.
pub(crate) fn faulty(fault: Fault) -> impl Iterator<Item = Job> {
    (0..300).map(move |frame| {
        let is_bad = frame >= 137 && (frame - 137) % 13 == 0;
        job(move || if is_bad { fault(frame) } else { Ok(height(frame)) })
    })
}

/// 200 renders, each with another mixture of workers and groups.
fn two_hundred_times(fault: Fault, check: fn(Error)) {
    let folder = Folder::new();
    let (new, old) = (folder.path("new.mp4"), folder.path("old.mp4"));
    fs::write(&old, "older").unwrap();
    for round in 0..200 {
        let path = if round % 2 == 0 { &new } else { &old };
        let workers = [4, 4, 4, 2, 16, 1][round % 6];
        let gop = [30, 7, 1, 300][round % 4];
        let run = probe(path).workers(workers).gop(gop).params(faulty(fault)).run();
        check(run.unwrap_err());
    }
    assert_eq!(folder.names(), ["old.mp4"]);
    assert_eq!(fs::read(&old).unwrap(), b"older");
}

#[test]
fn the_earliest_error_is_reported_every_time() {
    two_hundred_times(
        |frame| Err(format!("no row {frame}").into()),
        |error| {
            assert!(matches!(error, Error::Frame { frame: 137, .. }), "{error}");
            assert_eq!(error.to_string(), "frame 137 failed: no row 137");
        },
    );
}

#[test]
fn the_earliest_panic_is_reported_every_time() {
    two_hundred_times(
        |_| silent_panic("ouch"),
        |error| {
            assert!(matches!(error, Error::FramePanicked { frame: 137, .. }), "{error}");
            assert_eq!(error.to_string(), "frame 137 panicked: ouch");
        },
    );
}

#[test]
fn an_earlier_frame_that_fails_later_in_time_is_the_one_reported() {
    let folder = Folder::new();
    for workers in [2, 3, 8] {
        for gop in [5, 20, 40] {
            let jobs = (0..40).map(|frame| {
                job(move || match frame {
                    11 => {
                        sleep(Duration::from_millis(40));
                        Err("slow".into())
                    }
                    12.. => Err("quick".into()),
                    _ => Ok(height(frame)),
                })
            });
            let error = probe(&folder.path("a.mp4")).workers(workers).gop(gop).params(jobs).run();
            assert_eq!(error.unwrap_err().to_string(), "frame 11 failed: slow");
        }
    }
}

#[test]
fn what_cannot_be_drawn_fails_as_its_frame() {
    let folder = Folder::new();
    // Handles that nothing was added for.
    let render = lost_handle(&folder.path("a.mp4"));
    let error = render.workers(2).frames(9).run().unwrap_err();
    assert!(matches!(error, Error::FramePanicked { frame: 0, .. } | Error::Frame { frame: 0, .. }));
    assert!(folder.names().is_empty());
}

fn lost_handle(path: &Path) -> Render<panim_figure::Handle<panim_figure::Line>, ()> {
    use panim_runtime::macro_support::{Glue, Start, render};
    let glue = Glue {
        names: &[],
        setup: |_, fig| {
            fig.axes();
            Ok(())
        },
        update: |line: &panim_figure::Handle<panim_figure::Line>, frame, ()| {
            frame[*line].set_y([0.0]);
            Ok(())
        },
        clone: None,
        show: |_| Vec::new(),
        hash: |_, _| (),
    };
    render(path, Start::fresh(Default::default), glue)
}

#[test]
fn a_panic_in_the_parameters_reaches_the_caller_and_leaves_nothing() {
    let folder = Folder::new();
    for workers in [1, 4] {
        for at in [0, 5, 95] {
            let jobs = (0..).take_while(|i| *i < 1_000_000).map(|frame| {
                if frame == at {
                    silent_panic("no more");
                }
                job(move || Ok(height(frame)))
            });
            let path = folder.path("a.mp4");
            let render = probe(&path).workers(workers).gop(10).params(jobs);
            let payload = catch_unwind(AssertUnwindSafe(|| render.run())).unwrap_err();
            assert_eq!(payload.downcast_ref(), Some(&"no more"));
        }
    }
    assert!(folder.names().is_empty());
}

#[test]
fn a_panic_in_the_callback_reaches_the_caller_and_leaves_nothing() {
    let folder = Folder::new();
    for workers in [1, 4] {
        let path = folder.path("a.mp4");
        let render = probe(&path).workers(workers).gop(10).params(moving(100));
        let render = render.on_progress(|progress| {
            if progress.written() == 40 {
                silent_panic("enough");
            }
        });
        let payload = catch_unwind(AssertUnwindSafe(|| render.run())).unwrap_err();
        assert_eq!(payload.downcast_ref(), Some(&"enough"));
    }
    assert!(folder.names().is_empty());
}

#[test]
fn an_animation_goes_on_unharmed_after_a_frame_that_failed() {
    // With two workers and one group, frame 20 may fail while earlier ones are still to be drawn,
    // by the very worker that failed: none of these may fail for it.
    let folder = Folder::new();
    for _ in 0..30 {
        let jobs = (0..30).map(|frame| {
            job(move || {
                if frame == 3 {
                    sleep(Duration::from_millis(3));
                }
                if frame >= 4 { silent_panic("ouch") } else { Ok(height(frame)) }
            })
        });
        let error = probe(&folder.path("a.mp4")).workers(2).params(jobs).run().unwrap_err();
        assert_eq!(error.to_string(), "frame 4 panicked: ouch");
    }
}
