//! Triangles whose colours flow from corner to corner (H. Gouraud, Continuous shading of curved surfaces, 1971).

use super::{CellImage, Colors, sheet::Sheet};
use vello_cpu::kurbo::{Point, Rect};

/// Triangles between corners, in pixels. One with a corner that is not finite, or without a colour, is left out.
pub(super) fn image(
    (corners, triangles): (&[Point], &[[u32; 3]]),
    room: Rect,
    colors: &Colors<'_>,
) -> Option<CellImage> {
    let mut sheet = Sheet::new(corners, room)?;
    for triangle in triangles {
        let points = triangle.map(|corner| corners[corner as usize]);
        let colors = triangle.map(|corner| colors.of(corner as usize).parts());
        let is_shown = colors.iter().all(|color| color[3] > 0);
        if let Some(flow) = ColorFlow::new(points, colors).filter(|_| is_shown) {
            sheet.add(&points, |x, y| flow.at(x, y));
        }
    }
    Some(sheet.image())
}

/// A colour that changes evenly.
struct ColorFlow {
    from: Point,
    /// Of each part of the colour: there, and to the right and down by a pixel.
    parts: [[f64; 3]; 4],
    /// Between which each part is.
    ends: [(f64, f64); 4],
}

impl ColorFlow {
    /// `None` if there is no triangle between the points.
    fn new([a, b, c]: [Point; 3], colors: [[u8; 4]; 3]) -> Option<Self> {
        let (ab, ac) = (b - a, c - a);
        let turn = ab.cross(ac);
        if !(turn.is_finite() && turn != 0.0) {
            return None;
        }
        let part = |i: usize| colors.map(|color| f64::from(color[i]));
        let parts = [0, 1, 2, 3].map(|i| {
            let [at, to_b, to_c] = part(i);
            let (to_b, to_c) = (to_b - at, to_c - at);
            [at, (to_b * ac.y - to_c * ab.y) / turn, (to_c * ab.x - to_b * ac.x) / turn]
        });
        let ends = [0, 1, 2, 3].map(|i| {
            let [a, b, c] = part(i);
            (a.min(b).min(c), a.max(b).max(c))
        });
        Some(Self { from: a, parts, ends })
    }

    /// At a pixel's middle, which may be a little outside.
    fn at(&self, x: f64, y: f64) -> [f32; 4] {
        let (right, down) = (x - self.from.x, y - self.from.y);
        [0, 1, 2, 3].map(|i| {
            let [at, by_x, by_y] = self.parts[i];
            (at + by_x * right + by_y * down).clamp(self.ends[i].0, self.ends[i].1) as f32
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_flows_evenly_and_not_beyond_its_corners() {
        let points = [(0.0, 0.0), (10.0, 0.0), (0.0, 5.0)].map(Point::from);
        let colors = [[0, 0, 100, 255], [200, 0, 100, 255], [0, 50, 100, 255]];
        let flow = ColorFlow::new(points, colors).expect("a triangle");
        assert_eq!(flow.at(0.0, 0.0), [0.0, 0.0, 100.0, 255.0]);
        assert_eq!(flow.at(5.0, 2.5), [100.0, 25.0, 100.0, 255.0]);
        assert_eq!(flow.at(20.0, -1.0), [200.0, 0.0, 100.0, 255.0]);
        assert!(ColorFlow::new([points[0], points[1], Point::new(5.0, 0.0)], colors).is_none());
    }
}
