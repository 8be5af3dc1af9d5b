//! Places in a box.

/// Where a legend stands in its axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
#[allow(missing_docs)] // the names say it
pub enum Loc {
    /// Where it covers the least of what is there after `#[setup]`. It then stays there.
    #[default]
    Best,
    UpperRight,
    UpperCenter,
    UpperLeft,
    CenterRight,
    Center,
    CenterLeft,
    LowerRight,
    LowerCenter,
    LowerLeft,
}

crate::base::word::named! { Loc, "a place in the axes":
    "best" => Self::Best,
    "upper right" => Self::UpperRight,
    "upper center" => Self::UpperCenter,
    "upper left" => Self::UpperLeft,
    "center right" | "right" => Self::CenterRight,
    "center" => Self::Center,
    "center left" => Self::CenterLeft,
    "lower right" => Self::LowerRight,
    "lower center" => Self::LowerCenter,
    "lower left" => Self::LowerLeft,
}

impl Loc {
    /// What [`Loc::Best`] chooses from; of equals, the first.
    pub(crate) const ALL: [Self; 9] = [
        Self::UpperRight,
        Self::UpperLeft,
        Self::LowerLeft,
        Self::LowerRight,
        Self::CenterLeft,
        Self::CenterRight,
        Self::LowerCenter,
        Self::UpperCenter,
        Self::Center,
    ];

    /// Fractions of the free room left of and above the legend.
    pub(crate) fn fractions(self) -> (f64, f64) {
        match self {
            Self::UpperRight | Self::Best => (1.0, 0.0),
            Self::UpperCenter => (0.5, 0.0),
            Self::UpperLeft => (0.0, 0.0),
            Self::CenterRight => (1.0, 0.5),
            Self::Center => (0.5, 0.5),
            Self::CenterLeft => (0.0, 0.5),
            Self::LowerRight => (1.0, 1.0),
            Self::LowerCenter => (0.5, 1.0),
            Self::LowerLeft => (0.0, 1.0),
        }
    }
}
