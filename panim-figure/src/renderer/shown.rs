//! An axes placed on the picture.

use crate::{
    Axes,
    axes::{
        furniture::{Furniture, Standoff},
        view::View,
    },
    canvas::Canvas,
    pen::Pen,
    text::Fonts,
};
use vello_cpu::kurbo::Rect;

/// An axes on the pixels.
pub(super) struct Shown {
    pub(super) view: View,
    pub(super) furniture: Furniture,
    /// The room it takes, with what its artists draw outside the box.
    pub(super) reach: Rect,
}

impl Shown {
    pub(super) fn new(
        axes: &Axes,
        frame: Rect,
        least: Standoff,
        page: Rect,
        fonts: &mut Fonts,
        point: f64,
    ) -> Self {
        let view = View::new(&axes.look, frame, fonts, point);
        let furniture = Furniture::new(axes, &view, fonts, point, least, page);
        let reach = furniture.bounds;
        Self { view, furniture, reach }
    }

    pub(super) fn pen<'a>(
        &self,
        axes: &'a Axes,
        canvas: &'a mut Canvas,
        fonts: &'a mut Fonts,
        point: f64,
    ) -> Pen<'a> {
        Pen {
            canvas,
            fonts,
            style: &axes.look.style,
            transform: self.view.transform,
            space: self.view.space.as_ref().map(|view| view.space),
            frame: self.view.frame,
            point,
            moving: axes.look.x.moving || axes.look.y.moving || axes.look.space.moving,
        }
    }
}
