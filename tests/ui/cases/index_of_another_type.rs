//! A frame's number is a `usize`.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: f64, phase: f64) {
        let _ = (frame.index(), i, phase);
    }
}

fn main() {
    Wave::render("wave.mp4").params([0.0]).run().unwrap();
}
