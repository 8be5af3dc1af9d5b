//! Particles in a box: their speeds are all equal at first, and soon are Maxwell's.

use panim::prelude::*;
use panim::{Aspect, Colorbar, Legend, Loc};

const PARTICLES: usize = 400;
const RADIUS: f64 = 0.008;
const FRAMES: usize = 180;
/// Of time to a frame, in small steps so that no particle passes through another.
const FRAME_TIME: f64 = 0.012;
const STEPS: usize = 3;

#[derive(Clone, Copy)]
struct Particle {
    at: [f64; 2],
    velocity: [f64; 2],
}

impl Particle {
    fn speed(&self) -> f64 {
        self.velocity[0].hypot(self.velocity[1])
    }

    fn advance(&mut self, time: f64) {
        for (at, velocity) in self.at.iter_mut().zip(&mut self.velocity) {
            *at += *velocity * time;
            let out = *at < RADIUS && *velocity < 0.0 || *at > 1.0 - RADIUS && *velocity > 0.0;
            *velocity = if out { -*velocity } else { *velocity };
        }
    }
}

/// Equal masses that meet exchange their velocities along the line between them.
fn collide(a: &mut Particle, b: &mut Particle) {
    let [x, y] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
    let apart = x * x + y * y;
    let approach = x * (a.velocity[0] - b.velocity[0]) + y * (a.velocity[1] - b.velocity[1]);
    if apart < 4.0 * RADIUS * RADIUS && approach > 0.0 {
        for (i, offset) in [x, y].into_iter().enumerate() {
            a.velocity[i] -= approach / apart * offset;
            b.velocity[i] += approach / apart * offset;
        }
    }
}

/// The particles of each frame: frames are drawn in any order, so all are computed beforehand.
fn simulate() -> Vec<Vec<Particle>> {
    // on a lattice, each at speed 1 in a direction of its own
    let particle = |i: usize| {
        let direction = (i * i) as f64 * 2.399_963;
        let at = [(i % 20) as f64, (i / 20) as f64].map(|place| (place + 0.5) / 20.0);
        Particle { at, velocity: [direction.cos(), direction.sin()] }
    };
    let mut gas: Vec<Particle> = (0..PARTICLES).map(particle).collect();
    let mut frames = Vec::with_capacity(FRAMES);
    for _ in 0..FRAMES {
        frames.push(gas.clone());
        for _ in 0..STEPS {
            gas.iter_mut().for_each(|p| p.advance(FRAME_TIME / STEPS as f64));
            for i in 1..PARTICLES {
                let (before, rest) = gas.split_at_mut(i);
                before.iter_mut().for_each(|other| collide(other, &mut rest[0]));
            }
        }
    }
    frames
}

/// The box, and how many particles have which speed.
#[animation]
#[derive(Default)]
struct Gas {
    dots: Handle<Scatter>,
    speeds: Handle<Histogram>,
}

impl Gas {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(900, 420).tight_layout();
        let mut axes = fig.subplots(1, 2);
        axes.width_ratios([1.16, 1.0]);

        let ax = &mut axes[(0, 0)];
        ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_aspect(Aspect::Equal);
        ax.set_title("400 particles in a box").show_xticks(false, false).show_yticks(false, false);
        let dots = Scatter::new([0.0; 0], [0.0; 0]).values([0.0; 0]).vmin(0.0).vmax(2.0);
        self.dots = ax.add(dots.cmap("plasma").size(20.0).edge_width(0.0));

        let ax = &mut axes[(0, 1)];
        ax.set_xlim(0.0, 3.0).set_ylim(0.0, 1.5).set_title("Speeds");
        ax.set_xlabel("speed").set_ylabel("density");
        let speeds = Histogram::new([0.0; 0]).bins(25).range(0.0, 3.0).density(true);
        self.speeds = ax.add(speeds.color("C0").edge_color("white").label("particles"));
        // in two dimensions, with a mean square of 1
        let speed = linspace(0.0, 3.0, 150);
        let maxwell = speed.iter().map(|v| 2.0 * v * (-v * v).exp());
        ax.add(Line::new(&speed, maxwell).color("C3").width(2.0).label("Maxwell–Boltzmann"));
        ax.set_legend(Legend::new().loc(Loc::UpperRight));
        fig.add_colorbar(self.dots, Colorbar::new().label("speed"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, gas: Vec<Particle>) {
        let speeds = gas.iter().map(Particle::speed);
        frame[self.dots].set_data(gas.iter().map(|p| p.at[0]), gas.iter().map(|p| p.at[1]));
        frame[self.dots].set_values(speeds.clone());
        frame[self.speeds].set_data(speeds);
    }
}

fn main() -> panim::Result<()> {
    Gas::render("particles.mp4").fps(30).params(simulate()).main()
}
