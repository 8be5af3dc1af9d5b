use panim::prelude::*;

fn main() {
    let _ = Line::new([], []);
}
