//! How high each bin is, and what that looks like.

use super::Histogram;
use crate::{
    numeric::{bin_heights::BinHeights, bins::counts},
    parts::patch,
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point};

impl Histogram {
    pub(super) fn heights(&self, edges: &[f64]) -> Vec<f64> {
        let counts = counts(&self.samples, self.weights.as_deref(), edges);
        let Self { density, cumulative, .. } = *self;
        let heights = BinHeights { density, cumulative, stacked: false };
        heights.tops(vec![counts], edges).pop().unwrap_or_default()
    }

    /// In data coordinates.
    pub(super) fn at(&self, along: f64, height: f64) -> Point {
        if self.horizontal { Point::new(height, along) } else { Point::new(along, height) }
    }

    /// Up from the ground, along the tops, and down again.
    pub(super) fn tops(&self, pen: &Pen<'_>) -> Vec<Point> {
        let edges = self.edges();
        let heights = self.heights(&edges);
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else { return Vec::new() };
        let mut tops = vec![self.at(*first, 0.0)];
        for (bin, height) in edges.windows(2).zip(heights) {
            tops.extend([bin[0], bin[1]].map(|edge| self.at(edge, height)));
        }
        tops.push(self.at(*last, 0.0));
        pen.transform.path(tops.into_iter()).collect()
    }

    /// A box for each bin, in one path, so that nothing shows through between them.
    pub(super) fn bars(&self, pen: &Pen<'_>) -> BezPath {
        let edges = self.edges();
        let heights = self.heights(&edges);
        let mut bars = BezPath::new();
        for (bin, height) in edges.windows(2).zip(heights) {
            bars.extend(patch::block(pen, (bin[0], bin[1]), (0.0, height), self.horizontal));
        }
        bars
    }
}
