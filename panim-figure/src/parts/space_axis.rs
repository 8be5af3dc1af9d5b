//! One of the axes in space.

use crate::transform::space::Vec3;

/// One of the axes in space: or matplotlib's `"x"`, `"y"`, `"z"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SpaceAxis {
    /// `"x"`.
    X,
    /// `"y"`.
    Y,
    /// `"z"`, the default.
    #[default]
    Z,
}

crate::base::word::named! { SpaceAxis, "an axis in space":
    "x" => Self::X,
    "y" => Self::Y,
    "z" => Self::Z,
}

impl SpaceAxis {
    /// Of x, y and z.
    pub(crate) fn number(self) -> usize {
        match self {
            Self::X => 0,
            Self::Y => 1,
            Self::Z => 2,
        }
    }

    /// A point with another coordinate along it.
    pub(crate) fn moved(self, mut point: Vec3, to: f64) -> Vec3 {
        point[self.number()] = to;
        point
    }
}
