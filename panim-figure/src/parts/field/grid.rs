//! Values on a grid.

use super::FieldSamples;
use crate::{
    FigureError, SpaceAxis,
    base::{
        check::checked_finite,
        data::{Data, DataRows},
        extent::{Extent, Reach},
        rows::{GridLines, Matrix},
    },
    numeric::isolines::grid::GridCells,
    transform::space::{Space, Vec3},
};
use std::borrow::Cow;

/// Values on a grid.
#[derive(Debug, Clone)]
pub(crate) struct GridSamples {
    pub(crate) grid: GridLines,
    pub(crate) values: Matrix,
    pub(crate) standing: Standing,
}

/// How it stands in a 3D axes, if that was said.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standing {
    /// Of which coordinate the levels are.
    pub(crate) zdir: Option<SpaceAxis>,
    /// The place along it of all that is drawn.
    pub(crate) offset: Option<f64>,
}

impl Standing {
    /// It can stand in space alone.
    pub(crate) fn is_said(self) -> bool {
        self.zdir.is_some() || self.offset.is_some()
    }
}

impl GridSamples {
    pub(crate) fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        let standing = Standing::default();
        Self { grid: GridLines::new(x, y), values: Matrix::new(values), standing }
    }

    fn zdir(&self) -> SpaceAxis {
        self.standing.zdir.unwrap_or_default()
    }
}

impl FieldSamples for GridSamples {
    type Cells<'a> = GridCells<'a>;

    /// Levels of x and y are looked for on the numbers of rows and columns.
    fn cells(&self) -> GridCells<'_> {
        let (x, y, values) = (&*self.grid.x, &*self.grid.y, self.values.values());
        let numbers = |lines: &[f64]| (0..lines.len()).map(|line| line as f64).collect::<Vec<_>>();
        let rows = |of: &dyn Fn(usize) -> f64| {
            // where a height is missing nothing can stand
            let of = |i: usize| if values[i].is_finite() { of(i) } else { f64::NAN };
            (0..values.len()).map(of).collect::<Vec<_>>()
        };
        let width = x.len().max(1);
        let derived = match self.zdir() {
            SpaceAxis::X => rows(&|i| x[i % width]),
            SpaceAxis::Y => rows(&|i| y[i / width]),
            SpaceAxis::Z => return GridCells::new(x, y, values),
        };
        GridCells::new(numbers(x), numbers(y), derived)
    }

    fn values(&self) -> Cow<'_, [f64]> {
        Cow::Borrowed(match self.zdir() {
            SpaceAxis::X => &self.grid.x,
            SpaceAxis::Y => &self.grid.y,
            SpaceAxis::Z => self.values.values(),
        })
    }

    /// In space of its heights too.
    fn extent(&self) -> Extent {
        let flat = self.grid.extent();
        let [low, high] = ends(self.values.values());
        let space = Extent::of_space([[0.0, 0.0, low], [0.0, 0.0, high]].into_iter());
        let free = |reach: Reach| Reach { low_sticks: false, high_sticks: false, ..reach };
        match self.standing.is_said() {
            true => Extent { x: flat.x.map(free), y: flat.y.map(free), z: space.z },
            false => Extent { z: space.z, ..flat },
        }
    }

    fn point(&self, (u, v): (f64, f64), level: f64) -> Vec3 {
        let along = self.standing.offset.unwrap_or(level);
        let (x, y) = (&*self.grid.x, &*self.grid.y);
        if self.zdir() == SpaceAxis::Z {
            return [u, v, along];
        }
        let between = |lines: &[f64], at: f64| {
            let from = (at.floor().max(0.0) as usize).min(lines.len().saturating_sub(2));
            (from, at - from as f64)
        };
        let ((column, across), (row, down)) = (between(x, u), between(y, v));
        let mix = |a: f64, b: f64, by: f64| if by == 0.0 { a } else { a + by * (b - a) };
        let line = |lines: &[f64], from: usize, by: f64| mix(lines[from], lines[from + 1], by);
        let height = |row: usize| line(&self.values.values()[row * x.len()..], column, across);
        let z = if down == 0.0 { height(row) } else { mix(height(row), height(row + 1), down) };
        let point = [line(x, column, across), line(y, row, down), z];
        self.zdir().moved(point, along)
    }

    fn middle_at(&self, level: f64) -> Option<Vec3> {
        let center = |lines: &[f64]| match (lines.first(), lines.last()) {
            (Some(first), Some(last)) => f64::midpoint(*first, *last),
            _ => f64::NAN,
        };
        let middle = [center(&self.grid.x), center(&self.grid.y), 0.0];
        self.standing.offset.is_none().then(|| self.zdir().moved(middle, level))
    }

    fn depth(&self, space: &Space) -> f64 {
        let [x, y, z] = [&*self.grid.x, &*self.grid.y, self.values.values()].map(ends);
        let corners = x.into_iter().flat_map(|x| y.map(|y| (x, y)));
        let corners = corners.flat_map(|(x, y)| z.map(|z| [x, y, z]));
        space.mean_depth(corners.map(|corner| match self.standing.offset {
            Some(offset) => self.zdir().moved(corner, offset),
            None => corner,
        }))
    }

    fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.grid.check(name)?;
        self.values.check(name, "values", self.grid.size())?;
        let offset = self.standing.offset;
        offset.map_or(Ok(()), |offset| checked_finite(name, "offset", ("a place", offset)))
    }
}

/// The least and the largest of the values that are finite; none are NaN.
fn ends(values: &[f64]) -> [f64; 2] {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    [finite().fold(f64::NAN, f64::min), finite().fold(f64::NAN, f64::max)]
}

/// The properties of a [`Field`](super::Field) on a grid for an artist with a `field` field, and what moves it; `$levels` says
/// what its levels are.
macro_rules! grid_field_properties {
    ($artist:ident, $levels:literal) => {
        impl $artist {
            /// Changes the values; the levels stay unless they are set too.
            pub fn set_values<R>(&mut self, values: R) -> &mut Self
            where
                R: $crate::DataRows,
            {
                self.field.samples.values = $crate::base::rows::Matrix::new(values);
                self
            }

            /// Changes the grid and the values; the levels stay unless they are set too.
            pub fn set_data<X, Y, R>(&mut self, x: X, y: Y, values: R) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                R: $crate::DataRows,
            {
                self.field.samples.grid = $crate::base::rows::GridLines::new(x, y);
                self.set_values(values)
            }
        }

        $crate::base::properties::properties! { $artist {
            /// In a 3D axes, of which coordinate the levels are: `"z"`, the default, the values themselves; or `"x"` or
            /// `"y"`, so that it shows where the surface of the values is cut at these.
            zdir / set_zdir(axis: impl $crate::OneOf<$crate::SpaceAxis>) |this| {
                this.common.misnamed.set("zdir", axis, &mut this.field.samples.standing.zdir);
            };
            /// In a 3D axes, a place along `zdir` at which all of it is drawn, as on a wall; by default each level is
            /// at its own place.
            offset / set_offset(offset: impl $crate::Number) |this| {
                this.field.samples.standing.offset = Some(offset.value());
            };
        } }
        $crate::parts::field::level_properties!($artist, $levels);
        $crate::base::data::no_data!($artist: new(x, y; values) set_data);
    };
}

pub(crate) use grid_field_properties;
