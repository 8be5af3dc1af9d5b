//! Vectors at points.

use crate::{
    FigureError,
    base::{
        check::checked_lengths,
        data::{Column, Data, DataRows},
        extent::Extent,
        rows::Matrix,
    },
};
use vello_cpu::kurbo::Vec2;

/// A vector (u, v) at each point (x, y). A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Vectors {
    pub(crate) x: Column,
    pub(crate) y: Column,
    pub(crate) u: Column,
    pub(crate) v: Column,
    /// What is wrong with the rows of a grid.
    misfit: Option<FigureError>,
}

impl Vectors {
    pub(crate) fn new<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: Data,
        V: Data,
    {
        let (x, y) = (Column::new(x), Column::new(y));
        let (u, v) = (Column::new(u), Column::new(v));
        Self { x, y, u, v, misfit: None }
    }

    /// At every pair of `x` and `y`; of `u` and `v` one row for each y.
    pub(crate) fn grid<X, Y, U, V>(name: &'static str, x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: DataRows,
        V: DataRows,
    {
        let (x, y) = (Column::new(x), Column::new(y));
        let (u, v) = (Matrix::new(u), Matrix::new(v));
        let size = (x.len(), y.len());
        let misfit = u.check(name, "u", size).and_then(|()| v.check(name, "v", size));
        let points = || y.iter().flat_map(|y| x.iter().map(move |x| (*x, *y)));
        let all = Self::new(
            points().map(|point| point.0),
            points().map(|point| point.1),
            u.values(),
            v.values(),
        );
        Self { misfit: misfit.err(), ..all }
    }

    pub(crate) fn set_x(&mut self, x: impl Data) {
        (self.x, self.misfit) = (Column::new(x), None);
    }

    pub(crate) fn set_y(&mut self, y: impl Data) {
        (self.y, self.misfit) = (Column::new(y), None);
    }

    pub(crate) fn set_uv(&mut self, u: impl Data, v: impl Data) {
        (self.u, self.v) = (Column::new(u), Column::new(v));
    }

    pub(crate) fn len(&self) -> usize {
        self.x.len()
    }

    pub(crate) fn vectors(&self) -> impl Iterator<Item = Vec2> {
        self.u.iter().zip(&*self.v).map(|(&u, &v)| Vec2::new(u, v))
    }

    pub(crate) fn magnitudes(&self) -> impl Iterator<Item = f64> {
        // squares of the largest numbers are none
        self.vectors().map(|Vec2 { x, y }| x.hypot(y))
    }

    /// Refuses columns of different lengths.
    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.misfit.clone().map_or(Ok(()), Err)?;
        checked_lengths(name, ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths(name, ("x", self.x.len()), ("u", self.u.len()))?;
        checked_lengths(name, ("x", self.x.len()), ("v", self.v.len()))
    }

    pub(crate) fn extent(&self) -> Extent {
        Extent::of_points(self.x.iter().copied().zip(self.y.iter().copied()))
    }
}

/// What moves the [`Vectors`] of an artist with an `at` field of them: its `$many`.
macro_rules! vector_properties {
    ($artist:ident, $many:literal) => {
        impl $artist {
            #[doc = concat!("Moves the ", $many, " along x; as many as there are of y.")]
            pub fn set_x<X: $crate::Data>(&mut self, x: X) -> &mut Self {
                self.at.set_x(x);
                self
            }

            #[doc = concat!("Moves the ", $many, " along y; as many as there are of x.")]
            pub fn set_y<Y: $crate::Data>(&mut self, y: Y) -> &mut Self {
                self.at.set_y(y);
                self
            }

            #[doc = concat!("Changes the vectors, as many as there are ", $many, "; those of a grid row after row.")]
            pub fn set_uv<U, V>(&mut self, u: U, v: V) -> &mut Self
            where
                U: $crate::Data,
                V: $crate::Data,
            {
                self.at.set_uv(u, v);
                self
            }

            #[doc = concat!("Moves the ", $many, " and changes their vectors, all equally many.")]
            pub fn set_data<X, Y, U, V>(&mut self, x: X, y: Y, u: U, v: V) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                U: $crate::Data,
                V: $crate::Data,
            {
                self.set_x(x).set_y(y).set_uv(u, v)
            }
        }
        $crate::base::data::point_data!($artist, 4: new(x, y, u, v));
    };
}

pub(crate) use vector_properties;
