use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self, phase: f64) {
        let _ = self.shift + phase;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([0.0, 0.5]).run();
}
