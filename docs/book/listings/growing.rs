// ANCHOR: program
use panim::prelude::*;

/// A line that grows: what was measured up to now.
#[animation]
#[derive(Clone, Default)]
struct Growing {
    points: Vec<(f64, f64)>,
    line: Handle<Line>,
    dot: Handle<Scatter>,
}

impl Growing {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlabel("time (s)").set_ylabel("temperature (°C)").set_grid(true);
        // drawn pale, and what the limits follow
        ax.add(Line::from_points(&self.points).color("0.85"));
        self.line = ax.add(Line::from_points(&self.points).color("C3").width(2).shown(..0));
        self.dot = ax.add(Scatter::empty().color("C3").zorder(3));
    }

    #[update]
    fn update(&self, frame: &mut Frame, count: usize) {
        frame[self.line].set_shown(..count);
        frame[self.dot].set_points(self.points[..count].last());
    }
}

fn main() -> panim::Result<()> {
    let mut table = csv::Reader::from_path("cooling.csv")?;
    let points: Vec<(f64, f64)> = table.deserialize().collect::<Result<_, _>>()?;
    let counts = 1..=points.len();
    Growing { points, ..Growing::default() }.render_to("growing.mp4").params(counts).main()
}
// ANCHOR_END: program
