//! The raster behind every picture: one small type over `vello_cpu`.
//!
//! Shapes are recorded and then painted over what the pixels hold already, so that a picture can
//! start from a ready background.

use crate::color::Color;
use vello_cpu::{
    Level, PixmapMut, RasterizerSettings, RenderContext, RenderSettings, Resources, TargetInit,
    color::{AlphaColor, Srgb},
    kurbo::{BezPath, Rect, Stroke},
};

pub(crate) struct Canvas {
    context: RenderContext,
    resources: Resources,
}

impl Canvas {
    /// `width` and `height` in pixels; `level` fixes the SIMD instructions, which may differ in
    /// the last bit of a colour.
    pub(crate) fn new(width: u16, height: u16, level: Level) -> Self {
        let settings = RenderSettings { level, ..RenderSettings::default() };
        Self {
            context: RenderContext::new_with(width, height, settings),
            resources: Resources::new(),
        }
    }

    pub(crate) fn fill(&mut self, path: &BezPath, color: Color) {
        self.context.set_paint(paint(color));
        self.context.fill_path(path);
    }

    pub(crate) fn fill_rect(&mut self, rect: Rect, color: Color) {
        self.context.set_paint(paint(color));
        self.context.fill_rect(&rect);
    }

    pub(crate) fn stroke(&mut self, path: &BezPath, stroke: &Stroke, color: Color) {
        self.context.set_paint(paint(color));
        self.context.set_stroke(stroke.clone());
        self.context.stroke_path(path);
    }

    /// Shows of what follows only what falls into `rect`, until [`Canvas::pop_clip`].
    pub(crate) fn push_clip(&mut self, rect: Rect) {
        self.context.push_clip_rect(&rect);
    }

    pub(crate) fn pop_clip(&mut self) {
        self.context.pop_clip();
    }

    /// Paints what was recorded over `pixels`, RGBA8 of this canvas's size, and forgets it.
    pub(crate) fn paint_over(&mut self, pixels: &mut [u8]) {
        let (width, height) = (self.context.width(), self.context.height());
        if let Some(mut target) = PixmapMut::new(width, height, pixels) {
            target.set_may_have_transparency(false);
            self.context.flush();
            let settings = RasterizerSettings {
                target_init: TargetInit::SrcOver,
                ..RasterizerSettings::default()
            };
            self.context.render_with(target, &mut self.resources, settings);
        }
        self.context.reset();
    }
}

fn paint(color: Color) -> AlphaColor<Srgb> {
    let [r, g, b, a] = color.to_rgba8();
    AlphaColor::from_rgba8(r, g, b, a)
}
