//! Any shape at all, by `vello_cpu`.

use crate::scene::{
    Scene,
    damage::{Damage, Part},
    items::{Item, PaintedShape, Scope},
    paint::Paint,
    seen_area,
    shape::Geometry,
};
#[cfg(target_arch = "x86_64")]
use fearless_simd::Simd;
use std::{
    f64::consts::{PI, TAU},
    ops::RangeInclusive,
    sync::Arc,
};
use vello_cpu::{
    ImageSource, Level, PixmapMut, RasterizerSettings, RenderContext, RenderSettings, Resources,
    TargetInit,
    color::{AlphaColor, Srgb},
    kurbo::{self, Affine, BezPath, Join, Point, Rect, Stroke, StrokeOpts, Vec2},
    peniko::{Extend, Fill, ImageBrush, ImageQuality, ImageSampler},
};

/// How far from a circle the lines may be that it is made of, in pixels.
const ROUNDNESS: f64 = 0.01;

/// How exact the corners of a line are, in pixels. The raster's own lines are so coarse that a thin one
/// that turns is a wedge up to its next point.
const CORNERS: f64 = 0.05;

pub(super) struct General {
    context: RenderContext,
    resources: Resources,
    /// Of the picture in pixels.
    width: u16,
    /// Items that were not painted yet, in order, and what they may touch.
    waiting: Vec<usize>,
    touched: Damage,
    see_through: bool,
}

/// The best of these instructions that round a product before something is added to it, as all older CPUs do, so
/// that x86-64 CPUs of any age paint the same. Those of ARM have no others.
#[cfg(target_arch = "x86_64")]
fn unfused(level: Level) -> Level {
    level.as_sse4_2().map_or(level, Simd::level)
}

#[cfg(not(target_arch = "x86_64"))]
fn unfused(level: Level) -> Level {
    level
}

impl General {
    pub(super) fn new(width: u16, height: u16, level: Level) -> Self {
        let settings = RenderSettings { level: unfused(level), ..RenderSettings::default() };
        Self {
            context: RenderContext::new_with(width, height, settings),
            resources: Resources::new(),
            width,
            waiting: Vec::new(),
            touched: Damage::none((width.into(), height.into())),
            see_through: false,
        }
    }

    /// Will paint these items.
    pub(super) fn add(&mut self, range: RangeInclusive<usize>, bounds: Rect, scene: &Scene) {
        self.touched.mark(bounds);
        for at in range {
            self.see_through |= scene.get(at).is_some_and(Item::is_see_through);
            self.waiting.push(at);
        }
    }

    /// Whether something that waits may lie there.
    pub(super) fn waits_for(&self, bounds: Rect) -> bool {
        !self.waiting.is_empty() && self.touched.touches(bounds)
    }

    /// Paints what waits over `pixels`, going over nothing but the parts that are touched.
    pub(super) fn paint(&mut self, scene: &Scene, pixels: &mut [u8]) {
        if self.waiting.is_empty() {
            return;
        }
        for part in self.touched.regions() {
            self.paint_part(part, scene, pixels);
        }
        self.waiting.clear();
        self.touched.clear();
        self.see_through = false;
    }

    fn paint_part(&mut self, part: Part, scene: &Scene, pixels: &mut [u8]) {
        let stride = usize::from(self.width) * 4;
        let [x, y, width, height] = [part.x, part.y, part.width, part.height].map(|n| n as u16);
        let rows = &mut pixels[usize::from(y) * stride..][..usize::from(height) * stride];
        let Some(mut target) = PixmapMut::new(self.width, height, rows) else { return };
        target.set_may_have_transparency(false);
        self.context.reset_and_resize(width, height);
        self.play(part.rect(), scene);
        self.context.flush();
        let settings = RasterizerSettings {
            target_init: TargetInit::SrcOver,
            offset: (x, 0),
            ..RasterizerSettings::default()
        };
        self.context.render_with(target, &mut self.resources, settings);
        if self.see_through {
            let row = usize::from(x) * 4..usize::from(x + width) * 4;
            rows.chunks_exact_mut(stride).for_each(|pixels| make_opaque(&mut pixels[row.clone()]));
        }
    }

    /// Hands what may touch `part` to the context, whose corner is that of `part`.
    fn play(&mut self, part: Rect, scene: &Scene) {
        let (context, picture) = (&mut self.context, scene.picture());
        context.set_transform(Affine::translate(-part.origin().to_vec2()));
        let mut scopes = Vec::new();
        let mut from = 0;
        for &at in &self.waiting {
            match scene.get(at) {
                Some(_) if at < from => {}
                Some(Item::Draw(drawing)) if drawing.bounds.overlaps(part) => {
                    draw(drawing, picture, context);
                }
                Some(Item::Draw(_) | Item::Collection(_)) | None => {}
                Some(Item::Open { scope, bounds, close }) => {
                    if bounds.overlaps(part) {
                        push(scope, context);
                        scopes.push(scope);
                    } else {
                        from = close.saturating_add(1);
                    }
                }
                Some(Item::Close) => match scopes.pop() {
                    Some(Scope::Clip(_)) => context.pop_clip(),
                    Some(Scope::Group(_) | Scope::Shape(_)) => context.pop_layer(),
                    None => {}
                },
            }
        }
    }
}

fn draw(drawing: &PaintedShape, picture: Rect, context: &mut RenderContext) {
    let PaintedShape { shape, paint, clip, is_clipped, .. } = drawing;
    if *is_clipped {
        context.push_clip_rect(clip);
    }
    match paint {
        Paint::Color(color) => {
            let [r, g, b, a] = color.to_rgba8();
            context.set_paint(AlphaColor::<Srgb>::from_rgba8(r, g, b, a));
        }
        Paint::Image(pixmap, lies) => {
            context.set_paint(ImageBrush {
                image: ImageSource::Pixmap(Arc::clone(pixmap)),
                sampler: ImageSampler::new().with_quality(ImageQuality::Low),
            });
            context.set_paint_transform(*lies);
        }
        Paint::Tiles(pixmap, _) => {
            let sampler = ImageSampler::new().with_quality(ImageQuality::Low);
            context.set_paint(ImageBrush {
                image: ImageSource::Pixmap(Arc::clone(pixmap)),
                sampler: sampler.with_extend(Extend::Repeat),
            });
            context.set_paint_transform(Affine::IDENTITY);
        }
        // pixels are in their places before
        Paint::Hatch(_) => {}
    }
    paint_shape(shape, picture, context);
    if let Paint::Image(..) | Paint::Tiles(..) = paint {
        context.reset_paint_transform();
    }
    if *is_clipped {
        context.pop_clip();
    }
}

fn paint_shape(shape: &Geometry, picture: Rect, context: &mut RenderContext) {
    match shape {
        Geometry::Rect(rect) => context.fill_rect(rect),
        Geometry::Frame(rect, width) => {
            context.set_stroke(Stroke::new(*width).with_join(Join::Miter));
            context.stroke_rect(rect);
        }
        Geometry::Disc(center, radius) => context.fill_path(&circle(*center, *radius)),
        Geometry::Ring(center, radius, width) => {
            context.set_stroke(Stroke::new(*width));
            context.stroke_path(&circle(*center, *radius));
        }
        Geometry::Path(path, rule) => {
            context.set_fill_rule(*rule);
            context.fill_path(path);
            context.set_fill_rule(Fill::NonZero);
        }
        Geometry::Outline(path, stroke) | Geometry::Dashes(path, stroke) => {
            let outline = kurbo::stroke(path, stroke, &StrokeOpts::default(), CORNERS);
            context.fill_path(&seen_area(outline, picture));
        }
    }
}

/// As a polygon: the raster makes coarser ones, and small discs would lose a twentieth.
fn circle(center: Point, radius: f64) -> BezPath {
    let corners = (PI / (1.0 - ROUNDNESS / radius).clamp(-1.0, 1.0).acos()).ceil().max(8.0);
    let mut path = BezPath::new();
    for i in 0..corners as usize {
        let corner = center + radius * Vec2::from_angle(TAU * i as f64 / corners);
        if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
    }
    path.close_path();
    path
}

fn push(scope: &Scope, context: &mut RenderContext) {
    match scope {
        Scope::Clip(path) => context.push_clip_path(path),
        Scope::Group(alpha) => context.push_opacity_layer(*alpha as f32),
        Scope::Shape(path) => context.push_clip_layer(path),
    }
}

/// The sum of two fractions of a colour may have been rounded to less than all.
fn make_opaque(rgba: &mut [u8]) {
    let opaque = u32::from_ne_bytes([0, 0, 0, 255]);
    for pixel in rgba.as_chunks_mut().0 {
        *pixel = (u32::from_ne_bytes(*pixel) | opaque).to_ne_bytes();
    }
}
