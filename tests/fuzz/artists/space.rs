//! Artists of 3D axes.

use crate::{artists::artists, chance::Chance};
use panim::{FillMode, SpaceAxis, TextDirection};

impl Chance {
    fn point(&mut self) -> (f64, f64, f64) {
        (self.finite(), self.finite(), self.finite())
    }

    fn text_direction(&mut self) -> TextDirection {
        let (x, y, z) = self.point();
        let vector = TextDirection::Vector(x, y, z);
        *self.pick(&[TextDirection::X, TextDirection::Y, TextDirection::Z, vector])
    }

    pub fn space_axis(&mut self) -> SpaceAxis {
        *self.pick(&[SpaceAxis::X, SpaceAxis::Y, SpaceAxis::Z])
    }

    fn fill_mode(&mut self) -> FillMode {
        *self.pick(&[FillMode::Auto, FillMode::Quad, FillMode::Polygon])
    }

    /// Three planes of three rows of cells.
    fn filled_cells(&mut self) -> Vec<Vec<Vec<bool>>> {
        (0..3).map(|_| (0..3).map(|_| (0..3).map(|_| self.flag()).collect()).collect()).collect()
    }
}

/// A pointer, since the log shows what was given.
const EVERY_OTHER: fn(usize, usize, usize) -> bool = |x, y, z| (x + y + z).is_multiple_of(2);

artists! {
    Line3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @values set_values(chance.column());
        @all trace, marks, mapping;
        set_values(chance.column());
        set_widths(chance.amounts());
        set_shown(chance.below(0, 3)..chance.count(3, 6));
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
        set_face_colors(chance.colors());
        set_shade(chance.flag());
    }
    TriSurface |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @with triangles(chance.triangles());
        @values set_cmap(chance.cmap());
        @all patch, mapping, triangulated;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_z(chance.column());
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
    Text3D |chance| {
        @new new(chance.point(), chance.text());
        @all placed, lettered;
        set_position(chance.point());
        set_text(chance.text());
        set_zdir(chance.text_direction());
    }
    Stem3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @all marks;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_z(chance.column());
        set_color(chance.color());
        set_width(chance.size());
        set_bottom(chance.finite());
        set_orientation(chance.space_axis());
        set_base_color(chance.color());
        set_outline(chance.outline());
    }
    Quiver3D |chance| {
        @new new(
            chance.column(), chance.column(), chance.column(),
            chance.column(), chance.column(), chance.column(),
        );
        @values set_values(chance.column());
        @all mapping;
        set_data(
            chance.fresh_column(), chance.column(), chance.column(),
            chance.column(), chance.column(), chance.column(),
        );
        set_x(chance.column());
        set_y(chance.column());
        set_z(chance.column());
        set_uvw(chance.column(), chance.column(), chance.column());
        set_by_magnitude();
        set_color(chance.color());
        set_width(chance.size());
        set_length(chance.finite());
        set_arrow_length_ratio(chance.fraction());
        set_normalize(chance.flag());
        set_pivot(chance.pivot());
        set_outline(chance.outline());
    }
    Voxels |chance| {
        @new new(chance.filled_cells());
        @all patch;
        set_filled(chance.filled_cells());
        set_filled_by((3, 3, 3), EVERY_OTHER);
        set_edges([0, 1, 3, 4], [0, 2, 3, 4], [0, 1, 2, 5]);
        set_colors(chance.colors());
        set_shade(chance.flag());
    }
    FillBetween3D |chance| {
        @new new(
            chance.column(), chance.column(), chance.column(),
            chance.column(), chance.column(), chance.column(),
        );
        @all patch;
        set_data(
            chance.fresh_column(), chance.column(), chance.column(),
            chance.column(), chance.column(), chance.column(),
        );
        set_x1(chance.column());
        set_y1(chance.column());
        set_z1(chance.column());
        set_x2(chance.column());
        set_y2(chance.column());
        set_z2(chance.finite());
        set_mask(chance.flags());
        set_mode(chance.fill_mode());
        set_shade(chance.flag());
    }
    Trail3D |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @values set_values(chance.column());
        @all tail, marks, mapping;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_z(chance.column());
        set_end(chance.below(0, chance.length.max(1)));
        set_last(chance.count(1, 9));
        set_outline(chance.outline());
    }
}
