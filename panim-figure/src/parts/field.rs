//! Values on a grid and the levels among them, with their colours: what contours are of.

use super::levels::Levels;
use crate::{
    FigureError, Norm,
    base::{
        data::{Data, DataRows},
        rows::{GridLines, Matrix},
    },
    color::mapping::Mapping,
    numeric::isolines::Isolines,
};
use std::borrow::Cow;

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) grid: GridLines,
    pub(crate) values: Matrix,
    pub(crate) levels: Levels,
    pub(crate) mapping: Mapping,
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
        }
    }

    pub(crate) fn is_log(&self) -> bool {
        self.mapping.norm == Norm::Log
    }

    pub(crate) fn chosen_levels(&self) -> Vec<f64> {
        self.levels.of(self.values.values(), self.is_log())
    }

    /// The colours of values among these.
    pub(crate) fn mapped(&self, values: impl Iterator<Item = f64>) -> Cow<'_, Mapping> {
        self.mapping.frozen(values)
    }

    pub(crate) fn isolines(&self) -> Isolines<'_> {
        Isolines::new(&self.grid.x, &self.grid.y, self.values.values())
    }

    /// Says what is wrong with grid, values and levels, of which there are `least` or more.
    pub(crate) fn check(&self, name: &'static str, least: usize) -> Result<(), FigureError> {
        self.grid.check(name)?;
        self.values.check(name, "values", self.grid.size())?;
        self.levels.check(name, least)
    }
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
            let levels = field.levels.chosen(field.values.values(), field.is_log());
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
            self.field.levels.freeze(self.field.values.values(), is_log);
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            self.field.grid.extent()
        }
    };
}

pub(crate) use {draw_field, field_properties};
