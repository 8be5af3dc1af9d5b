//! Where the edges of cells lie on the pixels.

use crate::{
    pen::Pen,
    scene::cells::{CellEdges, CellPlaces},
};
use vello_cpu::kurbo::Point;

/// Where the edges of cells lie: those across x and those across y, in data.
#[derive(Debug, Clone)]
pub(crate) struct Edges {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
}

impl Edges {
    /// The edges in pixels; `None` if the axes bend them.
    pub(crate) fn aligned(&self, pen: &Pen<'_>) -> Option<CellEdges> {
        let at = |x: f64, y: f64| pen.transform.at(x, y);
        let (&first_x, &last_x) = (self.x.first()?, self.x.last()?);
        let (&first_y, &last_y) = (self.y.first()?, self.y.last()?);
        let middle = self.y[self.y.len() / 2];
        // an edge at infinity, such as 0 on a logarithmic axis, bends nothing
        let is_same = |a: f64, b: f64| (a - b).is_nan() || (a - b).abs() <= 1e-6;
        let is_straight =
            [first_x, last_x].into_iter().all(|x| {
                let reference = at(x, first_y).x;
                [middle, last_y].into_iter().all(|y| is_same(at(x, y).x, reference))
            }) && [first_y, last_y].into_iter().all(|y| is_same(at(first_x, y).y, at(last_x, y).y));
        is_straight.then(|| CellEdges {
            x: self.x.iter().map(|&x| at(x, middle).x).collect(),
            y: self.y.iter().map(|&y| at(self.x[self.x.len() / 2], y).y).collect(),
        })
    }

    /// Where the cells are on the pixels; those that do not move may be moved to the nearest pixel.
    pub(crate) fn places(&self, pen: &Pen<'_>, is_moving: bool) -> CellPlaces {
        match self.aligned(pen) {
            Some(edges) => CellPlaces::Sharp { edges, may_snap: !is_moving },
            None => CellPlaces::Quads { corners: self.corners(pen), stride: self.x.len() },
        }
    }

    /// The corners of all cells in pixels, row by row.
    pub(crate) fn corners(&self, pen: &Pen<'_>) -> Vec<Point> {
        let rows = self.y.iter().map(|&y| self.x.iter().map(move |&x| (x, y)));
        rows.flatten().map(|(x, y)| pen.transform.at(x, y)).collect()
    }
}
