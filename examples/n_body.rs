//! Gravity, stepped from frame to frame: a star passes by another one, and takes some of its planets
//! along.

use panim::Style;
use panim::prelude::*;
use std::{array, collections::VecDeque, f64::consts::TAU};

const STARS: usize = 2;
const PLANETS: usize = 22;
const BODIES: usize = STARS + PLANETS;
/// Steps of the integration to a frame.
const STEPS: usize = 40;
const DT: f64 = 1.0 / 1200.0;
/// So many frames a trail goes back.
const TRAIL: usize = 40;

/// Where everything is, how fast it moves, and where it was. Each frame gets a copy.
#[derive(Clone)]
struct Bodies {
    position: [[f64; 2]; BODIES],
    velocity: [[f64; 2]; BODIES],
    paths: [VecDeque<[f64; 2]>; BODIES],
}

/// What a place is pulled by. Planets are too light to pull.
fn pull(position: &[[f64; 2]; BODIES], i: usize) -> [f64; 2] {
    let mut sum = [0.0, 0.0];
    for j in (0..STARS).filter(|j| *j != i) {
        let [x, y]: [f64; 2] = array::from_fn(|k| position[j][k] - position[i][k]);
        let distance = (x * x + y * y + 1e-3).sqrt();
        sum[0] += x / distance.powi(3);
        sum[1] += y / distance.powi(3);
    }
    sum
}

impl Bodies {
    /// A star with its planets, and another one that comes from below.
    fn new() -> Self {
        let mut position = [[0.0; 2]; BODIES];
        let mut velocity = [[0.0; 2]; BODIES];
        (position[0], velocity[0]) = ([0.0, 0.0], [0.0, -0.15]);
        (position[1], velocity[1]) = ([2.3, -4.0], [-0.25, 1.05]);
        for i in 0..PLANETS {
            let (radius, angle) = (0.5 + 0.06 * i as f64, 2.4 * i as f64 % TAU);
            let speed = radius.sqrt().recip();
            position[STARS + i] = [radius * angle.cos(), radius * angle.sin()];
            velocity[STARS + i] = [-speed * angle.sin(), speed * angle.cos() - 0.15];
        }
        let paths = position.map(|position| VecDeque::from([position]));
        Self { position, velocity, paths }
    }

    /// As far as the next frame, by the leapfrog method.
    fn step(&mut self) {
        for _ in 0..STEPS {
            self.kick();
            for (position, velocity) in self.position.iter_mut().zip(&self.velocity) {
                *position = array::from_fn(|k| position[k] + DT * velocity[k]);
            }
            self.kick();
        }
        for (path, position) in self.paths.iter_mut().zip(&self.position) {
            path.push_back(*position);
            if path.len() > TRAIL {
                path.pop_front();
            }
        }
    }

    fn kick(&mut self) {
        for (i, velocity) in self.velocity.iter_mut().enumerate() {
            let pull = pull(&self.position, i);
            *velocity = array::from_fn(|k| velocity[k] + 0.5 * DT * pull[k]);
        }
    }
}

#[animation]
#[derive(Default)]
struct Passage {
    trails: Vec<Handle<Trail>>,
}

impl Passage {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(560, 560).set_style(Style::dark());
        let ax = fig.axes();
        ax.set_xlim(-4, 4).set_ylim(-4, 4).set_title("A star passes by");
        let trails = (0..BODIES).map(|i| {
            let (color, size) = match i {
                0 => ("gold", 11.0),
                1 => ("tomato", 11.0),
                _ => ("lightskyblue", 3.5),
            };
            let trail = Trail::new([0.0], [0.0]).color(color).width(1.5).tail_width(0.5);
            ax.add(trail.marker('o').marker_size(size).marker_color(color))
        });
        self.trails = trails.collect();
    }

    #[update]
    fn update(&self, frame: &mut Frame, bodies: &Bodies) {
        for (trail, path) in self.trails.iter().zip(&bodies.paths) {
            frame[*trail].set_data(path.iter().map(|at| at[0]), path.iter().map(|at| at[1]));
        }
    }
}

fn main() -> panim::Result<()> {
    Passage::render("n_body.mp4").simulate(200, Bodies::new(), Bodies::step).main()
}
