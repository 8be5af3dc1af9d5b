//! The markers on the points of a line, and how they look.

use crate::{
    FigureError,
    base::check::checked_size,
    color::{ColorSpec, checked_color},
    parts::{common::Common, marker::Marker},
    pen::Pen,
    scene::marker::MarkerStyle,
};
use vello_cpu::kurbo::{Point, Rect};

/// Markers that are all alike. Sizes and widths in points.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    pub(crate) marker: Option<Marker>,
    pub(crate) size: f64,
    /// Of the faces; default: that of the line.
    pub(crate) color: Option<ColorSpec>,
    /// Default: that of the faces; that of the line around faces that are clear.
    pub(crate) edge_color: Option<ColorSpec>,
    pub(crate) edge_width: f64,
}

impl Default for Marks {
    fn default() -> Self {
        Self { marker: None, size: 6.0, color: None, edge_color: None, edge_width: 1.0 }
    }
}

/// What an artist calls the parts of its markers: themselves, their size, the colour of their faces,
/// that of their edges, and the width of these.
pub(crate) type Names = [&'static str; 5];

/// What most artists do.
pub(crate) const MARKER: Names =
    ["marker", "marker_size", "marker_color", "marker_edge_color", "marker_edge_width"];

impl Marks {
    pub(crate) fn of(marker: Marker) -> Self {
        Self { marker: Some(marker), ..Self::default() }
    }

    pub(crate) fn check(
        &self,
        name: &'static str,
        [marker, size, color, edge_color, edge_width]: Names,
    ) -> Result<(), FigureError> {
        for (argument, color) in [(color, &self.color), (edge_color, &self.edge_color)] {
            color.as_ref().map_or(Ok(()), |color| checked_color(name, argument, color))?;
        }
        checked_size(name, size, self.size)?;
        checked_size(name, edge_width, self.edge_width)?;
        self.marker.as_ref().map_or(Ok(()), |known| known.check(name, marker))
    }

    /// On a line of the colour `own`.
    fn style(&self, point: f64, common: &Common, own: &ColorSpec) -> MarkerStyle {
        let face = self.color.as_ref().unwrap_or(own);
        let is_clear = face.get().is_ok_and(|face| face.alpha() == 0.0);
        let edge = self.edge_color.as_ref().unwrap_or(if is_clear { own } else { face });
        let is_pixel = self.marker.as_ref().is_some_and(Marker::is_pixel);
        let (size, edge_width) = match is_pixel {
            true => (1.0, 0.0),
            false => (self.size * point, self.edge_width * point),
        };
        MarkerStyle { size, edge_width, face: common.fade(face), edge: common.fade(edge) }
    }

    /// Draws them on points in pixels of a line of the colour `own`, as far as they are near `bounds`.
    pub(crate) fn stamp(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        own: &ColorSpec,
        points: impl Iterator<Item = Point>,
        bounds: Rect,
    ) {
        let shape = self.marker.as_ref().and_then(|marker| marker.shape(pen.fonts));
        let Some(shape) = shape else { return };
        let style = self.style(pen.point, common, own);
        let reach = style.size + style.edge_width;
        let near = bounds.inflate(reach, reach);
        shape.stamp(pen.scene, points.filter(|point| near.contains(*point)), style);
    }

    /// The same where the line has a colour of its own at each point.
    pub(crate) fn stamp_each<'a>(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        points: impl Iterator<Item = (Point, &'a ColorSpec)>,
        bounds: Rect,
    ) {
        let shape = self.marker.as_ref().and_then(|marker| marker.shape(pen.fonts));
        let Some(shape) = shape else { return };
        let (point, reach) = (pen.point, (self.size + self.edge_width) * pen.point);
        let near = bounds.inflate(reach, reach);
        let points = points.filter(|(at, _)| near.contains(*at));
        let marks = points.map(|(at, own)| (at, self.style(point, common, own)));
        shape.stamp_each(pen.scene, marks);
    }
}

/// The properties of [`Marks`] for an artist whose field they are; default: `$point` says where
/// they are, and `$usual` which one it is.
macro_rules! marks_properties {
    ($artist:ident, $($field:ident).+, $point:literal, $usual:literal, $line:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("A marker ", $point, ": a [`Marker`](crate::Marker) or matplotlib's name, such as `'o'`; default: ", $usual, ".")]
            marker / set_marker(marker: impl $crate::OneOf<$crate::Marker>) |this| {
                this.common.misnamed.set("marker", marker, &mut this.$($field).+.marker);
            };
            /// Diameter of the markers in points; default: 6.
            #[doc(alias("ms", "markersize"))]
            marker_size / set_marker_size(size: impl $crate::Number) |this| {
                this.$($field).+.size = size.value();
            };
            #[doc = concat!("Colour of the markers; default: ", $line, ". `\"none\"` leaves their")]
            /// edges only: rings.
            #[doc(alias("mfc", "markerfacecolor"))]
            marker_color / set_marker_color(color: impl $crate::IntoColor) |this| {
                this.$($field).+.color = Some(color.into());
            };
            #[doc = concat!("Colour of the markers' edges; default: that of the markers, or ", $line)]
            /// around markers that are clear.
            #[doc(alias("mec", "markeredgecolor"))]
            marker_edge_color / set_marker_edge_color(color: impl $crate::IntoColor) |this| {
                this.$($field).+.edge_color = Some(color.into());
            };
            /// Width of the markers' edges in points; default: 1.
            #[doc(alias("mew", "markeredgewidth"))]
            marker_edge_width / set_marker_edge_width(width: impl $crate::Number) |this| {
                this.$($field).+.edge_width = width.value();
            };
        } }
    };
}

pub(crate) use marks_properties;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    fn colors(marks: &Marks) -> (Color, Color) {
        let style = marks.style(2.0, &Common::default(), &"C0".into());
        assert_eq!((style.size, style.edge_width), (12.0, 2.0));
        (style.face, style.edge)
    }

    #[test]
    fn clear_markers_are_rings_of_the_lines_colour() {
        let (blue, red) = (Color::cycle(0), Color::rgb(255, 0, 0));
        let marks = Marks::of(Marker::DISC);
        assert_eq!(colors(&marks), (blue, blue));
        let red_ones = Marks { color: Some("red".into()), ..marks.clone() };
        assert_eq!(colors(&red_ones), (red, red));
        let rings = Marks { color: Some("none".into()), ..marks.clone() };
        assert_eq!(colors(&rings), (Color::TRANSPARENT, blue));
        let edged = Marks { edge_color: Some("red".into()), ..marks };
        assert_eq!(colors(&edged), (blue, red));
    }

    #[test]
    fn what_is_wrong_is_called_as_the_artist_calls_it() {
        let wrong = Marks { edge_width: -1.0, ..Marks::of(Marker::DISC) };
        let error = wrong.check("Line", MARKER).expect_err("negative").to_string();
        assert!(error.starts_with("Line, `marker_edge_width`: -1 is not a size"), "{error}");
    }
}
