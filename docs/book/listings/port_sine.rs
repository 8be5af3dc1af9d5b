use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Sine {
    x: Vec<f64>,
    line: Handle<Line>,
}

impl Sine {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        self.x = (0..629).map(|i| 0.01 * f64::from(i)).collect();
        self.line = ax.add(Line::new(&self.x, self.x.iter().map(|x| x.sin())));
    }

    #[update]
    fn update(&self, frame: &mut Frame, i: f64) {
        frame[self.line].set_y(self.x.iter().map(|x| (x + i / 50.0).sin()));
    }
}

fn main() -> panim::Result<()> {
    Sine::render("sine.mp4").params((0..200).map(f64::from)).fps(50).main()
}
