use panim::prelude::*;

#[update]
fn update(frame: &mut Frame, phase: f64) {
    assert!(phase < frame.index() as f64);
}

fn main() {}
