//! Words.

use crate::{
    artists::{Moves, artists},
    chance::Chance,
};
use panim::{At, Axes, Text};
use std::sync::Arc;

/// What a clock says.
fn at(time: f64) -> String {
    format!("at {time}")
}

artists! {
    Text |chance| {
        @new new(chance.place(), chance.text());
        @all placed, lettered;
        set_position(chance.place());
        set_text(chance.text());
    }
    Annotation |chance| {
        @new new(chance.text(), chance.place());
        @with xytext(chance.at());
        @all placed, lettered;
        set_xytext(chance.at());
        set_xytext(chance.anywhere());
        set_xy(chance.anywhere());
        set_text(chance.text());
        set_arrow(chance.arrow());
        set_arrow_color(chance.color());
        set_arrow_face_color(chance.color());
        set_arrow_width(chance.size());
        set_head_size(chance.size());
        set_relpos((chance.between(-1.0, 2.0), chance.fraction()));
        set_connection(chance.connection());
        set_arc(chance.finite());
        set_shrink(chance.size());
        set_shrink_a(chance.size());
        set_shrink_b(chance.size());
    }
    Timestamp |chance| {
        @new new(chance.loc());
        @all lettered;
        set_format(at as fn(f64) -> String);
        set_loc(chance.loc());
        set_at(chance.stand());
        set_time(chance.number());
    }
}

/// Adds words whose place is a fraction of the axes, as they have one in 3D axes.
pub fn add_text_in_axes(axes: &mut Axes, chance: &mut Chance) -> Arc<dyn Moves> {
    let (x, y, text) = (chance.between(-0.2, 1.2), chance.between(-0.2, 1.2), chance.text());
    chance.log.say(|| format!("Text::new(At::Axes({x}, {y}), {text:?})"));
    Arc::new(axes.add(Text::new(At::Axes(x, y), text)))
}
