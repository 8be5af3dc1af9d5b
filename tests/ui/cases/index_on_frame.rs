//! The number is an argument of its own.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, #[index] frame: &mut Frame, phase: f64) {
        let _ = (frame.index(), phase);
    }
}

fn main() {
    Wave::render("wave.mp4").params([0.0]).run().unwrap();
}
