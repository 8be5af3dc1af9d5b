use panim::prelude::*;
use panim::motion::keyframes;

fn main() {
    let _ = Line::from_points([1.0, 2.0]);
    let _ = Line3D::from_points([(1.0, 2.0)]);
    let _ = keyframes(vec![("a", 1)]);
}
