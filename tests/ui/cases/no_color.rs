use panim::prelude::*;

fn main() {
    let mut fig = Figure::new();
    fig.set_facecolor(3);
    fig.set_facecolor([0.1, 0.2]);
    fig.set_facecolor(("red", "0.5"));
    let _ = Bars::new(0..3, 0..3).colors("red");
    let _ = Bars::new(0..3, 0..3).colors([0.1, 0.2, 0.3]);
}
