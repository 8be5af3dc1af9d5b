use panim::prelude::*;
use panim::Legend;

fn main() {
    let mut fig = Figure::new();
    fig.axes().set_legend(Legend::new().loc(3));
}
