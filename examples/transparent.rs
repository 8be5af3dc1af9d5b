//! A spirograph without a page: an animated PNG is smooth on any ground. In a GIF, `-- -o transparent.gif`, a
//! pixel is transparent or not.

use panim::prelude::*;
use std::f64::consts::TAU;

/// Radii of the ring and of the wheel that rolls in it, and where the pen is on the wheel.
const RING: f64 = 5.0;
const WHEEL: f64 = 3.0;
const PEN: f64 = 2.2;

/// Where the wheel's centre and the pen are when the wheel has gone round so far.
fn places(angle: f64) -> [(f64, f64); 2] {
    let (radius, turned) = (RING - WHEEL, -angle * (RING - WHEEL) / WHEEL);
    let center = (radius * angle.cos(), radius * angle.sin());
    [center, (center.0 + PEN * turned.cos(), center.1 + PEN * turned.sin())]
}

fn circle(center: (f64, f64), radius: f64) -> Vec<(f64, f64)> {
    let point = |angle: f64| (center.0 + radius * angle.cos(), center.1 + radius * angle.sin());
    linspace(0, TAU, 100).into_iter().map(point).collect()
}

#[animation]
#[derive(Default)]
struct Spirograph {
    curve: Handle<Line>,
    wheel: Handle<Line>,
    arm: Handle<Line>,
}

impl Spirograph {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(240, 240).set_background("none");
        let ax = fig.axes();
        ax.set_axis_off(true).set_aspect("equal");
        ax.set_xlim(-5.2, 5.2).set_ylim(-5.2, 5.2);
        ax.add(Line::from_points(circle((0.0, 0.0), RING)).color("0.5").width(3));
        self.curve = ax.add(Line::empty().color("C1").width(2.5));
        self.wheel = ax.add(Line::empty().color("C0").width(2));
        self.arm = ax.add(Line::empty().color("C0").width(2).marker('o').marker_size(7));
    }

    #[update]
    fn update(&self, frame: &mut Frame, angle: f64) {
        let [center, pen] = places(angle);
        frame[self.wheel].set_points(circle(center, WHEEL));
        frame[self.arm].set_points([center, pen]);
        let drawn = linspace(0, angle, 2 + (angle * 20.0) as usize);
        frame[self.curve].set_points(drawn.into_iter().map(|angle| places(angle)[1]));
    }
}

fn main() -> panim::Result<()> {
    // three times round, and the curve closes
    Spirograph::render("transparent.png").fps(20).sweep(0.0..3.0 * TAU, 80).main()
}
