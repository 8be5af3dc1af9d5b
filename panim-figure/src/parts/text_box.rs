//! A box around a text.

use crate::{
    FigureError, Number, OneOf,
    base::{
        check::{PADDING, checked_opacity, checked_size},
        word::Misnamed,
    },
    color::{ColorSpec, IntoColor, checked_color},
    parts::{box_style::BoxStyle, common::Common, patch::Patch},
    pen::Pen,
    text::TextLayout,
};
use vello_cpu::kurbo::{BezPath, Point};

/// A box around the words of a text: of the style's colours, white with a black edge, and with
/// square corners by default.
///
/// ```
/// # use panim_figure::{Text, TextBox};
/// Text::new((0.5, 0.5), "here").boxed(TextBox::rounded().color("wheat").alpha(0.5));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    color: Option<ColorSpec>,
    edge_color: Option<ColorSpec>,
    edge_width: f64,
    padding: f64,
    style: BoxStyle,
    alpha: f64,
    misnamed: Misnamed,
}

impl Default for TextBox {
    fn default() -> Self {
        Self::new()
    }
}

impl TextBox {
    /// A box with square corners.
    pub fn new() -> Self {
        Self {
            color: None,
            edge_color: None,
            edge_width: 1.0,
            padding: 0.3,
            style: BoxStyle::square(),
            alpha: 1.0,
            misnamed: Misnamed::default(),
        }
    }

    /// A box with round corners.
    pub fn rounded() -> Self {
        Self { style: BoxStyle::round(), ..Self::new() }
    }

    /// Its shape: a [`BoxStyle`] or matplotlib's name of one, `"larrow"`, with options as in
    /// `"round4,pad=0.4"`. Default: `"square"`.
    #[must_use]
    #[doc(alias = "boxstyle")]
    pub fn style(mut self, style: impl OneOf<BoxStyle>) -> Self {
        self.misnamed.set("boxed", style, &mut self.style);
        self.padding = self.style.pad.unwrap_or(self.padding);
        self
    }

    /// Colour of the face; default: that of the style's axes, white; `"none"` for only an edge.
    #[must_use]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.color = Some(color.into());
        self
    }

    /// Colour of the edge; default: that of the style's edges, black.
    #[must_use]
    pub fn edge_color(mut self, color: impl IntoColor) -> Self {
        self.edge_color = Some(color.into());
        self
    }

    /// Width of the edge in points; default: 1; 0 for none.
    #[must_use]
    pub fn edge_width(mut self, width: impl Number) -> Self {
        self.edge_width = width.value();
        self
    }

    /// Room around the words, by the size of the text; default: 0.3. Round corners have this
    /// radius unless the style says another one.
    #[must_use]
    pub fn padding(mut self, padding: impl Number) -> Self {
        self.padding = padding.value();
        self
    }

    /// Opacity of face and edge, 0 (clear) to 1 (opaque, the default).
    #[must_use]
    pub fn alpha(mut self, alpha: impl Number) -> Self {
        self.alpha = alpha.value();
        self
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.misnamed.check(name)?;
        self.style.check(name, "boxed")?;
        for color in [&self.color, &self.edge_color].into_iter().flatten() {
            checked_color(name, "boxed", color)?;
        }
        checked_size(name, "boxed", self.edge_width)?;
        PADDING.check(name, "boxed", self.padding)?;
        checked_opacity(name, "boxed", self.alpha)
    }

    /// The box around a text at a point, `em` pixels being the text's size.
    pub(crate) fn shape(&self, layout: &TextLayout, at: Point, em: f64) -> BezPath {
        let pad = self.padding * em;
        layout.around(at, pad, |block| self.style.shape(block, pad, em))
    }

    pub(crate) fn room(&self) -> f64 {
        self.padding
    }

    /// How far it reaches beyond its shape, in points.
    pub(crate) fn spare(&self) -> f64 {
        self.edge_width
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, shape: &BezPath) {
        let patch = Patch {
            color: self.color.clone().or_else(|| Some(pen.style.axes_face.into())),
            edge_color: self.edge_color.clone().or_else(|| Some(pen.style.edge.into())),
            edge_width: Some(self.edge_width),
            ..Patch::default()
        };
        let faded = Common { alpha: common.alpha * self.alpha, ..common.clone() };
        patch.draw(pen, &faded, shape);
    }
}
