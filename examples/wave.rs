//! A travelling cosine: the figure is built once, and only the line moves.

use panim::prelude::*;
use std::f64::consts::TAU;

/// A travelling cosine.
#[animation]
#[derive(Default)]
struct Wave {
    x: Vec<f64>,
    line: Handle<Line>,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.x = linspace(0, 2.0 * TAU, 200);
        let ax = fig.axes();
        ax.set_xlim(0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        ax.set_xlabel("x").set_ylabel("y").set_title("Cosine wave");
        self.line = ax.add(Line::new(&self.x, self.x.iter().map(|x| x.cos())));
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        frame[self.line].set_y(self.x.iter().map(|x| (x + phase).cos()));
    }
}

fn main() -> panim::Result<()> {
    Wave::render("wave.mp4")
        .fps(30)
        .workers(-1)
        .params((0..60).map(|i| TAU * f64::from(i) / 60.0))
        .main()
}
