//! A ribbon as lines, each of one width, one opacity and one colour.

use crate::{
    color::Color,
    scene::ribbon::{Knot, Ribbon, RibbonPiece, Shades},
};
use vello_cpu::kurbo::{BezPath, Cap, Point};

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
    pub(super) color: Color,
    /// Where its last line begins, and where that ends.
    last: [Point; 2],
}

/// The ribbon's parts, as far as they can be seen, from the first on. Each begins where the last line of the one
/// before it does, and so lies over its end.
pub(super) fn strands(ribbon: &Ribbon) -> Vec<Strand> {
    let mut strands: Vec<Strand> = Vec::new();
    for mut piece in ribbon.pieces().filter_map(|piece| piece.cut(ribbon.room)) {
        if ribbon.cap == Cap::Square {
            piece = with_square_ends(piece);
        }
        let RibbonPiece { from, to, begins, .. } = piece;
        let steps = steps(from, to, &ribbon.shades).ceil().clamp(1.0, MOST);
        for i in 0..steps as u32 {
            let [start, middle, end] =
                [0.0, 0.5, 1.0].map(|more| from.lerp(to, (f64::from(i) + more) / steps));
            let (width, alpha) = (middle.width, middle.alpha);
            let color = ribbon.shades.color(middle.shade);
            let goes_on = !(begins && i == 0);
            match strands.last_mut() {
                Some(strand)
                    if goes_on
                        && strand.last[1].distance(start.at) < 1e-6
                        && (strand.width - width).abs() < SAME * WIDER
                        && (strand.alpha - alpha).abs() < SAME * SHADE
                        && strand.color == color =>
                {
                    strand.path.line_to(end.at);
                    strand.last = [start.at, end.at];
                }
                before => {
                    let mut path = BezPath::new();
                    match before {
                        Some(strand) if goes_on && strand.last[1].distance(start.at) < 1e-6 => {
                            path.move_to(strand.last[0]);
                            path.line_to(start.at);
                        }
                        _ => path.move_to(start.at),
                    }
                    path.line_to(end.at);
                    strands.push(Strand { path, width, alpha, color, last: [start.at, end.at] });
                }
            }
        }
    }
    strands
}

/// How many strands show that a piece fades, narrows or changes its colour.
fn steps(from: Knot, to: Knot, shades: &Shades) -> f64 {
    let colors = (to.shade - from.shade).abs() * shades.len() as f64;
    let colors = if colors.is_finite() && shades.len() > 1 { colors } else { 0.0 };
    let alphas = (to.alpha - from.alpha).abs() / SHADE;
    alphas.max((to.width - from.width).abs() / WIDER).max(colors)
}

/// Half its width longer where it begins and ends.
fn with_square_ends(piece: RibbonPiece) -> RibbonPiece {
    let RibbonPiece { mut from, mut to, begins, ends } = piece;
    let along = to.at - from.at;
    let along = if along.hypot() > 0.0 { along.normalize() } else { return piece };
    if begins {
        from.at -= along * from.width / 2.0;
    }
    if ends {
        to.at += along * to.width / 2.0;
    }
    RibbonPiece { from, to, begins, ends }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Rect;

    fn ribbon(knots: &[(f64, f64, f64)], colors: Vec<Color>, cap: Cap) -> Vec<Strand> {
        let knot = |&(x, width, alpha)| Knot { at: Point::new(x, 5.0), width, alpha, shade: alpha };
        strands(&Ribbon {
            knots: knots.iter().map(knot).collect(),
            shades: Shades::new(colors, (None, None), Color::BLACK),
            alpha: 1.0,
            cap,
            room: Rect::new(0.0, 0.0, 100.0, 10.0),
        })
    }

    fn black(knots: &[(f64, f64, f64)]) -> Vec<Strand> {
        ribbon(knots, vec![Color::BLACK], Cap::Round)
    }

    #[test]
    fn a_ribbon_is_no_more_lines_than_there_are_shades() {
        let even: Vec<_> = (0..=50).map(|i| (f64::from(i), 2.0, 1.0)).collect();
        assert_eq!(black(&even).len(), 1);
        let fading: Vec<_> = (0..=5000).map(|i| f64::from(i) / 5000.0).collect();
        let fading: Vec<_> = fading.iter().map(|&part| (100.0 * part, 2.0, part)).collect();
        assert!((200..=256).contains(&black(&fading).len()), "{}", black(&fading).len());
        let two = black(&[fading[0], fading[5000]]);
        assert!((200..=256).contains(&two.len()), "{}", two.len());
        assert!(two.windows(2).all(|pair| pair[0].alpha < pair[1].alpha));
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let gap = f64::NAN;
        assert_eq!(black(&[(-30.0, 1.0, 1.0), (-20.0, 1.0, 1.0), (gap, 1.0, 1.0)]).len(), 0);
        let far = black(&[(-1e300, 2.0, 0.0), (1e300, 2.0, 1.0)]);
        assert_eq!(far.len(), 1);
        assert_eq!(far[0].path.to_svg(), "M-2,5 L102,5");
        assert!((far[0].alpha - 0.5).abs() < 1e-9);
    }

    #[test]
    fn strands_of_other_colours_overlap_and_ends_are_square() {
        let red = Color::rgb(255, 0, 0);
        let two = ribbon(
            &[(10.0, 2.0, 0.0), (30.0, 2.0, 0.0), (31.0, 2.0, 1.0), (50.0, 2.0, 1.0)],
            vec![red, Color::BLACK],
            Cap::Square,
        );
        let paths: Vec<_> = two.iter().map(|strand| strand.path.to_svg()).collect();
        let colors: Vec<_> = two.iter().map(|strand| strand.color).collect();
        assert!(colors.first() == Some(&red) && colors.last() == Some(&Color::BLACK));
        assert!(paths[0].starts_with("M9,5 L30,5"), "{paths:?}");
        assert!(paths.last().is_some_and(|last| last.ends_with("L51,5")), "{paths:?}");
        assert!(two.windows(2).all(|pair| {
            pair[1]
                .path
                .to_svg()
                .starts_with(&format!("M{},5 L{},5", pair[0].last[0].x, pair[0].last[1].x))
        }));
    }
}
