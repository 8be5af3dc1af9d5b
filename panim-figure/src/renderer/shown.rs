//! An axes placed on the picture.

use crate::{
    Axes,
    axes::{
        State,
        decorations::{Decorations, Standoff, Within},
        view::View,
    },
    base::warning::Warning,
    pen::{AxesBox, Drawer, KeyStyle, Pen},
    scene::Scene,
    text::Fonts,
};
use vello_cpu::kurbo::Rect;

/// An axes on the pixels.
pub(super) struct Shown {
    pub(super) view: View,
    pub(super) decorations: Decorations,
    /// The room it takes, with what its artists draw outside the box.
    pub(super) reach: Rect,
    /// What its neighbours leave of the page for its axis labels.
    pub(super) free: Rect,
}

impl Shown {
    pub(super) fn new(
        axes: &Axes,
        frame: Rect,
        least: Standoff,
        within: Within,
        fonts: &mut Fonts,
        point: f64,
    ) -> Self {
        let mut view = View::new(&axes.state, frame, fonts, point);
        let mut decorations = Decorations::new(axes, &view, fonts, point, least, within);
        if decorations.is_crowded && view.shorten(&axes.state, fonts, point) {
            decorations = Decorations::new(axes, &view, fonts, point, least, within);
        }
        let reach = decorations.bounds;
        Self { view, decorations, reach, free: within.free }
    }

    /// Says which axis label has no room.
    pub(super) fn left_out(&self) -> Option<Warning> {
        let argument = self.decorations.left_out?;
        Some(Warning::new(format!(
            "Axes, `{argument}`: left out where tick labels leave it no room; give it more by \
             `margins`, or write shorter ones by `Axes::set_xformat` and `set_yformat`"
        )))
    }

    /// For artists of other axes.
    pub(super) fn axes_box(&self, axes: &Axes) -> AxesBox {
        let State { x, y, projection, .. } = &axes.state;
        AxesBox {
            transform: self.view.transform,
            frame: self.view.frame,
            limits: [x.limits, y.limits],
            projection: *projection,
        }
    }

    pub(super) fn pen<'a>(
        &self,
        axes: &'a Axes,
        boxes: &'a [AxesBox],
        (scene, fonts): (&'a mut Scene, &'a mut Fonts),
        point: f64,
    ) -> Pen<'a> {
        Pen {
            scene,
            fonts,
            style: &axes.state.style,
            transform: self.view.transform,
            space: self.view.space.as_ref().map(|view| view.space),
            frame: self.view.frame,
            point,
            moving: axes.state.x.moving || axes.state.y.moving || axes.state.space.moving,
            drawer: Drawer { name: "", alpha: 1.0, is_touched: false },
            boxes,
            key: KeyStyle::default(),
        }
    }
}
