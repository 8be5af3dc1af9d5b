//! Values at points with triangles between them.

use super::FieldSamples;
use crate::{
    FigureError,
    base::{
        check::checked_lengths,
        data::{Column, Data},
        extent::Extent,
    },
    numeric::isolines::triangles::TriangleCells,
    parts::triangulation::Triangulation,
};
use std::borrow::Cow;

/// Values at points with triangles between them.
#[derive(Debug, Clone)]
pub(crate) struct PointSamples {
    pub(crate) points: Triangulation,
    pub(crate) values: Column,
}

impl PointSamples {
    pub(crate) fn new<X, Y, V>(x: X, y: Y, values: V) -> Self
    where
        X: Data,
        Y: Data,
        V: Data,
    {
        Self { points: Triangulation::new(x, y), values: Column::new(values) }
    }
}

impl FieldSamples for PointSamples {
    type Cells<'a> = TriangleCells<'a>;

    fn cells(&self) -> TriangleCells<'_> {
        let Triangulation { x, y, .. } = &self.points;
        let shown = self.points.shown().map(|(_, corners)| corners);
        TriangleCells::new((x, y), &self.values, shown)
    }

    fn values(&self) -> Cow<'_, [f64]> {
        Cow::Owned(self.points.values_of(&self.values))
    }

    fn extent(&self) -> Extent {
        self.points.extent().sticky()
    }

    fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.points.check(name)?;
        checked_lengths(name, ("x", self.points.len()), ("values", self.values.len()))
    }
}

/// The properties of a [`Field`](super::Field) on triangles, and what moves it.
macro_rules! point_field_properties {
    ($artist:ident, $levels:literal) => {
        impl $artist {
            /// Changes the values, one for each point; the levels stay unless they are set too.
            pub fn set_values<V>(&mut self, values: V) -> &mut Self
            where
                V: $crate::Data,
            {
                self.field.samples.values = $crate::base::data::Column::new(values);
                self
            }

            /// Moves the points and changes the values; the levels stay unless they are set too.
            pub fn set_data<X, Y, V>(&mut self, x: X, y: Y, values: V) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                V: $crate::Data,
            {
                self.set_x(x).set_y(y).set_values(values)
            }
        }

        $crate::parts::triangulation::triangulation_properties!($artist, field.samples.points);
        $crate::parts::field::level_properties!($artist, $levels);
        $crate::base::data::point_data!($artist, 3: new(x, y, values));
    };
}

pub(crate) use point_field_properties;
