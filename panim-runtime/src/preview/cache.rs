//! Frames that were drawn lately.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// Bytes of pixels at most: a hundred pictures of 640x480.
const MOST_BYTES: usize = 128 << 20;

/// A frame as it is sent.
pub(super) struct SentFrame {
    pub(super) width: u32,
    pub(super) height: u32,
    /// RGBA, 4 bytes a pixel.
    pub(super) pixels: Vec<u8>,
}

#[derive(Default)]
pub(super) struct Cache(Mutex<CachedFrames>);

#[derive(Default)]
struct CachedFrames {
    frames: HashMap<usize, Arc<SentFrame>>,
    /// The frame that was drawn longest ago in front.
    order: VecDeque<usize>,
    bytes: usize,
}

impl Cache {
    pub(super) fn get(&self, frame: usize) -> Option<Arc<SentFrame>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.frames.get(&frame).cloned()
    }

    pub(super) fn keep(&self, frame: usize, shown: SentFrame) -> Arc<SentFrame> {
        let shown = Arc::new(shown);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let CachedFrames { frames, order, bytes } = &mut *kept;
        if frames.insert(frame, Arc::clone(&shown)).is_none() {
            order.push_back(frame);
            *bytes += shown.pixels.len();
        }
        while *bytes > MOST_BYTES && order.len() > 1 {
            let oldest = order.pop_front().and_then(|frame| frames.remove(&frame));
            *bytes -= oldest.map_or(0, |oldest| oldest.pixels.len());
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_longest_ago_goes_first() {
        let cache = Cache::default();
        let large = || SentFrame { width: 4096, height: 2048, pixels: vec![0; MOST_BYTES / 4] };
        for frame in 0..6 {
            cache.keep(frame, large());
            cache.keep(frame, large());
        }
        let kept: Vec<_> = (0..6).filter(|&frame| cache.get(frame).is_some()).collect();
        assert_eq!(kept, [2, 3, 4, 5]);
    }
}
