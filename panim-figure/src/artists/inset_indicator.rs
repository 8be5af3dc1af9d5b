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
        // are its own axes inverted?
        let (first, second) = (pen.transform.at(x.0, y.0), pen.transform.at(x.1, y.1));
        let is_turned = [(second.x < first.x) != (x.1 < x.0), (second.y > first.y) != (y.1 < y.0)];
        let (of, own) = (inset.frame, outline.bounding_box());
        let ends = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(right, up)| {
            let pick = |limits: (f64, f64), end: i32, axis: usize| {
                if (end == 1) != is_turned[axis] { limits.1 } else { limits.0 }
            };
            let x_inset = if right == 1 { of.x1 } else { of.x0 };
            let y_inset = if up == 1 { of.y0 } else { of.y1 };
            let at = pen.transform.at(pick(x, right, 0), pick(y, up, 1));
            (Point::new(x_inset, y_inset), at)
        });
        // with y upwards
        let (left, right) = (own.x0 < of.x0, own.x1 < of.x1);
        let (low, high) = (own.y1 > of.y1, own.y0 > of.y0);
        let mut shown = [low ^ left, left == high, right == low, right ^ high];
        if (x.1 < x.0) != is_turned[0] || (y.1 < y.0) != is_turned[1] {
            // one is the mirror image of the other: those that go over neither of them
            let crosses = |area: Rect, (from, to): (Point, Point)| {
                // a corner that a line begins at is no crossing
                segment(from, to, area.inset(-1.0)).is_some()
            };
            let free = ends.map(|end| !(crosses(of, end) || crosses(own, end)));
            shown = if free.iter().filter(|free| **free).count() == 2 { free } else { shown };
        }
        for ((from, to), _) in ends.into_iter().zip(shown).filter(|(_, shown)| *shown) {
            connectors.move_to(from);
            connectors.line_to(to);
        }
        Some((outline, connectors))
    }
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
