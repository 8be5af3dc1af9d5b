//! A square wave made of circles: each term of its Fourier series turns on the one before it.

use panim::prelude::*;
use std::f64::consts::{PI, TAU};

/// The circles, the arms from one to the next, and what the last one draws.
#[animation]
#[derive(Default)]
struct Epicycles {
    circles: Handle<Circles>,
    arms: Handle<Line>,
    wave: Handle<Line>,
}

/// The circles at an angle of the first one, and the point on the last one.
fn chain(t: f64) -> (Vec<(f64, f64, f64)>, (f64, f64)) {
    let (mut circles, mut at) = (Vec::new(), (0.0, 0.0));
    for k in [1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0] {
        let radius = 4.0 / (PI * k);
        circles.push((at.0, at.1, radius));
        at = (at.0 + radius * (k * t).cos(), at.1 + radius * (k * t).sin());
    }
    (circles, at)
}

impl Epicycles {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(720, 320).axes();
        ax.set_aspect("equal").set_xlim(-2, 7).set_ylim(-2, 2).set_axis_off(true);
        self.circles = ax.add(Circles::empty().color("none").edge_color("C0"));
        self.arms = ax.add(Line::empty().color("0.4").width(1));
        self.wave = ax.add(Line::empty().color("C3").width(2));
    }

    #[update]
    fn update(&self, frame: &mut Frame, t: f64) {
        let (circles, at) = chain(t);
        let centers = circles.iter().map(|(x, y, _)| (*x, *y));
        frame[self.arms].set_points(centers.chain([at, (2.2, at.1)]));
        frame[self.circles].set_points(circles);
        let past = linspace(0, 4.8, 500).into_iter().map(|s| (2.2 + s, chain(t - 2.0 * s).1.1));
        frame[self.wave].set_points(past);
    }
}

fn main() -> panim::Result<()> {
    Epicycles::render("epicycles.mp4").fps(30).sweep(0.0..TAU, 180).main()
}
