use panim::prelude::*;

fn main() {
    let points = vec![(0.0, 1.0), (1.0, 2.0)];
    let _ = Line::new(&points, [0.0, 1.0]);
    let _ = Scatter::new(0.0..1.0, [0.0, 1.0]);
    let _ = Histogram::new("1, 2, 3");
    let _ = Pie::new(3);
}
