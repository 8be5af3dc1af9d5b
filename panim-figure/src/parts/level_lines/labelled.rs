//! Lines with their levels in them.

use super::{LevelLine, LevelLines, LevelStyle, stroke};
use crate::{
    Format, Weight,
    numeric::inline::MeasuredLine,
    pen::Pen,
    text::{HAlign, TextStyle, VAlign},
};
use std::iter::once;
use vello_cpu::kurbo::Point;

/// Free space on both sides of a label, in points.
const LABEL_GAP: f64 = 3.6;

impl LevelLines {
    /// Says each of the levels; with the same number of digits if they are evenly spread.
    pub(super) fn texts(&self, is_log: bool, levels: &[f64]) -> Vec<String> {
        let text = |level: &f64| {
            let alike = if is_log { std::slice::from_ref(level) } else { levels };
            let format = self.label_format.clone();
            format.unwrap_or_else(|| Format::digits(digits(alike))).text(*level)
        };
        levels.iter().map(text).collect()
    }

    /// Draws lines with their levels in them, where there is room.
    pub(super) fn draw_labelled(
        &self,
        pen: &mut Pen<'_>,
        lines: &[LevelLine],
        texts: &[String],
        looks: &[LevelStyle],
    ) {
        let style = TextStyle {
            halign: HAlign::Center,
            valign: VAlign::Center,
            snap: false,
            ..self.label_font.text_style((pen.style.font_size, Weight::NORMAL), pen.point)
        };
        let mut taken = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let (text, state) = (&texts[line.level], &looks[line.level]);
            let label = pen.fonts.layout(&style, text).bounds().size();
            let others = lines.iter().enumerate().filter(|(other, _)| *other != i);
            let others: Vec<Point> = others.flat_map(|(_, line)| &line.points).copied().collect();
            let track = MeasuredLine::new(line.points.clone(), line.closed);
            let placement =
                track.as_ref().and_then(|t| t.placement(label, pen.frame, &taken, &others));
            let (Some(track), Some(placement)) = (track, placement) else {
                stroke(pen, once((line.points.clone(), line.closed)), state);
                continue;
            };
            let parts = track.without(placement, label.width + 2.0 * LABEL_GAP * pen.point);
            stroke(pen, parts.into_iter().map(|part| (part, false)), state);
            let turned = TextStyle { rotation: placement.degrees, ..style };
            let label = pen.fonts.layout(&turned, text);
            pen.words(&label, placement.middle, state.color);
            taken.push(placement.middle);
        }
    }
}

/// How many digits after the point tell numbers from each other.
fn digits(levels: &[f64]) -> usize {
    let steps = levels.windows(2).map(|pair| pair[1] - pair[0]);
    let close =
        steps.fold(f64::INFINITY, f64::min).min(levels.iter().map(|l| l.abs()).fold(0.0, f64::max))
            / 1000.0;
    let is_exact = |digits: &usize| {
        let scale = 10_f64.powi(*digits as i32);
        levels.iter().all(|level| ((level * scale).round() / scale - level).abs() <= close)
    };
    (0..17).find(is_exact).unwrap_or(17)
}
