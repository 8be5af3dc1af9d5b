//! What lines through points have in common: a stroke, and markers on the points.

use crate::{
    FigureError, LineStyle,
    base::{check::checked_size, data::ColumnPart},
    color::{Color, ColorSpec, checked_color},
    parts::{
        common::{Common, Cycle},
        marks::{MARKER, Marks},
        outline::Outline,
        polyline::{polyline_in_dashes, polyline_of, polyline_of_width},
        varying::{LineLook, Varying},
    },
    pen::{KeyStyle, Pen},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Size};

/// How a line looks. Widths and sizes in points.
#[derive(Debug, Clone)]
pub(crate) struct Trace {
    pub(crate) color: Option<ColorSpec>,
    /// Default: the style's.
    pub(crate) width: Option<f64>,
    pub(crate) style: LineStyle,
    pub(crate) marks: Marks,
    pub(crate) mark_every: usize,
    pub(crate) varying: Varying,
}

impl Default for Trace {
    fn default() -> Self {
        Self {
            color: None,
            width: None,
            style: LineStyle::Solid,
            marks: Marks::default(),
            mark_every: 1,
            varying: Varying::default(),
        }
    }
}

impl Trace {
    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_color(name, "color", &self.own_color())?;
        checked_size(name, "width", self.width.unwrap_or(0.0))?;
        self.style.check(name, "style")?;
        if self.mark_every == 0 {
            let message = "0 leaves no point to mark; 1 marks each, 2 every other";
            return Err(FigureError::new(name, "mark_every", message));
        }
        self.marks.check(name, MARKER)
    }

    pub(crate) fn take_color(&mut self, cycle: &mut Cycle) {
        if self.varying.values.is_none() {
            self.color.get_or_insert_with(|| cycle.next_line().into());
        }
    }

    /// The line's own colour; the first of the cycle for one that no axes has taken in.
    fn own_color(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// Width of the line in pixels.
    pub(crate) fn width_on(&self, pen: &Pen<'_>) -> f64 {
        self.width.unwrap_or(pen.style.line_width) * pen.point
    }

    /// Draws the line through points in pixels, as far as it is near `bounds`.
    pub(crate) fn stroke(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        points: impl Iterator<Item = Point>,
        bounds: Rect,
    ) {
        let path = match self.style {
            LineStyle::Solid => {
                let room = self.room(pen, common, bounds);
                polyline_of_width(points, room, self.width_on(pen) / 2.0)
            }
            _ => polyline_in_dashes(points),
        };
        self.stroke_path(pen, common, &path);
    }

    /// The same through the points in two columns.
    pub(crate) fn stroke_columns(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (x, y): (ColumnPart<'_>, ColumnPart<'_>),
        bounds: Rect,
    ) {
        let transform = pen.transform;
        if self.style != LineStyle::Solid {
            let points = x.iter().zip(&*y).map(|(&x, &y)| transform.at(x, y));
            return self.stroke(pen, common, points, bounds);
        }
        let room = self.room(pen, common, bounds);
        let path = polyline_of((x, y), transform, (room, self.width_on(pen) / 2.0));
        self.stroke_path(pen, common, &path);
    }

    /// Where a line may be that is seen in `bounds`.
    fn room(&self, pen: &Pen<'_>, common: &Common, bounds: Rect) -> Rect {
        let spare = common.outline.as_ref().map_or(0.0, Outline::spare) * pen.point;
        let beyond = self.width_on(pen) + spare;
        bounds.inflate(beyond, beyond)
    }

    /// Draws a line that changes along itself, through points in pixels. Unless they are those that it was given,
    /// each has its number among these, or a part of it between two.
    pub(crate) fn stroke_varying(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        points: &[Point],
        numbers: Option<&[f64]>,
    ) {
        self.varying.stroke(pen, common, &self.look(pen), (points, numbers));
    }

    fn look(&self, pen: &Pen<'_>) -> LineLook<'_> {
        let color = self.own_color().get().unwrap_or(Color::TRANSPARENT);
        LineLook { style: &self.style, width: self.width_on(pen), color }
    }

    /// Draws the line along a path in pixels.
    pub(crate) fn stroke_path(&self, pen: &mut Pen<'_>, common: &Common, path: &BezPath) {
        let Some(stroke) = self.style.stroke(self.width_on(pen)) else { return };
        pen.scene.stroke(path, &stroke, common.fade(&self.own_color()));
    }

    /// Draws the markers on points in pixels, as far as they are near `bounds`; the first of them has this number
    /// among all that were given.
    pub(crate) fn stamp(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (points, first): (impl Iterator<Item = Point>, usize),
        bounds: Rect,
    ) {
        let points = points.step_by(self.mark_every);
        match self.marks.marker.as_ref().and_then(|_| self.varying.point_colors()) {
            Some(colors) => {
                let colors = colors.iter().skip(first).step_by(self.mark_every);
                self.marks.stamp_each(pen, common, points.zip(colors), bounds);
            }
            None => self.marks.stamp(pen, common, &self.own_color(), points, bounds),
        }
    }

    /// Draws the sample in a legend: a level line with a marker in its middle.
    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        let middle = area.center();
        let ends = [Point::new(area.x0, middle.y), Point::new(area.x1, middle.y)];
        let scaled = Marks { size: self.marks.size * pen.key.marker_scale, ..self.marks.clone() };
        let places = KeyStyle::places(pen.key.points, area);
        if self.varying.is_some() {
            self.varying.stroke_key(pen, common, &self.look(pen), (ends, area));
        } else {
            self.stroke(pen, common, ends.into_iter(), area);
        }
        let own = match &self.varying.values {
            Some(_) => self.varying.mapping.middle().into(),
            None => self.own_color(),
        };
        scaled.stamp(pen, common, &own, places, area);
    }

    /// The room of that sample in pixels.
    pub(crate) fn key_size(&self, point: f64, key: &KeyStyle) -> Size {
        match self.marks.marker {
            Some(_) => {
                let size = (self.marks.size * key.marker_scale + self.marks.edge_width) * point;
                Size::new(size, size)
            }
            None => Size::ZERO,
        }
    }

    /// The colour of that sample.
    pub(crate) fn key_color(&self) -> Option<Color> {
        let face = self.marks.color.as_ref().and_then(|color| color.get().ok());
        face.filter(|face| face.alpha() > 0.0).or_else(|| self.own_color().get().ok())
    }
}

/// The properties of the stroke alone, for an artist with a `trace` field.
macro_rules! stroke_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Colour of the line, and of its markers unless they have their own; by default the
            /// next of the axes' cycle, `C0`, `C1`, ..
            #[doc(alias = "c")]
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.trace.color = Some(color.into());
            };
            /// Width in points; default: the style's, 1.5.
            #[doc(alias("lw", "linewidth"))]
            width / set_width(width: impl $crate::Number) |this| this.trace.width = Some(width.value());
            /// Default: solid, `"-"`; also `"--"`, `"-."`, `":"`, `""` or a
            /// [`LineStyle`](crate::LineStyle).
            #[doc(alias("ls", "linestyle"))]
            style / set_style(style: impl $crate::OneOf<$crate::LineStyle>) |this| {
                this.common.misnamed.set("style", style, &mut this.trace.style);
            };
        } }
    };
}

/// The properties of [`Trace`] for an artist with a `trace` field.
macro_rules! trace_properties {
    ($artist:ident) => {
        $crate::parts::trace::stroke_properties!($artist);
        $crate::base::properties::properties! { $artist {
            /// Puts a marker on every n-th point only, from the first; default: 1, on each.
            #[doc(alias = "markevery")]
            mark_every / set_mark_every(n: usize) |this| this.trace.mark_every = n;
        } }
        $crate::parts::outline::outline_properties!($artist);
        $crate::parts::varying::varying_properties!($artist, trace.varying);
        $crate::parts::marks::marks_properties!(
            $artist,
            trace.marks,
            "on each point",
            "none",
            "the line's"
        );
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `trace` field.
macro_rules! draw_trace {
    () => {
        fn default_zorder(&self) -> f64 {
            2.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.trace.draw_key(pen, &self.common, area);
        }

        fn key_size(&self, point: f64, key: &$crate::pen::KeyStyle) -> vello_cpu::kurbo::Size {
            self.trace.key_size(point, key)
        }

        fn key_color(&self, _style: &$crate::Style) -> Option<$crate::Color> {
            self.trace.key_color()
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            self.trace.take_color(cycle);
        }
    };
}

pub(crate) use {draw_trace, stroke_properties, trace_properties};
