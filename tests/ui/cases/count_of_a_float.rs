//! A count that is a float.
use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame) {
        let _ = frame.index();
    }
}

fn main() {
    Wave::render("wave.mp4").workers("2").frames(3.0 * 30.0).run().unwrap();
}
