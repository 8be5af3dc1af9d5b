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
