//! A band across the axes.

use crate::{
    FigureError, Number,
    artist::Draw,
    base::extent::{Extent, Reach},
    parts::{
        common::{Common, common_properties, draw_common},
        patch::{self, Patch, edge_style_properties, patch_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A band from edge to edge of the axes, between two values of one axis; on a polar axes a ring or
/// a sector. Nothing is drawn where one of them is not finite. Its colour is `C0` by default.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let day = linspace(0.0, 48.0, 200);
/// let warmth = day.iter().map(|h| 15.0 - 6.0 * ((h - 3.0) * TAU / 24.0).cos());
/// for night in [0.0, 24.0, 48.0] {
///     ax.add(Span::vertical(night - 3.0, night + 6.0).color("navy").alpha(0.2));
/// }
/// ax.add(Line::new(&day, warmth).color("C1"));
/// ax.set_xlim(0.0, 48.0).set_xlabel("hour").set_ylabel("°C");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("span", fig);
/// ```
#[doc = include_str!("../../docs/span.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("axhspan", "axvspan"))]
#[derive(Debug, Clone)]
pub struct Span {
    ends: (f64, f64),
    vertical: bool,
    patch: Patch,
    common: Common,
}

impl Span {
    /// A level band, from one y to another in data coordinates.
    pub fn horizontal(from: impl Number, to: impl Number) -> Self {
        let (patch, common) = (Patch::default(), Common::default());
        Self { ends: (from.value(), to.value()), vertical: false, patch, common }
    }

    /// A vertical band, from one x to another in data coordinates.
    pub fn vertical(from: impl Number, to: impl Number) -> Self {
        Self { vertical: true, ..Self::horizontal(from, to) }
    }

    /// Moves both ends.
    pub fn set_ends(&mut self, from: impl Number, to: impl Number) -> &mut Self {
        self.ends = (from.value(), to.value());
        self
    }
}

patch_properties!(Span);
edge_style_properties!(Span, patch);
common_properties!(Span);
crate::parts::outline::outline_properties!(Span);

impl Draw for Span {
    draw_common!(Span);

    fn check(&self) -> Result<(), FigureError> {
        self.patch.check("Span")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let scale = if self.vertical { pen.transform.x } else { pen.transform.y };
        let (from, to) = (scale.at(self.ends.0), scale.at(self.ends.1));
        if let Some(polar) = pen.transform.polar() {
            let shape = match (from.is_finite() && to.is_finite(), self.vertical) {
                (false, _) => BezPath::new(),
                (_, true) => polar.sector(from, to),
                (_, false) => polar.ring(from, to),
            };
            return self.patch.draw(pen, &self.common, &shape);
        }
        let Rect { x0, y0, x1, y1 } = pen.frame;
        let corners = if self.vertical {
            [(from, y0), (to, y0), (to, y1), (from, y1)]
        } else {
            [(x0, from), (x1, from), (x1, to), (x0, to)]
        };
        let shape = patch::polygon(corners.into_iter().map(Point::from), pen.around());
        self.patch.draw(pen, &self.common, &shape);
    }

    fn extent(&self) -> Extent {
        let reach = Reach::of(self.ends.0).zip(Reach::of(self.ends.1)).map(|(a, b)| a.with(b));
        let level = Extent { y: reach, ..Extent::default() };
        if self.vertical { level.transposed() } else { level }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn key_color(&self, style: &crate::Style) -> Option<crate::Color> {
        self.patch.key_color(style)
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.patch.draw_key(pen, &self.common, area);
    }
}
