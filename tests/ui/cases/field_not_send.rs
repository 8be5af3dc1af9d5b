use panim::prelude::*;
use std::rc::Rc;

#[animation]
#[derive(Default)]
struct Wave {
    rows: Rc<Vec<f64>>,
}

impl Wave {
    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        let _ = self.rows[0] + phase + frame.index() as f64;
    }
}

fn main() {
    println!("{}", Wave::default().rows.len());
}
