//! A frame: what lies behind it, and what moves, on the pixels.

use super::{
    DECORATIONS_DRAWN, Renderer,
    ground::Ground,
    placing::{boxes, is_within, legend_without_room},
    see_through,
    shown::Shown,
    split::Split,
};
use crate::{
    FigureError,
    axes::{decorations::Within, layers::Layer},
    base::same::Same as _,
    color::Color,
    scene::{Scene, paint::Bitmap},
    text::Fonts,
};
use std::{
    mem,
    sync::{Arc, atomic::Ordering},
};
use vello_cpu::kurbo::{Point, Rect};

impl Renderer {
    pub(super) fn draw_frame(&mut self) -> Result<(), FigureError> {
        self.figure.follow()?;
        for axes in self.figure.axes.iter_mut().filter(|axes| axes.is_changed()) {
            axes.widen(&mut self.warnings);
        }
        self.figure.check_axes()?;
        self.figure.warn_of_legends(&mut self.warnings);
        let moved = self.moved();
        self.warnings.extend(moved.iter().flatten().filter_map(Shown::left_out));
        let shown: Vec<&Shown> =
            self.frozen.iter().zip(&moved).map(|(was, now)| now.as_ref().unwrap_or(was)).collect();
        let whole = self.whole();
        let mut is_cut = false;
        let Self {
            figure, scene, front, behind, raster, fonts, ground, see_through, changed, ..
        } = self;
        let point = figure.point();
        let boxes = boxes(&figure.axes, shown.iter().copied());
        let reaches: Vec<Rect> = figure
            .axes
            .iter()
            .zip(&shown)
            .enumerate()
            .map(|(i, (axes, shown))| {
                // an axes that stands still was measured with all that its artists draw outside
                let touched_alone = !axes.is_touched();
                let mut pen = shown.pen(axes, &boxes, (scene, fonts), point);
                let beyond = axes.beyond(touched_alone, &figure.axes, &mut pen);
                let named = (|| figure.named_by(i), shown.decorations.room.outward);
                let legends = axes.legends_reach(touched_alone, named, &mut pen);
                is_cut |= !touched_alone
                    && axes.has_legends_beside()
                    && legends.is_some_and(|legends| !is_within(legends, whole));
                let beyond = beyond.into_iter().chain(legends);
                beyond.fold(shown.reach, |all, beyond| all.union(beyond))
            })
            .collect();
        let split = Split::new(figure, &reaches);

        let hand = figure.hand();
        let record = |layers: &[(usize, Layer)], scene: &mut Scene, fonts: &mut Fonts| {
            for &(i, layer) in layers {
                scene.set_hand(hand.as_ref().map(|hand| hand.of((i, layer.whose()))));
                if layer == Layer::Decorations {
                    DECORATIONS_DRAWN.fetch_add(1, Ordering::Relaxed);
                }
                let (axes, Shown { view, decorations, .. }) = (&figure.axes[i], shown[i]);
                let mut pen = shown[i].pen(axes, &boxes, (scene, fonts), point);
                axes.draw(layer, (view, decorations), &figure.named_by(i), &mut pen);
            }
            scene.set_hand(None);
        };
        let drawings = &figure.drawings;
        let mut begin = 0;
        for cut in &split.cuts {
            record(&split.foreground[begin..cut.above], scene, fonts);
            begin = cut.above;
            scene.name_place(cut.below);
        }
        record(&split.foreground[begin..], scene, fonts);
        scene.list(&drawings.over);
        // pixels follow from what was recorded, so that there is nothing to paint where that is the same
        let is_still = behind.take().as_ref() == Some(&split.background) && scene.is_same(front);
        mem::swap(scene, front);
        scene.clear();

        let mut paint = |ground: &mut Ground, face: Color| {
            let Ground { pixels, backgrounds, over } = ground;
            changed.clone_from(over);
            let tails = backgrounds.lay(&split.background, pixels, changed, |pixels| {
                match &drawings.bitmap {
                    Some(bitmap) => pixels.copy_from_slice(bitmap),
                    None => fill(pixels, face),
                }
                scene.list(&drawings.under);
                let mut end = 0;
                for of_axes in split.background.chunk_by(|a, b| a.0 == b.0) {
                    record(of_axes, scene, fonts);
                    end += of_axes.len();
                    scene.name_place(end);
                }
                let tails = raster.paint_background(scene, pixels);
                scene.clear();
                tails
            });
            over.clone_from(front.damage());
            changed.add(over);
            raster.paint_over_background(front, pixels, tails);
        };
        match see_through {
            _ if is_still => changed.clear(),
            None => paint(ground, figure.face()),
            Some(see_through) => {
                for (ground, bright) in see_through.grounds() {
                    paint(ground, see_through::over(figure.background(), bright));
                }
                see_through.mix(changed, &mut ground.pixels);
            }
        }
        let (of_background, of_front) = (scene.take_refused(), front.take_refused());
        let refused = of_background.or(of_front);
        self.kept = self.keeps_scene.then(|| {
            let mut whole = Scene::new(scene.size());
            let page = whole.picture();
            whole.fill_rect(page, figure.background());
            if let Some(pixels) = drawings.bitmap.as_ref().and_then(|rgba| bitmap(rgba, self.size))
            {
                whole.image_at(&pixels, Point::ORIGIN, page);
            }
            whole.list(&drawings.under);
            record(&split.background, &mut whole, fonts);
            record(&split.foreground, &mut whole, fonts);
            whole.list(&drawings.over);
            Arc::new(whole)
        });
        if is_cut {
            self.warnings.add(legend_without_room());
        }
        if let Some(wrong) = refused {
            // what lies behind may lack something
            self.forget();
            return Err(wrong);
        }
        if self.ground.backgrounds.are_kept() {
            self.behind = Some(split.background);
        } else {
            self.front.clear();
        }
        Ok(())
    }

    /// The axes whose limits, ticks or texts this frame may have changed, placed anew.
    pub(super) fn moved(&mut self) -> Vec<Option<Shown>> {
        let page = self.whole();
        let Self { figure, fonts, frozen, .. } = self;
        let point = figure.point();
        figure
            .axes
            .iter()
            .zip(frozen)
            .map(|(axes, was)| {
                let (frame, within) = (was.view.frame, Within { page, free: was.free });
                axes.is_touched().then(|| {
                    Shown::new(axes, frame, was.decorations.standoff, within, fonts, point)
                })
            })
            .collect()
    }
}

fn bitmap(rgba: &[u8], (width, height): (u32, u32)) -> Option<Bitmap> {
    Bitmap::new(width, height, rgba.as_chunks().0.iter().copied())
}

fn fill(pixels: &mut [u8], color: Color) {
    let [r, g, b, _] = color.to_rgba8();
    for pixel in pixels.chunks_exact_mut(4) {
        pixel.copy_from_slice(&[r, g, b, 255]);
    }
}
