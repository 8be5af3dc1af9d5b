//! What is heard of a render while it runs.

use crate::probe::{Folder, Job, height, job, moving, probe, probe_with};
use panim_runtime::{Error, ProgressMode};
use std::{
    cell::RefCell,
    env,
    process::Command,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread::sleep,
    time::Duration,
};

/// Frames that take so long each, and how many were begun.
fn slow(frames: usize, millis: u64) -> (impl ExactSizeIterator<Item = Job>, Arc<AtomicUsize>) {
    let begun = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&begun);
    let jobs = (0..frames).map(move |frame| {
        let count = Arc::clone(&count);
        job(move || {
            count.fetch_add(1, SeqCst);
            sleep(Duration::from_millis(millis));
            Ok(height(frame))
        })
    });
    (jobs, begun)
}

#[test]
fn every_slow_frame_is_heard_of_when_it_is_encoded() {
    let folder = Folder::new();
    for workers in [1, 2] {
        let mut heard = Vec::new();
        let (jobs, _) = slow(12, 60);
        probe(&folder.path("a.mp4"))
            .workers(workers)
            .on_progress(|it| {
                assert!(it.drawn() >= it.encoded() && it.encoded() >= it.written());
                heard.push((it.encoded(), it.written()));
            })
            .params(jobs)
            .run()
            .unwrap();
        assert!(heard.is_sorted());
        heard.retain(|it| it.1 == 0);
        heard.dedup();
        // two workers may be done at once, and the last frame with its group
        assert!(heard.len() >= 12 / workers as usize - workers as usize, "{heard:?}");
    }
}

#[test]
fn a_cancel_does_not_wait_for_the_group() {
    let folder = Folder::new();
    for workers in [1, 3] {
        let (jobs, begun) = slow(30, 30);
        let run = probe(&folder.path("a.mp4"))
            .workers(workers)
            .on_progress(|it| if it.encoded() < 3 { Ok(()) } else { Err("seen enough") })
            .params(jobs)
            .run();
        let error = run.unwrap_err();
        assert!(matches!(error, Error::Cancelled { written: 0, .. }), "{error}");
        assert!(begun.load(SeqCst) < 15, "{begun:?} frames were begun");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn a_long_setup_is_heard_of_and_may_be_cancelled() {
    let folder = Folder::new();
    let (jobs, begun) = slow(30, 1);
    let setup = |_: &mut panim_figure::Figure| {
        sleep(Duration::from_millis(900));
        Ok(())
    };
    let mut heard = 0;
    let run = probe_with(&folder.path("a.mp4"), setup)
        .workers(2)
        .on_progress(|it| {
            assert!(it.to_string().starts_with("0/30 frames, setting up ("), "{it}");
            heard += 1;
            if heard < 2 { Ok(()) } else { Err("too long") }
        })
        .params(jobs)
        .run();
    assert!(matches!(run.unwrap_err(), Error::Cancelled { .. }));
    assert_eq!(begun.load(SeqCst), 0);
}

const FOLDER: &str = "PANIM_TEST_PROGRESS";

/// Not a test of its own: the render that another process runs, its standard error being a pipe.
#[test]
fn render_into_a_pipe() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let path = std::path::Path::new(&folder).join("a.mp4");
    let render = probe(&path).progress(ProgressMode::Always).workers(1);
    render.params(slow(3, 200).0).run().unwrap();
}

#[test]
fn plain_lines_say_how_far_it_is_and_what_was_written() {
    let folder = Folder::new();
    let child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "progress::render_into_a_pipe", "--nocapture"])
        .env(FOLDER, folder.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8(child.stderr).unwrap();
    let lines: Vec<_> = said.lines().filter(|line| line.starts_with("panim: ")).collect();
    let [first, last] = &lines[..] else { panic!("{said}") };
    assert!(first.starts_with("panim: 1/3 frames, about 0 s left, "), "{first}");
    let path = folder.path("a.mp4");
    assert!(last.starts_with(&format!("panim: wrote {}: 3 frames, ", path.display())), "{last}");
}

#[test]
fn the_callback_counts_frames_written_up_to_the_last() {
    let folder = Folder::new();
    for workers in [1, 4] {
        let mut heard = Vec::new();
        probe(&folder.path("a.mp4"))
            .workers(workers)
            .gop(10)
            .on_progress(|it| heard.push((it.written(), it.total(), it.fraction())))
            .params(moving(33))
            .run()
            .unwrap();
        assert_eq!(heard.last(), Some(&(33, Some(33), Some(1.0))));
        heard.dedup_by_key(|it| it.0);
        let written = heard.iter().map(|it| it.0).filter(|&written| written > 0);
        assert_eq!(written.collect::<Vec<_>>(), [10, 20, 30, 33]);
    }
}

#[test]
fn the_total_is_the_iterators_own_or_what_was_said() {
    let folder = Folder::new();
    let total = |told: Option<usize>, sized: bool| {
        let heard = Rc::new(RefCell::new(None));
        let note = Rc::clone(&heard);
        let render = probe(&folder.path("a.mp4"));
        let render = told.into_iter().fold(render, |render, n| render.total(n));
        let render = render.on_progress(move |it| *note.borrow_mut() = it.total());
        if sized {
            render.params(moving(5)).run().unwrap();
        } else {
            render.params(moving(5).filter(|_| true)).run().unwrap();
        }
        *heard.borrow()
    };
    assert_eq!(total(None, true), Some(5));
    assert_eq!(total(Some(8), true), Some(5));
    assert_eq!(total(None, false), None);
    assert_eq!(total(Some(8), false), Some(8));
}

#[test]
fn the_callback_may_borrow_and_count() {
    let folder = Folder::new();
    let mut heard = 0;
    probe(&folder.path("a.mp4")).on_progress(|_| heard += 1).params(moving(5)).run().unwrap();
    assert!(heard > 0);
}

#[test]
fn a_render_may_run_on_another_thread() {
    let folder = Folder::new();
    let heard = std::sync::Mutex::new(0);
    let render = probe(&folder.path("a.mp4"))
        .on_progress(|it| *heard.lock().unwrap() = it.written())
        .params(moving(5));
    std::thread::scope(|scope| scope.spawn(|| render.run()).join().unwrap()).unwrap();
    assert_eq!(*heard.lock().unwrap(), 5);

    let render = probe(&folder.path("b.mp4")).params(moving(5));
    std::thread::spawn(move || render.run()).join().unwrap().unwrap();
}
