use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[setup]
    fn setup(&mut self) {
        self.shift = 1.0;
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let _ = self.shift + phase + frame.index() as f64;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([0.0, 0.5]).run();
}
