//! Places along an axis: numbers, or names of categories.

use super::{Column, DataValue};
use crate::base::wanted::Wanted;
use std::{ops::Deref, sync::Arc};

/// A column of places along an axis: numbers as in [`Data`](crate::Data), or names of categories,
/// `["a", "b"]`.
///
/// Categories stand at 0, 1, 2, .. in the order in which the artists of an axes first name them,
/// and the axis has a tick with its name at each. Artists that name the same category share its
/// place, also where they are in axes that share this axis.
///
/// On an axis of dates, `set_xscale("date")`, they are dates instead, `"2026-11-22 18:30"` as for
/// [`parse_date`](crate::parse_date), and stand where these are.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of data",
    label = "a column of numbers, or of names, is due here",
    note = "a column is whatever iterates over numbers: `&vec`, `[1, 2, 3]`, `0..10`, \
            `x.iter().map(|x| x.sin())`; `None` among them is a gap; or over names of categories: \
            `[\"a\", \"b\"]`",
    note = "one number alone is `[1.0]`; instead of a range of floats take `linspace(0, 1, 100)`; \
            where there are no data yet, `Line::empty()`",
    note = "points are taken by `Line::from_points([(x, y), ..])`, `set_points(..)`, and so on",
    note = "of an `Arc` or a `Box` take `x.iter()`"
)]
pub trait Places {
    /// Whether they are names.
    #[doc(hidden)]
    const ARE_NAMES: bool;

    /// Their values, if they are numbers.
    #[doc(hidden)]
    fn numbers(self) -> impl Iterator<Item = f64>;

    /// Their texts, if they are names.
    #[doc(hidden)]
    fn names(self) -> impl Iterator<Item = String>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: PlaceValue>> Places for I {
    const ARE_NAMES: bool = I::Item::IS_NAME;

    #[inline]
    fn numbers(self) -> impl Iterator<Item = f64> {
        self.into_iter().map(PlaceValue::number)
    }

    fn names(self) -> impl Iterator<Item = String> {
        self.into_iter().map(PlaceValue::name)
    }
}

/// What a column of [`Places`] holds: a value of data, or the name of a category.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a place",
    label = "not a number or a name",
    note = "places are numbers of any type, `Option`s of them, and names, `&str` or `String`"
)]
pub trait PlaceValue: Sized {
    /// Whether values of this type are names.
    #[doc(hidden)]
    const IS_NAME: bool = false;

    /// Its value, if it is a number.
    #[doc(hidden)]
    fn number(self) -> f64 {
        f64::NAN
    }

    /// Its text, if it is a name.
    #[doc(hidden)]
    fn name(self) -> String {
        String::new()
    }
}

#[diagnostic::do_not_recommend]
impl<V: DataValue> PlaceValue for V {
    #[inline]
    fn number(self) -> f64 {
        self.value()
    }
}

macro_rules! names {
    ($($type:ty)*) => {$(
        impl PlaceValue for $type {
            const IS_NAME: bool = true;

            fn name(self) -> String {
                self.to_string()
            }
        }
    )*};
}
names! { &str &&str String &String }

/// Places as an artist keeps them.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlaceColumn {
    at: Column,
    /// One for each, if they are categories.
    names: Option<Arc<[String]>>,
}

impl PlaceColumn {
    pub(crate) fn new<P: Places>(places: P) -> Self {
        if !P::ARE_NAMES {
            return Self { at: places.numbers().collect(), names: None };
        }
        let names = Some(places.names().collect());
        let mut column = Self { at: Column::default(), names };
        // until an axes says otherwise
        column.take_places(&mut Wanted::default());
        column
    }

    pub(crate) fn has_names(&self) -> bool {
        self.names.is_some()
    }

    /// Puts categories where the axis has them.
    pub(crate) fn take_places(&mut self, axis: &mut Wanted) {
        if let Some(names) = &self.names {
            self.at = names.iter().map(|name| axis.place_of(name)).collect();
        }
    }
}

impl Deref for PlaceColumn {
    type Target = Column;

    fn deref(&self) -> &Column {
        &self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted_as_they_come() {
        let names = vec!["b".to_owned(), "a".to_owned(), "b".to_owned()];
        let mut column = PlaceColumn::new(&names);
        assert_eq!(**column, [0.0, 1.0, 0.0]);
        let mut axis = Wanted::default();
        axis.place_of("a");
        column.take_places(&mut axis);
        assert_eq!(**column, [1.0, 0.0, 1.0]);
        assert_eq!(PlaceColumn::new([Some(2), None])[..1], [2.0]);
        assert!(!PlaceColumn::new(0..3).has_names() && PlaceColumn::new(["a"]).has_names());
    }
}
