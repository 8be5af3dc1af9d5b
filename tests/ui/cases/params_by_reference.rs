//! Items that are references, where nobody can tell that they are to be cloned.
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
    let phases = [0.0, 0.5, 1.0];
    Wave::render("wave.mp4").params(phases.iter().filter(|phase| **phase > 0.0)).run().unwrap();
}
