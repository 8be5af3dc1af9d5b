//! The rings of a polygon: its outline, its holes, and islands.

use crate::{Points, scene::areas::Areas};
use vello_cpu::kurbo::{Point, Rect};

/// One polygon. Rings around others go around the other way than these, so that what is inside of all of them is
/// what they go around at all.
#[derive(Debug, Clone, Default)]
pub(super) struct Rings {
    corners: Vec<(f64, f64)>,
    /// Of each ring, where the next one begins.
    ends: Vec<usize>,
}

impl Rings {
    pub(super) fn new(rings: impl IntoIterator<Item: Points<2>>) -> Self {
        let mut all = Self::default();
        for ring in rings {
            ring.points().for_each(|[x, y]| all.add(x, y));
            all.end();
        }
        all.turned()
    }

    /// Rings with a corner that is not finite between them.
    pub(super) fn with_gaps(corners: impl Points<2>) -> Self {
        let mut all = Self::default();
        corners.points().for_each(|[x, y]| all.add(x, y));
        all.end();
        all.turned()
    }

    fn add(&mut self, x: f64, y: f64) {
        if x.is_finite() && y.is_finite() { self.corners.push((x, y)) } else { self.end() }
    }

    fn end(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.corners.len() {
            self.ends.push(self.corners.len());
        }
    }

    fn ring(&self, i: usize) -> &[(f64, f64)] {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.corners[start..self.ends[i]]
    }

    fn turned(mut self) -> Self {
        if self.ends.len() < 2 {
            return self;
        }
        let boxes: Vec<Rect> = (0..self.ends.len()).map(|i| around(self.ring(i))).collect();
        let is_hole = |i: usize| {
            let others =
                (0..boxes.len()).filter(|&other| other != i && holds(boxes[other], boxes[i]));
            others.filter(|&other| is_inside(self.ring(i), self.ring(other))).count() % 2 == 1
        };
        let turns = |i: &usize| (area(self.ring(*i)) < 0.0) != is_hole(*i);
        let turns: Vec<usize> = (0..boxes.len()).filter(turns).collect();
        for i in turns {
            let start = i.checked_sub(1).map_or(0, |before| self.ends[before]);
            self.corners[start..self.ends[i]].reverse();
        }
        self
    }

    pub(super) fn corners(&self) -> impl Iterator<Item = (f64, f64)> {
        self.corners.iter().copied()
    }

    /// Adds the rings on the pixels to an area that is being made, as far as they are near; says whether there are
    /// any.
    pub(super) fn add_to(
        &self,
        areas: &mut Areas,
        near: Rect,
        onto: impl Fn(f64, f64) -> Point,
    ) -> bool {
        areas.add(self.corners.iter().map(|&(x, y)| onto(x, y)), &self.ends, near)
    }
}

fn around(ring: &[(f64, f64)]) -> Rect {
    let first = Point::from(ring[0]);
    ring.iter()
        .fold(Rect::from_points(first, first), |all, &corner| all.union_pt(Point::from(corner)))
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
}

/// Twice the area, negative if the ring goes around clockwise.
fn area(ring: &[(f64, f64)]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    // from the first corner on, so that far away it is not lost
    let (x, y) = ring[0];
    ring.iter().zip(next).map(|(a, b)| (a.0 - x) * (b.1 - y) - (b.0 - x) * (a.1 - y)).sum()
}

/// Whether most of some corners of a ring are in another one: some may be on its line.
fn is_inside(ring: &[(f64, f64)], other: &[(f64, f64)]) -> bool {
    let tried = [0, ring.len() / 3, 2 * ring.len() / 3];
    tried.iter().filter(|&&i| contains(other, ring[i])).count() >= 2
}

fn contains(ring: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(at: f64, side: f64) -> Vec<(f64, f64)> {
        vec![(at, at), (at + side, at), (at + side, at + side), (at, at + side)]
    }

    fn turns(rings: &Rings) -> Vec<bool> {
        (0..rings.ends.len()).map(|i| area(rings.ring(i)) > 0.0).collect()
    }

    #[test]
    fn holes_go_around_the_other_way_whichever_way_they_came() {
        let mut hole = square(1.0, 8.0);
        let island = square(3.0, 2.0);
        for _ in 0..2 {
            let rings = Rings::new([&square(0.0, 10.0), &hole, &island, &square(20.0, 1.0)]);
            assert_eq!(turns(&rings), [true, false, true, true]);
            hole.reverse();
        }
        // it touches the outline
        let rings = Rings::new([square(0.0, 10.0), square(0.0, 4.0)]);
        assert_eq!(turns(&rings), [true, false]);
    }

    #[test]
    fn a_gap_begins_another_ring() {
        let gap = vec![(f64::NAN, 0.0)];
        let all = [gap.clone(), square(0.0, 10.0), gap.clone(), gap.clone(), square(1.0, 2.0), gap];
        let rings = Rings::with_gaps(all.concat());
        assert_eq!(rings.ends, [4, 8]);
        assert_eq!(turns(&rings), [true, false]);
        assert!(Rings::with_gaps([(f64::NAN, 1.0)]).ends.is_empty());
    }
}
