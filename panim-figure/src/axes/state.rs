//! All of an axes but its artists: what `#[setup]` says of the box and of what stands around it.

use super::{
    asked::{Asked, AxesRole, Feature},
    axis::{Axis, AxisName},
    grid::Grid,
    legend::Legend,
    polar::Angles,
    space::SpaceState,
    spine::{Spine, Spines},
};
use crate::{
    FigureError, Number, Style,
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
        projection::Projection,
    },
};
use std::{borrow::Cow, sync::Arc};
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
    pub(crate) left_title: Label,
    pub(crate) right_title: Label,
    /// Of x, y and z.
    pub(crate) grids: [Option<Grid>; 3],
    pub(crate) face: Option<ColorSpec>,
    /// The figure's word on it, where the axes has none of its own.
    pub(crate) figures_face: Option<ColorSpec>,
    pub(crate) spines: Spines,
    /// Neither box nor decorations are drawn, only title and artists; `None`: as the artists want.
    pub(crate) is_bare: Option<bool>,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) legends: Vec<Legend>,
    pub(crate) role: AxesRole,
    pub(crate) asked: Asked,
    pub(crate) misnamed: Misnamed,
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
    pub(crate) const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Top, Self::Bottom];

    /// Its place among all four.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// Is it a side that runs from bottom to top?
    pub(crate) fn is_vertical(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
}

impl State {
    /// Is there a title at all?
    pub(super) fn has_title(&self) -> bool {
        let titles = [&self.title, &self.left_title, &self.right_title];
        titles.iter().any(|title| !title.text.is_empty())
    }

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
            left_title: Label::default(),
            right_title: Label::default(),
            grids: [None, None, None],
            face: None,
            figures_face: None,
            spines: Spines::default(),
            is_bare: None,
            aspect: None,
            legends: Vec::new(),
            role: AxesRole::default(),
            asked: Asked::default(),
            misnamed: Misnamed::default(),
        }
    }

    /// The lines across the ticks of x, y or z, counted from 0.
    pub(crate) fn grid_of(&self, axis: usize) -> Option<Cow<'_, Grid>> {
        let grid = match &self.grids[axis] {
            Some(grid) => Cow::Borrowed(grid),
            // circles and rays are what polar axes are read by
            None => {
                let is_usual = self.style.grid || self.projection != Projection::Rectilinear;
                Cow::Owned(Grid::from(is_usual))
            }
        };
        grid.is_on().then_some(grid)
    }

    /// Is there any?
    pub(crate) fn has_grid(&self) -> bool {
        (0..3).any(|axis| self.grid_of(axis).is_some())
    }

    /// The grid of all axes, which may be of one of them only.
    pub(crate) fn set_grid(&mut self, grid: Grid) {
        let off = || Grid::from(false);
        let of = |on: bool| if on { grid.clone() } else { off() };
        self.grids = [of(grid.x), of(grid.y), of(grid.x && grid.y)].map(Some);
    }

    pub(crate) fn face_color(&self) -> Color {
        let face = self.face.as_ref().or(self.figures_face.as_ref());
        let own = face.map(|face| face.get().unwrap_or(Color::TRANSPARENT));
        own.unwrap_or(self.style.axes_face)
    }

    /// Is this edge of the box drawn?
    pub(crate) fn has_spine(&self, side: Side) -> bool {
        let (near, far) = self.style.spines;
        let is_near = matches!(side, Side::Left | Side::Bottom);
        self.spines.of(side).is_drawn(if is_near { near } else { far })
    }

    pub(crate) fn all_spines(&mut self, on: bool) {
        for side in Side::ALL {
            self.spines.set(side, on.into());
        }
    }

    /// Do ticks lie inside of the box, so that artists could hide them?
    pub(crate) fn has_ticks_inside(&self) -> bool {
        let is_flat = self.projection == Projection::Rectilinear;
        let has_marks = [&self.x, &self.y].iter().any(|axis| axis.has_marks_inside(&self.style));
        is_flat && (has_marks || self.spines.are_moved())
    }

    /// The side of the label of x or of y.
    pub(super) fn set_label_side(&mut self, argument: &'static str, side: impl OneOf<Side>) {
        let mut known = None;
        self.misnamed.set(argument, side, &mut known);
        let Some(side) = known else { return };
        let axis = if argument == "set_xlabel_position" { &mut self.x } else { &mut self.y };
        if side.is_vertical() == (axis.name == AxisName::X) {
            let message = if side.is_vertical() {
                "the x label stands at the bottom or at the top"
            } else {
                "the y label stands at the left or at the right"
            };
            self.misnamed.refuse(argument, message);
        } else {
            axis.label_far = Some(matches!(side, Side::Right | Side::Top));
        }
    }

    /// Are x and y spread evenly, to the right and upwards?
    pub(crate) fn is_flat(&self) -> bool {
        self.projection == Projection::Rectilinear
            && self.x.scale.is_even()
            && self.y.scale.is_even()
    }

    /// Distances on polar axes that follow data from 0 up start at their centre, which a logarithm has
    /// not.
    pub(crate) fn start_at_center(&mut self) {
        let is_free = self.projection == Projection::Polar && !self.y.fixed;
        let has_zero = !self.y.scale.is_bounded();
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
        (self.space.moving, self.spines.moving) = (false, false);
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
        self.check_looks()?;
        // before what else it makes wrong, under other names
        self.check_asked()?;
        self.x.check()?;
        self.y.check()?;
        self.angles.check()?;
        self.title.check("Axes", "set_title")?;
        self.left_title.check("Axes", "set_left_title")?;
        self.right_title.check("Axes", "set_right_title")?;
        if let Some(face) = &self.face {
            checked_color("Axes", "set_facecolor", face)?;
        }
        if let Some(Aspect::Ratio(ratio)) = self.aspect {
            ASPECT.check("Axes", "set_aspect", ratio)?;
        }
        self.grids.iter().flatten().try_for_each(Grid::check)?;
        self.spines.iter().try_for_each(Spine::check)
    }

    /// Refuses what is said of ticks and spines and cannot be on these axes.
    fn check_looks(&self) -> Result<(), FigureError> {
        const X: [[&str; 2]; 2] = [["bottom", "label_bottom"], ["top", "label_top"]];
        const Y: [[&str; 2]; 2] = [["left", "label_left"], ["right", "label_right"]];
        let why = match self.projection {
            Projection::Rectilinear => return Ok(()),
            Projection::Polar => {
                self.x.check_round_look(X)?;
                self.y.check_round_look(Y)?;
                if self.asked.has(Feature::YLook) && self.y.look.major.pad.is_some() {
                    let message = "distances of polar axes are written at their circles";
                    return Err(FigureError::new("TickParams", "pad", message));
                }
                "polar axes have no straight spines"
            }
            Projection::ThreeD => {
                self.x.check_space_look(X)?;
                self.y.check_space_look(Y)?;
                self.space.z.check_space_look(Y)?;
                "3D axes have panes and no spines"
            }
        };
        self.spines.iter().try_for_each(|spine| spine.check_plain(why))
    }
}

/// So many times as long: `set_aspect(2)`.
#[diagnostic::do_not_recommend]
impl<N: Number> OneOf<Aspect> for N {
    fn choice(self) -> Result<Aspect, String> {
        Ok(Aspect::Ratio(self.value()))
    }
}
