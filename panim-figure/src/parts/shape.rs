//! What shapes around a place have in common: where they are, what they are measured in, how they are turned,
//! a face and an edge.

use crate::{
    FigureError, Style,
    base::{check::ANGLE, error::written, extent::Extent},
    color::{Color, ColorSpec},
    parts::{
        at::At,
        common::Common,
        curves::{self, mapped},
        patch::Patch,
        units::Units,
    },
    pen::Pen,
};
use vello_cpu::{
    kurbo::{BezPath, Cap, Join, Point, Rect, Shape as _},
    peniko::Fill,
};

/// How a shape stands around a place and looks.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) at: At,
    /// In degrees, counter-clockwise.
    pub(crate) angle: f64,
    pub(crate) units: Units,
    pub(crate) patch: Patch,
}

/// A shape's outline, measured from its place with y upwards.
pub(crate) struct ShapeForm {
    pub(crate) outline: BezPath,
    /// It goes around an area; else it is a line.
    pub(crate) is_area: bool,
    /// Of what it goes around several times, every other part is a hole.
    pub(crate) is_even_odd: bool,
    /// It has no corners.
    pub(crate) is_smooth: bool,
    /// Of the corners, in points.
    pub(crate) rounding: f64,
}

impl ShapeForm {
    /// Around an area.
    pub(crate) fn area(outline: BezPath) -> Self {
        Self { outline, is_area: true, is_even_odd: false, is_smooth: false, rounding: 0.0 }
    }
}

impl Shape {
    pub(crate) fn new(at: At) -> Self {
        Self { at, angle: 0.0, units: Units::default(), patch: Patch::default() }
    }

    /// `place` is the argument that says where it is.
    pub(crate) fn check(&self, name: &'static str, place: &'static str) -> Result<(), FigureError> {
        self.at.check(name, place)?;
        ANGLE.check(name, "angle", self.angle)?;
        self.patch.check(name)
    }

    /// The face's colour; `C0` unless it was given, as that of a matplotlib's patch that is added to an axes.
    pub(crate) fn face(&self, pen: &Pen<'_>) -> ColorSpec {
        self.patch.color.clone().unwrap_or_else(|| pen.style.cycle_color(0).into())
    }

    /// The colour of its sample in a legend.
    pub(crate) fn key_color(&self, style: &Style) -> Option<Color> {
        let face = self.patch.color.as_ref().map_or(Ok(style.cycle_color(0)), ColorSpec::get);
        face.ok().filter(|face| face.alpha() > 0.0).or_else(|| self.patch.edge_color(style))
    }

    /// On the pixels; nothing where its place or its size is none.
    pub(crate) fn path(&self, form: &ShapeForm, pen: &Pen<'_>) -> BezPath {
        let onto = self.units.around(self.at, pen);
        let path = mapped(&form.outline, onto);
        if !path.is_finite() {
            return BezPath::new();
        }
        if form.rounding <= 0.0 {
            return path;
        }
        let corners: Vec<Point> = path.elements().iter().filter_map(|e| e.end_point()).collect();
        curves::rounded(&corners, form.rounding * pen.point)
    }

    pub(crate) fn draw(&self, form: &ShapeForm, pen: &mut Pen<'_>, common: &Common) {
        let path = self.path(form, pen);
        if path.is_empty() {
            return;
        }
        if form.is_area {
            let (area, color) = (curves::area(path.clone(), pen), common.fade(&self.face(pen)));
            match form.is_even_odd {
                true => pen.scene.fill_even_odd(area.clone(), color),
                false => pen.scene.fill_area(&area, color),
            }
            let rule = if form.is_even_odd { Fill::EvenOdd } else { Fill::NonZero };
            self.patch.draw_hatch(pen, common, (0, &area), rule);
        }
        let Some((color, stroke)) = self.patch.edge_stroke(pen) else { return };
        let stroke = match (form.is_area, form.is_smooth) {
            (true, true) => stroke.with_join(Join::Round),
            (true, false) => stroke,
            (false, _) => stroke.with_caps(Cap::Butt),
        };
        let path = curves::line(path, &stroke, pen);
        pen.scene.stroke(&path, &stroke, common.fade(&color));
    }

    /// Draws the sample in a legend: a box, as matplotlib's.
    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        self.patch.draw_key_faced(pen, common, area, &self.face(pen));
    }

    /// The data that limits must show: all of it if it is measured in data coordinates, as in matplotlib, else
    /// its place.
    pub(crate) fn extent(&self, form: &ShapeForm) -> Extent {
        let At::Data(x, y) = self.at else { return Extent::default() };
        if self.units != Units::Xy {
            return Extent::of_points([(x, y)]);
        }
        let outline = &form.outline;
        if outline.is_empty() || !outline.is_finite() {
            return Extent::of_points([(x, y)]);
        }
        let ends = outline.elements().iter().filter_map(|element| element.end_point());
        let Rect { x0, y0, x1, y1 } = outline.bounding_box();
        let ends = Extent::of_points(ends.map(|end| (x + end.x, y + end.y)));
        ends.union(Extent::of_points([(x + x0, y + y0), (x + x1, y + y1)]))
    }

    /// How far it reaches on the page, if it is not cut to the axes.
    pub(crate) fn beyond(&self, form: &ShapeForm, pen: &Pen<'_>) -> Option<Rect> {
        if self.at.is_in_axes() {
            return None;
        }
        let path = self.path(form, pen);
        if path.is_empty() {
            return Some(Rect::ZERO);
        }
        let spare = self.patch.edge_stroke(pen).map_or(0.0, |(_, stroke)| 2.0 * stroke.width);
        Some(path.bounding_box().inflate(spare, spare))
    }
}

/// Refuses a size that is none: it may be 0, so that shapes can grow from nothing.
pub(crate) fn checked_length(
    name: &'static str,
    argument: &'static str,
    size: f64,
) -> Result<(), FigureError> {
    if size.is_finite() && size >= 0.0 {
        return Ok(());
    }
    let message = format!("{} is not a size, 0 or more", written(size));
    Err(FigureError::new(name, argument, message))
}

/// The properties of [`Shape`] for an artist with a `shape` field, but for its place and its angle.
macro_rules! shape_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// What its sizes are measured in: a [`Units`](crate::Units), or `"xy"`, the default, `"x"`, `"y"`,
            /// `"points"` or `"pixels"`.
            units / set_units(units: impl $crate::OneOf<$crate::Units>) |this| {
                this.common.misnamed.set("units", units, &mut this.shape.units);
            };
            /// Draws an outline under it, its colour and how many points it is wide on each side:
            /// `("white", 2)`, or an [`Outline`](crate::Outline); default: none.
            outline / set_outline(outline: impl Into<$crate::Outline>) |this| {
                this.common.outline = Some(outline.into());
            };
        } }
        $crate::parts::patch::edge_properties!($artist, shape.patch);
        $crate::parts::patch::edge_style_properties!($artist, shape.patch);
        $crate::parts::common::common_properties!($artist);
    };
}

/// The colour of its face.
macro_rules! face_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Colour of the face; default: `C0`. `"none"` leaves the edge alone.
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.shape.patch.color = Some(color.into());
            };
        } }
        $crate::parts::hatching::hatch_properties!($artist, shape.patch.hatching);
    };
}

/// How far a shape is turned.
macro_rules! angle_properties {
    ($artist:ident, $about:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("Turns it about ", $about, ": in degrees, counter-clockwise; default: 0. Sizes in the \
                coordinates of its place are turned in these, so that it is slanted where a unit of x is not as \
                long as one of y.")]
            angle / set_angle(degrees: impl $crate::Number) |this| this.shape.angle = degrees.value();
        } }
    };
}

pub(crate) use {angle_properties, face_properties, shape_properties};
