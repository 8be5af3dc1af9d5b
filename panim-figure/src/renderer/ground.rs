//! The pixels that a figure is painted on, and what is known of them.

use super::backgrounds::Backgrounds;
use crate::scene::damage::Damage;

pub(super) struct Ground {
    pub(super) pixels: Vec<u8>,
    pub(super) backgrounds: Backgrounds,
    /// Where the pixels hold something else than a background.
    pub(super) over: Damage,
}

impl Ground {
    pub(super) fn new(size: (u32, u32)) -> Self {
        Self {
            // a background is laid over all of them
            pixels: vec![0; size.0 as usize * size.1 as usize * 4],
            backgrounds: Backgrounds::new(),
            over: Damage::all(size),
        }
    }

    /// Whatever is kept is not to be used any more.
    pub(super) fn forget(&mut self) {
        self.backgrounds.clear();
        self.over.mark_all();
    }
}
