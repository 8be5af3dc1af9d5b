//! Stretches of one row.

use crate::{
    FigureError, Number, OneOf, Points,
    artist::Draw,
    base::{
        check::{checked_finite, checked_size},
        data::columns,
        extent::Extent,
        properties::properties,
    },
    color::{Color, ColorSpec},
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, edge_style_properties},
        tints::{Tints, draw_tints, tints_properties},
    },
    pen::Pen,
};
use std::sync::Arc;
use vello_cpu::kurbo::{BezPath, Rect};

/// Which part of a row of [`BrokenBars`] stands at its y.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowAlign {
    /// `"bottom"`: the lower edge, the default.
    #[default]
    Bottom,
    /// `"center"`: the middle.
    Center,
    /// `"top"`: the upper edge.
    Top,
}

crate::base::word::named! { RowAlign, "a part of a row":
    "bottom" => Self::Bottom,
    "center" => Self::Center,
    "top" => Self::Top,
}

/// Stretches of x in one row: when machines ran, what a plan has when. A stretch with a number that is not finite is
/// left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let shifts = [("mill", [(6, 9), (17, 4)]), ("press", [(8, 3), (12, 6)]), ("oven", [(2, 7), (13, 8)])];
/// for (row, (_, hours)) in shifts.iter().enumerate() {
///     ax.add(BrokenBars::new(hours, (row, 0.8)).align("center").color(format!("C{row}")));
/// }
/// ax.set_yticks(0..3).set_yticklabels(shifts.map(|shift| shift.0)).set_xlabel("hour").set_xlim(0, 24);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("broken_bars", fig);
/// ```
#[doc = include_str!("../../docs/broken_bars.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "broken_barh")]
#[derive(Debug, Clone)]
pub struct BrokenBars {
    /// Start and width.
    xranges: Arc<[(f64, f64)]>,
    /// Place and height.
    yrange: (f64, f64),
    align: RowAlign,
    tints: Tints,
    patch: Patch,
    common: Common,
}

impl BrokenBars {
    /// Stretches, each of its start and its width, to the left of the start if that is negative, in a row at this y and of this height.
    pub fn new(xranges: impl Points<2>, yrange: (impl Number, impl Number)) -> Self {
        let mut bars = Self {
            xranges: Arc::default(),
            yrange: (yrange.0.value(), yrange.1.value()),
            align: RowAlign::default(),
            tints: Tints::default(),
            patch: Patch::of_collection(),
            common: Common::default(),
        };
        bars.set_xranges(xranges);
        bars
    }

    /// Without stretches yet, which [`BrokenBars::set_xranges`] gives it, in a row of the height 1 at 0. Until then
    /// it is not to be seen.
    pub fn empty() -> Self {
        Self::new([(0.0, 0.0); 0], (0, 1))
    }

    /// Moves the stretches, each of its start and its width.
    pub fn set_xranges(&mut self, xranges: impl Points<2>) -> &mut Self {
        let [starts, widths] = columns(xranges);
        self.xranges = starts.into_iter().zip(widths).collect();
        self
    }

    /// Moves the row: its y and its height.
    pub fn set_yrange(&mut self, y: impl Number, height: impl Number) -> &mut Self {
        self.yrange = (y.value(), height.value());
        self
    }

    /// The lower and the upper edge of the row.
    fn row(&self) -> (f64, f64) {
        let (y, height) = self.yrange;
        match self.align {
            RowAlign::Bottom => (y, y + height),
            RowAlign::Center => (y - height / 2.0, y + height / 2.0),
            RowAlign::Top => (y - height, y),
        }
    }

    /// Each stretch that is to be seen with its number.
    fn stretches(&self) -> impl Iterator<Item = (usize, (f64, f64))> {
        let ends = self.xranges.iter().map(|(start, width)| (*start, start + width)).enumerate();
        ends.filter(|(_, (start, end))| start.is_finite() && end.is_finite())
    }

    fn blocks(&self, pen: &Pen<'_>) -> Vec<(usize, BezPath)> {
        let row = self.row();
        self.stretches().map(|(i, ends)| (i, patch::block(pen, ends, row, false))).collect()
    }
}

properties! { BrokenBars {
    /// What of the row stands at its y: its lower edge, `"bottom"`, the default, its `"center"` or its `"top"`.
    align / set_align(align: impl OneOf<RowAlign>) |bars| {
        bars.common.misnamed.set("align", align, &mut bars.align);
    };
    /// Width of the edges in points; default: 1. Edges are drawn once their colour or their width is given.
    edge_width / set_edge_width(width: impl Number) |bars| bars.patch.edge_width = Some(width.value());
} }
edge_style_properties!(BrokenBars, patch);
hatch_properties!(BrokenBars, patch.hatching);
tints_properties!(
    BrokenBars,
    tints,
    "stretch",
    "stretches",
    "default: `C0`.",
    "default: that of the style's edges, black. Edges are drawn once their colour or their width is given.",
    "has no face"
);
common_properties!(BrokenBars);
crate::parts::outline::outline_properties!(BrokenBars);

impl Draw for BrokenBars {
    draw_common!(BrokenBars);
    draw_tints!(tints);

    fn check(&self) -> Result<(), FigureError> {
        checked_finite("BrokenBars", "yrange", ("a place", self.yrange.0))?;
        checked_finite("BrokenBars", "yrange", ("a height", self.yrange.1))?;
        checked_size("BrokenBars", "edge_width", self.patch.edge_width.unwrap_or(0.0))?;
        self.patch.edge_style.check("BrokenBars", "edge_style")?;
        self.patch.hatching.check("BrokenBars")?;
        self.tints.check("BrokenBars", ("xranges", self.xranges.len()))
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let faces = self.tints.faces(pen.style.cycle_color(0));
        for (i, block) in self.blocks(pen) {
            let face = &faces[i % faces.len()];
            let patch =
                Patch { edge_color: self.tints.edge(i, face).cloned(), ..self.patch.clone() };
            patch.draw_faced(pen, &self.common, &block, face);
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        self.blocks(pen).into_iter().flat_map(|(_, block)| block).collect()
    }

    fn extent(&self) -> Extent {
        let (low, high) = self.row();
        let corners = self.stretches().flat_map(|(_, (start, end))| [(start, low), (end, high)]);
        Extent::of_points(corners)
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn key_color(&self, style: &crate::Style) -> Option<Color> {
        let face: ColorSpec = self.tints.key(style.cycle_color(0));
        face.get().ok()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let face = self.tints.key(pen.style.cycle_color(0));
        let key = Patch { edge_color: self.tints.edge(0, &face).cloned(), ..self.patch.clone() };
        key.draw_key_faced(pen, &self.common, area, &face);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_stands_where_it_is_aligned() {
        let bars = || BrokenBars::new([(1, 2), (5, 1)], (3, 4));
        assert_eq!(bars().row(), (3.0, 7.0));
        assert_eq!(bars().align("center").row(), (1.0, 5.0));
        assert_eq!(bars().align("top").row(), (-1.0, 3.0));
        let extent = bars().extent();
        assert_eq!(extent.x.map(|x| (x.low, x.high)), Some((1.0, 6.0)));
        assert_eq!(extent.y.map(|y| (y.low, y.high, y.low_sticks)), Some((3.0, 7.0, false)));
    }
    #[test]
    fn a_stretch_of_negative_width_goes_to_the_left() {
        let drawn = |xranges: [(i32, i32); 2]| {
            let mut fig = crate::Figure::new();
            fig.set_size(160, 120);
            fig.axes().add(BrokenBars::new(xranges, (0, 1)));
            let mut renderer = crate::Renderer::new(fig).expect("a figure");
            renderer.draw().expect("a picture").to_vec()
        };
        assert!(drawn([(3, -2), (5, 1)]) == drawn([(1, 2), (5, 1)]));
    }
}
