//! Points and lines.

use crate::artists::artists;
use std::f64::consts::TAU;

artists! {
    Line |chance| {
        @new new(chance.column(), chance.column());
        @values set_values(chance.column());
        @all trace, marks, mapping;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_steps(chance.steps());
        set_shown(..chance.below(0, chance.length.max(1)));
        set_shown(chance.count(0, 3)..);
        set_values(chance.column());
        set_widths(chance.amounts());
        set_widths(chance.size());
    }
    Lines |chance| {
        @new new(chance.outlines()), rows(chance.across(), chance.rows());
        @values set_values(chance.column());
        @all mapping;
        set_lines(chance.outlines());
        set_rows(chance.column(), chance.rows());
        set_values(chance.column());
        set_color(chance.color());
        set_colors(chance.colors());
        set_width(chance.size());
        set_widths(chance.amounts());
        set_widths(chance.size());
        set_style(chance.linestyle());
        set_outline(chance.outline());
    }
    Scatter |chance| {
        @new new(chance.column(), chance.column());
        @values set_values(chance.column());
        @all dots, mapping;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_outline(chance.outline());
    }
    ErrorBars |chance| {
        @new new(chance.column(), chance.column(), chance.amounts()),
            new(chance.column(), chance.column(), (chance.amounts(), chance.size()));
        @with horizontal();
        @all marks;
        set_data(chance.fresh_column(), chance.column(), chance.amounts());
        set_x_errors(chance.amounts());
        set_y_errors((chance.amounts(), chance.amounts()));
        set_lolims(chance.flag());
        set_uplims(chance.flags());
        set_xlolims(chance.flags());
        set_xuplims(chance.flag());
        set_every(chance.count(1, 5));
        set_every((chance.below(0, 4), chance.count(1, 5)));
        set_x(chance.column());
        set_y(chance.column());
        set_errors(chance.amounts());
        set_color(chance.color());
        set_width(chance.size());
        set_cap_size(chance.size());
        set_cap_thick(chance.size());
        set_outline(chance.outline());
    }
    Stem |chance| {
        @new new(chance.column(), chance.column());
        @all marks;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_color(chance.color());
        set_width(chance.size());
        set_bottom(chance.finite());
        set_base_color(chance.color());
        set_outline(chance.outline());
    }
    AxLine |chance| {
        @new new(chance.place(), chance.place()), slope(chance.place(), chance.finite());
        @all stroked;
        set_xy1(chance.place());
        set_xy2(chance.place());
        set_slope(chance.finite());
    }
    HLine |chance| {
        @new new(chance.number());
        set_y(chance.number());
        set_xmin(chance.finite());
        set_xmax(chance.finite());
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
        set_outline(chance.outline());
    }
    VLine |chance| {
        @new new(chance.number());
        set_x(chance.number());
        set_ymin(chance.finite());
        set_ymax(chance.finite());
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
        set_outline(chance.outline());
    }
    Trail |chance| {
        @new new(chance.column(), chance.column());
        @values set_values(chance.column());
        @all marks, tail, mapping;
        set_values(chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_end(chance.below(0, chance.length.max(1)));
        set_last(chance.count(0, 30));
        set_outline(chance.outline());
    }
    TracedPath |chance| {
        @new new(path as fn(f64) -> (f64, f64));
        @all marks, tail;
        set_time(chance.finite());
        set_length(chance.positive());
        set_since(chance.finite());
        set_samples(chance.count(2, 60));
        set_outline(chance.outline());
    }
}

/// Where something is at a time.
fn path(time: f64) -> (f64, f64) {
    ((TAU * time).cos(), 2.0 * (TAU * time).sin())
}
