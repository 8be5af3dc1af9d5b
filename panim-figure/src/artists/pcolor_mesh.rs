//! Values in cells of any size and shape: matplotlib's `pcolormesh`.

#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::checked_size,
        data::{Column, Data, DataRows, Number, no_data},
        extent::{Extent, Reach},
        properties::properties,
        rows::{Matrix, checked_lines},
        word::OneOf,
    },
    color::{
        ColorSpec, IntoColor, checked_color,
        mapping::{Mapping, mapping_properties},
    },
    parts::{
        cells::{Edges, Shading, checked_alphas, with_alphas},
        common::{Common, common_properties, draw_common},
    },
    pen::Pen,
    scene::cells::{CellColors, CellGrid, CellPlaces},
};
use std::borrow::Cow;
use vello_cpu::kurbo::{BezPath, Join, Point, Stroke, Vec2};

/// Values as the colours of cells between lines that need not be evenly spaced, nor straight.
///
/// The first row is that of the first y. A value that is NaN is not drawn, unless the colormap
/// has a colour for it.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let frequencies = [20, 50, 100, 200, 500, 1000, 2000, 5000]; // the edges of the cells
/// let levels = (0..7).map(|f| (0..24).map(move |t| (f64::from(t - 3 * f) / 4.0).cos()));
/// ax.add(PColorMesh::new(0..25, frequencies, levels).cmap("magma"));
/// ax.set_yscale(AxisScale::Log).set_xlabel("time (s)").set_ylabel("frequency (Hz)");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("pcolor_mesh", fig);
/// ```
#[doc = include_str!("../../docs/pcolor_mesh.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("pcolormesh", "pcolor"))]
#[derive(Debug, Clone)]
pub struct PColorMesh {
    grid: MeshGrid,
    values: Matrix,
    shading: Shading,
    alphas: Option<Matrix>,
    mapping: Mapping,
    edge_color: Option<ColorSpec>,
    edge_width: Option<f64>,
    /// Its place changed since setup.
    is_moving: bool,
    is_frozen: bool,
    common: Common,
}

#[derive(Debug, Clone)]
enum MeshGrid {
    /// Horizontal and vertical lines.
    Lines { x: Column, y: Column },
    /// A place for each corner.
    Corners { x: Matrix, y: Matrix },
}

impl PColorMesh {
    /// Rows of values: as many rows as `y` has values, each as long as `x`, which are then the
    /// middles of the cells; or one fewer of both, between `x` and `y` as the cells' edges. Edges
    /// and middles increase or decrease.
    pub fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        Self::with(MeshGrid::Lines { x: Column::new(x), y: Column::new(y) }, Matrix::new(values))
    }

    /// The same over a bent grid: rows of x and rows of y, equally many, which are the corners of
    /// the cells if there is one more in each direction than of the values, or else their
    /// middles.
    pub fn grid<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: DataRows,
        Y: DataRows,
        R: DataRows,
    {
        Self::with(MeshGrid::Corners { x: Matrix::new(x), y: Matrix::new(y) }, Matrix::new(values))
    }

    fn with(grid: MeshGrid, values: Matrix) -> Self {
        Self {
            grid,
            values,
            shading: Shading::Flat,
            alphas: None,
            mapping: Mapping::default(),
            edge_color: None,
            edge_width: None,
            is_moving: false,
            is_frozen: false,
            common: Common::default(),
        }
    }

    /// Moves the lines between the cells, and shows these values: see [`PColorMesh::new`].
    pub fn set_data<X, Y, R>(&mut self, x: X, y: Y, values: R) -> &mut Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        self.grid = MeshGrid::Lines { x: Column::new(x), y: Column::new(y) };
        self.is_moving = self.is_frozen;
        self.set_values(values)
    }

    /// Moves the corners of the cells: see [`PColorMesh::grid`].
    pub fn set_grid<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: DataRows,
        Y: DataRows,
    {
        self.grid = MeshGrid::Corners { x: Matrix::new(x), y: Matrix::new(y) };
        self.is_moving = self.is_frozen;
        self
    }

    /// Shows these values, as many as before. Equal values keep their colours.
    pub fn set_values<R>(&mut self, values: R) -> &mut Self
    where
        R: DataRows,
    {
        self.values = Matrix::new(values);
        self
    }
}

properties! { PColorMesh {
    /// `"flat"`: each cell has one colour, the default; or `"gouraud"`: values are at the corners of cells, as many as
    /// these, and colours flow between them. A cell with a corner that is NaN is not drawn then.
    shading / set_shading(shading: impl OneOf<Shading>) |mesh| {
        mesh.common.misnamed.set("shading", shading, &mut mesh.shading);
    };
    /// Opacity of each value's cell, 0 to 1, on top of its colour's own: rows as those of the values. Default: 1 for
    /// all.
    alphas / set_alphas(alphas: impl DataRows) |mesh| mesh.alphas = Some(Matrix::new(alphas));
    /// Colour of lines around all cells; default: that of the style's edges, black. They are drawn
    /// once their colour or their width is given.
    edge_color / set_edge_color(color: impl IntoColor) |mesh| {
        mesh.edge_color = Some(color.into());
    };
    /// Width of lines around all cells in points; default: 1. They are drawn once their colour or
    /// their width is given.
    edge_width / set_edge_width(width: impl Number) |mesh| mesh.edge_width = Some(width.value());
} }
mapping_properties!(PColorMesh);
no_data!(PColorMesh: new(x, y; values) set_data);
common_properties!(PColorMesh);

impl PColorMesh {
    fn mapped(&self) -> Cow<'_, Mapping> {
        self.mapping.frozen(self.values.values().iter().copied())
    }

    /// The corners of the cells in pixels, row by row.
    fn corners(&self, pen: &Pen<'_>) -> Vec<Point> {
        match &self.grid {
            MeshGrid::Lines { x, y } => self.edges(x, y).corners(pen),
            MeshGrid::Corners { x, y } => {
                let [x, y] = [x, y].map(|rows| self.corners_along(rows));
                x.iter().zip(&*y).map(|(&x, &y)| pen.transform.at(x, y)).collect()
            }
        }
    }

    fn is_flowing(&self) -> bool {
        self.shading == Shading::Gouraud
    }

    /// Draws cells whose colours flow from corner to corner: as four triangles around a middle that has the mean of
    /// these, as matplotlib.
    fn draw_flowing(&self, pen: &mut Pen<'_>, mut corners: Vec<Point>) {
        let (columns, rows) = self.values.size();
        let colors = self.mapped().colors(self.values.values()).into_iter();
        let mut colors: Vec<[u8; 4]> = colors.map(|color| color.to_rgba8()).collect();
        if let Some(alphas) = &self.alphas {
            let faded = |(color, alpha): (&mut [u8; 4], &f64)| {
                color[3] = (f64::from(color[3]) * alpha).round() as u8;
            };
            colors.iter_mut().zip(alphas.values()).for_each(faded);
        }
        let mut triangles = Vec::new();
        for cell in (0..rows - 1).flat_map(|row| (0..columns - 1).map(move |at| row * columns + at))
        {
            let around = [cell, cell + 1, cell + columns + 1, cell + columns];
            let middle = corners.len() as u32;
            let sum = around.iter().fold(Vec2::ZERO, |sum, &at| sum + corners[at].to_vec2());
            let is_clear = around.iter().any(|&at| colors[at][3] == 0);
            let part = |i: usize| around.map(|at| u16::from(colors[at][i])).iter().sum::<u16>();
            let mean = [0, 1, 2, 3].map(|i| ((part(i) + 2) / 4) as u8);
            colors.push(if is_clear { [0; 4] } else { mean });
            corners.push((sum / 4.0).to_point());
            let sides = (0..4).map(|i| [around[i] as u32, around[(i + 1) % 4] as u32, middle]);
            triangles.extend(sides);
        }
        pen.scene.cells(CellGrid {
            places: CellPlaces::Triangles { corners, triangles },
            colors: CellColors::Ready(colors.into()),
            alpha: self.common.alpha,
            room: pen.frame,
        });
    }

    fn edges(&self, x: &Column, y: &Column) -> Edges {
        let (columns, rows) = self.values.size();
        let is_middles = !self.is_flowing();
        let edges = |places: &Column, cells: usize| match is_middles && places.len() == cells {
            true => around(places),
            false => places.to_vec(),
        };
        Edges { x: edges(x, columns), y: edges(y, rows) }
    }

    /// One coordinate of the corners.
    fn corners_along<'a>(&self, places: &'a Matrix) -> Cow<'a, [f64]> {
        let (columns, rows) = self.values.size();
        // asked before they are known to be equally long
        let is_even = places.values().len() == columns * rows;
        if places.size() != (columns, rows) || columns == 0 || !is_even || self.is_flowing() {
            return Cow::Borrowed(places.values());
        }
        let wide: Vec<Vec<f64>> = places.values().chunks_exact(columns).map(around).collect();
        let down =
            (0..=columns).map(|i| around(&wide.iter().map(|row| row[i]).collect::<Vec<_>>()));
        let down: Vec<Vec<f64>> = down.collect();
        (0..=rows).flat_map(|row| down.iter().map(move |column| column[row])).collect()
    }

    fn draw_edges(&self, pen: &mut Pen<'_>, corners: &[Point]) {
        if self.edge_color.is_none() && self.edge_width.is_none() {
            return;
        }
        let width = self.edge_width.unwrap_or(1.0) * pen.point;
        let color = self.edge_color.clone().unwrap_or_else(|| pen.style.edge.into());
        let stride = self.values.size().0 + usize::from(!self.is_flowing());
        let rows = corners.chunks_exact(stride).map(|row| row.to_vec());
        let column = |i: usize| corners.iter().skip(i).step_by(stride).copied().collect();
        let mut lines = BezPath::new();
        for line in rows.chain((0..stride).map(column)) {
            lines.extend(crate::parts::polyline::polyline(line.into_iter(), pen.around()));
        }
        let stroke = Stroke::new(width).with_join(Join::Miter);
        pen.scene.stroke(&lines, &stroke, self.common.fade(&color));
    }

    fn checked_grid(&self) -> Result<(), FigureError> {
        let (columns, rows) = self.values.size();
        let error = |argument, message| Err(FigureError::new("PColorMesh", argument, message));
        let (across, down) = match &self.grid {
            MeshGrid::Lines { x, y } if x.is_empty() && y.is_empty() && rows == 0 => return Ok(()),
            MeshGrid::Lines { x, y } => {
                for (argument, places) in [("x", x), ("y", y)] {
                    checked_lines("PColorMesh", argument, places)?;
                }
                (x.len(), y.len())
            }
            MeshGrid::Corners { x, y } => {
                x.check_even("PColorMesh", "x")?;
                y.check_even("PColorMesh", "y")?;
                if x.size() != y.size() {
                    let ((a, b), (c, d)) = (x.size(), y.size());
                    return error("y", format!("has {d} rows of {c} where `x` has {b} of {a}"));
                }
                x.size()
            }
        };
        let is_even = (across, down) == (columns, rows);
        let is_fitting = is_even || (across, down) == (columns + 1, rows + 1);
        if is_fitting && across > 1 && down > 1 && (is_even || !self.is_flowing()) {
            return Ok(());
        }
        if self.is_flowing() {
            let message = format!(
                "has {rows} rows of {columns}; where `shading` is gouraud there are as many as the {down} places of y \
                 and {across} of x, two or more"
            );
            return error("values", message);
        }
        error(
            "values",
            format!(
                "has {rows} rows of {columns}; over {down} places of y and {across} of x there are \
                 as many, or one fewer of both"
            ),
        )
    }
}

/// The edges of cells of which these are the middles, half way between them.
fn around(middles: &[f64]) -> Vec<f64> {
    let half = |pair: &[f64]| (pair[0] / 2.0) + (pair[1] / 2.0);
    let between = middles.windows(2).map(half);
    let beyond = |end: usize, next: usize| match (middles.get(end), middles.get(next)) {
        (Some(end), Some(next)) => end + (end - next) / 2.0,
        _ => f64::NAN,
    };
    let last = middles.len().wrapping_sub(1);
    let ends = [beyond(0, 1), beyond(last, last.wrapping_sub(1))];
    [ends[0]].into_iter().chain(between).chain([ends[1]]).collect()
}

impl Draw for PColorMesh {
    draw_common!(PColorMesh);

    fn check(&self) -> Result<(), FigureError> {
        self.values.check_even("PColorMesh", "values")?;
        self.checked_grid()?;
        if let Some(alphas) = &self.alphas {
            checked_alphas("PColorMesh", alphas, self.values.size())?;
        }
        if let Some(color) = &self.edge_color {
            checked_color("PColorMesh", "edge_color", color)?;
        }
        self.edge_width.map_or(Ok(()), |width| checked_size("PColorMesh", "edge_width", width))?;
        self.mapped().check("PColorMesh")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if self.values.values().is_empty() {
            return;
        }
        let corners = self.corners(pen);
        if self.is_flowing() {
            self.draw_flowing(pen, corners.clone());
            return self.draw_edges(pen, &corners);
        }
        let places = match &self.grid {
            MeshGrid::Lines { x, y } => self.edges(x, y).places(pen, pen.moving || self.is_moving),
            MeshGrid::Corners { .. } => {
                CellPlaces::Quads { corners: corners.clone(), stride: self.values.size().0 + 1 }
            }
        };
        let colors = CellColors::Mapped(self.values.clone(), self.mapped().into_owned());
        pen.scene.cells(CellGrid {
            places,
            colors: with_alphas(colors, self.alphas.as_ref()),
            alpha: self.common.alpha,
            room: pen.frame,
        });
        self.draw_edges(pen, &corners);
    }

    fn extent(&self) -> Extent {
        let reach = |places: &[f64]| {
            let reaches = places.iter().filter_map(|&place| Reach::of(place));
            let all = reaches.reduce(Reach::with)?;
            Reach::of_edges(all.low, all.high)
        };
        match &self.grid {
            MeshGrid::Lines { x, y } => {
                let edges = self.edges(x, y);
                Extent::flat(reach(&edges.x), reach(&edges.y))
            }
            MeshGrid::Corners { x, y } => {
                Extent::flat(reach(&self.corners_along(x)), reach(&self.corners_along(y)))
            }
        }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn mapping(&self) -> Option<&Mapping> {
        Some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        Some(Cow::Borrowed(self.values.values()))
    }

    fn freeze(&mut self) {
        self.is_frozen = true;
    }
}
