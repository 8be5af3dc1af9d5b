use panim::prelude::*;
use std::rc::Rc;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: Rc<f64>) {
        let _ = self.shift + *phase + frame.index() as f64;
    }
}

fn main() {
    println!("{}", Wave::default().shift);
}
