//! Values on a grid and the levels among them, with their colours: what contours are of.

use super::levels::Levels;
use crate::{
    FigureError, Norm, SpaceAxis,
    base::{
        check::checked_finite,
        data::{Data, DataRows},
        extent::{Extent, Reach},
        rows::{GridLines, Matrix},
    },
    color::mapping::Mapping,
    numeric::isolines::Isolines,
    transform::space::{Space, Vec3},
};
use std::borrow::Cow;

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) grid: GridLines,
    pub(crate) values: Matrix,
    pub(crate) levels: Levels,
    pub(crate) mapping: Mapping,
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

/// The values that levels are of, on the lines of a grid.
pub(crate) struct Leveled<'a> {
    x: Cow<'a, [f64]>,
    y: Cow<'a, [f64]>,
    values: Cow<'a, [f64]>,
}

impl Leveled<'_> {
    pub(crate) fn isolines(&self) -> Isolines<'_> {
        Isolines::new(&self.x, &self.y, &self.values)
    }
}

impl Standing {
    /// It can stand in space alone.
    pub(crate) fn is_said(self) -> bool {
        self.zdir.is_some() || self.offset.is_some()
    }
}

impl Field {
    pub(crate) fn new<X, Y, R>(x: X, y: Y, values: R) -> Self
    where
        X: Data,
        Y: Data,
        R: DataRows,
    {
        Self {
            grid: GridLines::new(x, y),
            values: Matrix::new(values),
            levels: Levels::default(),
            mapping: Mapping::default(),
            standing: Standing::default(),
        }
    }

    fn zdir(&self) -> SpaceAxis {
        self.standing.zdir.unwrap_or_default()
    }

    /// The values among which the levels are.
    pub(crate) fn ranged(&self) -> &[f64] {
        match self.zdir() {
            SpaceAxis::X => &self.grid.x,
            SpaceAxis::Y => &self.grid.y,
            SpaceAxis::Z => self.values.values(),
        }
    }

    /// Where the levels are looked for: of x and y, on the numbers of rows and columns.
    pub(crate) fn leveled(&self) -> Leveled<'_> {
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
            SpaceAxis::Z => return Leveled { x: x.into(), y: y.into(), values: values.into() },
        };
        Leveled { x: numbers(x).into(), y: numbers(y).into(), values: derived.into() }
    }

    /// Where a place on those lines is in space, on a line of this level.
    pub(crate) fn point(&self, (u, v): (f64, f64), level: f64) -> Vec3 {
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

    /// How far it is from the eye.
    pub(crate) fn depth(&self, space: &Space) -> f64 {
        let [x, y, z] = [&*self.grid.x, &*self.grid.y, self.values.values()].map(ends);
        let corners = x.into_iter().flat_map(|x| y.map(|y| (x, y)));
        let corners = corners.flat_map(|(x, y)| z.map(|z| [x, y, z]));
        space.mean_depth(corners.map(|corner| match self.standing.offset {
            Some(offset) => self.zdir().moved(corner, offset),
            None => corner,
        }))
    }

    /// What limits must show: in space its heights too.
    pub(crate) fn extent(&self) -> Extent {
        let flat = self.grid.extent();
        let [low, high] = ends(self.values.values());
        let space = Extent::of_space([[0.0, 0.0, low], [0.0, 0.0, high]].into_iter());
        let free = |reach: Reach| Reach { low_sticks: false, high_sticks: false, ..reach };
        match self.standing.is_said() {
            true => Extent { x: flat.x.map(free), y: flat.y.map(free), z: space.z },
            false => Extent { z: space.z, ..flat },
        }
    }

    pub(crate) fn is_log(&self) -> bool {
        self.mapping.norm == Norm::Log
    }

    pub(crate) fn chosen_levels(&self) -> Vec<f64> {
        self.levels.of(self.ranged(), self.is_log())
    }

    /// The colours of values among these.
    pub(crate) fn mapped(&self, values: impl Iterator<Item = f64>) -> Cow<'_, Mapping> {
        self.mapping.frozen(values)
    }

    /// Says what is wrong with grid, values and levels, of which there are `least` or more.
    pub(crate) fn check(&self, name: &'static str, least: usize) -> Result<(), FigureError> {
        self.grid.check(name)?;
        self.values.check(name, "values", self.grid.size())?;
        if let Some(offset) = self.standing.offset {
            checked_finite(name, "offset", ("a place", offset))?;
        }
        self.levels.check(name, least)
    }
}

/// The least and the largest of the values that are finite; none are NaN.
fn ends(values: &[f64]) -> [f64; 2] {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    [finite().fold(f64::NAN, f64::min), finite().fold(f64::NAN, f64::max)]
}

/// The properties of a [`Field`] for an artist with a `field` field, and what moves it; `$levels` says
/// what its levels are.
macro_rules! field_properties {
    ($artist:ident, $levels:literal) => {
        impl $artist {
            /// Changes the values; the levels stay unless they are set too.
            pub fn set_values<R>(&mut self, values: R) -> &mut Self
            where
                R: $crate::DataRows,
            {
                self.field.values = $crate::base::rows::Matrix::new(values);
                self
            }

            /// Changes the grid and the values; the levels stay unless they are set too.
            pub fn set_data<X, Y, R>(&mut self, x: X, y: Y, values: R) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                R: $crate::DataRows,
            {
                self.field.grid = $crate::base::rows::GridLines::new(x, y);
                self.set_values(values)
            }
        }

        $crate::base::properties::properties! { $artist {
            #[doc = $levels]
            /// By default about eight round numbers that span the values as `#[setup]` left them, or
            /// the first frame if they have no range there.
            levels / set_levels(levels: impl $crate::Data) |this| {
                this.field.levels.set(levels.values().collect());
            };
            /// About how many levels to choose; default: 7.
            level_count / set_level_count(count: usize) |this| this.field.levels.set_count(count);
            /// In a 3D axes, of which coordinate the levels are: `"z"`, the default, the values themselves; or `"x"` or
            /// `"y"`, so that it shows where the surface of the values is cut at these.
            zdir / set_zdir(axis: impl $crate::OneOf<$crate::SpaceAxis>) |this| {
                this.common.misnamed.set("zdir", axis, &mut this.field.standing.zdir);
            };
            /// In a 3D axes, a place along `zdir` at which all of it is drawn, as on a wall; by default each level is
            /// at its own place.
            offset / set_offset(offset: impl $crate::Number) |this| {
                this.field.standing.offset = Some(offset.value());
            };
        } }
        $crate::color::mapping::mapping_properties!($artist, field.mapping);
        $crate::base::data::no_data!($artist: new(x, y; values) set_data);
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `field` field.
macro_rules! draw_field {
    () => {
        fn mapping(&self) -> Option<&$crate::color::mapping::Mapping> {
            Some(&self.field.mapping)
        }

        fn mapping_mut(&mut self) -> Option<&mut $crate::color::mapping::Mapping> {
            Some(&mut self.field.mapping)
        }

        fn colored_values(&self) -> Option<std::borrow::Cow<'_, [f64]>> {
            self.field.levels.known().map(std::borrow::Cow::Borrowed)
        }

        fn is_open(&self) -> bool {
            self.field.levels.known().is_none()
        }

        fn first(&self) -> $crate::parts::common::First {
            let field = &self.field;
            let levels = field.levels.chosen(field.ranged(), field.is_log());
            $crate::parts::common::First {
                values: $crate::color::norm::Values::of(levels.iter().copied()),
                numbers: Some(levels).filter(|levels| !levels.is_empty()),
                choice: field.levels.choice(),
            }
        }

        fn keep(&mut self, first: &$crate::parts::common::First) {
            self.field.levels.keep(first.numbers.clone(), &first.choice);
            self.field.mapping.keep(first.values);
        }

        fn freeze(&mut self) {
            let is_log = self.field.is_log();
            let values = self.field.ranged().to_vec();
            self.field.levels.freeze(&values, is_log);
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            self.field.extent()
        }

        fn axes_kind(&self) -> AxesKind {
            match self.field.standing.is_said() {
                true => AxesKind::Space,
                false => AxesKind::Both,
            }
        }

        fn depth(&self, space: &$crate::transform::space::Space) -> f64 {
            self.field.depth(space)
        }
    };
}

pub(crate) use {draw_field, field_properties};
