//! A sweep where an update takes something else than one float.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64, amp: f64) {
        let _ = (frame.index(), phase, amp);
    }
}

fn main() {
    Wave::render("wave.mp4").sweep(0.0..1.0, 30).run().unwrap();
}
