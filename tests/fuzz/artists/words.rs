//! Words.

use crate::{
    artists::{Moves, artists},
    chance::Chance,
};
use panim::{Axes, Text};
use std::sync::Arc;

/// What a clock says.
fn at(time: f64) -> String {
    format!("at {time}")
}

artists! {
    Text |chance| {
        @new new(chance.number(), chance.number(), chance.text());
        @with in_axes();
        @all placed, lettered;
        set_position(chance.number(), chance.number());
        set_text(chance.text());
    }
    Annotation |chance| {
        @new new(chance.text(), chance.place());
        @with text_at(chance.at());
        @all placed, lettered;
        set_text_position(chance.at());
        set_xy(chance.place());
        set_text(chance.text());
        set_arrow(chance.arrow());
        set_arrow_color(chance.color());
        set_arrow_width(chance.size());
        set_arc(chance.finite());
        set_shrink(chance.size());
    }
    Timestamp |chance| {
        @new new(chance.loc());
        @with format(at as fn(f64) -> String);
        @all lettered;
        set_time(chance.number());
    }
}

/// Adds words whose place is a fraction of the axes, as they have one in 3D axes.
pub fn add_text_in_axes(axes: &mut Axes, chance: &mut Chance) -> Arc<dyn Moves> {
    let (x, y, text) = (chance.between(-0.2, 1.2), chance.between(-0.2, 1.2), chance.text());
    chance.log.say(|| format!("Text::new({x}, {y}, {text:?}).in_axes()"));
    Arc::new(axes.add(Text::new(x, y, text).in_axes()))
}
