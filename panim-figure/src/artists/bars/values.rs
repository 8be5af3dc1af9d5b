//! Where the values of bars are written: beyond their ends, or inside them. As in matplotlib, one
//! whose place on its bar lies outside the axes is not written.

use crate::{
    pen::Pen,
    text::{HAlign, VAlign},
};
use vello_cpu::kurbo::{Point, Vec2};

/// A point, and which part of the text stands there.
type TextPlace = (Point, HAlign, VAlign);

/// From a bar's end to its value's text, in points.
const PAD: f64 = 3.0;

/// Half way between the foot and the top.
pub(super) fn inside(pen: &Pen<'_>, [foot, top]: [Point; 2]) -> Option<TextPlace> {
    let middle = foot.midpoint(top);
    is_seen(pen, middle).then_some((middle, HAlign::Center, VAlign::CenterBaseline))
}

/// A little way on from the end, of a bar whose value `falls` below its foot, or not.
pub(super) fn beyond(
    pen: &Pen<'_>,
    [foot, end]: [Point; 2],
    horizontal: bool,
    falls: bool,
) -> Option<TextPlace> {
    let (away, halign, valign) = match pen.transform.polar() {
        Some(polar) => outwards(end - polar.center),
        None => onwards(foot, end, horizontal, falls),
    };
    is_seen(pen, end).then_some((end + away * PAD * pen.point, halign, valign))
}

fn is_seen(pen: &Pen<'_>, at: Point) -> bool {
    match pen.transform.polar() {
        Some(polar) => at.distance(polar.center) < polar.radius + 0.5,
        None => pen.frame.inflate(0.5, 0.5).contains(at),
    }
}

/// Along the ray through the end, with room for half a text.
fn outwards(ray: Vec2) -> (Vec2, HAlign, VAlign) {
    let length = ray.hypot();
    let out = if length > 0.0 { ray * 3.0 / length } else { Vec2::ZERO };
    (out, HAlign::Center, VAlign::CenterBaseline)
}

/// The direction from the foot to the end, and the part of the text that is nearest to the bar.
fn onwards(foot: Point, end: Point, horizontal: bool, falls: bool) -> (Vec2, HAlign, VAlign) {
    let ahead = if horizontal { end.x - foot.x } else { foot.y - end.y };
    // a bar of no height has no direction
    let falls = if ahead.is_finite() && ahead != 0.0 { ahead < 0.0 } else { falls };
    match (horizontal, falls) {
        (false, false) => (Vec2::new(0.0, -1.0), HAlign::Center, VAlign::Bottom),
        (false, true) => (Vec2::new(0.0, 1.0), HAlign::Center, VAlign::Top),
        (true, false) => (Vec2::new(1.0, 0.0), HAlign::Left, VAlign::CenterBaseline),
        (true, true) => (Vec2::new(-1.0, 0.0), HAlign::Right, VAlign::CenterBaseline),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_beyond_the_end_that_is_seen() {
        let direction = |foot: (f64, f64), end: (f64, f64), horizontal, falls| {
            let (away, ..) = onwards(foot.into(), end.into(), horizontal, falls);
            (away.x, away.y)
        };
        assert_eq!(direction((5.0, 100.0), (5.0, 20.0), false, false), (0.0, -1.0));
        assert_eq!(direction((5.0, 100.0), (5.0, 180.0), false, true), (0.0, 1.0));
        assert_eq!(direction((5.0, 100.0), (50.0, 100.0), true, false), (1.0, 0.0));
        // limits that are reversed turn the bar around, not its sign
        assert_eq!(direction((5.0, 100.0), (5.0, 180.0), false, false), (0.0, 1.0));
        assert_eq!(direction((5.0, 100.0), (5.0, 100.0), false, true), (0.0, 1.0));
        assert_eq!(direction((5.0, 100.0), (5.0, 100.0), true, false), (1.0, 0.0));
    }
}
