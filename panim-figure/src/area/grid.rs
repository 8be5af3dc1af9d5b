//! From plotters' whole pixels onto the picture, crisp where lines run along its pixels.

use super::curves;
use crate::parts::polyline::polyline;
use plotters_backend::BackendCoord;
use vello_cpu::kurbo::{BezPath, Cap, Join, Point, Rect, Stroke};

/// plotters' pixels on those of the picture.
///
/// plotters names a pixel by its upper left corner and means the whole of it: a line goes through
/// the middles of its pixels, and covers those at its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct PixelGrid {
    /// Pixels of the picture to one of plotters'.
    pub(super) scale: f64,
    /// Nothing outside is seen.
    bounds: Rect,
}

impl PixelGrid {
    pub(super) fn new((width, height): (u32, u32), scale: f64) -> Self {
        let bounds = Rect::new(0.0, 0.0, f64::from(width) * scale, f64::from(height) * scale);
        Self { scale, bounds }
    }

    /// The middle of a pixel.
    pub(super) fn middle(&self, (x, y): BackendCoord) -> Point {
        Point::new((f64::from(x) + 0.5) * self.scale, (f64::from(y) + 0.5) * self.scale)
    }

    /// The pixels from `from` to `to`, these not included, on whole pixels of the picture.
    pub(super) fn pixels(&self, from: BackendCoord, to: BackendCoord) -> Rect {
        let (x0, y0) = (self.edge(from.0), self.edge(from.1));
        Rect::new(x0, y0, self.edge(to.0), self.edge(to.1)).abs()
    }

    /// What is between the pixels of a polygon's corners.
    pub(super) fn polygon(&self, mut corners: Vec<BackendCoord>) -> BezPath {
        corners.dedup();
        let mut middles: Vec<Point> = corners.iter().map(|&corner| self.middle(corner)).collect();
        curves::smooth(&corners, &mut middles, self.scale);
        let mut path = BezPath::new();
        if let [first, others @ ..] = &middles[..] {
            path.move_to(*first);
            others.iter().for_each(|&corner| path.line_to(corner));
            path.close_path();
        }
        path
    }

    /// A line through two points or more, none of them twice in a row, and how it is stroked. It
    /// is closed if the last point is the first.
    pub(super) fn line(&self, points: &[BackendCoord], width: u32) -> (BezPath, Stroke) {
        let runs_along_pixels = points.windows(2).all(|p| p[0].0 == p[1].0 || p[0].1 == p[1].1);
        let mut width = f64::from(width) * self.scale;
        if runs_along_pixels {
            width = width.round().max(1.0);
        }
        let place = |&point| {
            let middle = self.middle(point);
            if runs_along_pixels { crisp(middle, width) } else { middle }
        };
        let mut line: Vec<Point> = points.iter().map(place).collect();
        if !runs_along_pixels {
            curves::smooth(points, &mut line, self.scale);
        }

        let last = points.len() - 1;
        let is_closed = points[0] == points[last];
        if !is_closed {
            for (end, next) in [(0, 1), (last, last - 1)] {
                line[end] = if runs_along_pixels {
                    self.crisp_end(points[end], points[next], line[end])
                } else {
                    let outward = self.middle(points[end]) - self.middle(points[next]);
                    line[end] + outward.normalize() * (self.scale / 2.0)
                };
            }
        }

        let bounds = self.bounds.inflate(2.0 * width, 2.0 * width);
        let is_whole = line.iter().all(|&point| bounds.contains(point));
        let mut path = polyline(line.into_iter(), bounds);
        if is_closed && is_whole {
            path.close_path();
        }
        let join = if runs_along_pixels { Join::Miter } else { Join::Round };
        (path, Stroke::new(width).with_caps(Cap::Butt).with_join(join))
    }

    /// Where a pixel begins, on whole pixels of the picture.
    fn edge(&self, at: i32) -> f64 {
        (f64::from(at) * self.scale).round()
    }

    /// The end of a horizontal or vertical line, moved to the far edge of its last pixel.
    fn crisp_end(&self, pixel: BackendCoord, next: BackendCoord, end: Point) -> Point {
        let far = |at: i32, next: i32| self.edge(if at > next { at.saturating_add(1) } else { at });
        if pixel.1 == next.1 {
            Point::new(far(pixel.0, next.0), end.y)
        } else {
            Point::new(end.x, far(pixel.1, next.1))
        }
    }
}

/// The place next to `at` where a line of this width has its edges on whole pixels.
fn crisp(at: Point, width: f64) -> Point {
    let half = width / 2.0;
    Point::new((at.x - half + 0.5).floor() + half, (at.y - half + 0.5).floor() + half)
}
