//! What a subscriber hears of a render. Alone in its process: tracing remembers for each place in
//! the code whether anybody listens, and other tests running beside this one would not.
#![allow(clippy::unwrap_used)]

use panim_figure::{Axes, Figure, Frame, Handle};
use panim_runtime::{
    Render,
    macro_support::{Glue, Start, render},
};
use std::{
    fmt,
    path::Path,
    sync::{Arc, Mutex},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

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

fn blank(path: &Path) -> Render<(), ()> {
    let setup = |_: &mut (), figure: &mut Figure| {
        figure.set_size(32, 32);
        Ok(())
    };
    let glue = Glue {
        names: &[],
        setup,
        update: |_, _, ()| Ok(()),
        clone: None,
        show: |_| Vec::new(),
        hash: |_, _| (),
    };
    render(path, Start::fresh(|| ()), glue)
}

#[test]
fn events_and_spans_reach_the_callers_subscriber_from_every_worker() {
    let folder = tempfile::tempdir().unwrap();
    for workers in [1, 3] {
        let notes = Notes::default();
        tracing::subscriber::with_default(notes.clone(), || {
            let render = blank(&folder.path().join("a.mp4")).workers(workers);
            render.gop(8).log_every(10).frames(45).run().unwrap();
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

/// A plot whose limits are equal in setup, and in every second frame.
fn collapsing(path: &Path) -> Render<Handle<Axes>, ()> {
    let setup = |axes: &mut Handle<Axes>, figure: &mut Figure| {
        *axes = figure.set_size(32, 32).axes().set_xlim(1.0, 1.0).handle();
        Ok(())
    };
    let update = |axes: &Handle<Axes>, frame: &mut Frame<'_>, ()| {
        let height = (frame.index() % 2) as f64;
        frame[*axes].set_ylim(0.0, height);
        Ok(())
    };
    let glue =
        Glue { names: &[], setup, update, clone: None, show: |_| Vec::new(), hash: |_, _| () };
    render(path, Start::fresh(Handle::default), glue)
}

#[test]
fn a_warning_is_told_once_however_many_workers_draw() {
    let folder = tempfile::tempdir().unwrap();
    for workers in [1, 3] {
        for reuse in [true, false] {
            let notes = Notes::default();
            tracing::subscriber::with_default(notes.clone(), || {
                let render = collapsing(&folder.path().join("a.mp4")).workers(workers);
                render.gop(8).reuse(reuse).frames(45).run().unwrap();
            });
            assert_eq!(notes.count("event message=Axes, `set_xlim`: equal limits"), 1);
            assert_eq!(notes.count("event message=Axes, `set_ylim`: equal limits"), 1);
        }
    }
    let notes = Notes::default();
    tracing::subscriber::with_default(notes.clone(), || {
        collapsing(&folder.path().join("a.mp4")).frames(45).still(4).unwrap();
    });
    assert_eq!(notes.count("event message=Axes, `set_ylim`: equal limits"), 1);
}
