//! The colours of pixels that several areas share, from how much of them each covers.
//!
//! Areas that meet fill a pixel together: their shares add up to all of it, and the centre of all is
//! its centre. Then it does not matter how they lie in it, and they are laid over the pixel as one.

use super::shares::Share;

/// So much of a pixel may be missing, or be there twice, where areas meet.
const GAP: f32 = 0.02;

/// A pixel, while areas are laid over it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layers {
    /// What is below those areas that have not filled it yet.
    below: [f32; 3],
    /// What these cover, in sum, and how many they are.
    share: Share,
    count: u32,
    /// The sum of their colours, and of their opacities, each as far as it covers.
    color: [f32; 3],
    opacity: f32,
    /// The shares do not say all that matters.
    is_open: bool,
}

impl Layers {
    pub(super) fn over([r, g, b, _]: [u8; 4]) -> Self {
        Self {
            below: [r, g, b].map(f32::from),
            share: Share::default(),
            count: 0,
            color: [0.0; 3],
            opacity: 0.0,
            is_open: false,
        }
    }

    /// Lays an area over it.
    pub(super) fn add(&mut self, share: Share, color: [u8; 4]) {
        if share.is_none() {
            return;
        }
        if share.is_whole() {
            self.is_open &= color[3] != 255;
            if color[3] == 255 {
                self.count = 0;
            }
            self.lay();
        } else if self.count > 1 && self.share.is_all(GAP) {
            self.lay();
        }
        let opacity = share.area * f32::from(color[3]) / 255.0;
        self.share += share;
        self.count += 1;
        self.opacity += opacity;
        for (sum, part) in self.color.iter_mut().zip(color) {
            *sum += opacity * f32::from(part);
        }
        if share.is_whole() {
            self.lay();
        }
    }

    /// An area covers it in a way that its share does not say.
    pub(super) fn open(&mut self) {
        self.is_open = true;
    }

    /// Its colour in the end; `None` if the shares do not say it.
    pub(super) fn color(mut self) -> Option<[u8; 4]> {
        self.lay();
        let [r, g, b] = self.below.map(|part| (part + 0.5) as u8);
        (!self.is_open).then_some([r, g, b, 255])
    }

    /// Lays the areas that were added over what is below.
    fn lay(&mut self) {
        if self.count > 0 {
            let fills = self.share.is_all(GAP);
            self.is_open |= self.count > 1 && !fills;
            let scale = if fills { 1.0 / self.share.area } else { 1.0 };
            let rest = 1.0 - self.opacity * scale;
            for (below, color) in self.below.iter_mut().zip(self.color) {
                *below = *below * rest + color * scale;
            }
        }
        *self = Self { share: Share::default(), count: 0, color: [0.0; 3], opacity: 0.0, ..*self };
    }
}
