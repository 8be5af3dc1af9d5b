//! Points and lines.

use crate::{
    artists::{Change, Limited, Moves, artists, change, common, group},
    chance::Chance,
};
use panim::{Axes, Trail};
use std::{f64::consts::TAU, sync::Arc};

artists! {
    Line |chance| {
        @new new(chance.column(), chance.column());
        @all trace, marks;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_steps(chance.steps());
    }
    Scatter |chance| {
        @new new(chance.column(), chance.column());
        @values set_values(chance.column());
        @all dots, mapping;
        set_data(chance.fresh_column(), chance.column());
    }
    ErrorBars |chance| {
        @new new(chance.column(), chance.column(), chance.amounts());
        @with horizontal();
        @all marks;
        set_data(chance.fresh_column(), chance.column(), chance.amounts());
        set_y(chance.column(), chance.amounts());
        set_color(chance.color());
        set_width(chance.size());
        set_cap_size(chance.size());
        set_cap_thick(chance.size());
    }
    Stem |chance| {
        @new new(chance.column(), chance.column());
        @all marks;
        set_data(chance.fresh_column(), chance.column());
        set_y(chance.column());
        set_color(chance.color());
        set_width(chance.size());
        set_bottom(chance.finite());
        set_base_color(chance.color());
    }
    HLine |chance| {
        @new new(chance.number());
        set_y(chance.number());
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
    }
    VLine |chance| {
        @new new(chance.number());
        set_x(chance.number());
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
    }
    Trail |chance| {
        @new of(chance.column(), chance.column());
        @all marks;
        set_end(chance.below(0, chance.length.max(1)));
        set_last(chance.count(0, 30));
        set_color(chance.color());
        set_width(chance.size());
        set_tail_width(chance.size());
        set_tail_alpha(chance.fraction());
    }
}

/// Where something is at a time.
fn path(time: f64) -> (f64, f64) {
    ((TAU * time).cos(), 2.0 * (TAU * time).sin())
}

fn along() -> Vec<Change<Trail>> {
    let own = group! { Trail |chance|
        set_time(chance.finite());
        set_length(chance.positive());
        set_since(chance.finite());
        set_samples(chance.count(2, 60));
        set_color(chance.color());
        set_width(chance.size());
    };
    [own, common!(Trail)].concat()
}

/// Adds a trail along a path, which has setters of its own.
pub fn add_trail(axes: &mut Axes, chance: &mut Chance) -> Arc<dyn Moves> {
    chance.log.begin_making("Trail", "new");
    chance.log.argument(&"path");
    chance.log.end();
    let mut trail = Trail::new(path);
    change(&mut trail, chance, &along(), 4);
    Arc::new(Limited(axes.add(trail), along))
}
