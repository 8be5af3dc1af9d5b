use panim::prelude::*;
use std::rc::Rc;

#[animation]
#[derive(Default)]
struct Wave {
    rows: Rc<Vec<f64>>,
}

impl Wave {
    #[update]
    fn update(&mut self, frame: &mut Frame, phase: f64) {
        self.rows = Rc::new(vec![phase + frame.index() as f64]);
    }
}

fn main() {
    println!("{}", Wave::default().rows.len());
}
