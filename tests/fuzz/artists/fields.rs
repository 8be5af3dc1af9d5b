//! Values on a grid, and arrows.

use crate::{
    artists::{Change, Limited, Moves, artists, common, group, mapping},
    chance::Chance,
};
use panim::{Axes, Picture, Quiver};
use std::sync::Arc;

impl Chance {
    /// The bytes of a picture of the field's size, so many for each pixel.
    fn bytes(&mut self, each: usize) -> Vec<u8> {
        (0..self.grid.0 * self.grid.1 * each).map(|_| self.byte()).collect()
    }

    fn picture(&mut self) -> Picture {
        let (rows, columns) = self.grid;
        Picture::new(columns as u32, rows as u32, self.bytes(4))
    }

    fn extent(&mut self) -> [f64; 4] {
        [self.low(), self.high(), self.low(), self.high()]
    }

    /// An opacity for each cell.
    pub fn opacities(&mut self) -> Vec<Vec<f64>> {
        let (rows, columns) = self.grid;
        (0..rows).map(|_| (0..columns).map(|_| self.between(0.0, 1.0)).collect()).collect()
    }

    /// Triangles between points, as numbers of these.
    pub fn triangles(&mut self) -> Vec<[usize; 3]> {
        let least = usize::from(self.is_wild());
        let most = self.length + least;
        let count = if most == 0 { 0 } else { self.below(0, 20) };
        (0..count).map(|_| [0; 3].map(|_| self.below(0, most))).collect()
    }

    /// Which triangles are left out, of as many as some call has made or of another number.
    pub fn mask(&mut self) -> Vec<bool> {
        let count = self.below(0, 20);
        (0..count).map(|_| self.comes(0.5)).collect()
    }

    fn starts(&mut self) -> Vec<(f64, f64)> {
        (0..self.below(0, 5)).map(|_| (self.between(-1.0, 6.0), self.between(-1.0, 6.0))).collect()
    }
}

artists! {
    Barbs |chance| {
        @new new(chance.column(), chance.column(), chance.column(), chance.column());
        @values set_values(chance.column());
        @all mapping;
        set_data(chance.fresh_column(), chance.column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_uv(chance.column(), chance.column());
        set_length(chance.size());
        set_pivot(chance.pivot());
        set_increments([chance.positive(), chance.positive(), chance.positive()]);
        set_rounding(chance.flag());
        set_flip_barb(chance.flag());
        set_flip_barb(chance.mask());
        set_fill_empty(chance.flag());
        set_spacing(chance.fraction());
        set_height(chance.fraction());
        set_flag_width(chance.fraction());
        set_empty_radius(chance.fraction());
        set_color(chance.color());
        set_colors(chance.colors());
        set_flag_color(chance.color());
        set_values(chance.column());
        set_width(chance.size());
        set_outline(chance.outline());
    }
    Image |chance| {
        @new new(chance.rows()),
            rgb(chance.grid.1, chance.grid.0, chance.bytes(3)),
            rgba(chance.grid.1, chance.grid.0, chance.bytes(4)),
            picture(chance.picture());
        @values set_data(chance.rows());
        @all mapping;
        set_data(chance.rows());
        set_rgb(chance.grid.1, chance.grid.0, chance.bytes(3));
        set_rgba(chance.grid.1, chance.grid.0, chance.bytes(4));
        set_origin(chance.origin());
        set_interpolation(chance.interpolation());
        set_picture(chance.picture());
        set_alphas(chance.opacities());
        set_extent(chance.extent());
        set_between(chance.place(), chance.place());
    }
    PColorMesh |chance| {
        @new new(chance.across(), chance.down(), chance.rows()),
            grid(chance.bent(), chance.bent(), chance.rows());
        @values set_cmap(chance.cmap());
        @all mapping;
        set_data(chance.across(), chance.down(), chance.rows());
        set_grid(chance.bent(), chance.bent());
        set_values(chance.rows());
        set_shading(chance.shading());
        set_alphas(chance.opacities());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
    }
    Contour |chance| {
        @new new(chance.across(), chance.down(), chance.rows());
        @values set_cmap(chance.cmap());
        @all mapping, level_lines;
        set_zdir(chance.space_axis());
        set_offset(chance.finite());
        set_data(chance.across(), chance.down(), chance.rows());
        set_values(chance.rows());
        set_levels(chance.edges());
        set_level_count(chance.count(1, 12));
    }
    ContourFilled |chance| {
        @new new(chance.across(), chance.down(), chance.rows());
        @values set_cmap(chance.cmap());
        @all mapping, hatchings;
        set_zdir(chance.space_axis());
        set_offset(chance.finite());
        set_data(chance.across(), chance.down(), chance.rows());
        set_values(chance.rows());
        set_levels(chance.edges());
        set_level_count(chance.count(1, 12));
        set_extend(chance.extend());
        set_colors(chance.colors());
        set_outline(chance.outline());
    }
    TriColor |chance| {
        @new new(chance.column(), chance.column(), chance.column()),
            faces(chance.column(), chance.column(), chance.column());
        @with triangles(chance.triangles());
        @values set_cmap(chance.cmap());
        @all mapping, triangulated;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_values(chance.column());
        set_shading(chance.shading());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
    }
    TriContour |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @with triangles(chance.triangles());
        @values set_cmap(chance.cmap());
        @all mapping, level_lines, triangulated;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_values(chance.column());
        set_levels(chance.edges());
        set_level_count(chance.count(1, 12));
    }
    TriContourFilled |chance| {
        @new new(chance.column(), chance.column(), chance.column());
        @with triangles(chance.triangles());
        @values set_cmap(chance.cmap());
        @all mapping, hatchings, triangulated;
        set_data(chance.fresh_column(), chance.column(), chance.column());
        set_values(chance.column());
        set_levels(chance.edges());
        set_level_count(chance.count(1, 12));
        set_extend(chance.extend());
        set_colors(chance.colors());
        set_outline(chance.outline());
    }
    TriPlot |chance| {
        @new new(chance.column(), chance.column());
        @with triangles(chance.triangles());
        @all stroked, marks, triangulated;
        set_data(chance.fresh_column(), chance.column());
    }
    Quiver |chance| {
        @new new(chance.column(), chance.column(), chance.column(), chance.column());
        @with by_magnitude(), key(chance.place(), chance.positive(), chance.text());
        @values set_values(chance.column());
        @all mapping;
        set_data(chance.fresh_column(), chance.column(), chance.column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_uv(chance.column(), chance.column());
        set_by_magnitude();
        set_key(chance.place(), chance.positive(), chance.text());
        set_color(chance.color());
        set_values(chance.column());
        set_scale(chance.positive());
        set_in_data(chance.flag());
        set_width(chance.positive());
        set_head_width(chance.positive());
        set_head_length(chance.positive());
        set_head_axis_length(chance.positive());
        set_pivot(chance.pivot());
        set_outline(chance.outline());
    }
    Spectrogram |chance| {
        @new new(chance.column());
        @with nfft(16), noverlap(8);
        @values set_cmap(chance.cmap());
        @all mapping;
        set_data(chance.fresh_column());
        set_fs(chance.positive());
        set_nfft(chance.count(1, 40));
        set_noverlap(chance.count(0, 16));
        set_pad_to(chance.count(16, 70));
        set_window(chance.spectral_window());
        set_detrend(chance.detrend());
        set_mode(chance.spectral_mode());
        set_scale(chance.spectral_scale());
        set_scale_by_freq(chance.flag());
        set_fc(chance.number());
    }
    Streamlines |chance| {
        @new new(chance.across(), chance.down(), chance.rows(), chance.rows());
        @with by_magnitude();
        @values set_values(chance.rows());
        @all mapping;
        set_data(chance.across(), chance.down(), chance.rows(), chance.rows());
        set_uv(chance.rows(), chance.rows());
        set_by_magnitude();
        set_color(chance.color());
        set_values(chance.rows());
        set_width(chance.size());
        set_widths(chance.rows());
        set_density(chance.positive());
        set_min_length(chance.fraction());
        set_max_length(chance.positive());
        set_broken(chance.flag());
        set_integration_direction(chance.integration_direction());
        set_start_points(chance.starts());
        set_arrows(chance.count(0, 4));
        set_arrow_size(chance.size());
        set_outline(chance.outline());
    }
}

fn of_grid() -> Vec<Change<Quiver>> {
    let own = group! { Quiver |chance|
        set_uv(chance.rows().concat(), chance.rows().concat());
        set_values(chance.rows().concat());
        set_pivot(chance.pivot());
    };
    [own, common!(Quiver), mapping!(Quiver)].concat()
}

/// Adds arrows on a grid, of which there are as many as a field has points.
pub fn add_quiver_grid(axes: &mut Axes, chance: &mut Chance) -> Arc<dyn Moves> {
    let [x, y] = [chance.across(), chance.down()];
    let [u, v] = [chance.rows(), chance.rows()];
    chance.log.say(|| format!("Quiver::grid({x:?}, {y:?}, {u:?}, {v:?})"));
    Arc::new(Limited(axes.add(Quiver::grid(x, y, u, v)), of_grid))
}
