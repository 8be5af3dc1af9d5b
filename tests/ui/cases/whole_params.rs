//! Whole numbers for a float.
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
    Wave::render("wave.mp4").params(0..60).run().unwrap();
}
