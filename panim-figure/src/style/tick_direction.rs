//! Where tick marks point.

use crate::base::word::named;

/// Where tick marks point; or matplotlib's names: `"out"`, `"in"`, `"inout"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TickDirection {
    /// Out of the box.
    #[default]
    Out,
    /// Into the box.
    In,
    /// Half of their length on either side.
    InOut,
}

named! { TickDirection, "a direction of ticks":
    "out" => Self::Out,
    "in" => Self::In,
    "inout" => Self::InOut,
}

impl TickDirection {
    /// Which fractions of the length are inside and outside.
    pub(crate) fn fractions(self) -> (f64, f64) {
        match self {
            Self::Out => (0.0, 1.0),
            Self::In => (1.0, 0.0),
            Self::InOut => (0.5, 0.5),
        }
    }
}
