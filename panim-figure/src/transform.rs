//! From data to pixels.

use vello_cpu::kurbo::{Point, Rect};

/// One axis: data limits onto a stretch of pixels, linearly. Limits may be reversed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    limits: (f64, f64),
    pixels: (f64, f64),
}

impl Scale {
    pub(crate) fn new(limits: (f64, f64), pixels: (f64, f64)) -> Self {
        Self { limits, pixels }
    }

    pub(crate) fn at(&self, value: f64) -> f64 {
        let ((low, high), (start, end)) = (self.limits, self.pixels);
        // halved, so that limits near the largest numbers do not overflow
        let share = (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        start + share * (end - start)
    }
}

/// Both axes of a rectangular axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Transform {
    pub(crate) x: Scale,
    pub(crate) y: Scale,
}

impl Transform {
    /// Puts the limits onto the box; y grows upwards.
    pub(crate) fn new(x_limits: (f64, f64), y_limits: (f64, f64), frame: Rect) -> Self {
        Self {
            x: Scale::new(x_limits, (frame.x0, frame.x1)),
            y: Scale::new(y_limits, (frame.y1, frame.y0)),
        }
    }

    pub(crate) fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.at(x), self.y.at(y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_fall_on_the_edges_of_the_box() {
        let t = Transform::new((0.0, 10.0), (-1.0, 1.0), Rect::new(100.0, 50.0, 200.0, 90.0));
        assert_eq!(t.at(0.0, -1.0), Point::new(100.0, 90.0));
        assert_eq!(t.at(10.0, 1.0), Point::new(200.0, 50.0));
        assert_eq!(t.at(5.0, 0.0), Point::new(150.0, 70.0));
    }

    #[test]
    fn reversed_and_huge_limits_work() {
        let s = Scale::new((1.0, 0.0), (0.0, 10.0));
        assert_eq!((s.at(1.0), s.at(0.25)), (0.0, 7.5));
        assert_eq!(Scale::new((-1.5e308, 1.5e308), (0.0, 10.0)).at(0.0), 5.0);
    }
}
