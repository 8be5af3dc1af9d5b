//! A wave that is drawn on a page in the browser: `browser.html` shows it.

// Names that are given out to another language are no safe code, since nobody checks that they are given out once.
#![allow(unsafe_code)]

// ANCHOR: wave
use panim_figure::{Figure, FigureError, Handle, Line, Renderer, linspace};
use std::{cell::RefCell, f64::consts::TAU, ptr};

struct Wave {
    renderer: Renderer,
    line: Handle<Line>,
    x: Vec<f64>,
}

impl Wave {
    fn new() -> Result<Self, FigureError> {
        let x = linspace(0.0, TAU, 200);
        let mut fig = Figure::new();
        fig.set_size(640, 480);
        let ax = fig.axes();
        ax.set_xlim(0.0, TAU).set_ylim(-1.1, 1.1).set_xlabel("x").set_title("In the browser");
        let line = ax.add(Line::empty().label("sin(x + phase)"));
        ax.legend();
        Ok(Self { renderer: Renderer::new(fig)?, line, x })
    }

    /// The pixels at this phase.
    fn draw(&mut self, phase: f64) -> Result<&[u8], FigureError> {
        let mut frame = self.renderer.frame(0);
        frame[self.line].set_data(&self.x, self.x.iter().map(|x| (x + phase).sin()));
        self.renderer.draw()
    }
}

thread_local! {
    static WAVE: RefCell<Option<Wave>> = RefCell::new(Wave::new().ok());
}

/// Draws. Where the pixels are, row by row, each of them red, green, blue and alpha; 0 if it cannot be drawn.
#[unsafe(no_mangle)]
pub extern "C" fn draw(phase: f64) -> *const u8 {
    WAVE.with_borrow_mut(|wave| {
        let drawn = wave.as_mut().and_then(|wave| wave.draw(phase).ok());
        drawn.map_or(ptr::null(), <[u8]>::as_ptr)
    })
}

/// In pixels.
#[unsafe(no_mangle)]
pub extern "C" fn width() -> u32 {
    WAVE.with_borrow(|wave| wave.as_ref().map_or(0, |wave| wave.renderer.size().0))
}

/// In pixels.
#[unsafe(no_mangle)]
pub extern "C" fn height() -> u32 {
    WAVE.with_borrow(|wave| wave.as_ref().map_or(0, |wave| wave.renderer.size().1))
}
// ANCHOR_END: wave
