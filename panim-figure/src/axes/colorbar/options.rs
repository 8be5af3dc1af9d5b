//! What a colorbar can be told by a word or a number.

use crate::{
    Number,
    base::word::{OneOf, named},
};

/// How long the ends of a colorbar for values beyond its limits are.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum ExtendFraction {
    /// As long as the bands beside them: `"auto"`.
    Auto,
    /// These fractions of the bar without them, of the end of smaller values first.
    Of(f64, f64),
}

/// matplotlib's.
const POINTED: f64 = 0.05;

impl Default for ExtendFraction {
    fn default() -> Self {
        Self::Of(POINTED, POINTED)
    }
}

named! { ExtendFraction, "a length of ends":
    "auto" => Self::Auto,
}

/// The same at both ends.
#[diagnostic::do_not_recommend]
impl<N: Number> OneOf<ExtendFraction> for N {
    fn choice(self) -> Result<ExtendFraction, String> {
        let fraction = self.value();
        Ok(ExtendFraction::Of(fraction, fraction))
    }
}

#[diagnostic::do_not_recommend]
impl<A: Number, B: Number> OneOf<ExtendFraction> for (A, B) {
    fn choice(self) -> Result<ExtendFraction, String> {
        Ok(ExtendFraction::Of(self.0.value(), self.1.value()))
    }
}

/// How long the bands of a colorbar are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum BandSpacing {
    /// All the same.
    #[default]
    Uniform,
    /// As the values between their bounds.
    Proportional,
}

named! { BandSpacing, "a spacing":
    "uniform" => Self::Uniform,
    "proportional" => Self::Proportional,
}

/// The direction of a colorbar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Vertical, to the right of its axes.
    #[default]
    Vertical,
    /// Level, under its axes.
    Horizontal,
}

named! { Orientation, "an orientation":
    "vertical" => Self::Vertical,
    "horizontal" => Self::Horizontal,
}
