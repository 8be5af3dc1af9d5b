//! What is at the edges of a colorbar's colours: lines between bands, and the ends for values beyond.

use super::Gradient;
use crate::{Color, axes::boxed::crisp, pen::Pen, transform::plane::Scale};
use vello_cpu::kurbo::{Affine, BezPath, Join, Rect, Stroke};

impl Gradient {
    /// Draws a line between each two bands, and at the ends that go on.
    pub(super) fn draw_edges(&self, pen: &mut Pen<'_>, scale: Scale, bounds: &[f64]) {
        let (below, above) = self.open();
        let last = bounds.len() - 1;
        let is_inner = |i: usize| (0 < i || below) && (i < last || above);
        for (i, &bound) in bounds.iter().enumerate().filter(|(i, _)| is_inner(*i)) {
            let at = scale.at(if self.is_by_value() { bound } else { i as f64 }).round();
            let (from, to) = crisp(at, pen.style.edge_width * pen.point, false);
            let edge =
                Rect::from_points(self.at(pen.frame, from, 0.0), self.at(pen.frame, to, 1.0));
            pen.scene.fill_rect(edge, pen.style.spine_color());
        }
    }

    /// Draws the ends for values beyond, and the outline of a bar that has one.
    pub(super) fn draw_beyond(
        &self,
        pen: &mut Pen<'_>,
        scale: Scale,
        colors: (Option<Color>, Option<Color>),
    ) {
        let (is_open, ends, reach) = (self.open(), self.ends(), self.reach());
        let (Some(first), Some(last)) = colors else { return };
        let frame = pen.frame;
        let mut outline = BezPath::new();
        for (is_open, end, tip, color, sides) in [
            (is_open.0, ends.0, reach.0, first, [0.0, 1.0]),
            (is_open.1, ends.1, reach.1, last, [1.0, 0.0]),
        ] {
            let end = scale.at(end).round();
            let corners = sides.map(|side| self.at(frame, end, side));
            let mut beyond = BezPath::new();
            beyond.move_to(corners[0]);
            let across = if self.tips.1 { &sides[..] } else { &[0.5] };
            across.iter().for_each(|side| beyond.line_to(self.at(frame, scale.at(tip), *side)));
            beyond.line_to(corners[1]);
            if outline.is_empty() {
                outline.move_to(corners[0])
            } else {
                outline.line_to(corners[0])
            }
            if is_open {
                outline.extend(beyond.iter().skip(1));
                beyond.close_path();
                pen.scene.fill(&beyond, self.common.fade(&color.into()));
            } else {
                outline.line_to(corners[1]);
            }
        }
        outline.close_path();
        if is_open != (false, false) {
            // on the pixels that the edges of other boxes are on
            let (from, to) = crisp(0.0, pen.style.edge_width * pen.point, false);
            let stroke = Stroke::new(to - from).with_join(Join::Miter);
            let middle = f64::midpoint(from, to);
            let outline = Affine::translate((middle, middle)) * outline;
            pen.scene.stroke(&outline, &stroke, pen.style.spine_color());
        }
    }
}
