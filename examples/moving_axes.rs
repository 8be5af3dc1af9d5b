//! Axes that move: title, limits and ticks change in every frame.

use panim::prelude::*;

/// Zooms into sin(1/x), whose detail never ends.
#[animation]
#[derive(Default)]
struct Zoom {
    axes: Handle<Axes>,
    line: Handle<Line>,
}

impl Zoom {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlim(0.01, 1.0).set_ylim(-1.2, 1.2).set_grid(true);
        ax.set_xlabel("x").set_ylabel("sin(1/x)").set_title("x up to 1.000");
        self.axes = ax.handle();
        self.line = ax.add(Line::new([0.0; 0], [0.0; 0]));
    }

    #[update]
    fn update(&self, frame: &mut Frame, zoom: f64) {
        let right = zoom.exp2().recip();
        let x = linspace(0.01, right, 2000);
        frame[self.line].set_data(&x, x.iter().map(|x| x.recip().sin()));
        let ax = &mut frame[self.axes];
        ax.set_xlim(0.01, right).set_title(format!("x up to {right:.3}"));
        ax.set_ylim(-1.2 - 0.2 * zoom, 1.2 + 0.2 * zoom);
    }
}

fn main() -> panim::Result<()> {
    Zoom::render("moving_axes.mp4").fps(30).sweep(0.0..=3.5, 120).main()
}
