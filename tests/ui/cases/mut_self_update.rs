//! A state that an update would keep in the animation.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    phase: f64,
}

impl Wave {
    #[update]
    fn update(&mut self, frame: &mut Frame) {
        self.phase += 0.1;
        let _ = frame.index();
    }
}

fn main() {
    Wave::render("wave.mp4").frames(9).run().unwrap();
}
