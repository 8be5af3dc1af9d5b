//! Shapes around a place.

use crate::artists::artists;

artists! {
    Circle |chance| {
        @new new(chance.place(), chance.positive());
        @all shape, hatching;
        set_color(chance.color());
        set_center(chance.place());
        set_radius(chance.positive());
    }
    Ellipse |chance| {
        @new new(chance.place(), chance.positive(), chance.positive());
        @all shape, hatching;
        set_color(chance.color());
        set_center(chance.place());
        set_width(chance.positive());
        set_height(chance.positive());
        set_angle(chance.degrees());
    }
    Rectangle |chance| {
        @new new(chance.place(), chance.finite(), chance.finite());
        @all shape, hatching;
        set_color(chance.color());
        set_xy(chance.place());
        set_width(chance.finite());
        set_height(chance.finite());
        set_angle(chance.degrees());
        set_rounding(chance.size());
        set_rotation_point(chance.rotation_point());
    }
    Wedge |chance| {
        @new new(chance.place(), chance.positive(), chance.degrees(), chance.degrees());
        @all shape, hatching;
        set_color(chance.color());
        set_center(chance.place());
        set_radius(chance.positive());
        set_theta1(chance.degrees());
        set_theta2(chance.degrees());
        set_width(chance.positive());
    }
    Arc |chance| {
        @new new(chance.place(), chance.positive(), chance.positive());
        @all shape;
        set_center(chance.place());
        set_width(chance.positive());
        set_height(chance.positive());
        set_theta1(chance.degrees());
        set_theta2(chance.degrees());
        set_angle(chance.degrees());
    }
    PathPatch |chance| {
        @new new(chance.path());
        @all shape, hatching;
        set_color(chance.color());
        set_path(chance.path());
        set_at(chance.place());
        set_angle(chance.degrees());
        set_scale(chance.finite());
        set_even_odd(chance.flag());
    }
    Circles |chance| {
        @new new(chance.column(), chance.column(), chance.amounts());
        @values set_values(chance.column());
        @all tints, mapping, hatchings;
        set_data(chance.fresh_column(), chance.column(), chance.amounts());
        set_x(chance.column());
        set_y(chance.column());
        set_radius(chance.amounts());
        set_units(chance.units());
        set_outline(chance.outline());
    }
    Polygons |chance| {
        @new new(chance.outlines()), rings(chance.rings());
        @values set_values(chance.column());
        @all tints, mapping, hatching;
        set_polygons(chance.outlines());
        set_rings(chance.rings());
        set_outline(chance.outline());
    }
    Arrow |chance| {
        @new new(chance.place(), chance.place());
        set_ends(chance.place(), chance.place());
        set_from(chance.anywhere());
        set_to(chance.anywhere());
        set_arrow_style(chance.arrow());
        set_face_color(chance.color());
        set_connection(chance.connection());
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
        set_head_size(chance.size());
        set_arc(chance.finite());
        set_shrink(chance.size());
        set_shrink_a(chance.size());
        set_shrink_b(chance.size());
        set_outline(chance.outline());
    }
    InsetIndicator |chance| {
        @new new(chance.axes[1]);
        set_inset(chance.axes[0]);
        set_color(chance.color());
        set_width(chance.size());
        set_style(chance.linestyle());
        set_fill(chance.color());
        set_connectors(chance.flag());
        set_outline(chance.outline());
    }
}
