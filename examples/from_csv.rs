//! Parameters from a CSV file: a column for each argument of `#[update]`, in any order.

use panim::prelude::*;
use std::f64::consts::TAU;

/// A planet on its ellipse, and the line to its sun.
#[animation]
#[derive(Default)]
struct Orbit {
    planet: Handle<Line>,
    radius: Handle<Line>,
    day: Handle<Text>,
}

impl Orbit {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(520, 480);
        let ax = fig.axes();
        ax.set_xlim(-2.0, 1.2).set_ylim(-1.47, 1.47).set_title("Orbit");
        ax.set_xlabel("x / au").set_ylabel("y / au");
        let angles = linspace(0.0, TAU, 181);
        let radius = |angle: &f64| 0.96 / (1.0 + 0.3 * angle.cos());
        ax.add(
            Line::new(
                angles.iter().map(|a| radius(a) * a.cos()),
                angles.iter().map(|a| radius(a) * a.sin()),
            )
            .color("0.6")
            .style("--")
            .width(1.0),
        );
        ax.add(Line::new([0.0], [0.0]).style("").marker('*').marker_size(14.0).color("gold"));
        self.radius = ax.add(Line::new([0.0, 1.0], [0.0, 0.0]).color("C0").alpha(0.5));
        self.planet = ax.add(Line::new([0.0], [0.0]).style("").marker('o').color("C0"));
        self.day = ax.add(Text::new(At::Axes(0.04, 0.93), ""));
    }

    #[update]
    fn update(&self, frame: &mut Frame, x: f64, y: f64, day: f64) {
        frame[self.planet].set_data([x], [y]);
        frame[self.radius].set_data([0.0, x], [0.0, y]);
        frame[self.day].set_text(format!("day {day:.0}"));
    }
}

fn main() -> panim::Result<()> {
    let rows = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/orbit.csv");
    Orbit::render("from_csv.mp4").fps(30).params_file(rows).main()
}
