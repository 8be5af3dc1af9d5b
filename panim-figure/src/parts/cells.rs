//! Grids of coloured cells on the pixels, without a seam between two of them.
//!
//! Cells drawn as shapes would let the background through where their softened edges meet. Here
//! the colours are laid out pixel by pixel instead: the weights of a pixel that belong to cells
//! beside each other add up to the whole.

mod colors;
mod quads;
mod smooth;
mod weights;

pub(crate) use colors::{Colors, Lanes};
pub(crate) use quads::draw_quads;
pub(crate) use smooth::draw_smooth;

use crate::{pen::Pen, scene::paint::Bitmap};
use std::ops::Range;
use vello_cpu::kurbo::{Point, Rect};
use weights::CellWeights;

/// Cells that have at least this many pixels, and do not move, have their edges between two
/// pixels; smaller ones would become visibly uneven. matplotlib has the same bound.
const SHARP: f64 = 3.0;

/// Where the edges of cells lie: those across x and those across y, in data.
#[derive(Debug, Clone)]
pub(crate) struct Edges {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
}

/// The same in pixels, on axes that are straight and at right angles.
pub(crate) struct AlignedCells {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
}

impl Edges {
    /// The edges in pixels; `None` if the axes bend them.
    pub(crate) fn aligned(&self, pen: &Pen<'_>) -> Option<AlignedCells> {
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
        is_straight.then(|| AlignedCells {
            x: self.x.iter().map(|&x| at(x, middle).x).collect(),
            y: self.y.iter().map(|&y| at(self.x[self.x.len() / 2], y).y).collect(),
        })
    }

    /// The corners of all cells in pixels, row by row.
    pub(crate) fn corners(&self, pen: &Pen<'_>) -> Vec<Point> {
        let rows = self.y.iter().map(|&y| self.x.iter().map(move |&x| (x, y)));
        rows.flatten().map(|(x, y)| pen.transform.at(x, y)).collect()
    }
}

impl AlignedCells {
    /// Are the cells larger than pixels, so that there is something between them?
    pub(crate) fn is_coarse(&self) -> bool {
        let size = |edges: &[f64]| match edges {
            [first, .., last] => (last - first).abs() / (edges.len() - 1) as f64,
            _ => 0.0,
        };
        size(&self.x) > 1.0 && size(&self.y) > 1.0
    }
}

/// Draws cells as sharp rectangles. Those that are smaller than a pixel are averaged.
pub(crate) fn draw_cells(
    pen: &mut Pen<'_>,
    edges: &AlignedCells,
    is_moving: bool,
    colors: &Colors<'_>,
) {
    let pixels = visible(pen.frame);
    let weights = |edges: &[f64], pixels: Range<i64>| match is_moving {
        true => CellWeights::new(edges, pixels),
        false => CellWeights::new(&snapped(edges), pixels),
    };
    let (x, y) = (weights(&edges.x, pixels.0), weights(&edges.y, pixels.1));
    let (Ok(width), Ok(height)) = (u16::try_from(x.len()), u16::try_from(y.len())) else { return };
    if width == 0 || height == 0 {
        return;
    }
    let columns = edges.x.len() - 1;
    let seen = x.cells();
    let mut of_cells = Vec::new();
    let mut line = |row: usize, line: &mut Vec<Lanes>| {
        let start = row * columns;
        colors.of_all(start + seen.start..start + seen.end, &mut of_cells);
        line.clear();
        line.extend((0..x.len()).map(|pixel| {
            match x.of(pixel) {
                [(column, 256)] => of_cells[column - seen.start],
                parts => parts
                    .iter()
                    .map(|&(column, weight)| of_cells[column - seen.start].times(weight))
                    .fold(Lanes::NONE, Lanes::plus)
                    .shrunk(),
            }
        }));
    };
    let raster = Bitmap::painted(width, height, |pixels| {
        let width = usize::from(width);
        let (mut current, mut of_row) = (Vec::new(), None);
        let mut sums = vec![Lanes::NONE; width];
        for pixel in 0..y.len() {
            let parts = y.of(pixel);
            let here = pixel * width..(pixel + 1) * width;
            if pixel > 0 && parts == y.of(pixel - 1) {
                pixels.copy_within(here.start - width..here.start, here.start);
                continue;
            }
            sums.fill(Lanes::NONE);
            for &(row, weight) in parts {
                if of_row != Some(row) {
                    line(row, &mut current);
                    of_row = Some(row);
                }
                for (sum, color) in sums.iter_mut().zip(&current) {
                    *sum = sum.plus(color.times(weight));
                }
            }
            for (pixel, sum) in pixels[here].iter_mut().zip(&sums) {
                *pixel = sum.shrunk().pixel();
            }
        }
    });
    let at = Point::new(x.first() as f64, y.first() as f64);
    let size = (f64::from(width), f64::from(height));
    pen.scene.image_at(&raster, at, Rect::from_origin_size(at, size));
}

/// The whole pixels that the axes' box touches, across and down.
fn visible(frame: Rect) -> (Range<i64>, Range<i64>) {
    let frame = frame.expand();
    (frame.x0 as i64..frame.x1 as i64, frame.y0 as i64..frame.y1 as i64)
}

/// Edges moved to between two pixels, where the cells beside them are large.
fn snapped(edges: &[f64]) -> Vec<f64> {
    let is_large = |pair: Option<&[f64]>| {
        let size = pair.map_or(f64::INFINITY, |pair| (pair[1] - pair[0]).abs());
        size.is_nan() || size >= SHARP
    };
    let snap = |(i, &edge): (usize, &f64)| {
        let before = i.checked_sub(1).and_then(|before| edges.get(before..=i));
        if is_large(before) && is_large(edges.get(i..i + 2)) { edge.round() } else { edge }
    };
    edges.iter().enumerate().map(snap).collect()
}
