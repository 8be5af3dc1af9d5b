//! A upright line across the axes.

use crate::{
    FigureError,
    artist::{Common, Draw, common_properties, draw_common, properties},
    extent::{Extent, Reach},
    pen::Pen,
    ruling::{Ruling, ruling_properties},
};
use vello_cpu::kurbo::{Point, Rect};

/// A upright line at one x, from edge to edge of the axes whatever their limits. Nothing is drawn
/// where x is not finite.
#[derive(Debug, Clone)]
pub struct VLine {
    x: f64,
    ruling: Ruling,
    common: Common,
}

impl VLine {
    /// A upright line at `x`, in data coordinates.
    pub fn new(x: f64) -> Self {
        Self { x, ruling: Ruling::default(), common: Common::default() }
    }
}

properties! { VLine {
    /// Where it is, in data coordinates.
    x / set_x(x: f64) |line| line.x = x;
} }
ruling_properties!(VLine);
common_properties!(VLine);

impl Draw for VLine {
    draw_common!(VLine);

    fn check(&self) -> Result<(), FigureError> {
        self.ruling.check("VLine")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (at, Rect { y1: start, y0: end, .. }) = (pen.transform.x.at(self.x), pen.frame);
        self.ruling.draw(pen, &self.common, Point::new(at, start), Point::new(at, end));
    }

    fn extent(&self) -> Extent {
        Extent { x: Reach::of(self.x), ..Extent::default() }
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.ruling.draw_key(pen, &self.common, area);
    }
}
