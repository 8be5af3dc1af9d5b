//! What an inset shows of the axes that it is in.

use crate::{
    FigureError, LineStyle, Number, OneOf,
    artist::{AxesKind, Draw},
    base::{check::checked_size, extent::Extent, properties::properties},
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::{
        at::{AxesNeed, FollowedAxes, OtherAxes},
        common::{Common, common_properties, draw_common},
        curves,
    },
    pen::Pen,
    scene::clip::segment,
};
use vello_cpu::kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke};

/// A rectangle at the limits of an inset, and two lines from its corners to those of the inset that do not go
/// over either of them. It follows the limits of both axes; [`Axes::indicate_inset_zoom`] adds one, and shows an
/// example.
///
/// [`Axes::indicate_inset_zoom`]: crate::Axes::indicate_inset_zoom
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "indicate_inset")]
#[derive(Debug, Clone)]
pub struct InsetIndicator {
    inset: OtherAxes,
    color: ColorSpec,
    width: f64,
    style: LineStyle,
    fill: Option<ColorSpec>,
    connectors: bool,
    common: Common,
}

impl InsetIndicator {
    /// What this axes shows of the one that the indicator is added to.
    pub fn new(inset: impl Into<OtherAxes>) -> Self {
        Self {
            inset: inset.into(),
            color: Color::rgb(128, 128, 128).into(),
            width: 1.0,
            style: LineStyle::Solid,
            fill: None,
            connectors: true,
            common: Common { alpha: 0.5, ..Common::default() },
        }
    }

    /// The rectangle on the pixels, and the lines from it to the inset.
    fn lines(&self, pen: &Pen<'_>) -> Option<(BezPath, BezPath)> {
        let inset = self.inset.on(pen)?;
        let [x, y] = inset.limits;
        let corners = [(x.0, y.0), (x.1, y.0), (x.1, y.1), (x.0, y.1), (x.0, y.0)];
        let mut outline = BezPath::new();
        for at in pen.transform.path(corners.into_iter().map(Point::from)) {
            if outline.elements().is_empty() { outline.move_to(at) } else { outline.line_to(at) }
        }
        outline.close_path();
        if !outline.is_finite() {
            return None;
        }
        let mut connectors = BezPath::new();
        let at = |x: f64, y: f64| pen.transform.at(x, y);
        for (from, to) in joined(inset.frame, outline.bounding_box(), inset.limits, at) {
            connectors.move_to(from);
            connectors.line_to(to);
        }
        Some((outline, connectors))
    }
}

/// The lines from corners of the inset's box `of` to those of the rectangle `own` that show the same place. `at`: where
/// that is on the pixels.
fn joined(
    of: Rect,
    own: Rect,
    [x, y]: [(f64, f64); 2],
    at: impl Fn(f64, f64) -> Point,
) -> impl Iterator<Item = (Point, Point)> {
    let ends = [(false, false), (false, true), (true, false), (true, true)].map(|(right, up)| {
        let (x_inset, x) = if right { (of.x1, x.1) } else { (of.x0, x.0) };
        let (y_inset, y) = if up { (of.y0, y.1) } else { (of.y1, y.0) };
        (Point::new(x_inset, y_inset), at(x, y))
    });
    let (first, last) = (ends[0].1, ends[3].1);
    let shown = if last.x < first.x || last.y > first.y {
        // one is the mirror image of the other: those that go over neither of them
        ends.map(|(from, to)| {
            // a corner that a line begins at is no crossing
            let crosses = |area: Rect| segment(from, to, area.inset(-1.0)).is_some();
            !(crosses(of) || crosses(own))
        })
    } else {
        // matplotlib's, with y upwards
        let (left, right) = (own.x0 < of.x0, own.x1 < of.x1);
        let (low, high) = (own.y1 > of.y1, own.y0 > of.y0);
        [low ^ left, left == high, right == low, right ^ high]
    };
    let shown = ends.into_iter().zip(shown).filter(|(_, shown)| *shown);
    let mut shown: Vec<(Point, Point)> = shown.map(|(end, _)| end).collect();
    // of a picture turned around, the shortest
    shown.sort_by(|a, b| a.0.distance(a.1).total_cmp(&b.0.distance(b.1)));
    shown.into_iter().take(2)
}

properties! { InsetIndicator {
    /// The axes whose limits it shows.
    inset / set_inset(inset: impl Into<OtherAxes>) |this| this.inset = inset.into();
    /// Colour of the lines; default: gray.
    color / set_color(color: impl IntoColor) |this| this.color = color.into();
    /// Width of the lines in points; default: 1.
    width / set_width(width: impl Number) |this| this.width = width.value();
    /// Style of the lines; default: solid, `"-"`; also `"--"`, `"-."`, `":"`, `""` for none, or a [`LineStyle`].
    style / set_style(style: impl OneOf<LineStyle>) |this| {
        this.common.misnamed.set("style", style, &mut this.style);
    };
    /// Colour of the rectangle's face; default: none.
    fill / set_fill(color: impl IntoColor) |this| this.fill = Some(color.into());
    /// Whether lines go from the rectangle to the inset; default: true.
    connectors / set_connectors(on: bool) |this| this.connectors = on;
} }
common_properties!(InsetIndicator);
crate::parts::outline::outline_properties!(InsetIndicator);

impl Draw for InsetIndicator {
    draw_common!(InsetIndicator);

    fn check(&self) -> Result<(), FigureError> {
        self.style.check("InsetIndicator", "style")?;
        checked_color("InsetIndicator", "color", &self.color)?;
        if let Some(fill) = &self.fill {
            checked_color("InsetIndicator", "fill", fill)?;
        }
        checked_size("InsetIndicator", "width", self.width)
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some((mut outline, connectors)) = self.lines(pen) else { return };
        if let Some(fill) = &self.fill {
            pen.scene.fill(&curves::area(outline.clone(), pen), self.common.fade(fill));
        }
        if self.connectors {
            outline.extend(connectors);
        }
        let stroke = match self.style {
            LineStyle::Solid => Some(Stroke::new(self.width * pen.point)),
            _ => self.style.stroke(self.width * pen.point),
        };
        let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0) else { return };
        let stroke = stroke.with_join(Join::Miter).with_caps(Cap::Butt);
        let path = curves::line(outline, &stroke, pen);
        // in one stroke, so that nothing is painted twice
        pen.scene.stroke(&path, &stroke, self.common.fade(&self.color));
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib
    }

    fn default_zorder(&self) -> f64 {
        4.99
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Flat
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let Some((mut outline, connectors)) = self.lines(pen) else { return Some(Rect::ZERO) };
        if self.connectors {
            outline.extend(connectors);
        }
        let spare = 2.0 * self.width * pen.point;
        Some(outline.bounding_box().inflate(spare, spare))
    }

    fn follows(&self) -> [Option<FollowedAxes>; 2] {
        [Some(FollowedAxes { argument: "inset", axes: self.inset, needs: AxesNeed::Limits }), None]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_the_same_places_whichever_axes_are_inverted() {
        // parts of a parent that shows 0 to 100 in 100 pixels, and the inset beyond
        let of = Rect::new(60.0, 5.0, 95.0, 35.0);
        for inverted in 0..16 {
            let [parent_x, parent_y, inset_x, inset_y] =
                [1, 2, 4, 8].map(|bit| inverted & bit != 0);
            let at = |x: f64, y: f64| {
                let x = if parent_x { 100.0 - x } else { x };
                Point::new(x, if parent_y { y } else { 100.0 - y })
            };
            // in the lower left of the picture
            let ends = |is_parents: bool, (low, high)| {
                if is_parents { (100.0 - high, 100.0 - low) } else { (low, high) }
            };
            let turned = |turn: bool, (low, high)| if turn { (high, low) } else { (low, high) };
            let x = turned(inset_x, ends(parent_x, (10.0, 25.0)));
            let y = turned(inset_y, ends(parent_y, (10.0, 30.0)));
            let own = Rect::from_points(at(x.0, y.0), at(x.1, y.1));
            let lines: Vec<_> = joined(of, own, [x, y], at).collect();
            assert_eq!(lines.len(), 2, "{inverted:04b}: {lines:?}");
            for (from, to) in lines {
                let shown_x = if from.x == of.x0 { x.0 } else { x.1 };
                let shown_y = if from.y == of.y1 { y.0 } else { y.1 };
                assert_eq!(at(shown_x, shown_y), to, "{inverted:04b}");
                for area in [of, own] {
                    assert_eq!(segment(from, to, area.inset(-1.0)), None, "{inverted:04b}");
                }
            }
        }
    }
}
