//! Fields on triangles, in each of which values change linearly.

use super::{Domain, NONE, fraction};
use crate::numeric::triangles::{next_side, twins};

/// A field on triangles. Its places are, by the side of a triangle, where a line crosses it, and the corner where it
/// begins if it is on the edge: a corner where parts of the domain touch has a place for each of them.
pub(crate) struct TriangleCells<'a> {
    x: &'a [f64],
    y: &'a [f64],
    values: &'a [f64],
    /// The points of each, counter-clockwise.
    triangles: Vec<[u32; 3]>,
    /// The place where a line crosses each side: the same for both sides of it.
    crossings: Vec<u32>,
    rim: Vec<[u32; 3]>,
}

impl<'a> TriangleCells<'a> {
    /// As many values as points. Of the triangles, all corners are points; one with a corner that is missing, or that
    /// has no value, is a hole.
    pub(crate) fn new(
        (x, y): (&'a [f64], &'a [f64]),
        values: &'a [f64],
        triangles: impl Iterator<Item = [u32; 3]>,
    ) -> Self {
        let known = |point: &u32| {
            let point = *point as usize;
            x[point].is_finite() && y[point].is_finite() && values[point].is_finite()
        };
        let turned = |[a, b, c]: [u32; 3]| {
            let at = |point: u32| (x[point as usize], y[point as usize]);
            let ((ax, ay), (bx, by), (cx, cy)) = (at(a), at(b), at(c));
            let is_clockwise = (bx - ax) * (cy - ay) < (by - ay) * (cx - ax);
            if is_clockwise { [a, c, b] } else { [a, b, c] }
        };
        let there = triangles.filter(|corners| corners.iter().all(known));
        let triangles: Vec<_> = there.map(turned).collect();
        let twins = twins(&triangles, x.len());
        let sides = twins.len() as u32;
        let beyond = |side: u32| Some(twins[side as usize]).filter(|twin| *twin != NONE);
        let rim = (0..sides).filter(|&side| beyond(side).is_none()).map(|side| {
            // around the corner where this side ends, on to the edge again
            let mut next = next_side(side);
            while let Some(twin) = beyond(next) {
                next = next_side(twin);
            }
            [sides + side, sides + next, side]
        });
        let rim = rim.collect();
        let crossings = (0..sides).map(|side| side.min(twins[side as usize])).collect();
        Self { x, y, values, triangles, crossings, rim }
    }

    /// The points where a side begins and ends.
    fn ends(&self, side: u32) -> [usize; 2] {
        let triangle = self.triangles[side as usize / 3];
        [side, side + 1 - 3 * u32::from(side % 3 == 2)].map(|i| triangle[i as usize % 3] as usize)
    }
}

impl Domain for TriangleCells<'_> {
    fn places(&self) -> usize {
        2 * self.crossings.len()
    }

    fn rim(&self) -> &[[u32; 3]] {
        &self.rim
    }

    fn value(&self, corner: u32) -> f64 {
        self.values[self.ends(corner - self.crossings.len() as u32)[0]]
    }

    fn point(&self, place: u32, level: f64) -> (f64, f64) {
        let (from, to, fraction) = match place.checked_sub(self.crossings.len() as u32) {
            Some(side) => (self.ends(side)[0], self.ends(side)[0], 0.0),
            None => {
                let [from, to] = self.ends(place);
                (from, to, fraction(level, (self.values[from], self.values[to])))
            }
        };
        let between = |along: &[f64]| along[from] + fraction * (along[to] - along[from]);
        (between(self.x), between(self.y))
    }

    fn pieces(&self, level: f64, mut found: impl FnMut(u32, u32)) {
        for (triangle, crossings) in self.triangles.iter().zip(self.crossings.chunks_exact(3)) {
            let [a, b, c] = triangle.map(|point| self.values[point as usize] > level);
            let [ab, bc, ca] = [crossings[0], crossings[1], crossings[2]];
            match (a, b, c) {
                (true, true, true) | (false, false, false) => {}
                (true, false, false) => found(ab, ca),
                (false, true, false) => found(bc, ab),
                (false, false, true) => found(ca, bc),
                (true, true, false) => found(bc, ca),
                (false, true, true) => found(ca, ab),
                (true, false, true) => found(ab, bc),
            }
        }
    }
}
