//! The edges of an axes' box: where they stand and what they look like.

use super::state::Side;
use crate::{
    Extend, FigureError, LineStyle, Number, Style,
    base::{
        check::{DISTANCE, INSET, checked_finite, checked_size},
        data::Interval,
        error::written,
        word::{Misnamed, OneOf, named},
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
};

/// One edge of an axes' box with the ticks at it, for [`Axes::set_spine`](crate::Axes::set_spine); `false`
/// hides it and leaves the ticks.
///
/// What is not said stays as it is. Axes through the origin:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let ax = fig.axes();
/// ax.set_spine("left", Spine::new().position("zero").arrows("max"));
/// ax.set_spine("bottom", Spine::new().position("zero").arrows("max"));
/// ax.set_spine("top", false).set_spine("right", false);
/// # let x = linspace(-3, 3, 100);
/// # ax.add(Line::new(&x, x.iter().map(|x| x * x * x / 9.0 - x)));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("spine", fig);
/// ```
#[doc = include_str!("../../docs/spine.md")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spine {
    visible: Option<bool>,
    position: Option<SpinePosition>,
    color: Option<ColorSpec>,
    width: Option<f64>,
    style: Option<LineStyle>,
    bounds: Option<(f64, f64)>,
    arrows: Option<Extend>,
    arrow_size: Option<f64>,
    misnamed: Misnamed,
}

/// Where a spine stands; or matplotlib's `"zero"` and `"center"`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum SpinePosition {
    /// At this value of the other axis, or at the edge of the box that is nearest to it.
    Data(f64),
    /// At this fraction of the box: 0 is its left or lower edge, 1 its right or upper one.
    Axes(f64),
    /// So many points outside of its edge of the box.
    Outward(f64),
}

named! { SpinePosition, "a position of a spine":
    "zero" => Self::Data(0.0),
    "center" => Self::Axes(0.5),
}

/// Length of a head in points, and the width of its outline as a fraction of that: those of
/// matplotlib's markers.
const ARROW_SIZE: f64 = 6.0;
pub(crate) const ARROW_EDGE: f64 = 1.0 / 6.0;

impl Spine {
    /// As it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it is drawn; default: as the style says, yes. Ticks stand there in any case.
    #[must_use]
    pub fn visible(self, on: bool) -> Self {
        Self { visible: Some(on), ..self }
    }

    /// Where it stands, and its ticks with it: a [`SpinePosition`], `"zero"` or `"center"`; default: at its
    /// edge of the box.
    #[must_use]
    pub fn position(mut self, position: impl OneOf<SpinePosition>) -> Self {
        self.misnamed.set("position", position, &mut self.position);
        self
    }

    /// Colour of the line; default: the style's, black.
    #[must_use]
    pub fn color(self, color: impl IntoColor) -> Self {
        Self { color: Some(color.into()), ..self }
    }

    /// Width of the line in points; default: the style's, 0.8.
    #[must_use]
    pub fn width(self, points: impl Number) -> Self {
        Self { width: Some(points.value()), ..self }
    }

    /// `"-"`, `"--"`, `"-."`, `":"` or a [`LineStyle`]; default: solid.
    #[must_use]
    pub fn style(mut self, style: impl OneOf<LineStyle>) -> Self {
        self.misnamed.set("style", style, &mut self.style);
        self
    }

    /// From which value to which it is drawn, in data of the axis that it belongs to; default: along the
    /// whole box.
    #[must_use]
    pub fn bounds(self, range: impl Interval) -> Self {
        Self { bounds: Some(range.ends()), ..self }
    }

    /// Which ends have an arrow head: that of larger values, `"max"`, that of smaller ones, `"min"`, or
    /// `"both"`; default: `"neither"`.
    #[must_use]
    pub fn arrows(mut self, ends: impl OneOf<Extend>) -> Self {
        self.misnamed.set("arrows", ends, &mut self.arrows);
        self
    }

    /// Length of the heads in points; default: 6.
    #[must_use]
    pub fn arrow_size(self, points: impl Number) -> Self {
        Self { arrow_size: Some(points.value()), ..self }
    }
}

impl From<bool> for Spine {
    fn from(on: bool) -> Self {
        Self::new().visible(on)
    }
}

/// How a spine is drawn: lengths in points.
pub(crate) struct DrawnSpine<'a> {
    pub(crate) color: Color,
    pub(crate) width: f64,
    pub(crate) style: &'a LineStyle,
    pub(crate) bounds: Option<(f64, f64)>,
    /// Has it a head at the end of smaller values, and at that of larger ones?
    pub(crate) arrows: (bool, bool),
    pub(crate) arrow_size: f64,
}

impl Spine {
    /// Takes what another one says.
    pub(crate) fn take(&mut self, new: Self) {
        *self = Self {
            visible: new.visible.or(self.visible),
            position: new.position.or(self.position),
            color: new.color.or_else(|| self.color.take()),
            width: new.width.or(self.width),
            style: new.style.or_else(|| self.style.take()),
            bounds: new.bounds.or(self.bounds),
            arrows: new.arrows.or(self.arrows),
            arrow_size: new.arrow_size.or(self.arrow_size),
            misnamed: new.misnamed,
        };
    }

    pub(crate) fn place(&self) -> Option<SpinePosition> {
        self.position
    }

    /// `usual`: whether the style draws it.
    pub(crate) fn is_drawn(&self, usual: bool) -> bool {
        self.visible.unwrap_or(usual)
    }

    pub(crate) fn drawn<'a>(&'a self, style: &Style) -> DrawnSpine<'a> {
        let color = self.color.as_ref().and_then(|color| color.get().ok());
        DrawnSpine {
            color: color.unwrap_or(style.spine_color()),
            width: self.width.unwrap_or(style.edge_width),
            style: self.style.as_ref().unwrap_or(&LineStyle::Solid),
            bounds: self.bounds,
            arrows: self.arrows.unwrap_or_default().ends(),
            arrow_size: self.arrow_size.unwrap_or(ARROW_SIZE),
        }
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("Spine")?;
        match self.position {
            Some(SpinePosition::Data(value)) => {
                checked_finite("Spine", "position", ("a finite value", value))?;
            }
            Some(SpinePosition::Axes(fraction)) => INSET.check("Spine", "position", fraction)?,
            Some(SpinePosition::Outward(points)) => DISTANCE.check("Spine", "position", points)?,
            None => {}
        }
        if let Some(color) = &self.color {
            checked_color("Spine", "color", color)?;
        }
        checked_size("Spine", "width", self.width.unwrap_or(0.0))?;
        checked_size("Spine", "arrow_size", self.arrow_size.unwrap_or(0.0))?;
        if let Some(style) = &self.style {
            style.check("Spine", "style")?;
        }
        match self.bounds {
            Some((low, high)) if !(low.is_finite() && high.is_finite()) => {
                let (low, high) = (written(low), written(high));
                let message = format!("{low} to {high} are no bounds; both must be finite");
                Err(FigureError::new("Spine", "bounds", message))
            }
            _ => Ok(()),
        }
    }

    /// Refuses what only a straight edge of a flat box can be; `why` it is none.
    pub(crate) fn check_plain(&self, why: &'static str) -> Result<(), FigureError> {
        let said = [
            ("position", self.position.is_some()),
            ("color", self.color.is_some()),
            ("width", self.width.is_some()),
            ("style", self.style.is_some()),
            ("bounds", self.bounds.is_some()),
            ("arrows", self.arrows.is_some()),
            ("arrow_size", self.arrow_size.is_some()),
        ];
        match said.into_iter().find(|(_, is_said)| *is_said) {
            Some((argument, _)) => Err(FigureError::new("Spine", argument, why)),
            None => Ok(()),
        }
    }
}

/// The four edges.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Spines {
    all: [Spine; 4],
    /// One of them was changed since setup.
    pub(crate) moving: bool,
}

impl Spines {
    pub(crate) fn of(&self, side: Side) -> &Spine {
        &self.all[side.index()]
    }

    pub(crate) fn set(&mut self, side: Side, spine: Spine) {
        self.all[side.index()].take(spine);
        self.moving = true;
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Spine> {
        self.all.iter()
    }

    /// Does one stand elsewhere than at the edge of the box?
    pub(crate) fn are_moved(&self) -> bool {
        self.all.iter().any(|spine| spine.position.is_some())
    }
}
