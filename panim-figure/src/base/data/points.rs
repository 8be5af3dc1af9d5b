//! Data whose columns come together, point by point.

use super::DataValue;

/// Points, each of `N` numbers: whatever iterates over pairs, `[(0, 1.5), (1, 2.5)]`, or over
/// tuples and arrays of more numbers.
///
/// `None` among the numbers is NaN, a gap.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of points",
    label = "points of {N} numbers each are due here",
    note = "it is whatever iterates over tuples or arrays of {N} numbers, of any type: \
            `&vec_of_pairs`, `[(0, 1.5), (1, 2.5)]`, `t.iter().map(|t| (t.cos(), t.sin()))`"
)]
pub trait Points<const N: usize> {
    /// The numbers of each point.
    fn points(self) -> impl Iterator<Item = [f64; N]>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: DataPoint<N>>, const N: usize> Points<N> for I {
    #[inline]
    fn points(self) -> impl Iterator<Item = [f64; N]> {
        self.into_iter().map(DataPoint::coordinates)
    }
}

/// One of the [`Points`]: a tuple or an array of `N` numbers, or a reference to one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a point of {N} numbers",
    label = "not a point of {N} numbers",
    note = "a point is a tuple or an array of {N} numbers, of any type"
)]
pub trait DataPoint<const N: usize> {
    /// Its numbers.
    fn coordinates(self) -> [f64; N];
}

impl<V: DataValue, const N: usize> DataPoint<N> for [V; N] {
    #[inline]
    fn coordinates(self) -> [f64; N] {
        self.map(DataValue::value)
    }
}

impl<V: DataValue + Copy, const N: usize> DataPoint<N> for &[V; N] {
    #[inline]
    fn coordinates(self) -> [f64; N] {
        self.map(DataValue::value)
    }
}

macro_rules! tuples {
    ($($n:literal: $($value:ident $type:ident),+;)*) => {$(
        impl<$($type: DataValue),+> DataPoint<$n> for ($($type),+) {
            #[inline]
            fn coordinates(self) -> [f64; $n] {
                let ($($value),+) = self;
                [$($value.value()),+]
            }
        }

        impl<$($type: DataValue + Copy),+> DataPoint<$n> for &($($type),+) {
            #[inline]
            fn coordinates(self) -> [f64; $n] {
                (*self).coordinates()
            }
        }
    )*};
}
tuples! {
    2: x X, y Y;
    3: x X, y Y, z Z;
    4: x X, y Y, z Z, w W;
}

/// The columns that the points are made of.
pub(crate) fn columns<const N: usize>(points: impl Points<N>) -> [Vec<f64>; N] {
    let points = points.points();
    let mut columns = [(); N].map(|()| Vec::with_capacity(points.size_hint().0));
    for point in points {
        for (column, value) in columns.iter_mut().zip(point) {
            column.push(value);
        }
    }
    columns
}

/// How an artist of `$n` columns is made and moved otherwise: without data, and from points.
macro_rules! point_data {
    ($artist:ident, $n:literal: $new:ident($($column:ident),+)) => {
        $crate::base::data::no_data!($artist: $new($($column),+) set_data);

        impl $artist {
            #[doc = concat!("As [`", stringify!($artist), "::", stringify!($new), "`], from points `",
                stringify!(($($column),+)), "`: whatever iterates over such tuples, or over arrays.")]
            pub fn from_points(points: impl $crate::Points<$n>) -> Self {
                let [$($column),+] = $crate::base::data::columns(points);
                Self::$new($($column),+)
            }

            #[doc = concat!("As [`", stringify!($artist), "::set_data`], from points `",
                stringify!(($($column),+)), "`.")]
            #[doc(alias = "set_offsets")]
            pub fn set_points(&mut self, points: impl $crate::Points<$n>) -> &mut Self {
                let [$($column),+] = $crate::base::data::columns(points);
                self.set_data($($column),+)
            }
        }
    };
}

/// How the places of an artist in space are moved along one axis: `$what` it has there, and its three columns.
macro_rules! space_setters {
    ($artist:ident, $what:literal: |$this:ident| $x:expr, $y:expr, $z:expr) => {
        impl $artist {
            #[doc = concat!("Moves the ", $what, " along x; as many as there are of y and z.")]
            pub fn set_x<X: $crate::Data>(&mut self, x: X) -> &mut Self {
                let $this = &mut *self;
                $x = $crate::base::data::Column::new(x);
                self
            }

            #[doc = concat!("Moves the ", $what, " along y; as many as there are of x and z.")]
            pub fn set_y<Y: $crate::Data>(&mut self, y: Y) -> &mut Self {
                let $this = &mut *self;
                $y = $crate::base::data::Column::new(y);
                self
            }

            #[doc = concat!("Moves the ", $what, " along z; as many as there are of x and y.")]
            pub fn set_z<Z: $crate::Data>(&mut self, z: Z) -> &mut Self {
                let $this = &mut *self;
                $z = $crate::base::data::Column::new(z);
                self
            }
        }
    };
}

/// The same of an artist whose columns are its fields `x`, `y` and `z` and all that it is made of.
macro_rules! space_data {
    ($artist:ident, $what:literal) => {
        $crate::base::data::space_setters!($artist, $what: |this| this.x, this.y, this.z);
        $crate::base::data::point_data!($artist, 3: new(x, y, z));

        impl $artist {
            #[doc = concat!("Moves the ", $what, "; `x`, `y` and `z` must be equally many.")]
            pub fn set_data<X, Y, Z>(&mut self, x: X, y: Y, z: Z) -> &mut Self
            where
                X: $crate::Data,
                Y: $crate::Data,
                Z: $crate::Data,
            {
                self.set_x(x).set_y(y).set_z(z)
            }
        }
    };
}

/// How an artist is made without data, `$column`s and `$rows` of its constructor being empty.
macro_rules! no_data {
    ($artist:ident: $new:ident($($column:ident),* $(; $($rows:ident),+)?) $set:ident) => {
        impl $artist {
            #[doc = concat!("Without data yet, which [`", stringify!($artist), "::", stringify!($set),
                "`] gives it. Until then it is not to be seen.")]
            pub fn empty() -> Self {
                $(let $column = [0.0; 0];)*
                $($(let $rows = [[0.0; 0]; 0];)+)?
                Self::$new($($column,)* $($($rows),+)?)
            }
        }
    };
}

pub(crate) use {no_data, point_data, space_data, space_setters};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_become_columns() {
        let pairs = vec![(1, 2.5), (3, 4.5)];
        let wanted = [vec![1.0, 3.0], vec![2.5, 4.5]];
        assert_eq!(columns(&pairs), wanted);
        assert_eq!(columns(pairs), wanted);
        assert_eq!(columns([[1.0, 2.5], [3.0, 4.5]]), wanted);
        assert_eq!(columns((0..2).map(|i| [2 * i + 1, 7])), [vec![1.0, 3.0], vec![7.0, 7.0]]);
        assert_eq!(columns([(1, 2, 3_u8)]), [[1.0], [2.0], [3.0]]);
        assert!(columns([(1, None::<f64>)])[1][0].is_nan());
    }
}
