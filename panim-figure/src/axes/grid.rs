//! The lines across an axes at its ticks.

use crate::{
    FigureError, LineStyle, Number, Style,
    artist::{checked_color, checked_size},
    color::{Color, ColorSpec, IntoColor},
};
use vello_cpu::kurbo::Stroke;

/// Lines across an axes at its ticks, for [`Axes::set_grid`](crate::Axes::set_grid); `true` is the
/// one of the figure's [`Style`].
///
/// ```
/// use panim_figure::{Figure, Grid};
///
/// let mut fig = Figure::new();
/// fig.axes().set_grid(Grid::new().style("--").alpha(0.3).y_only());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub(crate) x: bool,
    pub(crate) y: bool,
    pub(crate) minor: bool,
    color: Option<ColorSpec>,
    width: Option<f64>,
    style: Option<LineStyle>,
    alpha: f64,
}

impl Default for Grid {
    fn default() -> Self {
        Self::new()
    }
}

impl Grid {
    /// A line at each major tick of both axes.
    pub fn new() -> Self {
        Self { x: true, y: true, minor: false, color: None, width: None, style: None, alpha: 1.0 }
    }

    /// At the x ticks alone: upright lines.
    #[must_use]
    pub fn x_only(self) -> Self {
        Self { x: true, y: false, ..self }
    }

    /// At the y ticks alone: level lines.
    #[must_use]
    pub fn y_only(self) -> Self {
        Self { x: false, y: true, ..self }
    }

    /// At the minor ticks too, in lines half as wide.
    #[must_use]
    pub fn minor(self) -> Self {
        Self { minor: true, ..self }
    }

    /// Colour of the lines.
    #[must_use]
    pub fn color(self, color: impl IntoColor) -> Self {
        Self { color: Some(color.into()), ..self }
    }

    /// Width in points.
    #[must_use]
    pub fn width(self, points: impl Number) -> Self {
        Self { width: Some(points.value()), ..self }
    }

    /// `"-"`, `"--"`, `"-."`, `":"` or a [`LineStyle`].
    #[must_use]
    pub fn style(self, style: impl Into<LineStyle>) -> Self {
        Self { style: Some(style.into()), ..self }
    }

    /// Opacity, 0 (clear) to 1 (opaque, the default).
    #[must_use]
    pub fn alpha(self, alpha: impl Number) -> Self {
        Self { alpha: alpha.value(), ..self }
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        if let Some(color) = &self.color {
            checked_color("Grid", "color", color)?;
        }
        if let Some(style) = &self.style {
            style.check("Grid")?;
        }
        if !(0.0..=1.0).contains(&self.alpha) {
            let message = format!("{} is not between 0 (clear) and 1 (opaque)", self.alpha);
            return Err(FigureError::new("Grid", "alpha", message));
        }
        checked_size("Grid", "width", self.width.unwrap_or(0.0))
    }

    pub(crate) fn paint(&self, style: &Style) -> Color {
        let color = self.color.as_ref().and_then(|color| color.get().ok());
        let color = color.unwrap_or(style.grid_color);
        color.with_alpha(color.alpha() * self.alpha)
    }

    /// `None` draws nothing.
    pub(crate) fn stroke(&self, style: &Style, point: f64) -> Option<Stroke> {
        let width = self.width.unwrap_or(style.grid_width) * point;
        self.style.as_ref().unwrap_or(&style.grid_style).stroke(width)
    }
}

impl From<bool> for Grid {
    fn from(on: bool) -> Self {
        Self { x: on, y: on, ..Self::new() }
    }
}
