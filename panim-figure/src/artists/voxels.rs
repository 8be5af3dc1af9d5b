//! VoxelCells of a grid in space, filled or empty.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::CELLS,
        data::{Column, Data, DataRows},
        error::written,
        extent::Extent,
        properties::properties,
    },
    color::{ColorList, ColorSpec, checked_color},
    parts::{
        common::{Common, common_properties, draw_common},
        cuboid::Cuboid,
        faces,
        patch::{Patch, draw_patch, patch_properties},
    },
    pen::Pen,
    transform::space::{Space, Vec3, each},
};
use std::sync::Arc;
use vello_cpu::kurbo::BezPath;

/// The filled cells of a grid in a 3D axes, as boxes with light and shade; faces between two filled cells are not
/// drawn. VoxelCells are 1 wide, deep and high, from (0, 0, 0) on, unless [`edges`](Self::set_edges) are given.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// let corner = |x, y, z| x < 3 && y < 3 && z < 3 || x > 4 && y > 4 && z > 4;
/// ax.add(Voxels::from_fn((8, 8, 8), corner).color("tab:blue").edge_color("black").edge_width(0.5));
/// let link = |x: usize, y: usize, z: usize| x.abs_diff(y) + y.abs_diff(z) + z.abs_diff(x) <= 2;
/// let link = Voxels::from_fn((8, 8, 8), move |x, y, z| link(x, y, z) && !corner(x, y, z));
/// ax.add(link.color("tab:red").edge_color("black").edge_width(0.5));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("voxels", fig);
/// ```
#[doc = include_str!("../../docs/voxels.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "voxels")]
#[derive(Debug, Clone)]
pub struct Voxels {
    cells: VoxelCells,
    /// Of the cells along x, y and z; without, whole numbers.
    edges: Option<[Column; 3]>,
    shade: bool,
    colors: Vec<ColorSpec>,
    patch: Patch,
    common: Common,
}

/// Which cells are filled: those of the same x and y one after the other.
#[derive(Debug, Clone)]
struct VoxelCells {
    filled: Arc<[bool]>,
    size: [usize; 3],
    /// What is wrong with the rows.
    misfit: Option<FigureError>,
}

impl VoxelCells {
    fn new<P: DataRows>(filled: impl IntoIterator<Item = P>) -> Self {
        let (mut cells, mut size, mut misfit) = (Vec::new(), [0; 3], None);
        for (x, plane) in filled.into_iter().enumerate() {
            let mut rows = 0;
            for row in plane.rows() {
                let before = cells.len();
                cells.extend(row.values().map(|filled| filled != 0.0 && !filled.is_nan()));
                let count = cells.len() - before;
                if (x, rows) == (0, 0) {
                    size[2] = count;
                } else if count != size[2] {
                    misfit.get_or_insert((x, "cells", count, size[2]));
                }
                rows += 1;
            }
            if x == 0 {
                size[1] = rows;
            } else if rows != size[1] {
                misfit.get_or_insert((x, "rows", rows, size[1]));
            }
            size[0] = x + 1;
        }
        let misfit = misfit.map(|(x, what, count, first)| {
            let message =
                format!("at x = {x} there are {count} {what} where the first has {first}");
            FigureError::new("Voxels", "filled", message)
        });
        if misfit.is_some() {
            (cells, size) = (Vec::new(), [0; 3]);
        }
        Self { filled: cells.into(), size, misfit }
    }

    fn number(&self, [x, y, z]: [usize; 3]) -> usize {
        (x * self.size[1] + y) * self.size[2] + z
    }

    fn is_filled(&self, cell: [usize; 3]) -> bool {
        self.filled.get(self.number(cell)).copied().unwrap_or(false)
    }

    /// The places of those that are filled.
    fn all(&self) -> impl Iterator<Item = [usize; 3]> {
        let [_, rows, count] = self.size;
        let filled = self.filled.iter().enumerate().filter(|(_, filled)| **filled);
        filled.map(move |(i, _)| [i / (rows * count), i / count % rows, i % count])
    }

    /// Is there a face at this side of a cell, that is, no other cell?
    fn has_face(&self, mut cell: [usize; 3], axis: usize, is_high: bool) -> bool {
        if is_high {
            cell[axis] += 1;
            return cell[axis] >= self.size[axis] || !self.is_filled(cell);
        }
        let Some(before) = cell[axis].checked_sub(1) else { return true };
        cell[axis] = before;
        !self.is_filled(cell)
    }
}

impl Voxels {
    /// `filled[x][y][z]`: for each x the rows of each y, in them for each z whether that cell is filled, `true` or
    /// anything but 0; all rows are equally long.
    pub fn new<P: DataRows>(filled: impl IntoIterator<Item = P>) -> Self {
        Self::of(VoxelCells::new(filled))
    }

    /// So many cells along x, y and z, of which those are filled for whose numbers the function is true.
    pub fn from_fn(
        size: (usize, usize, usize),
        filled: impl Fn(usize, usize, usize) -> bool,
    ) -> Self {
        let mut voxels = Self::empty();
        voxels.set_filled_by(size, filled);
        voxels
    }

    /// Without cells yet, which [`Voxels::set_filled`] gives it. Until then it is not to be seen.
    pub fn empty() -> Self {
        Self::new([[[0.0; 0]; 0]; 0])
    }

    fn of(cells: VoxelCells) -> Self {
        Self {
            cells,
            edges: None,
            shade: true,
            colors: Vec::new(),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Fills other cells, as [`Voxels::new`] takes them.
    pub fn set_filled<P: DataRows>(&mut self, filled: impl IntoIterator<Item = P>) -> &mut Self {
        self.cells = VoxelCells::new(filled);
        self
    }

    /// Fills other cells, as [`Voxels::from_fn`] takes them.
    pub fn set_filled_by(
        &mut self,
        (x, y, z): (usize, usize, usize),
        filled: impl Fn(usize, usize, usize) -> bool,
    ) -> &mut Self {
        let count = x.saturating_mul(y).saturating_mul(z);
        if count > CELLS.most() {
            let misfit = CELLS.check("Voxels", "filled", count).err();
            self.cells = VoxelCells { filled: Arc::new([]), size: [0; 3], misfit };
            return self;
        }
        let all = (0..x).flat_map(|x| (0..y).flat_map(move |y| (0..z).map(move |z| [x, y, z])));
        let filled = all.map(|[x, y, z]| filled(x, y, z)).collect();
        self.cells = VoxelCells { filled, size: [x, y, z], misfit: None };
        self
    }

    /// Where cells begin and end along x, y and z: of each one more than there are cells, increasing.
    #[must_use]
    pub fn edges(mut self, x: impl Data, y: impl Data, z: impl Data) -> Self {
        self.set_edges(x, y, z);
        self
    }

    /// As [`Voxels::edges`].
    pub fn set_edges(&mut self, x: impl Data, y: impl Data, z: impl Data) -> &mut Self {
        self.edges = Some([Column::new(x), Column::new(y), Column::new(z)]);
        self
    }

    /// The edge of this number along an axis.
    fn edge(&self, axis: usize, number: usize) -> f64 {
        match &self.edges {
            Some(edges) => edges[axis].get(number).copied().unwrap_or(f64::NAN),
            None => number as f64,
        }
    }

    fn cuboid(&self, cell: [usize; 3]) -> Cuboid {
        Cuboid { low: each(|i| self.edge(i, cell[i])), high: each(|i| self.edge(i, cell[i] + 1)) }
    }

    fn cell_color(&self, cell: [usize; 3], own: &ColorSpec) -> crate::Color {
        let count = self.colors.len();
        let color = if count == 0 { own } else { &self.colors[self.cells.number(cell) % count] };
        self.common.fade(color)
    }

    /// Both ends of the grid.
    fn ends(&self) -> [Vec3; 2] {
        [each(|i| self.edge(i, 0)), each(|i| self.edge(i, self.cells.size[i]))]
    }
}

properties! { Voxels {
    /// Colours each cell by itself, those of the same x and y one after the other, empty ones too; with fewer
    /// colours than cells they repeat.
    colors / set_colors(colors: impl ColorList) |voxels| {
        voxels.colors = colors.colors().map(Into::into).collect();
    };
    /// Whether the sides are lit from the left; default: true.
    shade / set_shade(on: bool) |voxels| voxels.shade = on;
} }
patch_properties!(Voxels);
common_properties!(Voxels);

impl Draw for Voxels {
    draw_common!(Voxels);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        self.cells.misfit.clone().map_or(Ok(()), Err)?;
        if !self.cells.filled.is_empty() {
            CELLS.check("Voxels", "filled", self.cells.filled.len())?;
        }
        if let Some(edges) = &self.edges {
            for (axis, name) in ["x", "y", "z"].into_iter().enumerate() {
                let (count, edges) = (self.cells.size[axis] + 1, &edges[axis]);
                let error = |message| Err(FigureError::new("Voxels", "edges", message));
                if edges.len() != count {
                    let given = edges.len();
                    return error(format!("{given} along {name}, where cells have {count}"));
                }
                let increase = |pair: &[f64]| pair[0] < pair[1];
                if let Some(pair) = edges.windows(2).find(|pair| !increase(pair)) {
                    let (last, next) = (written(pair[0]), written(pair[1]));
                    return error(format!("must increase along {name}, but {next} follows {last}"));
                }
                if let Some(edge) = edges.iter().find(|edge| !edge.is_finite()) {
                    return error(format!("{} is not a place along {name}", written(*edge)));
                }
            }
        }
        self.colors.iter().try_for_each(|color| checked_color("Voxels", "colors", color))?;
        self.patch.check("Voxels")
    }

    /// From far to near, layer after layer of the grid: no cell of a farther layer hides one of a nearer layer.
    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let away = [0, 1, 2].map(|axis| self.layers(axis, &space));
        let mut cells: Vec<_> = self
            .cells
            .all()
            .map(|cell| ([0, 1, 2].map(|axis: usize| away[axis][cell[axis]]), cell))
            .collect();
        cells.sort_by(|(a, _), (b, _)| b.cmp(a));
        let own = self.patch.face();
        let all = cells.into_iter().flat_map(|(_, cell)| {
            let is_there = |axis, is_high| self.cells.has_face(cell, axis, is_high);
            let color = self.cell_color(cell, &own);
            self.cuboid(cell).faces(color, self.shade, is_there, &space)
        });
        let edge = self.patch.edge(pen.style);
        faces::draw(pen, &self.common, all.collect::<Vec<_>>().into_iter(), edge);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut dots = BezPath::new();
        let Some(space) = pen.space else { return dots };
        for cell in self.cells.all() {
            let Cuboid { low, high } = self.cuboid(cell);
            let middle = space.at(each(|i| f64::midpoint(low[i], high[i])));
            if pen.frame.contains(middle) {
                dots.move_to(middle);
                dots.line_to(middle);
            }
        }
        dots
    }

    /// As in matplotlib, all of the grid.
    fn extent(&self) -> Extent {
        let has_cells = !self.cells.filled.is_empty();
        Extent::of_space(self.ends().into_iter().filter(|_| has_cells))
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        let middles = self.cells.all().map(|cell| {
            let Cuboid { low, high } = self.cuboid(cell);
            each(|i| f64::midpoint(low[i], high[i]))
        });
        space.mean_depth(middles)
    }
}

impl Voxels {
    /// How many layers along an axis are nearer to the eye than each of them.
    fn layers(&self, axis: usize, space: &Space) -> Vec<usize> {
        let count = self.cells.size[axis];
        let ray = |number: usize| {
            let mut at = self.ends()[0];
            at[axis] = self.edge(axis, number);
            space.ray(at)[axis]
        };
        // the layer that the eye is in, or before which it is
        let rays: Vec<f64> = (0..=count).map(ray).collect();
        let falls = rays.first() > rays.last();
        let nearest = rays.iter().skip(1).position(|ray| (*ray > 0.0) != falls).unwrap_or(count);
        (0..count).map(|layer| layer.abs_diff(nearest)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_between_two_cells_are_left_out() {
        let cells = Voxels::new([[[true, true, false]]]).cells;
        let faces = |cell| {
            let sides = [0, 1, 2].into_iter().flat_map(|axis| [(axis, false), (axis, true)]);
            sides.filter(|&(axis, is_high)| cells.has_face(cell, axis, is_high)).count()
        };
        assert_eq!((faces([0, 0, 0]), faces([0, 0, 1])), (5, 5));
        assert_eq!(cells.all().collect::<Vec<_>>(), [[0, 0, 0], [0, 0, 1]]);
    }

    #[test]
    fn a_function_fills_the_same_cells_as_rows_do() {
        let by_rows = Voxels::new([[[1, 0], [0, 0]], [[0, 0], [1, 1]], [[0, 1], [0, 0]]]).cells;
        let is_filled = |x, y, z| matches!((x, y, z), (0, 0, 0) | (1, 1, _) | (2, 0, 1));
        let by_function = Voxels::from_fn((3, 2, 2), is_filled).cells;
        assert_eq!((&by_rows.filled, by_rows.size), (&by_function.filled, by_function.size));
    }
}
