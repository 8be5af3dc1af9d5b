//! The raster behind every picture: shapes are recorded, and then painted over what the pixels hold
//! already, so that a picture can start from a ready background.
//!
//! Lines, boxes, discs and images are painted [directly](direct); any other shape goes through
//! [`vello_cpu`](general).

mod bits;
mod direct;
mod general;
mod layers;
mod mixer;
mod run;
mod scan;
mod seams;
mod shares;
mod sight;
mod steps;
mod tails;

use crate::{color::Color, damage::Damage, shape::stamps::Stamps};
use direct::Direct;
use general::General;
use run::Run;
use seams::Seams;
use std::sync::Arc;
use steps::{Form, Paint, Scope, Step, Steps};
use tails::Tail;
pub(crate) use tails::Tails;
use vello_cpu::{
    Level, Pixmap,
    color::{AlphaColor, PremulRgba8, Srgb},
    kurbo::{Affine, BezPath, Point, Rect, Stroke},
    peniko::Fill,
};

pub(crate) struct Canvas {
    size: (u16, u16),
    steps: Steps,
    direct: Direct,
    general: General,
    seams: Seams,
    /// The markers that were drawn in great number.
    pub(crate) stamps: Stamps,
}

impl Canvas {
    /// `width` and `height` in pixels; `level` fixes the SIMD instructions, which may differ in
    /// the last bit of a colour.
    pub(crate) fn new(width: u16, height: u16, level: Level) -> Self {
        Self {
            size: (width, height),
            steps: Steps::new((width, height)),
            direct: Direct::new((width, height), level),
            general: General::new(width, height, level),
            seams: Seams::new((width, height)),
            stamps: Stamps::new(level),
        }
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.size
    }

    pub(crate) fn fill(&mut self, path: &BezPath, color: Color) {
        self.steps.draw(Form::of(path), Paint::Color(color));
    }

    /// Fills an area that may meet others: where they meet, nothing shines through between them.
    pub(crate) fn fill_area(&mut self, path: &BezPath, color: Color) {
        self.steps.draw_area(Form::of(path), Paint::Color(color));
    }

    /// Fills what an odd number of the path's outlines goes around.
    pub(crate) fn fill_even_odd(&mut self, path: &BezPath, color: Color) {
        self.steps.draw(Form::Path(path.clone(), Fill::EvenOdd), Paint::Color(color));
    }

    pub(crate) fn fill_rect(&mut self, rect: Rect, color: Color) {
        self.steps.draw(Form::Rect(rect), Paint::Color(color));
    }

    pub(crate) fn stroke(&mut self, path: &BezPath, stroke: &Stroke, color: Color) {
        self.steps.draw(Form::outline(path, stroke), Paint::Color(color));
    }

    pub(crate) fn disc(&mut self, center: Point, radius: f64, color: Color) {
        self.steps.draw(Form::Disc(center, radius), Paint::Color(color));
    }

    /// The edge of a disc, `width` wide, half of it to each side of `radius`.
    pub(crate) fn ring(&mut self, center: Point, radius: f64, width: f64, color: Color) {
        self.steps.draw(Form::Ring(center, radius, width), Paint::Color(color));
    }

    /// Stretches pixels over `place`; they stay sharp.
    pub(crate) fn image(&mut self, image: &Raster, place: Rect) {
        let (width, height) = (f64::from(image.0.width()), f64::from(image.0.height()));
        if width > 0.0 && height > 0.0 {
            let scale = Affine::scale_non_uniform(place.width() / width, place.height() / height);
            let lies = scale.then_translate(place.origin().to_vec2());
            self.steps.draw(Form::Rect(place), image.paint(lies));
        }
    }

    /// Lays pixels on those of the canvas, the first of them `at` a corner of these, and shows the
    /// part in `shown`.
    pub(crate) fn image_at(&mut self, image: &Raster, at: Point, shown: Rect) {
        self.steps.draw(Form::Rect(shown), image.paint(Affine::translate(at.to_vec2())));
    }

    /// The same, and shows the part inside of a path.
    pub(crate) fn image_in(&mut self, image: &Raster, at: Point, shown: &BezPath) {
        let form = Form::Path(shown.clone(), Fill::NonZero);
        self.steps.draw(form, image.paint(Affine::translate(at.to_vec2())));
    }

    /// Shows of what follows only what falls into `rect`, until [`Canvas::pop_clip`].
    pub(crate) fn push_clip(&mut self, rect: Rect) {
        self.steps.clip_to(rect);
    }

    /// The same with what falls inside of `path`.
    pub(crate) fn push_clip_path(&mut self, path: &BezPath) {
        self.steps.open(Scope::Clip(path.clone()));
    }

    pub(crate) fn pop_clip(&mut self) {
        self.steps.close();
    }

    /// Shows all that follows through as if it were one thing of this opacity, until
    /// [`Canvas::pop_group`].
    pub(crate) fn push_group(&mut self, alpha: f64) {
        self.steps.open(Scope::Group(alpha));
    }

    /// Puts all that follows together and then shows of it what falls into `shape`, until
    /// [`Canvas::pop_group`]: its edges are smooth however many things lie there.
    pub(crate) fn push_shape(&mut self, shape: &BezPath) {
        self.steps.open(Scope::Shape(shape.clone()));
    }

    pub(crate) fn pop_group(&mut self) {
        self.steps.close();
    }

    /// What the things recorded so far may touch.
    pub(crate) fn damage(&self) -> &Damage {
        self.steps.damage()
    }

    /// An axes ends here in a background, or goes on here over it. It is named alike in both.
    pub(crate) fn name_place(&mut self, name: usize) {
        self.steps.name_place(name);
    }

    /// Paints what was recorded over `pixels`, opaque RGBA8 of this canvas's size, and forgets it.
    pub(crate) fn paint_over(&mut self, pixels: &mut [u8]) {
        self.paint(pixels, Some(&Tails::default()));
    }

    /// `background`: what the axes that go on here end with there.
    pub(crate) fn paint_over_background(&mut self, pixels: &mut [u8], background: &Tails) {
        self.paint(pixels, Some(background));
    }

    /// The same of a background: says with what its axes end.
    pub(crate) fn paint_background(&mut self, pixels: &mut [u8]) -> Tails {
        self.paint(pixels, None)
    }

    fn paint(&mut self, pixels: &mut [u8], background: Option<&Tails>) -> Tails {
        let Self { steps, direct, general, seams, size, .. } = self;
        let mut painter = Painter { steps, direct, general };
        let (mut at, mut tails) = (0, Tails::default());
        while steps.get(at).is_some() {
            let Some(mut run) = Run::from(steps.all(), at) else {
                at = painter.paint(at, pixels);
                continue;
            };
            let (places, end) = (steps.places().iter().copied(), run.end);
            match background {
                Some(background) => {
                    let begun = places.filter(|(_, step)| (at..end).contains(step));
                    for tail in begun.filter_map(|(name, _)| background.at(name)) {
                        run.follow(tail);
                    }
                }
                None => {
                    let ended = places.filter(|(_, step)| (at + 1..=end).contains(step));
                    let mut begin = at;
                    for (name, step) in ended {
                        if step == begin {
                            continue;
                        }
                        painter.end(pixels);
                        let size = (size.0.into(), size.1.into());
                        let below = Tail::before(pixels, run.pixels(), size);
                        tails.0.push((name, below.with(steps.copied(begin..step))));
                        begin = step;
                    }
                }
            }
            let meets = seams.find(&mut run);
            if meets {
                painter.end(pixels);
                seams.keep(&run, pixels);
            }
            while at < run.end {
                at = painter.paint(at, pixels);
            }
            if meets {
                painter.end(pixels);
                seams.mend(&run, pixels);
            }
        }
        painter.end(pixels);
        self.steps.clear();
        tails
    }
}

/// What paints the steps, each as suits it.
struct Painter<'a> {
    steps: &'a Steps,
    direct: &'a mut Direct,
    general: &'a mut General,
}

impl Painter<'_> {
    /// Paints a step, or all of a scope, and says which is the next.
    fn paint(&mut self, at: usize, pixels: &mut [u8]) -> usize {
        let Self { steps, direct, general } = self;
        match steps.get(at) {
            Some(Step::Draw(drawing)) if Direct::can(drawing) => {
                if general.waits_for(drawing.bounds) {
                    general.paint(steps, pixels);
                }
                direct.paint(drawing, pixels);
            }
            Some(Step::Draw(drawing)) => general.add(at..=at, drawing.bounds, steps),
            Some(Step::Open { bounds, close, .. }) => {
                general.add(at..=*close, *bounds, steps);
                return close.saturating_add(1);
            }
            Some(Step::Close) | None => {}
        }
        at + 1
    }

    /// Paints what waits.
    fn end(&mut self, pixels: &mut [u8]) {
        self.general.paint(self.steps, pixels);
    }
}

/// Pixels to be drawn with a [`Canvas`]. A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Raster(Arc<Pixmap>);

impl Raster {
    fn paint(&self, lies: Affine) -> Paint {
        Paint::Image(Arc::clone(&self.0), lies)
    }

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

#[cfg(test)]
mod tests;
