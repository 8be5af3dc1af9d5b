//! Values of an argument by the names that matplotlib has for them.

use super::{error::quoted, nearest::nearest};
use crate::FigureError;

/// An argument that has a few values, given as one of them or by the name that matplotlib has for it:
/// `Aspect::Equal` or `"equal"`, `Loc::UpperRight` or `"upper right"`.
///
/// A text that names none of them is an error that lists them, when the figure is drawn.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not one of the values of `{T}`",
    label = "not a `{T}`, nor the name of one",
    note = "write the value, such as `Aspect::Equal` or `Loc::UpperRight`, or its name in \
            matplotlib, `\"equal\"`, `\"upper right\"`"
)]
pub trait OneOf<T> {
    /// The value, or why there is none.
    #[doc(hidden)]
    fn choice(self) -> Result<T, String>;
}

/// A type whose values have names.
#[doc(hidden)]
pub trait Named: Sized {
    /// As in "is not a marker".
    const KIND: &'static str;

    /// Of each value the name that is shown.
    const NAMES: &'static [&'static str];

    /// What else they are called.
    const OTHER_NAMES: &'static [&'static str] = &[];

    fn named(name: &str) -> Option<Self>;

    /// What was meant by a name that is none, for a message.
    fn hint(name: &str) -> Option<String> {
        nearest_of::<Self>(name)
    }
}

/// Which of a type's names is near to this one, for a message.
pub(crate) fn nearest_of<T: Named>(name: &str) -> Option<String> {
    let names = T::NAMES.iter().chain(T::OTHER_NAMES).map(|name| (*name).to_owned());
    nearest(name, names).map(|near| format!("did you mean {near:?}?"))
}

#[diagnostic::do_not_recommend]
impl<T: Named> OneOf<T> for T {
    fn choice(self) -> Result<T, String> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Named> OneOf<T> for &str {
    fn choice(self) -> Result<T, String> {
        T::named(self).ok_or_else(|| {
            let hint = T::hint(self).map(|hint| format!(" ({hint})")).unwrap_or_default();
            let all: Vec<String> = T::NAMES.iter().map(|name| format!("{name:?}")).collect();
            let (given, all) = (quoted(self), all.join(", "));
            format!("\"{given}\" is not {}{hint}; there are {all}", T::KIND)
        })
    }
}

#[diagnostic::do_not_recommend]
impl<T: Named> OneOf<T> for &String {
    fn choice(self) -> Result<T, String> {
        self.as_str().choice()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Named> OneOf<T> for String {
    fn choice(self) -> Result<T, String> {
        self.as_str().choice()
    }
}

/// A word that named nothing, until the thing it was said of is checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Misnamed(Option<Box<(&'static str, String)>>);

impl Misnamed {
    pub(crate) const NONE: Self = Self(None);

    /// Puts the value of this argument there; what was there stays if the word names none.
    pub(crate) fn set<T, P: From<T>>(
        &mut self,
        argument: &'static str,
        given: impl OneOf<T>,
        place: &mut P,
    ) {
        match given.choice() {
            Ok(value) => {
                *place = value.into();
                self.0.take_if(|wrong| wrong.0 == argument);
            }
            Err(message) => self.0 = Some(Box::new((argument, message))),
        }
    }

    /// Keeps why a value that has a name cannot be that of this argument.
    pub(crate) fn refuse(&mut self, argument: &'static str, message: impl Into<String>) {
        self.0 = Some(Box::new((argument, message.into())));
    }

    pub(crate) fn check(&self, part: &'static str) -> Result<(), FigureError> {
        self.0.as_deref().map_or(Ok(()), |(argument, message)| {
            Err(FigureError::new(part, argument, message.as_str()))
        })
    }
}

/// The names of a type's values; the first one of each is shown.
macro_rules! named {
    ($type:ty, $kind:literal: $($name:literal $(| $other:literal)* => $value:expr),+ $(,)?) => {
        impl $crate::base::word::Named for $type {
            const KIND: &'static str = $kind;
            const NAMES: &'static [&'static str] = &[$($name),+];
            const OTHER_NAMES: &'static [&'static str] = &[$($($other,)*)*];

            fn named(name: &str) -> Option<Self> {
                match name {
                    $($name $(| $other)* => Some($value),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Aspect, HAlign, Loc};

    #[test]
    fn a_value_is_given_as_it_is_or_by_its_name() {
        let aspect = |given: Result<Aspect, String>| given.expect("known");
        assert_eq!(aspect(Aspect::Equal.choice()), Aspect::Equal);
        assert_eq!(aspect("equal".choice()), Aspect::Equal);
        assert_eq!(aspect(String::from("auto").choice()), Aspect::Auto);
        assert_eq!(aspect(2.choice()), Aspect::Ratio(2.0));
        assert_eq!(OneOf::<Loc>::choice("upper right"), Ok(Loc::UpperRight));
    }

    #[test]
    fn a_word_that_names_nothing_keeps_what_was_there_and_is_told() {
        let (mut wrong, mut align) = (Misnamed::default(), HAlign::Right);
        wrong.set("halign", "centre", &mut align);
        assert_eq!(align, HAlign::Right);
        let message = wrong.check("Text").expect_err("no name").to_string();
        assert_eq!(
            message,
            "Text, `halign`: \"centre\" is not a horizontal alignment (did you mean \"center\"?); \
             there are \"left\", \"center\", \"right\""
        );
        wrong.set("halign", "center", &mut align);
        assert_eq!((align, wrong.check("Text")), (HAlign::Center, Ok(())));
    }
}
