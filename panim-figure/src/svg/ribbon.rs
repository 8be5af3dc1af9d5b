//! A ribbon as lines, each of one width and one opacity.

use crate::scene::{
    clip,
    ribbon::{Knot, Ribbon},
};
use vello_cpu::kurbo::{BezPath, Point};

/// The opacities of two strands differ by so much.
const SHADE: f64 = 1.0 / 255.0;

/// Their widths by so much, in pixels.
const WIDER: f64 = 0.05;

/// What differs by less than this of a step is the same.
const SAME: f64 = 0.99;

/// More lines than this make no difference within one piece.
const MOST: f64 = 255.0;

/// A part of a ribbon.
pub(super) struct Strand {
    pub(super) path: BezPath,
    pub(super) width: f64,
    pub(super) alpha: f64,
    end: Point,
}

/// The ribbon's parts, as far as they can be seen, the faintest first. Each has round ends, which lie over
/// those before it.
pub(super) fn strands(ribbon: &Ribbon) -> Vec<Strand> {
    let mut strands: Vec<Strand> = Vec::new();
    for (from, to) in ribbon.pieces() {
        let reach = from.width.max(to.width);
        let near = ribbon.room.inflate(reach, reach);
        let Some((begin, stop)) = clip::segment(from.at, to.at, near) else { continue };
        // halved, so that nothing overflows
        let away = |at: Point| {
            let away = at.to_vec2() / 2.0 - from.at.to_vec2() / 2.0;
            away.x.abs() + away.y.abs()
        };
        let length = away(to.at);
        let fraction = |at: Point| if length > 0.0 { away(at) / length } else { 1.0 };
        let (first, last) = (fraction(begin), fraction(stop));
        let steps = ((last - first) * steps(from, to)).ceil().clamp(1.0, MOST);
        for i in 0..steps as u32 {
            let [start, middle, end] = [0.0, 0.5, 1.0].map(|more| (f64::from(i) + more) / steps);
            let middle = first + (last - first) * middle;
            let between = |from: f64, to: f64| from + middle * (to - from);
            let (width, alpha) = (between(from.width, to.width), between(from.alpha, to.alpha));
            let [start, end] = [start, end].map(|fraction| begin.lerp(stop, fraction));
            match strands.last_mut() {
                Some(strand)
                    if strand.end.distance(start) < 1e-6
                        && (strand.width - width).abs() < SAME * WIDER
                        && (strand.alpha - alpha).abs() < SAME * SHADE =>
                {
                    strand.path.line_to(end);
                    strand.end = end;
                }
                _ => {
                    let mut path = BezPath::new();
                    path.move_to(start);
                    path.line_to(end);
                    strands.push(Strand { path, width, alpha, end });
                }
            }
        }
    }
    strands
}

/// How many strands show that a piece fades or narrows.
fn steps(from: Knot, to: Knot) -> f64 {
    ((to.alpha - from.alpha).abs() / SHADE).max((to.width - from.width).abs() / WIDER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use vello_cpu::kurbo::Rect;

    fn ribbon(knots: &[(f64, f64, f64)]) -> Vec<Strand> {
        let knot = |&(x, width, alpha)| Knot { at: Point::new(x, 5.0), width, alpha };
        strands(&Ribbon {
            knots: knots.iter().map(knot).collect(),
            color: Color::BLACK,
            room: Rect::new(0.0, 0.0, 100.0, 10.0),
        })
    }

    #[test]
    fn a_ribbon_is_no_more_lines_than_there_are_shades() {
        let even: Vec<_> = (0..=50).map(|i| (f64::from(i), 2.0, 1.0)).collect();
        assert_eq!(ribbon(&even).len(), 1);
        let fading: Vec<_> = (0..=5000).map(|i| f64::from(i) / 5000.0).collect();
        let fading: Vec<_> = fading.iter().map(|&part| (100.0 * part, 2.0, part)).collect();
        assert!((200..=256).contains(&ribbon(&fading).len()), "{}", ribbon(&fading).len());
        let two = ribbon(&[fading[0], fading[5000]]);
        assert!((200..=256).contains(&two.len()), "{}", two.len());
        assert!(two.windows(2).all(|pair| pair[0].alpha < pair[1].alpha));
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let gap = f64::NAN;
        assert_eq!(ribbon(&[(-30.0, 1.0, 1.0), (-20.0, 1.0, 1.0), (gap, 1.0, 1.0)]).len(), 0);
        let far = ribbon(&[(-1e300, 2.0, 0.0), (1e300, 2.0, 1.0)]);
        assert_eq!(far.len(), 1);
        assert_eq!(far[0].path.to_svg(), "M-2,5 L102,5");
        assert!((far[0].alpha - 0.5).abs() < 1e-9);
    }
}
