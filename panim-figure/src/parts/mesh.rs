//! A sheet of points in space: rows and columns of them.

use crate::transform::space::{Space, Vec3};
use crate::{
    FigureError,
    base::{
        data::{Column, Data, DataRows},
        extent::Extent,
        rows::Matrix,
    },
    parts::faces,
    pen::Pen,
};
use vello_cpu::kurbo::BezPath;

/// Points in rows and columns. A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Mesh {
    x: MeshCoordinates,
    y: MeshCoordinates,
    z: Matrix,
    /// Which of them are drawn.
    pub(crate) rows: Sampling,
    pub(crate) columns: Sampling,
}

/// One coordinate of the points.
#[derive(Debug, Clone)]
enum MeshCoordinates {
    /// One for each column (x) or row (y).
    Lines(Column),
    /// One for each point.
    Points(Matrix),
}

impl Mesh {
    /// Columns at `x`, rows at `y`.
    pub(crate) fn new<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: Data,
        Y: Data,
        Z: DataRows,
    {
        let lines = (Column::new(x), Column::new(y));
        Self::of(MeshCoordinates::Lines(lines.0), MeshCoordinates::Lines(lines.1), z)
    }

    /// All three coordinates of each point.
    pub(crate) fn parametric<X, Y, Z>(x: X, y: Y, z: Z) -> Self
    where
        X: DataRows,
        Y: DataRows,
        Z: DataRows,
    {
        let points = (Matrix::new(x), Matrix::new(y));
        Self::of(MeshCoordinates::Points(points.0), MeshCoordinates::Points(points.1), z)
    }

    fn of(x: MeshCoordinates, y: MeshCoordinates, z: impl DataRows) -> Self {
        Self { x, y, z: Matrix::new(z), rows: Sampling::USUAL, columns: Sampling::USUAL }
    }

    /// Takes the points of another one.
    pub(crate) fn take(&mut self, other: Self) {
        (self.x, self.y, self.z) = (other.x, other.y, other.z);
    }

    pub(crate) fn set_z<Z>(&mut self, z: Z)
    where
        Z: DataRows,
    {
        self.z = Matrix::new(z);
    }

    /// The rows and the columns that are drawn.
    pub(crate) fn drawn(&self) -> (Vec<usize>, Vec<usize>) {
        let (rows, columns) = self.size();
        (self.rows.pick(rows), self.columns.pick(columns))
    }

    /// How many rows and columns there are.
    pub(crate) fn size(&self) -> (usize, usize) {
        let (columns, rows) = self.z.size();
        (rows, columns)
    }

    /// NaN where the rows do not fit each other: limits are asked for before they are checked.
    pub(crate) fn at(&self, (row, column): (usize, usize)) -> Vec3 {
        let i = row * self.z.size().0 + column;
        let of = |values: &[f64], i: usize| values.get(i).copied().unwrap_or(f64::NAN);
        let place = |places: &MeshCoordinates, line: usize| match places {
            MeshCoordinates::Lines(lines) => of(lines, line),
            MeshCoordinates::Points(points) => of(points.values(), i),
        };
        [place(&self.x, column), place(&self.y, row), of(self.z.values(), i)]
    }

    /// All points, row by row.
    pub(crate) fn points(&self) -> impl Iterator<Item = Vec3> {
        let (rows, columns) = self.size();
        (0..rows * columns).map(move |i| self.at((i / columns, i % columns)))
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.z.check_even(name, "z")?;
        let (rows, columns) = self.size();
        let fits = |argument, places: &MeshCoordinates, lines: usize, kind: &str| {
            let message = match places {
                MeshCoordinates::Lines(given) if given.len() != lines => {
                    let given = given.len();
                    format!("has {given} values where `z` has {lines} {kind}s; one for each {kind}")
                }
                MeshCoordinates::Points(given) if given.size() != self.z.size() => {
                    format!("must have {rows} rows of {columns} values, as `z` has")
                }
                MeshCoordinates::Points(given) => return given.check_even(name, argument),
                MeshCoordinates::Lines(_) => return Ok(()),
            };
            Err(FigureError::new(name, argument, message))
        };
        fits("x", &self.x, columns, "column")?;
        fits("y", &self.y, rows, "row")
    }

    pub(crate) fn extent(&self) -> Extent {
        Extent::of_space(self.points())
    }

    pub(crate) fn mean_depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.points())
    }

    /// The points in pixels, for a legend to keep clear of.
    pub(crate) fn outline(&self, pen: &Pen<'_>) -> BezPath {
        faces::outline(pen, self.points())
    }
}

/// Which rows, or columns, of a mesh are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sampling {
    /// At most so many steps.
    Count(usize),
    /// Each so many-th.
    Stride(usize),
}

impl Sampling {
    /// matplotlib's.
    pub(crate) const USUAL: Self = Self::Count(50);

    /// The lines drawn of `lines`: the first, the last, and those between at equal steps.
    pub(crate) fn pick(self, lines: usize) -> Vec<usize> {
        let step = match self {
            Self::Count(0) | Self::Stride(0) => return Vec::new(),
            Self::Count(count) => lines.div_ceil(count).max(1),
            Self::Stride(stride) => stride,
        };
        let last = lines.saturating_sub(1);
        (0..last).step_by(step).chain((lines > 0).then_some(last)).collect()
    }
}

/// The properties of a [`Mesh`] for an artist with a `mesh` field, and what moves it.
macro_rules! mesh_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Into how many steps the rows are divided at most, so that data of many rows draw
            /// fast; default: 50.
            rcount / set_rcount(count: usize) |this| {
                this.mesh.rows = $crate::parts::mesh::Sampling::Count(count);
            };
            /// The same for the columns; default: 50.
            ccount / set_ccount(count: usize) |this| {
                this.mesh.columns = $crate::parts::mesh::Sampling::Count(count);
            };
            /// Draws every so many-th row; default: as many as `rcount` says.
            rstride / set_rstride(stride: usize) |this| {
                this.mesh.rows = $crate::parts::mesh::Sampling::Stride(stride);
            };
            /// Draws every so many-th column; default: as many as `ccount` says.
            cstride / set_cstride(stride: usize) |this| {
                this.mesh.columns = $crate::parts::mesh::Sampling::Stride(stride);
            };
        } }
        $crate::base::data::no_data!($artist: new(x, y; z) set_data);

        impl $artist {
            #[doc = concat!("Moves the surface, as [`", stringify!($artist), "::new`] places it.")]
            pub fn set_data<X, Y, Z>(&mut self, x: X, y: Y, z: Z) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                Z: $crate::DataRows,
            {
                self.mesh.take($crate::parts::mesh::Mesh::new(x, y, z));
                self
            }

            #[doc = concat!("Moves the surface, as [`", stringify!($artist), "::parametric`] places it.")]
            pub fn set_parametric<X, Y, Z>(&mut self, x: X, y: Y, z: Z) -> &mut Self
            where
                X: $crate::DataRows,
                Y: $crate::DataRows,
                Z: $crate::DataRows,
            {
                self.mesh.take($crate::parts::mesh::Mesh::parametric(x, y, z));
                self
            }

            /// Moves the surface up and down: as many rows and columns as before.
            pub fn set_z<Z>(&mut self, z: Z) -> &mut Self
            where
                Z: $crate::DataRows,
            {
                self.mesh.set_z(z);
                self
            }
        }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `mesh` field.
macro_rules! draw_mesh {
    () => {
        fn legend_avoids(&self, pen: &$crate::pen::Pen<'_>) -> vello_cpu::kurbo::BezPath {
            self.mesh.outline(pen)
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            self.mesh.extent()
        }

        fn axes_kind(&self) -> AxesKind {
            AxesKind::Space
        }

        fn depth(&self, space: &$crate::transform::space::Space) -> f64 {
            self.mesh.mean_depth(space)
        }
    };
}

pub(crate) use {draw_mesh, mesh_properties};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_always_drawn() {
        assert_eq!(Sampling::Count(3).pick(9), [0, 3, 6, 8]);
        assert_eq!(Sampling::Count(50).pick(4), [0, 1, 2, 3]);
        assert_eq!(Sampling::Stride(4).pick(9), [0, 4, 8]);
        assert_eq!(Sampling::Stride(9).pick(1), [0]);
        assert!(Sampling::Stride(1).pick(0).is_empty());
        assert!(Sampling::Count(0).pick(9).is_empty());
    }

    #[test]
    fn points_are_found_by_row_and_column() {
        let mesh = Mesh::new([1, 2, 3], [10, 20], [[0, 1, 2], [3, 4, 5]]);
        assert_eq!((mesh.size(), mesh.at((1, 2))), ((2, 3), [3.0, 20.0, 5.0]));
        let all = [[7, 8, 9], [4, 5, 6]];
        assert_eq!(Mesh::parametric(all, all, all).at((1, 0)), [4.0, 4.0, 4.0]);
    }

    #[test]
    fn coordinates_that_do_not_fit_are_refused() {
        let message = |mesh: Mesh| mesh.check("Surface").expect_err("refused").to_string();
        let z = [[0, 1, 2], [3, 4, 5]];
        let wrong = message(Mesh::new([1, 2], [10, 20], z));
        assert!(wrong.contains("`x`: has 2 values where `z` has 3 columns"), "{wrong}");
        let wrong = message(Mesh::new([1, 2, 3], [10], z));
        assert!(wrong.contains("`y`: has 1 values where `z` has 2 rows"), "{wrong}");
        let wrong = message(Mesh::new([1], [1, 2], [vec![1], vec![1, 2]]));
        assert!(wrong.contains("`z`: row 1 has 2 values where the first has 1"), "{wrong}");
        let wrong = message(Mesh::parametric(z, [[0, 1]], z));
        assert!(wrong.contains("`y`: must have 2 rows of 3 values"), "{wrong}");
    }
}
