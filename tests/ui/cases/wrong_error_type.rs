use panim::prelude::*;

struct Unlucky;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) -> Result<(), Unlucky> {
        let _ = self.shift + phase + frame.index() as f64;
        Err(Unlucky)
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([0.0, 0.5]).run();
}
