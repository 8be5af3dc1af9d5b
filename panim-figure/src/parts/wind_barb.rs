//! The barbs of a wind: a staff that says where it comes from, with flags and barbs that say how fast it is, as
//! matplotlib's `Barbs` shapes it.

use vello_cpu::kurbo::{Affine, BezPath, Circle, Point, Shape, Vec2};

/// What the parts of a barb stand for, and how large they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BarbShape {
    /// How fast a half barb, a full one and a flag are.
    pub(crate) increments: [f64; 3],
    /// Whether a speed is rounded to the nearest half barb, and not cut off.
    pub(crate) rounding: bool,
    /// Of the staff; it is half of its square long.
    pub(crate) length: f64,
    /// Between the parts, in lengths of the staff.
    pub(crate) spacing: f64,
    /// Of a full barb or a flag, from the staff.
    pub(crate) height: f64,
    /// Of a flag along the staff; a full barb is half as wide.
    pub(crate) flag_width: f64,
    /// Radius of the circle of a calm.
    pub(crate) empty_radius: f64,
}

/// The parts of a speed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BarbParts {
    pub(crate) flags: f64,
    full: f64,
    half: bool,
}

impl BarbParts {
    /// How many there are of the kind that there are most of.
    pub(crate) fn most(&self) -> f64 {
        self.flags.max(self.full)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.flags == 0.0 && self.full == 0.0 && !self.half
    }
}

impl BarbShape {
    /// matplotlib's.
    pub(crate) const USUAL: Self = Self {
        increments: [5.0, 10.0, 50.0],
        rounding: true,
        length: 7.0,
        spacing: 0.125,
        height: 0.4,
        flag_width: 0.25,
        empty_radius: 0.15,
    };

    /// What stands for a speed of 0 or more.
    pub(crate) fn parts(&self, speed: f64) -> BarbParts {
        let [half, full, flag] = self.increments;
        // to even, as numpy rounds
        let rounded = half * (speed / half).round_ties_even();
        let speed = if self.rounding && rounded.is_finite() { rounded } else { speed };
        let (flags, rest) = (speed.div_euclid(flag), speed.rem_euclid(flag));
        let (full, rest) = (rest.div_euclid(full), rest.rem_euclid(full));
        BarbParts { flags, full, half: rest >= half }
    }

    /// Length of the staff in points.
    fn staff(&self) -> f64 {
        self.length * self.length / 2.0
    }

    /// How far the shape is from its place, in points, for a speed of so many flags at the most.
    pub(crate) fn reach(&self, flags: f64) -> f64 {
        let along = (1.0 + flags * (self.flag_width + self.spacing)) * self.staff();
        let across = self.height.abs().max(self.empty_radius) * self.staff();
        2.0 * along + across
    }

    /// The shape at a place in pixels, `point` of which are a point, for a vector with x to the right and y up.
    /// `tip`: how far the end without parts is from the place, in lengths of the staff.
    pub(crate) fn at(
        &self,
        at: Point,
        vector: Vec2,
        (tip, is_flipped): (f64, bool),
        point: f64,
    ) -> BezPath {
        let staff = self.staff() * point;
        let parts = self.parts(vector.hypot());
        if parts.is_empty() {
            return Circle::new(at, self.empty_radius * staff).to_path(0.01);
        }
        // pixels count downwards
        let turn = -(vector.atan2() + std::f64::consts::FRAC_PI_2);
        let onto = Affine::translate(at.to_vec2()) * Affine::rotate(turn);
        let onto = onto * Affine::scale_non_uniform(staff, -staff);
        let mut path = BezPath::new();
        for (i, (x, y)) in self.corners(parts, is_flipped).into_iter().enumerate() {
            let corner = onto * Point::new(x, tip + y);
            if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
        }
        path.close_path();
        path
    }

    /// Along a staff upwards of length 1.
    fn corners(&self, parts: BarbParts, is_flipped: bool) -> Vec<(f64, f64)> {
        let height = if is_flipped { -self.height } else { self.height };
        let width = self.flag_width;
        let mut corners = vec![(0.0, 0.0)];
        let mut offset = 1.0;
        for flag in 0..parts.flags as usize {
            if flag > 0 {
                offset += self.spacing / 2.0;
            }
            corners.extend([(0.0, offset), (height, offset - width / 2.0), (0.0, offset - width)]);
            offset -= width + self.spacing;
        }
        for _ in 0..parts.full as usize {
            corners.extend([(0.0, offset), (height, offset + width / 2.0), (0.0, offset)]);
            offset -= self.spacing;
        }
        if parts.half {
            // alone, it does not stand at the end, so as not to be taken for a full one
            if offset == 1.0 {
                corners.push((0.0, offset));
                offset -= 1.5 * self.spacing;
            }
            corners.extend([(0.0, offset), (height / 2.0, offset + width / 4.0), (0.0, offset)]);
        }
        corners
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Barbs._find_tails` of matplotlib 3.11.2: flags, full barbs, and whether there is a half one.
    #[test]
    fn speeds_have_the_parts_of_matplotlib() {
        let found = |shape: &BarbShape, speed: f64| {
            let BarbParts { flags, full, half } = shape.parts(speed);
            (flags, full, half)
        };
        let speeds = [0.0, 2.4, 2.5, 2.6, 7.4, 7.5, 12.5, 17.5, 47.6, 52.4, 99.0, 117.5];
        let rounded = [
            (0.0, 0.0, false),
            (0.0, 0.0, false),
            (0.0, 0.0, false),
            (0.0, 0.0, true),
            (0.0, 0.0, true),
            (0.0, 1.0, false),
            (0.0, 1.0, false),
            (0.0, 2.0, false),
            (1.0, 0.0, false),
            (1.0, 0.0, false),
            (2.0, 0.0, false),
            (2.0, 2.0, false),
        ];
        for (speed, wanted) in speeds.into_iter().zip(rounded) {
            assert_eq!(found(&BarbShape::USUAL, speed), wanted, "{speed}");
        }
        let cut = BarbShape { rounding: false, ..BarbShape::USUAL };
        assert_eq!(found(&cut, 4.9), (0.0, 0.0, false));
        assert_eq!(found(&cut, 47.6), (0.0, 4.0, true));
        let metric = BarbShape { increments: [2.5, 5.0, 25.0], ..BarbShape::USUAL };
        assert_eq!(found(&metric, 33.0), (1.0, 1.0, true));
        let fine = BarbShape { increments: [1e-308, 10.0, 50.0], ..BarbShape::USUAL };
        assert_eq!(found(&fine, 72.0), (1.0, 2.0, true));
    }
}
