//! Cells as shapes, as long as they are not too many.

use crate::scene::{
    cells::{CellColors, CellEdges, CellGrid, CellPlaces},
    clip,
    shape::Geometry,
};
use vello_cpu::kurbo::Rect;

/// More cells than this are pixels in a file: the shapes would be megabytes.
const MOST: usize = 10_000;

/// The number and the shape of each cell that can be seen; `None` if they are better shown as pixels.
pub(super) fn shapes(cells: &CellGrid) -> Option<Vec<(usize, Geometry)>> {
    let is_picture = matches!(cells.colors, CellColors::Ready(_));
    let room = cells.room.expand();
    match &cells.places {
        CellPlaces::Sharp { edges, .. } if edges.is_coarse() && !is_picture => boxes(edges, room),
        CellPlaces::Quads { .. } if !is_picture => quads(cells, room),
        _ => None,
    }
}

fn boxes(edges: &CellEdges, room: Rect) -> Option<Vec<(usize, Geometry)>> {
    let seen = |edges: &[f64], low: f64, high: f64| -> Vec<(usize, f64, f64)> {
        let sides = edges.windows(2).map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1])));
        let pairs = edges.windows(2).zip(sides).enumerate();
        let there = pairs.filter(|(_, (pair, _))| pair.iter().all(|edge| !edge.is_nan()));
        let cut = there.map(|(cell, (_, (from, to)))| (cell, from.max(low), to.min(high)));
        cut.filter(|(_, from, to)| from < to).collect()
    };
    let (columns, rows) = (seen(&edges.x, room.x0, room.x1), seen(&edges.y, room.y0, room.y1));
    let stride = edges.x.len().saturating_sub(1);
    (columns.len() * rows.len() <= MOST).then(|| {
        let of_row = |&(row, top, bottom): &(usize, f64, f64)| {
            columns.iter().map(move |&(column, left, right)| {
                (row * stride + column, Geometry::Rect(Rect::new(left, top, right, bottom)))
            })
        };
        rows.iter().flat_map(of_row).collect()
    })
}

fn quads(cells: &CellGrid, room: Rect) -> Option<Vec<(usize, Geometry)>> {
    let (columns, rows) = cells.size();
    let mut shapes = Vec::new();
    for cell in 0..columns * rows {
        let Some(corners) = cells.quad(cell) else { continue };
        let path = clip::polygon(corners.into_iter(), room);
        if !path.is_empty() {
            shapes.push((cell, Geometry::area(path)));
        }
        if shapes.len() > MOST {
            return None;
        }
    }
    Some(shapes)
}
