//! What is rendered, besides the wave.

use panim::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Which animation a job renders.
#[derive(Clone, Copy)]
pub enum Scene {
    Wave,
    Once,
    Faulty,
}

/// A parameter of which there is one.
pub struct Phase(pub f64);

/// A dot that is told where it is by a parameter that cannot be cloned.
#[animation]
#[derive(Default)]
pub struct Once {
    dot: Handle<Line>,
}

impl Once {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.dot = fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]));
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: Phase) {
        frame[self.dot].set_y([phase.0.sin(), 0.5]);
    }
}

/// Fails on its own at one frame.
#[animation]
#[derive(Default)]
pub struct Faulty;

/// The frame that fails.
pub const FAULT: usize = 40;

static UPDATES: AtomicUsize = AtomicUsize::new(0);

impl Faulty {
    /// How many frames were drawn in this process.
    pub fn updates() -> usize {
        UPDATES.load(Ordering::Relaxed)
    }

    #[update]
    fn update(&self, frame: &mut Frame, _phase: f64) -> Result<(), &'static str> {
        UPDATES.fetch_add(1, Ordering::Relaxed);
        if frame.index() == FAULT { Err("a fault of its own") } else { Ok(()) }
    }
}
