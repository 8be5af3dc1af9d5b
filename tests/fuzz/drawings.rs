//! What plotters draws, as chance does.

use crate::chance::Chance;
use panim::plotters::{coord::Shift, prelude::*};

/// Draws some shapes, far outside at times. What plotters refuses is not panim's.
pub fn draw<B: DrawingBackend>(area: &DrawingArea<B, Shift>, chance: &mut Chance) {
    for _ in 0..chance.below(1, 4) {
        let [a, b] = [point(chance), point(chance)];
        let color = RGBColor(chance.byte(), chance.byte(), chance.byte()).mix(chance.fraction());
        let kind = chance.below(0, 4);
        chance.log.say(|| format!("area: kind {kind} at {a:?}, {b:?} in {color:?}"));
        let drawn = match kind {
            0 => area.draw(&Circle::new(a, chance.below(0, 30) as i32, color.filled())),
            1 => area.draw(&Rectangle::new([a, b], color.filled())),
            2 => area.draw(&PathElement::new([a, b], color.stroke_width(3))),
            _ => {
                let text = chance.text();
                area.draw(&Text::new(text, a, ("sans-serif", 14).into_font().color(&color)))
            }
        };
        drop(drawn);
    }
}

fn point(chance: &mut Chance) -> (i32, i32) {
    let mut at = || match chance.below(0, 12) {
        0 => *chance.pick(&[i32::MAX, i32::MIN, 1_000_000, -1_000_000]),
        _ => chance.below(0, 200) as i32,
    };
    (at(), at())
}
