//! Values on a grid or on triangles and the levels among them, with their colours: what contours are of.

mod grid;
mod points;

use super::levels::Levels;
use crate::{
    FigureError, Norm,
    base::extent::Extent,
    color::mapping::Mapping,
    numeric::isolines::{Domain, Isolines},
    pen::Pen,
    transform::space::{Space, Vec3},
};
pub(crate) use grid::{GridSamples, grid_field_properties};
pub(crate) use points::{PointSamples, point_field_properties};
use std::borrow::Cow;
use vello_cpu::kurbo::Point;

/// Where the values of a field are known.
pub(crate) trait FieldSamples {
    /// The cells between these places.
    type Cells<'a>: Domain
    where
        Self: 'a;

    fn cells(&self) -> Self::Cells<'_>;

    /// The values that levels are chosen among.
    fn values(&self) -> Cow<'_, [f64]>;

    fn extent(&self) -> Extent;

    /// Where a place among the cells is in space, on a line of this level.
    fn point(&self, (x, y): (f64, f64), level: f64) -> Vec3 {
        [x, y, level]
    }

    /// About where what is at a level stands in space; `None` if all of it is at one place.
    fn middle_at(&self, _level: f64) -> Option<Vec3> {
        None
    }

    /// How far all of it is from the eye.
    fn depth(&self, _space: &Space) -> f64 {
        0.0
    }

    fn check(&self, name: &'static str) -> Result<(), FigureError>;
}

#[derive(Debug, Clone)]
pub(crate) struct Field<S> {
    pub(crate) samples: S,
    pub(crate) levels: Levels,
    pub(crate) mapping: Mapping,
}

impl<S: FieldSamples> Field<S> {
    pub(crate) fn new(samples: S) -> Self {
        Self { samples, levels: Levels::default(), mapping: Mapping::default() }
    }

    pub(crate) fn is_log(&self) -> bool {
        self.mapping.norm == Norm::Log
    }

    pub(crate) fn chosen_levels(&self) -> Vec<f64> {
        self.levels.of(&self.samples.values(), self.is_log())
    }

    /// The levels that are chosen for the values as they are.
    pub(crate) fn levels_of_values(&self) -> Vec<f64> {
        self.levels.chosen(&self.samples.values(), self.is_log())
    }

    /// The colours of values among these.
    pub(crate) fn mapped(&self, values: impl Iterator<Item = f64>) -> Cow<'_, Mapping> {
        self.mapping.frozen(values)
    }

    /// Where a place among the cells is in pixels, on a line of this level.
    pub(crate) fn at(&self, pen: &Pen<'_>, place: (f64, f64), level: f64) -> Point {
        match &pen.space {
            Some(space) => space.at(self.samples.point(place, level)),
            None => pen.transform.at(place.0, place.1),
        }
    }

    pub(crate) fn isolines(&self) -> Isolines<S::Cells<'_>> {
        Isolines::new(self.samples.cells())
    }

    /// Levels that were not given are those of the values from now on.
    pub(crate) fn freeze(&mut self) {
        let is_log = self.is_log();
        self.levels.freeze(&self.samples.values(), is_log);
    }

    /// Says what is wrong with places, values and levels, of which there are `least` or more.
    pub(crate) fn check(&self, name: &'static str, least: usize) -> Result<(), FigureError> {
        self.samples.check(name)?;
        self.levels.check(name, least)
    }
}

/// The properties of a field that do not hang on where its values are.
macro_rules! level_properties {
    ($artist:ident, $levels:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = $levels]
            /// By default about eight round numbers that span the values as `#[setup]` left them, or
            /// the first frame if they have no range there.
            levels / set_levels(levels: impl $crate::Data) |this| {
                this.field.levels.set(levels.values().collect());
            };
            /// About how many levels to choose; default: 7.
            level_count / set_level_count(count: usize) |this| this.field.levels.set_count(count);
        } }
        $crate::color::mapping::mapping_properties!($artist, field.mapping);
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
            let levels = self.field.levels_of_values();
            $crate::parts::common::First {
                values: $crate::color::norm::Values::of(levels.iter().copied()),
                numbers: Some(levels).filter(|levels| !levels.is_empty()),
                choice: self.field.levels.choice(),
            }
        }

        fn keep(&mut self, first: &$crate::parts::common::First) {
            self.field.levels.keep(first.numbers.clone(), &first.choice);
            self.field.mapping.keep(first.values);
        }

        fn freeze(&mut self) {
            self.field.freeze();
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            $crate::parts::field::FieldSamples::extent(&self.field.samples)
        }

        fn depth(&self, space: &$crate::transform::space::Space) -> f64 {
            $crate::parts::field::FieldSamples::depth(&self.field.samples, space)
        }
    };
}

pub(crate) use {draw_field, level_properties};
