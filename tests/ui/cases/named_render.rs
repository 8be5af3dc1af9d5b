use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn render(&self, frame: &mut Frame, phase: f64) {
        let _ = self.shift + phase + frame.index() as f64;
    }
}

fn main() {
    println!("{}", Wave::default().shift);
}
