//! What a pie is made of: values, or names with values.

use crate::base::data::{Column, DataValue};

/// The wedges of a [`Pie`](crate::Pie): whatever iterates over values, `[38, 27]`, or over pairs of a
/// name and a value, `[("wind", 38), ("sun", 27)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the wedges of a pie",
    label = "numbers, or pairs of a name and a number, are due here",
    note = "wedges are whatever iterates over numbers, `[38, 27]`, or over pairs of a name and a \
            number, `[(\"wind\", 38), (\"sun\", 27)]`"
)]
pub trait Wedges {
    /// Their names, if they have any, and their values.
    #[doc(hidden)]
    fn wedges(self) -> impl Iterator<Item = (Option<String>, f64)>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: NamedValue>> Wedges for I {
    fn wedges(self) -> impl Iterator<Item = (Option<String>, f64)> {
        self.into_iter().map(NamedValue::parts)
    }
}

/// One of the [`Wedges`]: a number, or a name and a number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a wedge of a pie",
    label = "not a number, nor a name with one",
    note = "a wedge is a number of any type, or a pair of a name and a number, `(\"wind\", 38)`"
)]
pub trait NamedValue {
    /// Its name, if it has one, and its value.
    #[doc(hidden)]
    fn parts(self) -> (Option<String>, f64);
}

#[diagnostic::do_not_recommend]
impl<V: DataValue> NamedValue for V {
    fn parts(self) -> (Option<String>, f64) {
        (None, self.value())
    }
}

impl<S: Into<String>, V: DataValue> NamedValue for (S, V) {
    fn parts(self) -> (Option<String>, f64) {
        (Some(self.0.into()), self.1.value())
    }
}

impl<S: Clone + Into<String>, V: DataValue + Copy> NamedValue for &(S, V) {
    fn parts(self) -> (Option<String>, f64) {
        (Some(self.0.clone().into()), self.1.value())
    }
}

/// The values, and their names if they have any.
pub(super) fn columns(wedges: impl Wedges) -> (Column, Vec<String>) {
    let (names, values): (Vec<_>, Vec<f64>) = wedges.wedges().unzip();
    (Column::new(values), names.into_iter().flatten().collect())
}
