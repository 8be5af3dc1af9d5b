//! A frame has one number.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, phase: f64, #[index] j: usize) {
        let _ = (frame.index(), i, phase, j);
    }
}

fn main() {
    Wave::render("wave.mp4").params([0.0]).run().unwrap();
}
