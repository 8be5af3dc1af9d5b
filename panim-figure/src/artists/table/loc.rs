//! Where a table stands.

use super::TableLoc::*;

/// Where a [`Table`](crate::Table) stands in its axes, or beside it. Those whose names begin with `Upper`, `Center` and
/// `Lower` are in the axes, 0.02 of its size from its edges; the others are outside, and touch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
#[allow(missing_docs)] // the names say it
pub enum TableLoc {
    UpperRight,
    UpperLeft,
    LowerLeft,
    LowerRight,
    CenterLeft,
    CenterRight,
    LowerCenter,
    UpperCenter,
    Center,
    TopRight,
    TopLeft,
    BottomLeft,
    BottomRight,
    Right,
    Left,
    Top,
    /// The default.
    #[default]
    Bottom,
}

crate::base::word::named! { TableLoc, "a place of a table":
    "upper right" | "best" => Self::UpperRight,
    "upper left" => Self::UpperLeft,
    "lower left" => Self::LowerLeft,
    "lower right" => Self::LowerRight,
    "center left" => Self::CenterLeft,
    "center right" => Self::CenterRight,
    "lower center" => Self::LowerCenter,
    "upper center" => Self::UpperCenter,
    "center" => Self::Center,
    "top right" => Self::TopRight,
    "top left" => Self::TopLeft,
    "bottom left" => Self::BottomLeft,
    "bottom right" => Self::BottomRight,
    "right" => Self::Right,
    "left" => Self::Left,
    "top" => Self::Top,
    "bottom" => Self::Bottom,
}

/// From the edges of the axes, by its size.
const PAD: f64 = 0.02;

/// Along one direction of the axes, from the left or from the bottom.
#[derive(Clone, Copy)]
enum Stand {
    Before,
    Start,
    Middle,
    End,
    Behind,
}

impl Stand {
    /// Where something of this size begins; all by the axes' size.
    fn start(self, size: f64) -> f64 {
        match self {
            Self::Before => -size,
            Self::Start => PAD,
            Self::Middle => 0.5 - size / 2.0,
            Self::End => 1.0 - size - PAD,
            Self::Behind => 1.0,
        }
    }
}

impl TableLoc {
    /// The lower left corner of cells of this size, by the axes' size.
    pub(super) fn corner(self, (width, height): (f64, f64)) -> (f64, f64) {
        let across = match self {
            LowerCenter | UpperCenter | Center | Top | Bottom => Stand::Middle,
            UpperLeft | LowerLeft | CenterLeft => Stand::Start,
            UpperRight | LowerRight | CenterRight => Stand::End,
            TopLeft | BottomLeft | Left => Stand::Before,
            TopRight | BottomRight | Right => Stand::Behind,
        };
        let up = match self {
            CenterLeft | CenterRight | Center | Left | Right => Stand::Middle,
            LowerLeft | LowerRight | LowerCenter => Stand::Start,
            UpperLeft | UpperRight | UpperCenter => Stand::End,
            BottomLeft | BottomRight | Bottom => Stand::Before,
            TopLeft | TopRight | Top => Stand::Behind,
        };
        (across.start(width), up.start(height))
    }
}
