//! A double pendulum: its motion is integrated once, before the first frame, and then played.

use panim::prelude::*;
use panim::{Aspect, Grid, Legend, Loc};
use std::f64::consts::PI;

const FPS: usize = 30;
const SECONDS: usize = 8;
/// Steps of the integration to a frame.
const STEPS: usize = 8;
const GRAVITY: f64 = 9.81;

/// Both angles and both angular speeds at each step; rods of 1 m, bobs of 1 kg.
#[animation]
#[derive(Clone, Default)]
struct DoublePendulum {
    motion: Vec<[f64; 4]>,
    rods: Handle<Line>,
    bobs: Handle<Scatter>,
    trail: Handle<Trail>,
    energies: [Handle<Line>; 3],
}

/// What the angles and their speeds change by in a second.
fn change([a, b, va, vb]: [f64; 4]) -> [f64; 4] {
    let (sin, cos) = (a - b).sin_cos();
    let share = 2.0 - cos * cos;
    let pull_a = -2.0 * GRAVITY * a.sin() - vb * vb * sin;
    let pull_b = -GRAVITY * b.sin() + va * va * sin;
    [va, vb, (pull_a - cos * pull_b) / share, (2.0 * pull_b - cos * pull_a) / share]
}

/// One step of the classical Runge-Kutta method.
fn step(state: [f64; 4], dt: f64) -> [f64; 4] {
    let ahead = |slope: [f64; 4], dt: f64| std::array::from_fn(|i| state[i] + slope[i] * dt);
    let k1 = change(state);
    let k2 = change(ahead(k1, dt / 2.0));
    let k3 = change(ahead(k2, dt / 2.0));
    let k4 = change(ahead(k3, dt));
    ahead(std::array::from_fn(|i| (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]) / 6.0), dt)
}

/// Where both bobs are.
fn bobs([a, b, ..]: [f64; 4]) -> [(f64, f64); 2] {
    let (x, y) = (a.sin(), -a.cos());
    [(x, y), (x + b.sin(), y - b.cos())]
}

/// Kinetic, potential and their sum, in joules; the potential one is 0 at the pivot.
fn energies([a, b, va, vb]: [f64; 4]) -> [f64; 3] {
    let kinetic = va * va + 0.5 * vb * vb + va * vb * (a - b).cos();
    let potential = -GRAVITY * (2.0 * a.cos() + b.cos());
    [kinetic, potential, kinetic + potential]
}

impl DoublePendulum {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(960, 480).tight_layout();
        let mut axes = fig.subplots(1, 2);

        let ax = &mut axes[(0, 0)];
        ax.set_aspect(Aspect::Equal).set_xlim(-2.2, 2.2).set_ylim(-2.2, 2.2);
        ax.set_title("Double pendulum").set_xlabel("$x$ / m").set_ylabel("$y$ / m");
        let (x, y): (Vec<_>, Vec<_>) = self.motion.iter().map(|state| bobs(*state)[1]).unzip();
        let trail = Trail::new(x, y).last(2 * FPS * STEPS).width(2.5).tail_width(0.5);
        self.trail = ax.add(trail.color("#e76f51"));
        let rods = Line::new([0.0; 3], [0.0; 3]).color("#264653").width(2.5);
        self.rods = ax.add(rods.marker('o').marker_size(4.0));
        let bobs = Scatter::new([0.0; 2], [0.0; 2]).color("#264653").size(150.0);
        self.bobs = ax.add(bobs.zorder(3.0));

        let ax = &mut axes[(0, 1)];
        ax.set_title("Energy").set_xlabel("$t$ / s").set_ylabel("$E$ / J");
        ax.set_xlim(0.0, SECONDS as f64).set_ylim(-35.0, 70.0).set_grid(Grid::new().alpha(0.4));
        let lines = [("kinetic", "#e76f51"), ("potential", "#2a9d8f"), ("total", "#264653")];
        self.energies = lines.map(|(name, color)| {
            ax.add(Line::new([0.0], [0.0]).color(color).width(1.8).label(name))
        });
        ax.set_legend(Legend::new().loc(Loc::UpperCenter).columns(3));
    }

    #[update]
    fn update(&self, frame: &mut Frame, i: usize) {
        let [first, second] = bobs(self.motion[i]);
        frame[self.rods].set_data([0.0, first.0, second.0], [0.0, first.1, second.1]);
        frame[self.bobs].set_data([first.0, second.0], [first.1, second.1]);
        frame[self.trail].set_end(i);
        let so_far = &self.motion[..=i];
        for (kind, line) in self.energies.into_iter().enumerate() {
            let times = (0..=i).map(|step| step as f64 / (FPS * STEPS) as f64);
            frame[line].set_data(times, so_far.iter().map(|state| energies(*state)[kind]));
        }
    }
}

fn main() -> panim::Result<()> {
    let dt = 1.0 / (FPS * STEPS) as f64;
    let start = [0.75 * PI, 0.9 * PI, 0.0, 0.0];
    let motion = std::iter::successors(Some(start), |state| Some(step(*state, dt)));
    let motion = motion.take(SECONDS * FPS * STEPS).collect();
    DoublePendulum { motion, ..Default::default() }
        .render_to("double_pendulum.mp4")
        .fps(FPS as u32)
        .params((0..SECONDS * FPS).map(|frame| frame * STEPS))
        .main()
}
