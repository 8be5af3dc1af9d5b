//! The lines across an axes at its ticks.

use crate::{
    FigureError, LineStyle, Number, Style,
    base::{
        check::{checked_opacity, checked_size},
        word::{Misnamed, OneOf},
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
};
use vello_cpu::kurbo::Stroke;

/// Lines across an axes at its ticks, for [`Axes::set_grid`](crate::Axes::set_grid); `true` is the
/// one of the figure's [`Style`].
///
/// ```
/// use panim_figure::{Figure, Grid};
///
/// let mut fig = Figure::new();
/// let ax = fig.axes().set_minor_ticks(true);
/// ax.set_grid(Grid::new().style("--").alpha(0.3).y_only());
/// ax.set_grid(Grid::new().color("0.6").minor().minor_style(":").minor_width(0.6));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub(crate) x: bool,
    pub(crate) y: bool,
    major: GridLineStyle,
    minor: Option<GridLineStyle>,
    is_minor_only: bool,
    misnamed: Misnamed,
}

/// What some lines of a grid look like; what is `None` is as the style says, or, for minor lines,
/// follows the major ones.
#[derive(Debug, Clone, PartialEq, Default)]
struct GridLineStyle {
    color: Option<ColorSpec>,
    width: Option<f64>,
    style: Option<LineStyle>,
    alpha: Option<f64>,
}

/// Which of the two a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GridLine {
    Major,
    Minor,
}

/// Width and opacity of minor lines, as fractions of those of major ones.
const MINOR_WIDTH: f64 = 0.5;
const MINOR_ALPHA: f64 = 0.4;

impl Default for Grid {
    fn default() -> Self {
        Self::new()
    }
}

impl Grid {
    /// A line at each major tick of both axes.
    pub fn new() -> Self {
        Self {
            x: true,
            y: true,
            major: GridLineStyle::default(),
            minor: None,
            is_minor_only: false,
            misnamed: Misnamed::default(),
        }
    }

    /// At the x ticks only: vertical lines.
    #[must_use]
    pub fn x_only(self) -> Self {
        Self { x: true, y: false, ..self }
    }

    /// At the y ticks only: level lines.
    #[must_use]
    pub fn y_only(self) -> Self {
        Self { x: false, y: true, ..self }
    }

    /// At the minor ticks too, where the axis has any: [`Axes::set_minor_ticks`]. Default: lines in
    /// the color of the major ones, half as wide and with 0.4 of their opacity.
    ///
    /// [`Axes::set_minor_ticks`]: crate::Axes::set_minor_ticks
    #[must_use]
    pub fn minor(self) -> Self {
        self.with_minor(|_| ())
    }

    /// At the minor ticks only.
    #[must_use]
    pub fn minor_only(self) -> Self {
        Self { is_minor_only: true, ..self }.minor()
    }

    /// Has it lines at minor ticks?
    pub(crate) fn has_minor(&self) -> bool {
        self.minor.is_some() || self.is_minor_only
    }

    /// Color of the lines.
    #[must_use]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.major.color = Some(color.into());
        self
    }

    /// Width in points.
    #[must_use]
    pub fn width(mut self, points: impl Number) -> Self {
        self.major.width = Some(points.value());
        self
    }

    /// `"-"`, `"--"`, `"-."`, `":"` or a [`LineStyle`].
    #[must_use]
    pub fn style(mut self, style: impl OneOf<LineStyle>) -> Self {
        self.misnamed.set("style", style, &mut self.major.style);
        self
    }

    /// Opacity, 0 (clear) to 1 (opaque, the default).
    #[must_use]
    pub fn alpha(mut self, alpha: impl Number) -> Self {
        self.major.alpha = Some(alpha.value());
        self
    }

    /// Color of the lines at minor ticks, which it adds; default: that of the major ones.
    #[must_use]
    pub fn minor_color(self, color: impl IntoColor) -> Self {
        self.with_minor(|lines| lines.color = Some(color.into()))
    }

    /// Width in points of the lines at minor ticks, which it adds; default: half of that of the
    /// major ones.
    #[must_use]
    pub fn minor_width(self, points: impl Number) -> Self {
        self.with_minor(|lines| lines.width = Some(points.value()))
    }

    /// Style of the lines at minor ticks, which it adds; default: that of the major ones.
    #[must_use]
    pub fn minor_style(mut self, style: impl OneOf<LineStyle>) -> Self {
        let lines = self.minor.get_or_insert_with(GridLineStyle::default);
        self.misnamed.set("minor_style", style, &mut lines.style);
        self
    }

    /// Opacity of the lines at minor ticks, which it adds, 0 (clear) to 1 (opaque); default: 0.4 of
    /// that of the major ones.
    #[must_use]
    pub fn minor_alpha(self, alpha: impl Number) -> Self {
        self.with_minor(|lines| lines.alpha = Some(alpha.value()))
    }

    /// Has it any lines?
    pub(crate) fn is_on(&self) -> bool {
        self.x || self.y
    }

    fn with_minor(mut self, change: impl FnOnce(&mut GridLineStyle)) -> Self {
        change(self.minor.get_or_insert_with(GridLineStyle::default));
        self
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("Grid")?;
        self.major.check(["color", "width", "style", "alpha"])?;
        let names = ["minor_color", "minor_width", "minor_style", "minor_alpha"];
        self.minor.as_ref().map_or(Ok(()), |lines| lines.check(names))
    }

    /// What lines of one kind are painted with; `None` draws none.
    pub(crate) fn line(
        &self,
        kind: GridLine,
        style: &Style,
        point: f64,
    ) -> Option<(Stroke, Color)> {
        let GridLineStyle { color, width, style: dashes, alpha } = match kind {
            GridLine::Major if self.is_minor_only => return None,
            GridLine::Major => self.major.clone(),
            GridLine::Minor => self.minor.clone()?.after(&self.major, style),
        };
        let color = color.as_ref().and_then(|color| color.get().ok()).unwrap_or(style.grid_color);
        let width = width.unwrap_or(style.grid_width) * point;
        let stroke = dashes.as_ref().unwrap_or(&style.grid_style).stroke(width)?;
        Some((stroke, color.with_alpha(color.alpha() * alpha.unwrap_or(1.0))))
    }
}

impl GridLineStyle {
    fn check(&self, [color, width, dashes, alpha]: [&'static str; 4]) -> Result<(), FigureError> {
        if let Some(words) = &self.color {
            checked_color("Grid", color, words)?;
        }
        if let Some(style) = &self.style {
            style.check("Grid", dashes)?;
        }
        self.alpha.map_or(Ok(()), |value| checked_opacity("Grid", alpha, value))?;
        checked_size("Grid", width, self.width.unwrap_or(0.0))
    }

    /// What is not said follows the `major` lines. A color or a width of their own is taken as it
    /// is.
    fn after(self, major: &Self, style: &Style) -> Self {
        let alpha =
            if self.color.is_some() { 1.0 } else { MINOR_ALPHA * major.alpha.unwrap_or(1.0) };
        Self {
            color: self.color.or_else(|| major.color.clone()),
            width: self.width.or(Some(MINOR_WIDTH * major.width.unwrap_or(style.grid_width))),
            style: self.style.or_else(|| major.style.clone()),
            alpha: self.alpha.or(Some(alpha)),
        }
    }
}

impl From<bool> for Grid {
    fn from(on: bool) -> Self {
        Self { x: on, y: on, ..Self::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_lines_are_lighter_than_major_ones_unless_told() {
        let (style, point) = (Style::default(), 1.0);
        let lines = |grid: &Grid, kind| grid.line(kind, &style, point);
        assert!(lines(&Grid::new(), GridLine::Minor).is_none());
        let grid = Grid::new().minor();
        let [(major, major_color), (minor, minor_color)] =
            [GridLine::Major, GridLine::Minor].map(|kind| lines(&grid, kind).expect("lines"));
        assert!(minor.width < major.width && minor_color.alpha() < major_color.alpha());

        let own = Grid::new().width(2.0).minor_color("C1").minor_width(3.0).minor_alpha(0.5);
        let (stroke, color) = lines(&own.minor_style(":"), GridLine::Minor).expect("lines");
        assert_eq!((stroke.width, color.alpha()), (3.0, 0.5));
        assert!(!stroke.dash_pattern.is_empty());
    }

    #[test]
    fn bad_minor_lines_are_said() {
        for (grid, name) in [
            (Grid::new().minor_alpha(2.0), "minor_alpha"),
            (Grid::new().minor_width(-1.0), "minor_width"),
            (Grid::new().minor_color("no color"), "minor_color"),
        ] {
            let message = grid.check().expect_err(name).to_string();
            assert!(message.contains(name), "{message}");
        }
    }
}
