use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(320, 240);
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let _ = self.shift + phase + ;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([0.0, 0.5]).run();
}
