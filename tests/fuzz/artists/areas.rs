//! Filled shapes.

use crate::artists::artists;

artists! {
    Bars |chance| {
        @new new(chance.column(), chance.column());
        @with horizontal();
        @all patch, hatchings;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_height(chance.column());
        set_width(chance.positive());
        set_bottom(chance.column());
        set_colors(chance.colors());
        set_errors(chance.amounts());
        set_error_color(chance.color());
        set_error_width(chance.size());
        set_cap_size(chance.size());
        set_cap_thick(chance.size());
        set_value_labels(chance.format());
        set_value_labels_inside(chance.flag());
        set_value_label_size(chance.size());
        set_value_label_font(chance.font());
        set_value_label_color(chance.color());
        set_value_label_weight(chance.weight());
        set_outline(chance.outline());
    }
    FillBetween |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @all patch, hatching;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_lower(chance.column());
        set_upper(chance.column());
        set_steps(chance.steps());
        set_mask(chance.flags());
        set_interpolate(chance.flag());
        set_outline(chance.outline());
    }
    Polygon |chance| {
        @new new(chance.column(), chance.column());
        @all patch, hatching;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_edge_style(chance.linestyle());
        set_holes(chance.outlines());
        set_outline(chance.outline());
    }
    Span |chance| {
        @new horizontal(chance.number(), chance.number()), vertical(chance.number(), chance.number());
        @all patch, hatching;
        set_ends(chance.number(), chance.number());
        set_xmin(chance.finite());
        set_xmax(chance.finite());
        set_ymin(chance.finite());
        set_ymax(chance.finite());
        set_edge_style(chance.linestyle());
    }
    BrokenBars |chance| {
        @new new(chance.ring(), (chance.number(), chance.finite()));
        @values set_values(chance.column());
        @all tints, mapping, hatching;
        set_xranges(chance.ring());
        set_yrange(chance.finite(), chance.finite());
        set_align(chance.row_align());
    }
    StackPlot |chance| {
        @new new(chance.across(), chance.rows());
        @all hatchings;
        set_data(chance.across(), chance.rows());
        set_x(chance.across());
        set_y(chance.rows());
        set_baseline(chance.baseline());
        set_colors(chance.colors());
        set_labels(chance.names());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
    }
    Stairs |chance| {
        @new new(chance.column());
        @with horizontal();
        @all patch, hatching;
        set_values(chance.column());
        set_edges(chance.edges());
        set_edges((0..=chance.length).map(|edge| 1.5 * edge as f64).collect::<Vec<_>>());
        set_baseline(chance.finite());
        set_baseline(chance.column());
        set_open(chance.flag());
        set_fill(chance.flag());
        set_edge_style(chance.linestyle());
        set_outline(chance.outline());
    }
    Pie |chance| {
        @new new(chance.amounts());
        @all hatchings;
        set_values(chance.amounts());
        set_labels(chance.names());
        set_percent(chance.format());
        set_explode(chance.amounts());
        set_start_angle(chance.degrees());
        set_counterclock(chance.flag());
        set_radius(chance.positive());
        set_hole(chance.fraction());
        set_center((chance.finite(), chance.finite()));
        set_frame(chance.flag());
        set_shadow(chance.flag());
        set_normalize(chance.comes(0.9));
        set_colors(chance.colors());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
        set_label_distance(chance.positive());
        set_label_size(chance.size());
        set_label_font(chance.font());
        set_label_color(chance.color());
        set_label_weight(chance.weight());
        set_percent_distance(chance.positive());
        set_percent_size(chance.size());
        set_percent_font(chance.font());
        set_percent_color(chance.color());
        set_percent_weight(chance.weight());
        set_outline(chance.outline());
    }
}
