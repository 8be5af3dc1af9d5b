//! The colours of pixels that several areas share, from how much of them each covers.
//!
//! Areas that meet fill a pixel together: their coverages add up to all of it, and the centre of all is
//! its centre. Then it does not matter how they lie in it, and they are laid over the pixel as one.

use super::coverage::{Coverage, PixelPart};

/// So much of a pixel may be missing, or be there twice, where areas meet.
const GAP: f32 = 0.02;

/// A pixel, while areas are laid over it.
#[derive(Debug, Clone, Copy)]
pub(super) struct PixelLayers {
    /// How much is seen of what it was before, and what is laid over that; without those areas that
    /// have not filled it yet.
    clear: f32,
    laid: [f32; 3],
    /// What these cover, in sum, and how many they are.
    coverage: Coverage,
    count: u32,
    /// The part of the pixel that they are in, and whether each has one of its own.
    part: PixelPart,
    is_apart: bool,
    /// The sum of their colours, and of their opacities, each as far as it covers.
    color: [f32; 3],
    opacity: f32,
    /// The coverages do not say all that matters.
    is_open: bool,
}

impl Default for PixelLayers {
    fn default() -> Self {
        Self {
            clear: 1.0,
            laid: [0.0; 3],
            coverage: Coverage::default(),
            count: 0,
            part: PixelPart::ALL,
            is_apart: true,
            color: [0.0; 3],
            opacity: 0.0,
            is_open: false,
        }
    }
}

impl PixelLayers {
    /// Lays an area over it, which is in this part of it.
    pub(super) fn add(&mut self, coverage: Coverage, part: PixelPart, color: [u8; 4]) {
        if coverage.is_none() {
            return;
        }
        if coverage.is_whole() {
            if color[3] == 255 {
                *self = Self::default();
            } else {
                self.lay();
            }
        } else if self.count > 1 && self.coverage.is_all(GAP) {
            self.lay();
        }
        if self.count == 0 {
            (self.part, self.is_apart) = (part, true);
        } else {
            self.is_apart &= self.part.is_apart(part);
            self.part = self.part.or(part);
        }
        let opacity = coverage.area * f32::from(color[3]) / 255.0;
        self.coverage += coverage;
        self.count += 1;
        self.opacity += opacity;
        for (sum, part) in self.color.iter_mut().zip(color) {
            *sum += opacity * f32::from(part);
        }
        if coverage.is_whole() {
            self.lay();
        }
    }

    /// An area covers it in a way that its coverage does not say.
    pub(super) fn open(&mut self) {
        self.is_open = true;
    }

    /// Its colour in the end, over what it was; `None` if the coverages do not say it.
    pub(super) fn color(&self, below: [u8; 4]) -> Option<[u8; 4]> {
        let part = |i: usize| (f32::from(below[i]) * self.clear + self.laid[i] + 0.5) as u8;
        (!self.is_open).then(|| [part(0), part(1), part(2), 255])
    }

    /// Lays the areas that were added over what is below.
    pub(super) fn lay(&mut self) {
        if self.count == 0 {
            return;
        }
        let fills = self.coverage.is_all(GAP);
        self.is_open |= self.count > 1 && !fills && !self.is_apart;
        let scale = if fills { 1.0 / self.coverage.area } else { 1.0 };
        let rest = 1.0 - self.opacity * scale;
        self.clear *= rest;
        for (laid, color) in self.laid.iter_mut().zip(&mut self.color) {
            *laid = *laid * rest + *color * scale;
            *color = 0.0;
        }
        (self.coverage, self.count, self.opacity) = (Coverage::default(), 0, 0.0);
    }
}
