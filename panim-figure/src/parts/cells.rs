//! Where the edges of cells lie on the pixels.

use crate::{
    FigureError,
    base::{check::checked_opacity, rows::Matrix},
    pen::Pen,
    scene::cells::{CellColors, CellEdges, CellPlaces},
};
use vello_cpu::kurbo::Point;

/// How values become the colours of areas between them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shading {
    /// Each area has one colour.
    #[default]
    Flat,
    /// Colours of corners flow into each other.
    Gouraud,
}

crate::base::word::named! { Shading, "a shading":
    "flat" => Self::Flat,
    "gouraud" => Self::Gouraud,
}

/// Refuses opacities that are none, or not as many as there are cells, columns and rows of them.
pub(crate) fn checked_alphas(
    name: &'static str,
    alphas: &Matrix,
    (columns, rows): (usize, usize),
) -> Result<(), FigureError> {
    alphas.check_even(name, "alphas")?;
    if alphas.size() != (columns, rows) {
        let (across, down) = alphas.size();
        let message =
            format!("has {down} rows of {across}; there are {rows} rows of {columns} cells");
        return Err(FigureError::new(name, "alphas", message));
    }
    alphas.values().iter().try_for_each(|&alpha| checked_opacity(name, "alphas", alpha))
}

/// The colours of cells with an opacity for each, on top of their own.
pub(crate) fn with_alphas(colors: CellColors, alphas: Option<&Matrix>) -> CellColors {
    let Some(alphas) = alphas else { return colors };
    let faded =
        |[r, g, b, a]: [u8; 4], alpha: &f64| [r, g, b, (f64::from(a) * alpha).round() as u8];
    let alphas = alphas.values().iter();
    CellColors::Ready(match colors {
        CellColors::Mapped(values, mapping) => {
            let colors = mapping.colors(values.values());
            colors
                .iter()
                .map(|color| color.to_rgba8())
                .zip(alphas)
                .map(|(c, a)| faded(c, a))
                .collect()
        }
        CellColors::Ready(pixels) => {
            pixels.iter().zip(alphas).map(|(&color, alpha)| faded(color, alpha)).collect()
        }
    })
}

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
