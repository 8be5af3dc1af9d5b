use panim::prelude::*;
use std::f64::consts::TAU;

#[animation]
#[derive(Default)]
struct Decay {
    axes: Handle<Axes>,
    line: Handle<Line>,
}

impl Decay {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_grid(true);
        ax.set_ylim(-1.1, 1.1);
        self.line = ax.add(Line::empty().width(2));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, t: f64) {
        let past = linspace(0, t, i + 1);
        let y = past.iter().map(|t| (TAU * t).sin() * (-t / 10.0).exp());
        frame[self.line].set_data(&past, y);
        frame[self.axes].set_xlim(0, if t < 10.0 { 10 } else { 20 });
    }
}

fn main() -> panim::Result<()> {
    Decay::render("decay.mp4").sweep(0.0..=20.0, 401).fps(20).main()
}
