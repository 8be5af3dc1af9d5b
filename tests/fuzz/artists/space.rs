//! Artists of 3D axes.

use crate::artists::artists;

artists! {
    Line3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @values set_values(chance.column());
        @all trace, marks, mapping;
        set_values(chance.column());
        set_widths(chance.amounts());
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_z(chance.column());
    }
    Scatter3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @values set_values(chance.column());
        @all dots, mapping;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_z(chance.column());
        set_depth_shade(chance.flag());
        set_outline(chance.outline());
    }
    Bars3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @all patch;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_height(chance.column());
        set_width(chance.positive());
        set_depth(chance.positive());
        set_bottom(chance.column());
        set_colors(chance.colors());
        set_shade(chance.flag());
    }
    Surface |chance| {
        @new new(chance.across(), chance.down(), chance.rows()),
            parametric(chance.bent(), chance.bent(), chance.rows());
        @values set_cmap(chance.cmap());
        @all patch, mapping, meshed;
        set_shade(chance.flag());
    }
    Wireframe |chance| {
        @new new(chance.across(), chance.down(), chance.rows()),
            parametric(chance.bent(), chance.bent(), chance.rows());
        @all meshed;
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
        set_outline(chance.outline());
    }
}
