//! Paths, and boxes on the picture in pixels, as artists of one's own draw them.
//!
//! Types of panim's own and not kurbo's: the version of the raster is nobody's business.

use crate::{Marker, Number, OneOf, Points, parts::curves};
use vello_cpu::kurbo::{Affine, BezPath, Point, Rect};

/// Lines and curves: for a [`Pen`](super::Pen) in pixels, x to the right and y downwards from the picture's upper
/// left corner; for a [`PathPatch`](crate::PathPatch) in data coordinates.
///
/// A point that is not finite is a gap: the path goes on at the next one.
///
/// ```
/// use panim_figure::artist::Path;
///
/// let mut kite = Path::polygon([(10, 0), (20, 12), (10, 30), (0, 12)]);
/// kite.move_to(10, 30).curve_to((0, 40), (20, 50), (10, 60));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Path {
    outline: BezPath,
    /// The next line goes on from a point, and not from a gap.
    goes_on: bool,
}

/// A box on the picture, in pixels, x to the right and y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bbox {
    /// Its left edge.
    pub x0: f64,
    /// Its upper edge.
    pub y0: f64,
    /// Its right edge.
    pub x1: f64,
    /// Its lower edge.
    pub y1: f64,
}

/// No coordinate is farther from the picture, in pixels, so that none overflows where paths are cut.
const FAR: f64 = 1e12;

impl Path {
    /// Without anything in it yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line through points, broken where one is not finite.
    pub fn line(points: impl Points<2>) -> Self {
        let mut path = Self::new();
        for [x, y] in points.points() {
            path.line_to(x, y);
        }
        path
    }

    /// A closed shape with these corners; nothing if one is not finite.
    pub fn polygon(corners: impl Points<2>) -> Self {
        let mut path = Self::new();
        for [x, y] in corners.points() {
            if !(x.is_finite() && y.is_finite()) {
                return Self::new();
            }
            path.line_to(x, y);
        }
        path.close();
        path
    }

    /// A circle around a point; nothing if a number is not finite or the radius not above 0.
    pub fn circle(center: (impl Number, impl Number), radius: impl Number) -> Self {
        let (x, y, radius) = (center.0.value(), center.1.value(), radius.value());
        if radius.is_nan() || radius <= 0.0 {
            return Self::new();
        }
        let place = Affine::translate((x, y)) * Affine::scale(radius);
        let circle = place * curves::circle();
        if circle.is_finite() { Self::of(circle) } else { Self::new() }
    }

    /// The edges of a box; nothing if one is not finite.
    pub fn rect(Bbox { x0, y0, x1, y1 }: Bbox) -> Self {
        Self::polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    }

    /// Begins anew at a point.
    pub fn move_to(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        let at = finite(x.value(), y.value());
        self.goes_on = at.is_some();
        if let Some(at) = at {
            self.outline.move_to(at);
        }
        self
    }

    /// Goes straight on to a point, or begins there.
    pub fn line_to(&mut self, x: impl Number, y: impl Number) -> &mut Self {
        let (x, y) = (x.value(), y.value());
        match finite(x, y) {
            Some(at) if self.goes_on => self.outline.line_to(at),
            _ => {
                self.move_to(x, y);
            }
        }
        self
    }

    /// Goes on to the point `to` in a cubic Bézier curve, which leaves towards `first` and arrives from
    /// `second`; begins at `to` where there is no point to go on from.
    pub fn curve_to(
        &mut self,
        first: (impl Number, impl Number),
        second: (impl Number, impl Number),
        to: (impl Number, impl Number),
    ) -> &mut Self {
        let (first, second) =
            (finite(first.0.value(), first.1.value()), finite(second.0.value(), second.1.value()));
        let (x, y) = (to.0.value(), to.1.value());
        match (first, second, finite(x, y)) {
            (Some(first), Some(second), Some(to)) if self.goes_on => {
                self.outline.curve_to(first, second, to);
            }
            _ => {
                self.move_to(x, y);
            }
        }
        self
    }

    /// Goes on to the point `to` in a quadratic Bézier curve, which leaves towards `control` and arrives from
    /// there; begins at `to` where there is no point to go on from.
    pub fn quad_to(
        &mut self,
        control: (impl Number, impl Number),
        to: (impl Number, impl Number),
    ) -> &mut Self {
        let (x, y) = (to.0.value(), to.1.value());
        match (finite(control.0.value(), control.1.value()), finite(x, y)) {
            (Some(control), Some(to)) if self.goes_on => self.outline.quad_to(control, to),
            _ => {
                self.move_to(x, y);
            }
        }
        self
    }

    /// Goes straight back to where it began last.
    pub fn close(&mut self) -> &mut Self {
        if self.goes_on {
            self.outline.close_path();
            // what follows begins anew, with a point of its own
            self.goes_on = false;
        }
        self
    }

    /// This and another one together: an outline and a hole in it, say.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.outline.extend(&other.outline);
        self.goes_on = false;
        self
    }

    pub(crate) fn of(outline: BezPath) -> Self {
        Self { outline, goes_on: false }
    }

    pub(crate) fn outline(&self) -> &BezPath {
        &self.outline
    }

    /// In pixels that can be cut to the picture.
    pub(super) fn near(&self) -> BezPath {
        curves::mapped(&self.outline, |Point { x, y }| {
            Point::new(x.clamp(-FAR, FAR), y.clamp(-FAR, FAR))
        })
    }

    pub(super) fn into_bez(self) -> BezPath {
        self.outline
    }
}

impl Bbox {
    /// From left to right.
    pub fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// From top to bottom.
    pub fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// The point in its middle.
    pub fn center(self) -> (f64, f64) {
        (f64::midpoint(self.x0, self.x1), f64::midpoint(self.y0, self.y1))
    }

    pub(super) fn of(Rect { x0, y0, x1, y1 }: Rect) -> Self {
        Self { x0, y0, x1, y1 }
    }

    pub(crate) fn rect(self) -> Rect {
        let Self { x0, y0, x1, y1 } = self;
        Rect { x0, y0, x1, y1 }
    }
}

fn finite(x: f64, y: f64) -> Option<Point> {
    (x.is_finite() && y.is_finite()).then(|| Point::new(x, y))
}

impl Marker {
    /// What is inside a path, whose origin is at the points and y upwards; what is farthest from the origin,
    /// across or up, is half a marker's size away.
    pub fn path(path: impl AsRef<Path>) -> Self {
        Self::drawn(path.as_ref().outline.clone())
    }
}

#[diagnostic::do_not_recommend]
impl OneOf<Marker> for &Path {
    fn choice(self) -> Result<Marker, String> {
        Ok(Marker::path(self))
    }
}

impl AsRef<Path> for Path {
    fn as_ref(&self) -> &Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(path: &Path) -> String {
        path.outline.to_svg()
    }

    #[test]
    fn points_that_are_not_finite_are_gaps() {
        let gap = (f64::NAN, 0.0);
        assert_eq!(svg(&Path::line([(0.0, 0.0), (1.0, 2.0), gap, (3.0, 4.0)])), "M0,0 L1,2 M3,4");
        assert_eq!(svg(&Path::polygon([(0.0, 0.0), (1.0, 0.0), gap])), "");
        let mut path = Path::new();
        path.curve_to((0, 0), (1, 1), (2, 2)).curve_to((3, 3), (f64::INFINITY, 4.0), (5, 5));
        path.line_to(6, 6).close().close().line_to(7, 7);
        assert_eq!(svg(&path), "M2,2 M5,5 L6,6 Z M7,7");
    }

    #[test]
    fn no_coordinate_is_endless() {
        assert_eq!(
            Path::line([(0.0, -1e300), (f64::MAX, 0.0)]).near().to_svg(),
            "M0,-1000000000000 L1000000000000,0"
        );
        assert_eq!(svg(&Path::circle((0, 0), f64::NAN)), "");
        assert_eq!(svg(&Path::circle((0, 0), -1)), "");
    }

    #[test]
    fn a_circle_has_its_area() {
        use vello_cpu::kurbo::Shape;
        for radius in [0.5, 10.0, 1000.0] {
            let area = Path::circle((3, 4), radius).outline.area().abs();
            let round = std::f64::consts::PI * radius * radius;
            assert!((area / round - 1.0).abs() < 0.01, "{radius}: {area} for {round}");
        }
    }
}
