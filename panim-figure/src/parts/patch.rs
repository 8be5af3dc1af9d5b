//! What filled shapes have in common: a face and an edge.

pub(crate) use crate::scene::clip::polygon;
use crate::{
    FigureError, LineStyle, Style,
    base::check::checked_size,
    color::{Color, ColorSpec, checked_color},
    parts::{
        common::{Common, Cycle},
        hatching::Hatching,
    },
    pen::Pen,
};
use vello_cpu::{
    kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke},
    peniko::Fill,
};

/// How a filled shape looks. Widths in points.
#[derive(Debug, Clone, Default)]
pub(crate) struct Patch {
    pub(crate) color: Option<ColorSpec>,
    pub(crate) edge_color: Option<ColorSpec>,
    pub(crate) edge_width: Option<f64>,
    pub(crate) edge_style: LineStyle,
    pub(crate) hatching: Hatching,
}

impl Patch {
    /// That of many shapes, whose pattern fades with them.
    pub(crate) fn of_collection() -> Self {
        Self { hatching: Hatching::of_collection(), ..Self::default() }
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        if let Some(color) = &self.color {
            checked_color(name, "color", color)?;
        }
        if let Some(color) = &self.edge_color {
            checked_color(name, "edge_color", color)?;
        }
        self.edge_style.check(name, "edge_style")?;
        self.hatching.check(name)?;
        self.edge_width.map_or(Ok(()), |width| checked_size(name, "edge_width", width))
    }

    pub(crate) fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_area().into());
    }

    pub(crate) fn face(&self) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| Color::cycle(0).into())
    }

    /// The edge's colour and its width in points, if it is drawn.
    pub(crate) fn edge(&self, style: &Style) -> Option<(ColorSpec, f64)> {
        if self.edge_color.is_none() && self.edge_width.is_none() {
            return None;
        }
        let color = self.edge_color.clone().unwrap_or_else(|| style.edge.into());
        Some((color, self.edge_width.unwrap_or(1.0))).filter(|(_, width)| *width > 0.0)
    }

    /// The edge's colour alone.
    pub(crate) fn edge_color(&self, style: &Style) -> Option<Color> {
        self.edge(style).and_then(|(color, _)| color.get().ok())
    }

    /// The colour of its sample in a legend.
    pub(crate) fn key_color(&self, style: &Style) -> Option<Color> {
        let face = self.face().get().ok().filter(|face| face.alpha() > 0.0);
        face.or_else(|| self.edge_color(style))
    }

    /// The same as it is drawn, in pixels.
    pub(crate) fn edge_stroke(&self, pen: &Pen<'_>) -> Option<(ColorSpec, Stroke)> {
        let (color, width) = self.edge(pen.style)?;
        let stroke = match self.edge_style {
            LineStyle::Solid => Stroke::new(width * pen.point),
            _ => self.edge_style.stroke(width * pen.point)?,
        };
        Some((color, stroke.with_join(Join::Miter)))
    }

    /// Fills a shape, and draws its edge if it has a colour or a width.
    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, shape: &BezPath) {
        self.draw_faced(pen, common, shape, &self.face());
    }

    /// The same of a shape with holes: what an odd number of its outlines goes around.
    pub(crate) fn draw_holed(&self, pen: &mut Pen<'_>, common: &Common, shape: &BezPath) {
        pen.scene.fill_even_odd(shape.clone(), common.fade(&self.face()));
        self.draw_hatch(pen, common, (0, shape), Fill::EvenOdd);
        self.draw_edge(pen, common, shape);
    }

    /// The pattern on one of several shapes.
    pub(crate) fn draw_hatch(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        shape: (usize, &BezPath),
        rule: Fill,
    ) {
        let edge = self.edge(pen.style);
        self.hatching.draw(pen, common, shape, rule, edge.as_ref().map(|(color, _)| color));
    }

    /// The same, with a face of this colour.
    pub(crate) fn draw_faced(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        shape: &BezPath,
        face: &ColorSpec,
    ) {
        self.draw_one(pen, common, (0, shape), face);
    }

    /// The same of one of several shapes.
    pub(crate) fn draw_one(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (number, shape): (usize, &BezPath),
        face: &ColorSpec,
    ) {
        pen.scene.fill_area(shape, common.fade(face));
        self.draw_hatch(pen, common, (number, shape), Fill::NonZero);
        self.draw_edge(pen, common, shape);
    }

    /// Draws a line of the colour that areas are filled with, unless edges have their own.
    pub(crate) fn draw_line(&self, pen: &mut Pen<'_>, common: &Common, path: &BezPath) {
        let width = self.edge_width.unwrap_or(1.0) * pen.point;
        let stroke = match self.edge_style {
            LineStyle::Solid => Some(Stroke::new(width)).filter(|_| width > 0.0),
            _ => self.edge_style.stroke(width),
        };
        if let Some(stroke) = stroke {
            let color = self.edge_color.clone().unwrap_or_else(|| self.face());
            let stroke = stroke.with_join(Join::Miter).with_caps(Cap::Butt);
            pen.scene.stroke(path, &stroke, common.fade(&color));
        }
    }

    /// The same around an area that is not filled, with its pattern.
    pub(crate) fn draw_line_around(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (line, area): (&BezPath, &BezPath),
    ) {
        let color = self.edge_color.clone().unwrap_or_else(|| self.face());
        self.hatching.draw(pen, common, (0, area), Fill::NonZero, Some(&color));
        self.draw_line(pen, common, line);
    }

    fn draw_edge(&self, pen: &mut Pen<'_>, common: &Common, shape: &BezPath) {
        if let Some((color, stroke)) = self.edge_stroke(pen) {
            pen.scene.stroke(shape, &stroke, common.fade(&color));
        }
    }

    /// Draws the sample in a legend: a box of the height of a letter.
    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        self.draw_key_faced(pen, common, area, &self.face());
    }

    /// The same, with a face of this colour.
    pub(crate) fn draw_key_faced(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        area: Rect,
        face: &ColorSpec,
    ) {
        self.draw_faced(pen, common, &area.to_path(0.1), face);
    }

    /// The sample of one of several shapes.
    pub(crate) fn draw_key_of(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (number, area): (usize, Rect),
        face: &ColorSpec,
    ) {
        self.draw_one(pen, common, (number, &area.to_path(0.1)), face);
    }
}

/// The shape between two places `across` and two values `along`, vertical or `horizontal`. Its sides are
/// straight unless it lies on polar axes.
pub(crate) fn block(
    pen: &Pen<'_>,
    across: (f64, f64),
    along: (f64, f64),
    horizontal: bool,
) -> BezPath {
    let ((left, right), (low, high)) = if horizontal { (along, across) } else { (across, along) };
    let around = [(left, low), (right, low), (right, high), (left, high), (left, low)];
    let mut corners: Vec<Point> = pen.transform.path(around.into_iter().map(Point::from)).collect();
    corners.pop(); // where it started
    polygon(corners.into_iter(), pen.around())
}

/// The properties of [`Patch`] for an artist with a `patch` field.
macro_rules! patch_properties {
    ($artist:ident) => {
        $crate::parts::patch::patch_properties!($artist, "areas");
    };
    ($artist:ident, $cycle:literal) => {
        $crate::base::properties::properties! { $artist {
            /// Colour of the face; by default the next of the axes' cycle for
            #[doc(alias("fc", "facecolor"))]
            #[doc = concat!($cycle, ", `C0`, `C1`, ..")]
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.patch.color = Some(color.into());
            };
        } }
        $crate::parts::patch::edge_properties!($artist, patch);
    };
}

/// Those of its edge, of an artist with a [`Patch`] somewhere in it.
macro_rules! edge_properties {
    ($artist:ident, $($patch:ident).+) => {
        $crate::base::properties::properties! { $artist {
            /// Colour of the edge; default: that of the style's edges, black. An edge is drawn once
            /// its colour or its width is given.
            #[doc(alias("ec", "edgecolor"))]
            edge_color / set_edge_color(color: impl $crate::IntoColor) |this| {
                this.$($patch).+.edge_color = Some(color.into());
            };
            /// Width of the edge in points; default: 1. An edge is drawn once its colour or its
            /// width is given.
            #[doc(alias("lw", "linewidth"))]
            edge_width / set_edge_width(width: impl $crate::Number) |this| {
                this.$($patch).+.edge_width = Some(width.value());
            };
        } }
    };
}

/// How its edge is broken up, of an artist that draws it as [`Patch::draw`] does.
macro_rules! edge_style_properties {
    ($artist:ident, $($patch:ident).+) => {
        $crate::base::properties::properties! { $artist {
            /// Style of the edge; default: solid, `"-"`; also `"--"`, `"-."`, `":"`, `""` for none, or a
            /// [`LineStyle`](crate::LineStyle).
            #[doc(alias("ls", "linestyle"))]
            edge_style / set_edge_style(style: impl $crate::OneOf<$crate::LineStyle>) |this| {
                this.common.misnamed.set("edge_style", style, &mut this.$($patch).+.edge_style);
            };
        } }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `patch` field.
macro_rules! draw_patch {
    () => {
        fn default_zorder(&self) -> f64 {
            1.0
        }

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.patch.draw_key(pen, &self.common, area);
        }

        fn key_color(&self, style: &$crate::Style) -> Option<$crate::Color> {
            self.patch.key_color(style)
        }

        fn take_color(&mut self, cycle: &mut $crate::parts::common::Cycle) {
            self.patch.take_color(cycle);
        }
    };
}

pub(crate) use {draw_patch, edge_properties, edge_style_properties, patch_properties};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_is_drawn_once_it_is_asked_for_and_has_the_styles_colour() {
        let style = Style::dark();
        assert_eq!(Patch::default().edge(&style), None);
        let wide = Patch { edge_width: Some(2.0), ..Patch::default() };
        assert_eq!(wide.edge(&style), Some((style.edge.into(), 2.0)));
    }
}
