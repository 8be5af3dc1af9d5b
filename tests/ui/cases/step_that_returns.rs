//! A step that returns something that is no result.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let _ = (frame.index(), phase);
    }
}

fn main() {
    Wave::render("wave.mp4").simulate(30, 0.0, |phase| *phase + 0.1).run().unwrap();
}
