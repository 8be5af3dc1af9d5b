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

    /// What a text says, or why it says nothing.
    fn said(text: &str) -> Result<Self, String> {
        Self::named(text).ok_or_else(|| unknown::<Self>(text))
    }
}

/// A type whose values have options, numbers that stand behind the name: `"arc3,rad=0.2"`.
pub(crate) trait Tunable: Named {
    /// What this value has.
    fn options(&self) -> &'static [&'static str];

    fn set_option(&mut self, option: &str, value: f64);
}

/// What a name with options says.
pub(crate) fn tuned<T: Tunable>(text: &str) -> Result<T, String> {
    let mut parts = text.split(',').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let lower = name.to_lowercase();
    let mut value = T::named(&lower).ok_or_else(|| unknown::<T>(name))?;
    for part in parts {
        let (option, number) = part
            .split_once('=')
            .map(|(option, number)| (option.trim(), number.trim()))
            .ok_or_else(|| format!("\"{}\" is not an option: write name=number", quoted(part)))?;
        let known = value.options();
        if !known.contains(&option) {
            let near = nearest(option, known.iter().map(|known| (*known).to_owned()));
            let hint = near.map(|near| format!(" (did you mean {near:?}?)")).unwrap_or_default();
            let all = match known {
                [] => "it has none".to_owned(),
                _ => format!("there are {}", known.join(", ")),
            };
            let (option, name) = (quoted(option), quoted(name));
            return Err(format!("\"{option}\" is not an option of \"{name}\"{hint}; {all}"));
        }
        if number == "None" {
            continue;
        }
        let number = number.parse().map_err(|_| {
            format!("\"{}\" is not a number, which {option} of {name:?} is", quoted(number))
        })?;
        value.set_option(option, number);
    }
    Ok(value)
}

/// Says that a text names no value.
pub(crate) fn unknown<T: Named>(given: &str) -> String {
    let hint = T::hint(given).map(|hint| format!(" ({hint})")).unwrap_or_default();
    let all: Vec<String> = T::NAMES.iter().map(|name| format!("{name:?}")).collect();
    let (given, all) = (quoted(given), all.join(", "));
    format!("\"{given}\" is not {}{hint}; there are {all}", T::KIND)
}

/// Which of a type's names is near to this one, for a message.
pub(crate) fn nearest_of<T: Named>(name: &str) -> Option<String> {
    nearest_among(name, T::NAMES.iter().chain(T::OTHER_NAMES).copied())
}

/// Which of these names is near to this one, for a message.
pub(crate) fn nearest_among<'n>(
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> Option<String> {
    nearest(name, known.map(str::to_owned)).map(|near| format!("did you mean {near:?}?"))
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
        T::said(self)
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

    /// The same of one value after the other.
    pub(crate) fn set_all<T>(
        &mut self,
        argument: &'static str,
        given: impl IntoIterator<Item: OneOf<T>>,
        place: &mut Vec<T>,
    ) {
        match given.into_iter().map(OneOf::choice).collect() {
            Ok(values) => {
                *place = values;
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

/// The names of a type's values; the first one of each is shown. `with options`: of a [`Tunable`].
macro_rules! named {
    ($type:ty, $kind:literal: $($names:tt)+) => {
        $crate::base::word::named! { @impl $type, $kind, {} $($names)+ }
    };
    ($type:ty, $kind:literal with options: $($names:tt)+) => {
        $crate::base::word::named! { @impl $type, $kind, {
            fn said(text: &str) -> Result<Self, String> {
                $crate::base::word::tuned(text)
            }
        } $($names)+ }
    };
    (@impl $type:ty, $kind:expr, { $($said:tt)* }
        $($name:literal $(| $other:literal)* => $value:expr),+ $(,)?) => {
        impl $crate::base::word::Named for $type {
            $($said)*

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
    use crate::{Aspect, ConnectionStyle, HAlign, Loc};

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
    fn options_stand_behind_the_name() {
        let said = |text: &str| -> Result<ConnectionStyle, String> { text.choice() };
        assert_eq!(said("arc3"), Ok(ConnectionStyle::arc3(0)));
        assert_eq!(said("Arc3, rad = -0.2"), Ok(ConnectionStyle::arc3(-0.2)));
        let bar = ConnectionStyle::bar().fraction(0.1).bar_angle(180);
        assert_eq!(said("bar,angle=180,fraction=0.1,armA=None"), Ok(bar));
        let wrong = |text: &str| said(text).expect_err("no connection");
        assert_eq!(
            wrong("arc4,rad=1"),
            "\"arc4\" is not a connection (did you mean \"arc3\"?); there are \"arc3\", \"angle3\", \
             \"angle\", \"arc\", \"bar\""
        );
        assert_eq!(
            wrong("angle,angelA=3"),
            "\"angelA\" is not an option of \"angle\" (did you mean \"angleA\"?); there are angleA, \
             angleB, rad"
        );
        assert_eq!(wrong("arc3,rad=x"), "\"x\" is not a number, which rad of \"arc3\" is");
        assert_eq!(wrong("arc3,0.2"), "\"0.2\" is not an option: write name=number");
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
