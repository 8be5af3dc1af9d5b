//! What is heard of a render while it runs.

use crate::probe::{Folder, moving, probe};
use std::{cell::RefCell, rc::Rc};

#[test]
fn the_callback_counts_frames_written_up_to_the_last() {
    let folder = Folder::new();
    for workers in [1, 4] {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let notes = Rc::clone(&heard);
        probe(&folder.path("a.mp4"))
            .workers(workers)
            .gop(10)
            .on_progress(move |it| notes.borrow_mut().push((it.written(), it.total())))
            .params(moving(33))
            .run()
            .unwrap();
        let expected = [10, 20, 30, 33].map(|written| (written, Some(33)));
        assert_eq!(*heard.borrow(), expected);
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
