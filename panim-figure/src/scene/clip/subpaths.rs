//! The parts of a path that hang together.

use vello_cpu::kurbo::{BezPath, CubicBez, Line, PathEl, PathSeg, Point, QuadBez};

/// Numbers beyond this, in pixels, cannot be added without care.
const HUGE: f64 = 1e300;

/// From one `move_to` to the next.
pub(super) struct Subpath {
    pub(super) start: Point,
    /// Each begins where the one before it ends; of a closed one the last ends at the start.
    pub(super) segments: Vec<PathSeg>,
    pub(super) is_closed: bool,
    /// A point was left out that is not finite.
    pub(super) is_torn: bool,
}

impl Subpath {
    fn new(start: Point, is_torn: bool) -> Self {
        Self { start: tame(start), segments: Vec::new(), is_closed: false, is_torn }
    }

    /// Those of a path. A segment with a point that is not finite is a gap, after which another one
    /// begins.
    pub(super) fn of(path: &BezPath) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
        for element in path.elements() {
            let (from, to) = (tame(last), tame(element.end_point().unwrap_or(begun)));
            let segment = match *element {
                PathEl::MoveTo(to) => {
                    (begun, last) = (to, to);
                    all.push(Self::new(to, !to.is_finite()));
                    continue;
                }
                PathEl::LineTo(_) | PathEl::ClosePath => PathSeg::Line(Line::new(from, to)),
                PathEl::QuadTo(one, _) => PathSeg::Quad(QuadBez::new(from, tame(one), to)),
                PathEl::CurveTo(one, two, _) => {
                    PathSeg::Cubic(CubicBez::new(from, tame(one), tame(two), to))
                }
            };
            last = to;
            let is_end = *element == PathEl::ClosePath;
            let Some(path) = all.last_mut() else { continue };
            if !segment.is_finite() {
                path.is_torn = true;
                all.push(Self::new(last, true));
            } else if is_end {
                if from != to {
                    path.segments.push(segment);
                }
                path.is_closed = !path.is_torn;
                all.push(Self::new(last, false));
            } else {
                path.segments.push(segment);
            }
        }
        all.retain(|path| !path.segments.is_empty());
        all
    }
}

fn tame(point: Point) -> Point {
    Point::new(point.x.clamp(-HUGE, HUGE), point.y.clamp(-HUGE, HUGE))
}
