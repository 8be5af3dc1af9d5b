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

/// The circles at an angle of the first one, and as one of radius 0 the point on the last of them.
fn chain(t: f64) -> Vec<(f64, f64, f64)> {
    let (mut chain, mut x, mut y) = (Vec::new(), 0.0, 0.0);
    for k in [1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0] {
        let radius = 4.0 / (PI * k);
        chain.push((x, y, radius));
        (x, y) = (x + radius * (k * t).cos(), y + radius * (k * t).sin());
    }
    chain.push((x, y, 0.0));
    chain
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
        let now = chain(t);
        let arms = now.iter().map(|(x, y, _)| (*x, *y));
        frame[self.arms].set_points(arms.chain([(2.2, now[8].1)]));
        frame[self.circles].set_points(now);
        let past = linspace(0, 4.8, 500).into_iter().map(|s| (2.2 + s, chain(t - 2.0 * s)[8].1));
        frame[self.wave].set_points(past);
    }
}

fn main() -> panim::Result<()> {
    Epicycles::render("epicycles.mp4").fps(30).sweep(0.0..TAU, 180).main()
}
