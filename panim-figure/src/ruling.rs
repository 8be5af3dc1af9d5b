//! What lines have in common that run straight across the axes.

use crate::{
    FigureError, LineStyle,
    artist::{Common, checked_color, checked_size},
    color::{Color, ColorSpec},
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// How a straight line looks. Width in points.
#[derive(Debug, Clone)]
pub(crate) struct Ruling {
    pub(crate) color: ColorSpec,
    pub(crate) width: f64,
    pub(crate) style: LineStyle,
}

impl Default for Ruling {
    fn default() -> Self {
        Self { color: Color::cycle(0).into(), width: 1.5, style: LineStyle::Solid }
    }
}

impl Ruling {
    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_color(name, "color", &self.color)?;
        checked_size(name, "width", self.width)?;
        self.style.check(name)
    }

    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, from: Point, to: Point) {
        let near = pen.around();
        if !(near.contains(from) && near.contains(to)) {
            return;
        }
        if let Some(stroke) = self.style.stroke(self.width * pen.point) {
            let mut path = BezPath::new();
            path.move_to(from);
            path.line_to(to);
            pen.canvas.stroke(&path, &stroke, common.fade(&self.color));
        }
    }

    pub(crate) fn draw_key(&self, pen: &mut Pen<'_>, common: &Common, area: Rect) {
        let y = area.center().y;
        self.draw(pen, common, Point::new(area.x0, y), Point::new(area.x1, y));
    }
}

/// The properties of [`Ruling`] for an artist with a `ruling` field.
macro_rules! ruling_properties {
    ($artist:ident) => {
        $crate::artist::properties! { $artist {
            /// Colour; `C0` unless told.
            color / set_color(color: impl Into<$crate::ColorSpec>) |this| {
                this.ruling.color = color.into();
            };
            /// Width in points; 1.5 unless told.
            width / set_width(width: f64) |this| this.ruling.width = width;
            /// Solid unless told: `"-"`, `"--"`, `"-."`, `":"` or a
            /// [`LineStyle`](crate::LineStyle).
            style / set_style(style: impl Into<$crate::LineStyle>) |this| {
                this.ruling.style = style.into();
            };
        } }
    };
}

pub(crate) use ruling_properties;
