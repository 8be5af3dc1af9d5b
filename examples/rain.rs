//! Rain on a pond: one `Scatter` whose rings grow and fade, each with a size and an edge colour of its own.

use panim::prelude::*;

const DROPS: u32 = 50;

/// The rings on the pond.
#[animation]
#[derive(Default)]
struct Rain {
    rings: Handle<Scatter>,
}

/// Numbers from 0 to 1 without an order, the same in each run.
fn chance(n: f64) -> f64 {
    (43_758.545 * n.sin()).rem_euclid(1.0)
}

impl Rain {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(560, 560).axes();
        ax.set_xlim(0, 1).set_ylim(0, 1).set_axis_off(true);
        self.rings = ax.add(Scatter::empty().color("none").edge_width(0.5));
    }

    #[update]
    fn update(&self, frame: &mut Frame, now: f64) {
        // a drop falls in each frame, and after as many as there are drops its ring is gone
        let drops = (0..DROPS).map(|age| (f64::from(age), now - f64::from(age)));
        frame[self.rings]
            .set_points(drops.clone().map(|(_, drop)| (chance(drop), chance(drop + 0.3))))
            .set_sizes(
                drops.clone().map(|(age, drop)| 5.0 + age * (50.0 + 150.0 * chance(drop + 0.6))),
            )
            .set_edge_colors(drops.map(|(age, _)| ("black", 1.0 - age / f64::from(DROPS))));
    }
}

fn main() -> panim::Result<()> {
    Rain::render("rain.mp4").fps(30).params((0..150).map(f64::from)).main()
}
