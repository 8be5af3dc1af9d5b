//! Grids of coloured cells on the pixels, without a seam between two of them.
//!
//! Cells drawn as shapes would let the background through where their softened edges meet. Here
//! the colours are laid out pixel by pixel instead: the weights of a pixel that belong to cells
//! beside each other add up to the whole.

mod colors;
mod gouraud;
mod quads;
mod sheet;
mod smooth;
mod weights;

use crate::scene::{
    cells::{CellEdges, CellGrid, CellPlaces},
    paint::{Bitmap, Paint},
    shape::Geometry,
};
use colors::{Colors, Lanes};
use std::ops::Range;
use vello_cpu::kurbo::{Affine, Point, Rect};
use weights::CellWeights;

/// Cells that have at least this many pixels, and may be moved, have their edges between two
/// pixels; smaller ones would become visibly uneven. matplotlib has the same bound.
const SHARP: f64 = 3.0;

/// What is shown of cells; `None` if none of them has a pixel.
pub(crate) fn pixels(cells: &CellGrid) -> Option<(Geometry, Paint)> {
    let colors = Colors::new(cells);
    let (across, down) = visible(cells.room);
    let CellImage { pixels, at, shown } = match &cells.places {
        CellPlaces::Sharp { edges, may_snap } => sharp(edges, *may_snap, (across, down), &colors)?,
        CellPlaces::Smooth(edges, interpolation) => {
            smooth::image(edges, *interpolation, (across, down), &colors)?
        }
        CellPlaces::Quads { corners, .. } => quads::image(cells, corners, &colors)?,
        CellPlaces::Triangles { corners, triangles } => {
            gouraud::image((corners, triangles), cells.room, &colors)?
        }
    };
    Some((Geometry::Rect(shown), pixels.paint(Affine::translate(at.to_vec2()))))
}

/// Pixels, where the first of them lies, and what is shown of them.
struct CellImage {
    pixels: Bitmap,
    at: Point,
    shown: Rect,
}

impl CellImage {
    /// All of them are shown.
    fn whole(pixels: Bitmap, at: (i64, i64), (width, height): (u16, u16)) -> Self {
        let at = Point::new(at.0 as f64, at.1 as f64);
        let shown = Rect::from_origin_size(at, (f64::from(width), f64::from(height)));
        Self { pixels, at, shown }
    }
}

/// Sharp rectangles. Those that are smaller than a pixel are averaged.
fn sharp(
    edges: &CellEdges,
    may_snap: bool,
    (across, down): (Range<i64>, Range<i64>),
    colors: &Colors<'_>,
) -> Option<CellImage> {
    let weights = |edges: &[f64], pixels: Range<i64>| match may_snap {
        true => CellWeights::new(&snapped(edges), pixels),
        false => CellWeights::new(edges, pixels),
    };
    let (x, y) = (weights(&edges.x, across), weights(&edges.y, down));
    let width @ 1.. = u16::try_from(x.len()).ok()? else { return None };
    let height @ 1.. = u16::try_from(y.len()).ok()? else { return None };
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
    let pixels = Bitmap::painted(width, height, |pixels| {
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
    Some(CellImage::whole(pixels, (x.first(), y.first()), (width, height)))
}

/// The whole pixels that a box touches, across and down.
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
