//! Trails without memory: a frame may be drawn before the one before it, on another core, so
//! nothing is kept between frames. What a frame needs of the past it computes from its time.

use panim::prelude::*;
use std::f64::consts::TAU;

/// A point on a Lissajous figure, and where it was.
#[animation]
#[derive(Default)]
struct Lissajous {
    trail: Handle<TracedPath>,
}

/// Where the point is at any time, not only at the next: this is what makes frames independent.
fn position(seconds: f64) -> (f64, f64) {
    ((3.0 * TAU * seconds / 8.0).sin(), (2.0 * TAU * seconds / 8.0).sin())
}

impl Lissajous {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(480, 480);
        let ax = fig.axes();
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2).set_title("Lissajous 3:2");
        let (x, y): (Vec<_>, Vec<_>) = linspace(0.0, 8.0, 400).into_iter().map(position).unzip();
        ax.add(Line::new(x, y).color("0.85").width(1.0));
        // the last 1.2 seconds, thinner and fainter the longer ago
        let trail = TracedPath::new(position).length(1.2).width(5.0).tail_width(0.5).color("C0");
        self.trail = ax.add(trail.marker('o').marker_size(9.0).marker_color("C3"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, seconds: f64) {
        frame[self.trail].set_time(seconds);
    }
}

fn main() -> panim::Result<()> {
    // the end is left out, so that the video loops without a stutter
    Lissajous::render("trails.mp4").fps(60).sweep(0.0..8.0, 480).main()
}
