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

impl Chance {
    /// The words of a table, of as many rows and columns as a field has.
    fn cells(&mut self) -> Vec<Vec<String>> {
        (0..self.grid.0).map(|_| self.col_names()).collect()
    }

    fn col_names(&mut self) -> Vec<String> {
        (0..self.grid.1).map(|_| self.text()).collect()
    }

    fn row_names(&mut self) -> Vec<String> {
        (0..self.grid.0).map(|_| self.text()).collect()
    }

    fn cell_colors(&mut self) -> Vec<Vec<String>> {
        (0..self.grid.0).map(|_| self.col_colors()).collect()
    }

    fn col_colors(&mut self) -> Vec<String> {
        (0..self.grid.1).map(|_| self.color()).collect()
    }

    fn row_colors(&mut self) -> Vec<String> {
        (0..self.grid.0).map(|_| self.color()).collect()
    }

    fn col_widths(&mut self) -> Vec<f64> {
        (0..self.grid.1).map(|_| self.positive()).collect()
    }

    fn table_loc(&mut self) -> &'static str {
        let places = ["upper right", "center", "lower left", "top", "bottom", "left", "top right"];
        self.pick::<&str>(&places)
    }

    fn cell_sides(&mut self) -> &'static str {
        let sides = ["closed", "open", "horizontal", "vertical", "BL", "T"];
        self.pick::<&str>(&sides)
    }
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
    Table |chance| {
        @new new(chance.cells());
        set_cells(chance.cells());
        set_cell(chance.below(0, 3), chance.below(0, 3), chance.label());
        set_cell_color(chance.below(0, 3), chance.below(0, 3), chance.color());
        set_cell_colors(chance.cell_colors());
        set_row_labels(chance.row_names());
        set_row_colors(chance.row_colors());
        set_col_labels(chance.col_names());
        set_col_colors(chance.col_colors());
        set_col_widths(chance.col_widths());
        set_row_height(chance.size());
        set_cell_loc(chance.halign());
        set_row_loc(chance.halign());
        set_col_loc(chance.halign());
        set_loc(chance.table_loc());
        set_bbox([chance.finite(), chance.finite(), chance.positive(), chance.positive()]);
        set_edges(chance.cell_sides());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
        set_auto_font_size(chance.flag());
        set_size(chance.size());
        set_font(chance.font());
        set_family(chance.family());
        set_weight(chance.weight());
        set_style(chance.slant());
        set_math_font(chance.math_font());
        set_text_color(chance.color());
        set_outline(chance.outline());
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
