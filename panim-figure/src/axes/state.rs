//! All of an axes but its artists: what `#[setup]` says of the box and of what stands around it.

use super::{
    axis::{Axis, AxisName},
    grid::Grid,
    legend::Legend,
    polar::Angles,
    space::SpaceState,
};
use crate::{
    AxisScale, FigureError, Number, Style,
    base::{
        check::ASPECT,
        extent::Extent,
        word::{Misnamed, OneOf, named},
    },
    color::{Color, ColorSpec, checked_color},
    text::label::Label,
    transform::{
        plane::{Scale, Transform},
        polar::PolarFrame,
    },
};
use std::sync::Arc;
use vello_cpu::kurbo::Rect;

#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) style: Arc<Style>,
    pub(crate) projection: Projection,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) angles: Angles,
    pub(crate) space: SpaceState,
    pub(crate) title: Label,
    pub(crate) grid: Option<Grid>,
    pub(crate) face: Option<ColorSpec>,
    /// The figure's word on it, where the axes has none of its own.
    pub(crate) figures_face: Option<ColorSpec>,
    pub(crate) spines: Spines,
    /// Neither box nor decorations are drawn, only title and artists; `None`: as the artists want.
    pub(crate) is_bare: Option<bool>,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) legend: Option<Legend>,
    pub(crate) misnamed: Misnamed,
}

/// How an axes puts its data on the picture.
///
/// Angles and distances instead of x and y:
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let angle = linspace(0.0, TAU, 400);
/// let rose = angle.iter().map(|a| (3.0 * a).cos().abs());
/// let ax = fig.axes().set_projection(Projection::Polar);
/// ax.add(Line::new(&angle, rose).color("C3").width(2.0));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("polar", fig);
/// ```
#[doc = include_str!("../../docs/polar.md")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Projection {
    /// x to the right, y upwards.
    #[default]
    Rectilinear,
    /// x the angle in radians, counter-clockwise from the right unless
    /// [`Axes::set_theta_zero`](crate::Axes::set_theta_zero) or
    /// [`Axes::set_theta_clockwise`](crate::Axes::set_theta_clockwise) say otherwise, y the
    /// distance from the centre.
    Polar,
    /// A box of x, y and z seen in perspective, for [`Line3D`](crate::Line3D) and the other
    /// artists in space.
    ThreeD,
}

named! { Projection, "a projection":
    "rectilinear" => Self::Rectilinear,
    "polar" => Self::Polar,
    "3d" => Self::ThreeD,
}

/// How long a unit of y is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum Aspect {
    /// As the box happens to be.
    #[default]
    Auto,
    /// As long as a unit of x: circles are round. The box gets smaller.
    Equal,
    /// So many times as long as a unit of x.
    Ratio(f64),
}

named! { Aspect, "an aspect":
    "auto" => Self::Auto,
    "equal" => Self::Equal,
}

/// Which edges of the box are drawn; `None`: as the style says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spines {
    pub(crate) left: Option<bool>,
    pub(crate) right: Option<bool>,
    pub(crate) top: Option<bool>,
    pub(crate) bottom: Option<bool>,
}

/// One edge of an axes' box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

named! { Side, "a side":
    "left" => Self::Left,
    "right" => Self::Right,
    "top" => Self::Top,
    "bottom" => Self::Bottom,
}

impl Side {
    /// Is it a side that runs from bottom to top?
    pub(crate) fn is_vertical(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
}

impl State {
    /// The limits onto the box; y grows upwards, or outwards.
    pub(crate) fn transform(&self, frame: Rect) -> Transform {
        let (x, y) = (&self.x, &self.y);
        match self.projection {
            Projection::Polar => Transform::on_polar(
                PolarFrame::within(frame),
                self.angles.turn(),
                (y.scale, y.limits),
            ),
            _ => Transform::flat(
                Scale::new(x.scale, x.limits, (frame.x0, frame.x1)),
                Scale::new(y.scale, y.limits, (frame.y1, frame.y0)),
            ),
        }
    }

    pub(crate) fn new(style: Arc<Style>) -> Self {
        Self {
            style,
            projection: Projection::default(),
            x: Axis::new(AxisName::X),
            y: Axis::new(AxisName::Y),
            angles: Angles::default(),
            space: SpaceState::default(),
            title: Label::default(),
            grid: None,
            face: None,
            figures_face: None,
            spines: Spines::default(),
            is_bare: None,
            aspect: None,
            legend: None,
            misnamed: Misnamed::default(),
        }
    }

    pub(crate) fn grid(&self) -> Option<Grid> {
        let grid = self.grid.clone().unwrap_or_else(|| {
            // circles and rays are what polar axes are read by
            Grid::from(self.style.grid || self.projection != Projection::Rectilinear)
        });
        (grid.x || grid.y).then_some(grid)
    }

    pub(crate) fn face_color(&self) -> Color {
        let face = self.face.as_ref().or(self.figures_face.as_ref());
        let own = face.map(|face| face.get().unwrap_or(Color::TRANSPARENT));
        own.unwrap_or(self.style.axes_face)
    }

    /// Left, right, top, bottom: is it drawn?
    pub(crate) fn spines(&self) -> [bool; 4] {
        let (near, far) = self.style.spines;
        let Spines { left, right, top, bottom } = self.spines;
        [left.unwrap_or(near), right.unwrap_or(far), top.unwrap_or(far), bottom.unwrap_or(near)]
    }

    pub(crate) fn all_spines(&mut self, on: bool) {
        let on = Some(on);
        self.spines = Spines { left: on, right: on, top: on, bottom: on };
    }

    /// Are x and y spread evenly, to the right and upwards?
    pub(crate) fn is_flat(&self) -> bool {
        self.projection == Projection::Rectilinear
            && self.x.scale.is_even()
            && self.y.scale.is_even()
    }

    pub(crate) fn set_spine(&mut self, side: Side, on: bool) {
        let spine = match side {
            Side::Left => &mut self.spines.left,
            Side::Right => &mut self.spines.right,
            Side::Top => &mut self.spines.top,
            Side::Bottom => &mut self.spines.bottom,
        };
        *spine = Some(on);
    }

    /// Distances on polar axes that follow data from 0 up start at their centre, which a logarithm has
    /// not.
    pub(crate) fn start_at_center(&mut self) {
        let is_free = self.projection == Projection::Polar && !self.y.fixed;
        let has_zero = self.y.scale != AxisScale::Log;
        if is_free && has_zero && self.y.data.is_none_or(|reach| reach.low >= 0.0) {
            let center = if self.y.inverted { &mut self.y.limits.1 } else { &mut self.y.limits.0 };
            *center = 0.0;
        }
    }

    /// Limits that nobody set follow these data as setup left them; those that find no range in them
    /// stay open.
    pub(crate) fn freeze_limits(&mut self, data: Extent) {
        // of polar axes, which show every angle, the distances only
        let shown =
            [self.projection != Projection::Polar, true, self.projection == Projection::ThreeD];
        self.space.moving = false;
        let axes = [&mut self.x, &mut self.y, &mut self.space.z];
        for ((axis, data), is_shown) in axes.into_iter().zip([data.x, data.y, data.z]).zip(shown) {
            axis.freeze(data, is_shown);
        }
        self.start_at_center();
    }

    /// Do limits wait for data that have a range?
    pub(crate) fn is_open(&self) -> bool {
        [&self.x, &self.y, &self.space.z].into_iter().any(|axis| axis.open)
    }

    /// Limits that setup left open follow the data of the first frame; they stay as they are where the
    /// frame set them. `frozen`: the state that setup left.
    pub(crate) fn open_limits(&mut self, frozen: &Self, first: Extent) {
        let axes = [&mut self.x, &mut self.y, &mut self.space.z];
        let frozen = [&frozen.x, &frozen.y, &frozen.space.z];
        for ((axis, frozen), data) in axes.into_iter().zip(frozen).zip([first.x, first.y, first.z])
        {
            axis.open_to(frozen, data);
        }
        self.start_at_center();
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("Axes")?;
        self.x.check()?;
        self.y.check()?;
        self.angles.check()?;
        self.title.check("Axes", "set_title")?;
        if let Some(face) = &self.face {
            checked_color("Axes", "set_facecolor", face)?;
        }
        if let Some(Aspect::Ratio(ratio)) = self.aspect {
            ASPECT.check("Axes", "set_aspect", ratio)?;
        }
        self.legend.as_ref().map_or(Ok(()), Legend::check)?;
        self.grid.as_ref().map_or(Ok(()), Grid::check)
    }
}

/// So many times as long: `set_aspect(2)`.
#[diagnostic::do_not_recommend]
impl<N: Number> OneOf<Aspect> for N {
    fn choice(self) -> Result<Aspect, String> {
        Ok(Aspect::Ratio(self.value()))
    }
}
