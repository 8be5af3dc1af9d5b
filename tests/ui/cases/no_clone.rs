use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let _ = self.shift + phase + frame.index() as f64;
    }
}

fn main() {
    let _ = Wave::default().render_to("wave.mp4").params([0.0, 0.5]).run();
}
