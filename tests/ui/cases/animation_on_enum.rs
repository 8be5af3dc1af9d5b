use panim::prelude::*;

#[animation]
#[derive(Default)]
enum Wave {
    #[default]
    Sine,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let Wave::Sine = self;
        assert!(phase < frame.index() as f64);
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([0.0, 0.5]).run();
}
