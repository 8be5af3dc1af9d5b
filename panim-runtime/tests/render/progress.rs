//! What is heard of a render while it runs.

use crate::probe::{Folder, moving, probe};
use std::{
    cell::RefCell,
    fmt,
    rc::Rc,
    sync::{Arc, Mutex},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

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

/// Writes down every event, with its numbers, and every span.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn count(&self, start: &str) -> usize {
        self.0.lock().unwrap().iter().filter(|note| note.starts_with(start)).count()
    }
}

struct Numbers(String);

impl Visit for Numbers {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0 += &format!(" {}={value:?}", field.name());
    }
}

impl Subscriber for Notes {
    fn enabled(&self, of: &Metadata<'_>) -> bool {
        of.target().starts_with("panim")
    }
    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        let mut notes = self.0.lock().unwrap();
        notes.push(format!("span {}", span.metadata().name()));
        span::Id::from_u64(notes.len() as u64)
    }
    fn event(&self, event: &Event<'_>) {
        let mut numbers = Numbers("event".into());
        event.record(&mut numbers);
        self.0.lock().unwrap().push(numbers.0);
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

#[test]
fn events_and_spans_reach_the_callers_subscriber_from_every_worker() {
    let folder = Folder::new();
    for workers in [1, 3] {
        let notes = Notes::default();
        tracing::subscriber::with_default(notes.clone(), || {
            let render = probe(&folder.path("a.mp4")).workers(workers).gop(8).log_every(10);
            render.params(moving(45)).run().unwrap();
        });
        assert_eq!(notes.count("event message=frames drawn"), 4);
        assert_eq!(notes.count("event message=frames written"), 4);
        assert_eq!(notes.count("event message=encoder chosen"), 1);
        assert_eq!(notes.count("span setup"), workers as usize);
        assert_eq!(notes.count("span group"), 6);
        assert_eq!(notes.count("span encode"), 45);
        assert_eq!(notes.count("span mux"), 6);
    }
}
