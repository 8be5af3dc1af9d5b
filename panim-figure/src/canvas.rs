//! The raster behind every picture: one small type over `vello_cpu`.
//!
//! Shapes are recorded and then painted over what the pixels hold already, so that a picture can
//! start from a ready background.

use crate::{color::Color, shape::stamps::Stamps};
use std::sync::Arc;
use vello_cpu::{
    ImageSource, Level, Pixmap, PixmapMut, RasterizerSettings, RenderContext, RenderSettings,
    Resources, TargetInit,
    color::{AlphaColor, PremulRgba8, Srgb},
    kurbo::{Affine, BezPath, Point, Rect, Stroke},
    peniko::{Fill, ImageBrush, ImageQuality, ImageSampler},
};

pub(crate) struct Canvas {
    context: RenderContext,
    resources: Resources,
    /// Something recorded can be seen through.
    see_through: bool,
    /// The markers that were drawn in great number.
    pub(crate) stamps: Stamps,
}

impl Canvas {
    /// `width` and `height` in pixels; `level` fixes the SIMD instructions, which may differ in
    /// the last bit of a colour.
    pub(crate) fn new(width: u16, height: u16, level: Level) -> Self {
        let settings = RenderSettings { level, ..RenderSettings::default() };
        Self {
            context: RenderContext::new_with(width, height, settings),
            resources: Resources::new(),
            see_through: false,
            stamps: Stamps::new(level),
        }
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> (u16, u16) {
        (self.context.width(), self.context.height())
    }

    pub(crate) fn fill(&mut self, path: &BezPath, color: Color) {
        self.set_paint(color);
        self.context.fill_path(path);
    }

    /// Fills what an odd number of the path's outlines goes around.
    pub(crate) fn fill_even_odd(&mut self, path: &BezPath, color: Color) {
        self.context.set_fill_rule(Fill::EvenOdd);
        self.fill(path, color);
        self.context.set_fill_rule(Fill::NonZero);
    }

    pub(crate) fn fill_rect(&mut self, rect: Rect, color: Color) {
        self.set_paint(color);
        self.context.fill_rect(&rect);
    }

    pub(crate) fn stroke(&mut self, path: &BezPath, stroke: &Stroke, color: Color) {
        self.set_paint(color);
        self.context.set_stroke(stroke.clone());
        self.context.stroke_path(path);
    }

    /// Stretches pixels over `place`; they stay sharp.
    pub(crate) fn image(&mut self, image: &Raster, place: Rect) {
        let (width, height) = (f64::from(image.0.width()), f64::from(image.0.height()));
        if width > 0.0 && height > 0.0 {
            let scale = Affine::scale_non_uniform(place.width() / width, place.height() / height);
            self.set_image(image, scale.then_translate(place.origin().to_vec2()));
            self.context.fill_rect(&place);
            self.context.reset_paint_transform();
        }
    }

    /// Lays pixels on those of the canvas, the first of them `at` a corner of these, and shows the
    /// part in `shown`.
    pub(crate) fn image_at(&mut self, image: &Raster, at: Point, shown: Rect) {
        self.set_image(image, Affine::translate(at.to_vec2()));
        self.context.fill_rect(&shown);
        self.context.reset_paint_transform();
    }

    /// The same, and shows the part inside of a path.
    pub(crate) fn image_in(&mut self, image: &Raster, at: Point, shown: &BezPath) {
        self.set_image(image, Affine::translate(at.to_vec2()));
        self.context.fill_path(shown);
        self.context.reset_paint_transform();
    }

    fn set_image(&mut self, Raster(pixmap): &Raster, transform: Affine) {
        self.context.set_paint(ImageBrush {
            image: ImageSource::Pixmap(Arc::clone(pixmap)),
            sampler: ImageSampler::new().with_quality(ImageQuality::Low),
        });
        self.see_through |= pixmap.may_have_transparency();
        self.context.set_paint_transform(transform);
    }

    /// Shows of what follows only what falls into `rect`, until [`Canvas::pop_clip`].
    pub(crate) fn push_clip(&mut self, rect: Rect) {
        self.context.push_clip_rect(&rect);
    }

    /// The same with what falls inside of `path`.
    pub(crate) fn push_clip_path(&mut self, path: &BezPath) {
        self.context.push_clip_path(path);
    }

    pub(crate) fn pop_clip(&mut self) {
        self.context.pop_clip();
    }

    /// Shows all that follows through as if it were one thing of this opacity, until
    /// [`Canvas::pop_group`].
    pub(crate) fn push_group(&mut self, alpha: f64) {
        self.context.push_opacity_layer(alpha as f32);
        self.see_through = true;
    }

    /// Puts all that follows together and then shows of it what falls into `shape`, until
    /// [`Canvas::pop_group`]: its edges are smooth however many things lie there.
    pub(crate) fn push_shape(&mut self, shape: &BezPath) {
        self.context.push_clip_layer(shape);
        self.see_through = true;
    }

    pub(crate) fn pop_group(&mut self) {
        self.context.pop_layer();
    }

    /// Paints what was recorded over `pixels`, opaque RGBA8 of this canvas's size, and forgets it.
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
        if self.see_through {
            // the sum of two shares may be rounded to less than all
            pixels.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
        }
        self.context.reset();
        self.see_through = false;
    }

    fn set_paint(&mut self, color: Color) {
        let [r, g, b, a] = color.to_rgba8();
        self.context.set_paint(AlphaColor::<Srgb>::from_rgba8(r, g, b, a));
        self.see_through |= a != 255;
    }
}

/// Pixels to be drawn with a [`Canvas`]. A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Raster(Arc<Pixmap>);

impl Raster {
    /// From the RGBA8 of its pixels, row by row from the top. `None` if there are too few, or if a
    /// side is longer than 65,535 pixels.
    pub(crate) fn new(
        width: u32,
        height: u32,
        mut pixels: impl Iterator<Item = [u8; 4]>,
    ) -> Option<Self> {
        let mut pixmap = Pixmap::new(width.try_into().ok()?, height.try_into().ok()?);
        for pixel in pixmap.data_mut() {
            *pixel = match pixels.next()? {
                [r, g, b, a @ 255] => PremulRgba8 { r, g, b, a },
                [r, g, b, a] => AlphaColor::<Srgb>::from_rgba8(r, g, b, a).premultiply().to_rgba8(),
            };
        }
        pixmap.recompute_may_have_transparency();
        Some(Self(Arc::new(pixmap)))
    }

    /// Of this size, as `paint` leaves its pixels, which are premultiplied and clear before.
    pub(crate) fn painted(width: u16, height: u16, paint: impl FnOnce(&mut [PremulRgba8])) -> Self {
        let mut pixmap = Pixmap::new(width, height);
        paint(pixmap.data_mut());
        pixmap.recompute_may_have_transparency();
        Self(Arc::new(pixmap))
    }
}
