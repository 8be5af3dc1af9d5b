//! The frame of a legend, and how far apart what it holds is.

use super::Legend;
use crate::{IntoColor, Number};

impl Legend {
    /// Draws a frame and a background, or not; default: true.
    #[must_use]
    #[doc(alias = "frameon")]
    pub fn frame(mut self, on: bool) -> Self {
        self.look.is_on = Some(on);
        self
    }

    /// Opacity of the frame and the background, 0 (clear) to 1 (opaque); default: 0.8, and 1 with a shadow.
    #[must_use]
    #[doc(alias = "framealpha")]
    pub fn frame_alpha(mut self, alpha: impl Number) -> Self {
        self.look.alpha = Some(alpha.value());
        self
    }

    /// Colour of the background; default: that of the style's axes, white.
    #[must_use]
    #[doc(alias = "facecolor")]
    pub fn face_color(mut self, color: impl IntoColor) -> Self {
        self.look.face = Some(color.into());
        self
    }

    /// Colour of the frame; default: a light gray.
    #[must_use]
    #[doc(alias = "edgecolor")]
    pub fn edge_color(mut self, color: impl IntoColor) -> Self {
        self.look.edge = color.into();
        self
    }

    /// Width of the frame in points; default: 1.
    #[must_use]
    pub fn edge_width(mut self, width: impl Number) -> Self {
        self.look.edge_width = width.value();
        self
    }

    /// Gives the frame round corners (`true`, the default) or square ones.
    #[must_use]
    #[doc(alias = "fancybox")]
    pub fn rounded(mut self, on: bool) -> Self {
        self.look.is_round = on;
        self
    }

    /// Draws a shadow below the frame; default: false.
    #[must_use]
    pub fn shadow(mut self, on: bool) -> Self {
        self.look.has_shadow = on;
        self
    }

    /// Room between rows, in sizes of the text; default: 0.5.
    #[must_use]
    #[doc(alias = "labelspacing")]
    pub fn label_spacing(mut self, ems: impl Number) -> Self {
        self.spacing.label = ems.value();
        self
    }

    /// Room between columns, in sizes of the text; default: 2.
    #[must_use]
    #[doc(alias = "columnspacing")]
    pub fn column_spacing(mut self, ems: impl Number) -> Self {
        self.spacing.column = ems.value();
        self
    }

    /// Width of the samples, in sizes of the text; default: 2. Those of larger markers are wider.
    #[must_use]
    #[doc(alias = "handlelength")]
    pub fn handle_length(mut self, ems: impl Number) -> Self {
        self.spacing.handle_length = ems.value();
        self
    }

    /// Height of the samples, in sizes of the text; default: 0.7. Those of larger markers are higher.
    #[must_use]
    #[doc(alias = "handleheight")]
    pub fn handle_height(mut self, ems: impl Number) -> Self {
        self.spacing.handle_height = ems.value();
        self
    }

    /// Room between a sample and its words, in sizes of the text; default: 0.8.
    #[must_use]
    #[doc(alias = "handletextpad")]
    pub fn handle_text_pad(mut self, ems: impl Number) -> Self {
        self.spacing.handle_text = ems.value();
        self
    }

    /// Room within the frame, in sizes of the text; default: 0.4.
    #[must_use]
    #[doc(alias = "borderpad")]
    pub fn border_pad(mut self, ems: impl Number) -> Self {
        self.spacing.border = ems.value();
        self
    }

    /// Room between the frame and the edges of the axes or what else it stands at, in sizes of the text;
    /// default: 0.5, and 0 at a place of [`Legend::at`].
    #[must_use]
    #[doc(alias = "borderaxespad")]
    pub fn border_axes_pad(self, ems: impl Number) -> Self {
        Self { border_axes_pad: Some(ems.value()), ..self }
    }
}
