use panim::prelude::*;

/// A planet on its ellipse.
#[animation]
#[derive(Default)]
struct Orbit {
    planet: Handle<Scatter>,
    radius: Handle<Line>,
    axes: Handle<Axes>,
}

impl Orbit {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(480, 420).axes();
        ax.set_aspect("equal").set_xlim(-1.7, 1.1).set_ylim(-1.2, 1.2);
        ax.set_xlabel("$x$ (au)").set_ylabel("$y$ (au)");
        ax.add(Scatter::new([0], [0]).marker("*").size(150).color("gold"));
        self.radius = ax.add(Line::empty().color("0.7"));
        self.planet = ax.add(Scatter::empty().size(60));
        self.axes = ax.handle();
    }

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, x: f64, y: f64, day: u32) {
        frame[self.planet].set_data([x], [y]);
        frame[self.radius].set_data([0.0, x], [0.0, y]);
        frame[self.axes].set_title(format!("day {day}"));
    }
    // ANCHOR_END: update
}

// ANCHOR: main
fn main() -> panim::Result<()> {
    Orbit::render("orbit.mp4").params_file("orbit.csv").main()
}
// ANCHOR_END: main
