//! Fields on grids: marching squares.
//!
//! Between the grid's points values are linear along the sides of a cell. In a cell whose sides
//! the line meets four times, the mean of its corners says which of them belong together, as in
//! matplotlib. A cell with one missing corner is a triangle, with more it is a hole.

use super::{Domain, NONE, fraction};
use std::borrow::Cow;

/// Kinds of places: where a line crosses a side along x, a side along y, or the third side of a
/// triangle; a grid point, and the same for another part of the domain.
const KINDS: usize = 5;
const CORNERS: usize = 3;

/// A side of a cell.
#[derive(Debug, Clone, Copy, Default)]
struct CellSide {
    /// The grid point it starts at.
    node: usize,
    /// The place where a line crosses it.
    crossing: u32,
    /// The cell on its other side.
    beyond: Option<usize>,
}

/// A field on a grid.
pub(crate) struct GridCells<'a> {
    x: Cow<'a, [f64]>,
    y: Cow<'a, [f64]>,
    values: Cow<'a, [f64]>,
    /// Which corners of each cell have a value, in bits; none if fewer than three.
    cells: Vec<u8>,
    /// The least and the largest value in each row of cells.
    reach: Vec<(f64, f64)>,
    rim: Vec<[u32; 3]>,
}

impl<'a> GridCells<'a> {
    /// `values` are rows along `x`, one for each of `y`. Neither may be shorter than 2, but both
    /// may be empty: then there are no lines.
    pub(crate) fn new(
        x: impl Into<Cow<'a, [f64]>>,
        y: impl Into<Cow<'a, [f64]>>,
        values: impl Into<Cow<'a, [f64]>>,
    ) -> Self {
        let (x, y, values) = (x.into(), y.into(), values.into());
        let (cells, reach) = (Vec::with_capacity(values.len()), Vec::with_capacity(y.len()));
        let mut field = Self { x, y, values, cells, reach, rim: Vec::new() };
        field.find_cells();
        field.find_rim();
        field
    }

    fn find_cells(&mut self) {
        let width = self.x.len();
        for rows in self.values.chunks_exact(width.max(1)).collect::<Vec<_>>().windows(2) {
            let (low, high) = (rows[0], rows[1]);
            for (a, b) in low.windows(2).zip(high.windows(2)) {
                let corners = [a[0], a[1], b[1], b[0]];
                let bits = bits(corners.map(f64::is_finite));
                self.cells.push(if bits.count_ones() < 3 { 0 } else { bits });
            }
            self.cells.push(0); // beyond the last column, so that a cell has its corner's number
            let finite = low.iter().chain(high).filter(|value| value.is_finite());
            self.reach.push(finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &v| {
                (low.min(v), high.max(v))
            }));
        }
    }

    fn find_rim(&mut self) {
        for cell in 0..self.cells.len() {
            if self.cells[cell] == 0 {
                continue;
            }
            let (sides, count) = self.sides(cell);
            for i in 0..count {
                let is_shared = |beside: usize| self.cells.get(beside).is_some_and(|c| *c != 0);
                if !sides[i].beyond.is_some_and(is_shared) {
                    let ends = [i, (i + 1) % count].map(|i| self.corner(sides[i].node, cell));
                    self.rim.push([ends[0], ends[1], sides[i].crossing]);
                }
            }
        }
    }

    /// The sides of a cell counter-clockwise, and how many there are.
    fn sides(&self, cell: usize) -> ([CellSide; 4], usize) {
        let (width, nodes) = (self.x.len(), self.values.len());
        let has = |corner: usize| self.cells[cell] & (1 << (corner % 4)) != 0;
        let all = [
            (cell, cell, cell.checked_sub(width)),
            (cell + 1, nodes + cell + 1, Some(cell + 1)),
            (cell + width + 1, cell + width, Some(cell + width)),
            (cell + width, nodes + cell, (cell % width).checked_sub(1).map(|_| cell - 1)),
        ];
        let mut sides = [CellSide::default(); 4];
        let mut count = 0;
        for (corner, (node, crossing, beyond)) in all.into_iter().enumerate() {
            if has(corner) {
                let whole = CellSide { node, crossing: crossing as u32, beyond };
                let cut = CellSide { node, crossing: (2 * nodes + cell) as u32, beyond: None };
                sides[count] = if has(corner + 1) { whole } else { cut };
                count += 1;
            }
        }
        (sides, count)
    }

    /// The place of a grid point. Where two parts of the domain touch in a point only, its
    /// neighbours on two opposite sides being missing, each part has a place of its own.
    fn corner(&self, node: usize, cell: usize) -> u32 {
        let width = self.x.len();
        let (column, row) = (node % width, node / width);
        let is_missing = |inside: bool, node: usize| !inside || !self.values[node].is_finite();
        let level = is_missing(column > 0, node.wrapping_sub(1))
            && is_missing(column + 1 < width, node + 1);
        let upright = is_missing(row > 0, node.wrapping_sub(width))
            && is_missing(row + 1 < self.y.len(), node + width);
        let is_second = (level && cell / width == row) || (upright && cell % width == column);
        (node + (CORNERS + usize::from(is_second)) * self.values.len()) as u32
    }

    /// The pieces in one cell: from each side where a walk around it goes down through the level,
    /// to one where it goes up.
    fn pieces_in(&self, cell: usize, level: f64) -> [Option<(u32, u32)>; 2] {
        let (sides, count) = self.sides(cell);
        let is_above = |i: usize| self.values[sides[i % count].node] > level;
        let (mut down, mut up) = ([NONE; 2], [NONE; 2]);
        let (mut downs, mut ups) = (0, 0);
        for (i, side) in sides[..count].iter().enumerate() {
            match (is_above(i), is_above(i + 1)) {
                (true, false) => (down[downs], downs) = (side.crossing, downs + 1),
                (false, true) => (up[ups], ups) = (side.crossing, ups + 1),
                _ => {}
            }
        }
        if downs < 2 {
            return [(downs == 1).then_some((down[0], up[0])), None];
        }
        let mean = sides.iter().map(|side| self.values[side.node] / 4.0).sum::<f64>();
        // a walk that starts above goes down, up, down, up; one that starts below up, down, ..
        if (mean > level) != is_above(0) {
            up.swap(0, 1);
        }
        [Some((down[0], up[0])), Some((down[1], up[1]))]
    }
}

impl Domain for GridCells<'_> {
    fn places(&self) -> usize {
        KINDS * self.values.len()
    }

    fn rim(&self) -> &[[u32; 3]] {
        &self.rim
    }

    fn value(&self, corner: u32) -> f64 {
        self.values[corner as usize % self.values.len()]
    }

    fn point(&self, place: u32, level: f64) -> (f64, f64) {
        let width = self.x.len();
        let nodes = self.values.len();
        let (kind, node) = (place as usize / nodes, place as usize % nodes);
        let (from, to) = match kind {
            0 => (node, node + 1),
            1 => (node, node + width),
            2 if self.cells[node] & 0b101 == 0b101 => (node, node + width + 1),
            2 => (node + 1, node + width),
            _ => (node, node),
        };
        let fraction = fraction(level, (self.values[from], self.values[to]));
        let between = |along: &[f64], from: usize, to: usize| {
            along[from] + fraction * (along[to] - along[from])
        };
        (between(&self.x, from % width, to % width), between(&self.y, from / width, to / width))
    }

    fn pieces(&self, level: f64, mut found: impl FnMut(u32, u32)) {
        let width = self.x.len();
        for row in 0..self.reach.len() {
            let (low, high) = self.reach[row];
            if high <= level || low > level {
                continue;
            }
            for cell in row * width..(row + 1) * width - 1 {
                let corners = [cell, cell + 1, cell + width + 1, cell + width];
                let above = bits(corners.map(|node| self.values[node] > level)) & self.cells[cell];
                if above == 0 || above == self.cells[cell] {
                    continue;
                }
                let pieces = self.pieces_in(cell, level).into_iter().flatten();
                pieces.for_each(|(from, to)| found(from, to));
            }
        }
    }
}

fn bits(corners: [bool; 4]) -> u8 {
    corners.iter().rev().fold(0, |bits, &corner| bits << 1 | u8::from(corner))
}
