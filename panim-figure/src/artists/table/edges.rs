//! Which sides of a cell are drawn.

use crate::base::word::Named;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// The sides of a [`Table`](crate::Table)'s cells that are drawn; in matplotlib's words `"closed"`, `"open"`,
/// `"horizontal"`, `"vertical"`, or letters of `"BRTL"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub struct CellSides {
    pub bottom: bool,
    pub right: bool,
    pub top: bool,
    pub left: bool,
}

impl CellSides {
    /// `"closed"`: all, the default.
    pub const CLOSED: Self = Self { bottom: true, right: true, top: true, left: true };
    /// `"open"`: none.
    pub const OPEN: Self = Self { bottom: false, right: false, top: false, left: false };
    /// `"horizontal"`: bottom and top.
    pub const HORIZONTAL: Self = Self { bottom: true, top: true, ..Self::OPEN };
    /// `"vertical"`: right and left.
    pub const VERTICAL: Self = Self { right: true, left: true, ..Self::OPEN };

    /// These sides of a cell.
    pub(super) fn around(self, Rect { x0, y0, x1, y1 }: Rect) -> BezPath {
        let corners = [(x0, y1), (x1, y1), (x1, y0), (x0, y0)].map(Point::from);
        let sides = [self.bottom, self.right, self.top, self.left];
        let mut path = BezPath::new();
        path.move_to(corners[0]);
        for (i, is_drawn) in sides.into_iter().enumerate() {
            let to = corners[(i + 1) % 4];
            match (is_drawn, i == 3 && self == Self::CLOSED) {
                (true, true) => path.close_path(),
                (true, false) => path.line_to(to),
                (false, _) => path.move_to(to),
            }
        }
        path
    }
}

impl Named for CellSides {
    const KIND: &'static str = "the sides of a cell: letters of \"BRTL\", or a name";
    const NAMES: &'static [&'static str] = &["closed", "open", "horizontal", "vertical"];

    fn named(name: &str) -> Option<Self> {
        match name {
            "closed" => Some(Self::CLOSED),
            "open" => Some(Self::OPEN),
            "horizontal" => Some(Self::HORIZONTAL),
            "vertical" => Some(Self::VERTICAL),
            _ if name.chars().all(|side| "BRTL".contains(side)) => Some(Self {
                bottom: name.contains('B'),
                right: name.contains('R'),
                top: name.contains('T'),
                left: name.contains('L'),
            }),
            _ => None,
        }
    }
}
