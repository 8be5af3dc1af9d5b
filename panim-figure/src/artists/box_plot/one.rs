//! The lines of one box, in data coordinates: places across, values along.

use crate::{ColorSpec, numeric::summary::BoxSummary};

/// Fraction of a box's width that its caps by default, its notch and its median in a notch are wide.
pub(super) const NARROW: f64 = 0.5;

/// One box: where it stands, and what it shows.
pub(super) struct OneBox<'a> {
    /// Of its group.
    pub(super) number: usize,
    pub(super) position: f64,
    pub(super) width: f64,
    /// How long the lines across the ends of its whiskers are.
    pub(super) cap: f64,
    pub(super) color: Option<&'a ColorSpec>,
    pub(super) summary: BoxSummary,
}

impl OneBox<'_> {
    fn sides(&self, fraction: f64) -> [f64; 2] {
        let half = self.width * fraction / 2.0;
        [self.position - half, self.position + half]
    }

    /// The corners of the box; with a notch around the median if it has one.
    pub(super) fn corners(&self, notch: bool) -> Vec<(f64, f64)> {
        let [left, right] = self.sides(1.0);
        let (q1, q3) = self.summary.quartiles;
        if !notch {
            return vec![(left, q1), (right, q1), (right, q3), (left, q3)];
        }
        let ([inner_left, inner_right], (low, high)) = (self.sides(NARROW), self.summary.notch);
        let median = self.summary.median;
        let up = [(right, q1), (right, low), (inner_right, median), (right, high), (right, q3)];
        let down = [(left, q3), (left, high), (inner_left, median), (left, low), (left, q1)];
        [up, down].concat()
    }

    pub(super) fn whiskers(&self) -> [[(f64, f64); 2]; 2] {
        let ((q1, q3), (low, high)) = (self.summary.quartiles, self.summary.whiskers);
        [(q1, low), (q3, high)].map(|(from, to)| [(self.position, from), (self.position, to)])
    }

    pub(super) fn caps(&self) -> [[(f64, f64); 2]; 2] {
        let (low, high) = self.summary.whiskers;
        let (left, right) = (self.position - self.cap / 2.0, self.position + self.cap / 2.0);
        [low, high].map(|end| [(left, end), (right, end)])
    }

    pub(super) fn mean(&self) -> [(f64, f64); 2] {
        self.sides(1.0).map(|side| (side, self.summary.mean))
    }

    pub(super) fn median(&self, notch: bool) -> [(f64, f64); 2] {
        self.sides(if notch { NARROW } else { 1.0 }).map(|side| (side, self.summary.median))
    }
}
