//! One wedge of a pie, and its outline.

use std::f64::consts::TAU;

/// Straight pieces of a whole circle.
const SMOOTH: f64 = 360.0;

/// Angles in radians.
#[derive(Debug, PartialEq)]
pub(super) struct PieWedge {
    /// Which of the values.
    pub(super) of: usize,
    pub(super) fraction: f64,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Its point, in data coordinates.
    pub(super) center: (f64, f64),
}

impl PieWedge {
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    pub(super) fn at(&self, radius: f64, angle: f64) -> (f64, f64) {
        let (sin, cos) = angle.sin_cos();
        (self.center.0 + radius * cos, self.center.1 + radius * sin)
    }

    fn arc(&self, radius: f64) -> impl DoubleEndedIterator<Item = (f64, f64)> {
        let sweep = self.to - self.from;
        let pieces = (sweep.abs() / TAU * SMOOTH).ceil().max(1.0) as u32;
        let angle = move |i| self.from + sweep * f64::from(i) / f64::from(pieces);
        (0..=pieces).map(move |i| self.at(radius, angle(i)))
    }

    /// Its outlines: one, or two around a ring.
    pub(super) fn outlines(&self, radius: f64, hole: f64) -> Vec<Vec<(f64, f64)>> {
        let outer = self.arc(radius);
        let inner = (hole > 0.0).then(|| self.arc(hole).rev());
        match (inner, self.fraction == 1.0) {
            (None, true) => vec![outer.collect()],
            (None, false) => vec![outer.chain([self.center]).collect()],
            (Some(inner), true) => vec![outer.collect(), inner.collect()],
            (Some(inner), false) => vec![outer.chain(inner).collect()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_pie_has_no_seam() {
        let outlines = |fraction: f64, hole: f64| {
            let wedge =
                PieWedge { of: 0, fraction, from: 0.0, to: TAU * fraction, center: (0.0, 0.0) };
            wedge.outlines(1.0, hole)
        };
        assert!(outlines(0.5, 0.0)[0].contains(&(0.0, 0.0)));
        assert!(!outlines(1.0, 0.0)[0].contains(&(0.0, 0.0)));
        assert_eq!(outlines(0.5, 0.5).len(), 1);
        assert_eq!(outlines(1.0, 0.5).len(), 2);
    }

    #[test]
    fn an_arc_is_round_and_ends_where_it_should() {
        let wedge =
            PieWedge { of: 0, fraction: 0.25, from: 0.0, to: TAU / 4.0, center: (1.0, 0.0) };
        let arc: Vec<_> = wedge.arc(2.0).collect();
        assert_eq!(arc[0], (3.0, 0.0));
        assert!(arc.iter().all(|(x, y)| ((x - 1.0).hypot(*y) - 2.0).abs() < 1e-14));
        let (x, y) = arc[arc.len() - 1];
        assert!((x - 1.0).abs() < 1e-14 && (y - 2.0).abs() < 1e-14, "{x}, {y}");
    }
}
