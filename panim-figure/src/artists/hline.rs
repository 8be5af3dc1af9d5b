//! A level line across the axes.

use crate::{
    FigureError,
    artist::{Common, Draw, common_properties, draw_common, properties},
    extent::{Extent, Reach},
    pen::Pen,
    ruling::{Ruling, ruling_properties},
};
use vello_cpu::kurbo::{Point, Rect};

/// A level line at one y, from edge to edge of the axes whatever their limits. Nothing is drawn
/// where y is not finite.
#[derive(Debug, Clone)]
pub struct HLine {
    y: f64,
    ruling: Ruling,
    common: Common,
}

impl HLine {
    /// A level line at `y`, in data coordinates.
    pub fn new(y: f64) -> Self {
        Self { y, ruling: Ruling::default(), common: Common::default() }
    }
}

properties! { HLine {
    /// Where it is, in data coordinates.
    y / set_y(y: f64) |line| line.y = y;
} }
ruling_properties!(HLine);
common_properties!(HLine);

impl Draw for HLine {
    draw_common!(HLine);

    fn check(&self) -> Result<(), FigureError> {
        self.ruling.check("HLine")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (at, Rect { x0: start, x1: end, .. }) = (pen.transform.y.at(self.y), pen.frame);
        self.ruling.draw(pen, &self.common, Point::new(start, at), Point::new(end, at));
    }

    fn extent(&self) -> Extent {
        Extent { y: Reach::of(self.y), ..Extent::default() }
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.ruling.draw_key(pen, &self.common, area);
    }
}
