// ANCHOR: program
use panim::prelude::*;

/// A weight on a spring: how far it is from rest, second by second.
#[animation]
#[derive(Default)]
struct Spring {
    line: Handle<Line>,
    dot: Handle<Scatter>,
}

fn height(t: f64) -> f64 {
    (-0.3 * t).exp() * (4.0 * t).cos()
}

impl Spring {
    // ANCHOR: setup
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlim(0, 8).set_ylim(-1.1, 1.1).set_grid(true);
        ax.set_xlabel("time (s)").set_ylabel("height (cm)").set_title("A weight on a spring");
        self.line = ax.add(Line::empty());
        self.dot = ax.add(Scatter::empty().size(80).zorder(3));
    }
    // ANCHOR_END: setup

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, now: f64) {
        let t = linspace(0, now, 400);
        frame[self.line].set_data(&t, t.iter().map(|t| height(*t)));
        frame[self.dot].set_data([now], [height(now)]);
    }
    // ANCHOR_END: update
}

// ANCHOR: main
fn main() -> panim::Result<()> {
    Spring::render("spring.mp4").fps(30).sweep(0.0..=8.0, 240).main()
}
// ANCHOR_END: main
// ANCHOR_END: program
