//! Two vortices that turn about each other, as streamlines coloured by speed.

use panim::prelude::*;
use panim::{Aspect, Colorbar, Style};
use std::f64::consts::TAU;

/// How far each vortex is from the middle, and how wide its core is.
const FAR: f64 = 1.4;
const CORE: f64 = 0.4;

/// The flow at a moment, and the two vortices in it.
#[animation]
#[derive(Default)]
struct VortexPair {
    side: Vec<f64>,
    lines: Handle<Streamlines>,
    centers: Handle<Scatter>,
}

/// The place at this distance from the middle, on the line through both vortices.
fn on_axis(distance: f64, angle: f64) -> (f64, f64) {
    (distance * angle.cos(), distance * angle.sin())
}

/// The velocity at a place: around both vortices, the slower the farther, and at rest in each.
fn velocity(x: f64, y: f64, angle: f64) -> (f64, f64) {
    let (mut u, mut v) = (0.0, 0.0);
    for distance in [FAR, -FAR] {
        let center = on_axis(distance, angle);
        let (dx, dy) = (x - center.0, y - center.1);
        let square = dx * dx + dy * dy + 1e-9;
        let turning = (1.0 - (-square / (CORE * CORE)).exp()) / square;
        u -= turning * dy;
        v += turning * dx;
    }
    (u, v)
}

/// Where lines start: they turn with the vortices, so that each line goes on from frame to frame.
fn starts(angle: f64) -> Vec<(f64, f64)> {
    let around_each = [1.7, 1.88];
    let around_both = (0..8).map(|i| 2.1 + 0.3 * f64::from(i));
    let distances = around_each.into_iter().chain(around_both);
    distances.flat_map(|far| [on_axis(far, angle), on_axis(-far, angle)]).collect()
}

impl VortexPair {
    /// `u` and `v` on the grid.
    fn flow(&self, angle: f64) -> [Vec<Vec<f64>>; 2] {
        let on_grid = |part: fn((f64, f64)) -> f64| {
            let row = |&y: &f64| self.side.iter().map(|&x| part(velocity(x, y, angle))).collect();
            self.side.iter().map(row).collect()
        };
        [on_grid(|velocity| velocity.0), on_grid(|velocity| velocity.1)]
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        // beyond the limits, so that lines come back that leave the picture at its corners
        self.side = linspace(-4.5, 4.5, 91);
        fig.set_style(Style::dark()).set_size(600, 500).tight_layout();
        let ax = fig.axes();
        ax.set_title("A pair of vortices").set_aspect(Aspect::Equal);
        ax.set_xlim(-3.0, 3.0).set_ylim(-3.0, 3.0).set_xlabel("x").set_ylabel("y");
        let [u, v] = self.flow(0.0);
        let lines = Streamlines::new(&self.side, &self.side, u, v).start_points(starts(0.0));
        let lines = lines.by_magnitude().cmap("Spectral_r").vmin(0.3).vmax(2.0);
        self.lines = ax.add(lines.broken(false).max_length(1.5));
        let centers = Scatter::new([FAR, -FAR], [0.0, 0.0]).color("white").size(25.0);
        self.centers = ax.add(centers.zorder(4.0));
        ax.add_colorbar(self.lines, Colorbar::new().label("speed"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, angle: f64) {
        let [u, v] = self.flow(angle);
        frame[self.lines].set_uv(u, v).set_start_points(starts(angle));
        let (x, y): (Vec<_>, Vec<_>) =
            [FAR, -FAR].map(|far| on_axis(far, angle)).into_iter().unzip();
        frame[self.centers].set_data(x, y);
    }
}

fn main() -> panim::Result<()> {
    // half a turn puts each vortex where the other one was: the video loops
    VortexPair::render("vortex_pair.mp4").fps(30).sweep(0.0..TAU / 2.0, 120).main()
}
