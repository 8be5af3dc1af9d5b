//! The arrow of a quiver: a shaft of even width with a head, as matplotlib shapes it.

use vello_cpu::kurbo::{Affine, BezPath, Point, Vec2};

/// An arrow shorter than this is a dot of this diameter, as is one without a direction.
const SHORTEST: f64 = 1.0;

/// A shaft shorter than this makes the whole arrow smaller instead.
const SHORTEST_SHAFT: f64 = 1.0;

/// Longer than this, nobody sees the other end.
const LONGEST: f64 = 65_536.0;

/// Sizes of the head in widths of the shaft.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ArrowHead {
    pub(crate) width: f64,
    /// From the tip to the ends of the barbs, along the shaft.
    pub(crate) length: f64,
    /// From the tip to where the barbs meet the shaft.
    pub(crate) axis_length: f64,
}

/// Which point of an arrow is at its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pivot {
    /// Where it starts; the default.
    #[default]
    Tail,
    /// Its middle.
    Mid,
    /// Its tip.
    Tip,
}

crate::base::word::named! { Pivot, "a point of an arrow":
    "tail" => Self::Tail,
    "mid" | "middle" => Self::Mid,
    "tip" => Self::Tip,
}

impl ArrowHead {
    /// An arrow with a shaft of width 1 along x, its pivot at the origin.
    fn arrow(self, length: f64, pivot: Pivot) -> BezPath {
        let length = length.min(LONGEST);
        if length < SHORTEST {
            let turn = |i: i32| f64::from(i) * std::f64::consts::FRAC_PI_3;
            return closed(
                (0..6).map(|i| (Vec2::from_angle(turn(i)) * (SHORTEST / 2.0)).to_point()),
            );
        }
        // what the whole is made smaller by
        let least = SHORTEST_SHAFT * self.length;
        let scale = if least > 0.0 { (length / least).min(1.0) } else { 1.0 };
        let neck = length - scale * self.axis_length;
        let barbs = length - scale * self.length;
        let (half, wide) = (0.5 * scale, 0.5 * scale * self.width);
        let side = [(0.0, half), (neck, half), (barbs, wide), (length, 0.0)];
        let back = [(barbs, -wide), (neck, -half), (0.0, -half)];
        let offset = match pivot {
            Pivot::Tail => 0.0,
            Pivot::Mid => length / 2.0,
            Pivot::Tip => length,
        };
        closed(side.into_iter().chain(back).map(|(x, y)| Point::new(x - offset, y)))
    }

    /// An arrow at a point, in pixels: its shaft's width, and the way from its tail to its tip.
    pub(crate) fn arrow_at(self, at: Point, vector: Vec2, width: f64, pivot: Pivot) -> BezPath {
        let turn = Affine::rotate(vector.atan2()).then_translate(at.to_vec2());
        (turn * Affine::scale(width)) * self.arrow(vector.hypot() / width, pivot)
    }
}

fn closed(points: impl Iterator<Item = Point>) -> BezPath {
    let mut path = BezPath::new();
    for (i, point) in points.enumerate() {
        if i == 0 { path.move_to(point) } else { path.line_to(point) }
    }
    path.close_path();
    path
}
