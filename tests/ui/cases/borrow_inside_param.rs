use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, label: Option<&str>) {
        let _ = self.shift + label.map_or(0.0, |label| label.len() as f64) + frame.index() as f64;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").params([Some("a"), None]).run();
}
