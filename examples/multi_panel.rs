//! Five plots side by side, each moving in its own way, at 2000x400.

use panim::prelude::*;
use panim::{Aspect, Grid, Projection};
use std::f64::consts::TAU;

/// Frames in the video, and points on the orbit.
const FRAMES: u32 = 90;
const POINTS: u32 = 50;
/// Cells along each side of the interference pattern.
const CELLS: usize = 30;

/// A line, bars, an image, a helix in space and points on an orbit.
#[animation]
#[derive(Default)]
pub(crate) struct MultiPanel {
    x: Vec<f64>,
    line: Handle<Line>,
    bars: Handle<Bars>,
    waves: Handle<Image>,
    helix: Handle<Line3D>,
    orbit: Handle<Scatter>,
}

fn harmonics(x: &[f64], phase: f64) -> impl Iterator<Item = f64> {
    x.iter().map(move |x| (x + phase).sin() + 0.3 * (3.0 * (x + phase)).sin())
}

/// Ten heights that rise and fall one after the other.
fn pulses(phase: f64) -> impl Iterator<Item = f64> {
    (0..10).map(move |i| 1.0 + 0.8 * (phase + 0.6 * f64::from(i)).sin())
}

/// Two sources of circular waves.
fn interference(phase: f64) -> Vec<Vec<f64>> {
    let side = linspace(-3.0, 3.0, CELLS);
    let wave = |x: f64, y: f64| (3.0 * x.hypot(y) - phase).cos();
    let height = |x: f64, y: f64| 1.0 + 0.5 * (wave(x - 1.2, y) + wave(x + 1.2, y));
    side.iter().map(|&y| side.iter().map(|&x| height(x, y)).collect()).collect()
}

fn helix(phase: f64) -> [Vec<f64>; 3] {
    let z = linspace(0.0, 2.0 * TAU, 200);
    let along = |f: fn(f64) -> f64| z.iter().map(|z| 1.2 * f(z + phase)).collect();
    [along(f64::cos), along(f64::sin), z.clone()]
}

fn orbit(phase: f64) -> (Vec<f64>, Vec<f64>) {
    let angle = |i: u32| phase + TAU * f64::from(i) / f64::from(POINTS);
    (0..POINTS).map(|i| (0.5 + 0.25 * angle(i).cos(), 0.5 + 0.25 * angle(i).sin())).unzip()
}

impl MultiPanel {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(2000, 400).tight_layout();
        let mut axes = fig.subplots(1, 5);

        self.x = linspace(0.0, 2.0 * TAU, 200);
        let ax = &mut axes[(0, 0)];
        ax.set_title("Line Chart").set_grid(Grid::new().alpha(0.4));
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-2.0, 2.0);
        self.line = ax.add(Line::new(&self.x, harmonics(&self.x, 0.0)).color("blue").width(2.0));

        let ax = &mut axes[(0, 1)];
        ax.set_title("Bar Chart").set_xlabel("Category").set_ylabel("Value").set_ylim(0.0, 2.0);
        self.bars = ax.add(Bars::new(0..10, pulses(0.0)).color("steelblue"));

        let ax = &mut axes[(0, 2)];
        ax.set_title("Wave Interference").set_axis_off(true);
        self.waves = ax.add(Image::new(interference(0.0)).vmin(0.0).vmax(2.0));
        ax.colorbar(self.waves);

        let ax = &mut axes[(0, 3)];
        ax.set_projection(Projection::ThreeD).set_title("3D Helix");
        ax.set_xlabel("X").set_ylabel("Y").set_zlabel("Z");
        ax.set_xlim(-2.0, 2.0).set_ylim(-2.0, 2.0).set_zlim(0.0, 2.0 * TAU);
        let [x, y, z] = helix(0.0);
        self.helix = ax.add(Line3D::new(x, y, z).color("blue").width(2.0));

        let ax = &mut axes[(0, 4)];
        ax.set_title("Orbiting Points").set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
        ax.set_aspect(Aspect::Equal);
        let (x, y) = orbit(0.0);
        let dots = Scatter::new(x, y).values(0..POINTS).cmap("plasma").size(100.0).alpha(0.7);
        self.orbit = ax.add(dots);
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        frame[self.line].set_y(harmonics(&self.x, phase));
        frame[self.bars].set_height(pulses(phase));
        frame[self.waves].set_data(interference(phase));
        let [x, y, z] = helix(phase);
        frame[self.helix].set_data(x, y, z);
        let (x, y) = orbit(phase);
        frame[self.orbit].set_data(x, y);
    }
}

fn main() -> panim::Result<()> {
    // the end is left out, so that the video loops without a stutter
    MultiPanel::render("multi_panel.mp4").fps(30).sweep(0.0..TAU, FRAMES as usize).main()
}
