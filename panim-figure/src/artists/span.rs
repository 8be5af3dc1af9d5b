//! A band across the axes.

use crate::{
    FigureError, Number,
    artist::Draw,
    base::{
        check::checked_finite,
        extent::{Extent, Reach},
        properties::properties,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, edge_style_properties, patch_properties},
    },
    pen::Pen,
};
use std::f64::consts::TAU;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// A band from edge to edge of the axes, or between two fractions of them, between two values of one axis; on a polar
/// axes a ring or a sector, or a part of one. Nothing is drawn where one of them is not finite. Its colour is `C0` by default.
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
    /// Along the band, as fractions of the axes.
    stretch: (f64, f64),
    patch: Patch,
    common: Common,
}

impl Span {
    /// A level band, from one y to another in data coordinates.
    pub fn horizontal(from: impl Number, to: impl Number) -> Self {
        let (patch, common) = (Patch::default(), Common::default());
        Self {
            ends: (from.value(), to.value()),
            vertical: false,
            stretch: (0.0, 1.0),
            patch,
            common,
        }
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

    /// Where it is along x, or along y: its ends, or how far it goes.
    fn place_mut(&mut self, along_x: bool) -> &mut (f64, f64) {
        if self.vertical == along_x { &mut self.ends } else { &mut self.stretch }
    }
}

properties! { Span {
    /// Of a vertical band one end in data coordinates; of a level one where it starts, as a fraction of the axes' width
    /// whatever the limits are, 0 by default.
    xmin / set_xmin(x: impl Number) |span| span.place_mut(true).0 = x.value();
    /// Of a vertical band the other end in data coordinates; of a level one where it ends, as a fraction of the axes'
    /// width, 1 by default.
    xmax / set_xmax(x: impl Number) |span| span.place_mut(true).1 = x.value();
    /// Of a level band one end in data coordinates; of a vertical one where it starts, as a fraction of the axes'
    /// height whatever the limits are, 0 by default.
    ymin / set_ymin(y: impl Number) |span| span.place_mut(false).0 = y.value();
    /// Of a level band the other end in data coordinates; of a vertical one where it ends, as a fraction of the axes'
    /// height, 1 by default.
    ymax / set_ymax(y: impl Number) |span| span.place_mut(false).1 = y.value();
} }
patch_properties!(Span);
hatch_properties!(Span, patch.hatching);
edge_style_properties!(Span, patch);
common_properties!(Span);
crate::parts::outline::outline_properties!(Span);

impl Draw for Span {
    draw_common!(Span);

    fn check(&self) -> Result<(), FigureError> {
        let arguments = if self.vertical { ["ymin", "ymax"] } else { ["xmin", "xmax"] };
        for (argument, fraction) in arguments.into_iter().zip([self.stretch.0, self.stretch.1]) {
            checked_finite("Span", argument, ("a fraction of the axes", fraction))?;
        }
        self.patch.check("Span")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let scale = if self.vertical { pen.transform.x } else { pen.transform.y };
        let (from, to) = (scale.at(self.ends.0), scale.at(self.ends.1));
        let (start, end) = self.stretch;
        if let Some(polar) = pen.transform.polar() {
            let shape = match (from.is_finite() && to.is_finite(), self.vertical) {
                (false, _) => BezPath::new(),
                _ if (start, end) != (0.0, 1.0) => {
                    let turn = |fraction: f64| pen.transform.x.at(fraction * TAU);
                    match self.vertical {
                        true => polar.part((from, to), (start * polar.radius, end * polar.radius)),
                        false => polar.part((turn(start), turn(end)), (from, to)),
                    }
                }
                (_, true) => polar.sector(from, to),
                (_, false) => polar.ring(from, to),
            };
            return self.patch.draw(pen, &self.common, &shape);
        }
        let Rect { x0, y0, x1, y1 } = pen.frame;
        let (x0, x1) = (x0 + start * (x1 - x0), x0 + end * (x1 - x0));
        let (y0, y1) = (y1 - end * (y1 - y0), y1 - start * (y1 - y0));
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
