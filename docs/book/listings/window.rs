use panim::prelude::*;

/// The last two seconds of a signal that never ends.
#[animation]
#[derive(Default)]
struct Scope {
    axes: Handle<Axes>,
    line: Handle<Line>,
}

impl Scope {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_ylim(-2.2, 2.2).set_xlabel("time (s)").set_ylabel("signal (V)").set_grid(true);
        self.line = ax.add(Line::empty());
        self.axes = ax.handle();
    }

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, now: f64) {
        let t = linspace(now - 2.0, now, 500);
        let signal = t.iter().map(|t| (9.0 * t).sin() + (1.0 + 0.2 * t) * (2.0 * t).sin() / 2.0);
        frame[self.line].set_data(&t, signal);
        frame[self.axes].set_xlim(now - 2.0, now);
    }
    // ANCHOR_END: update
}

fn main() -> panim::Result<()> {
    Scope::render("window.mp4").sweep(0.0..10.0, 300).main()
}
