use panim::prelude::*;

fn main() {
    let mut fig = Figure::new();
    fig.axes().set_xlim(0.0..10.0);
}
