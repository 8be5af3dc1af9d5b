//! Backgrounds that were drawn already.

use super::split::Layers;

/// How many are kept: animations have one or two, and each takes as much memory as a picture.
const MOST: usize = 4;

pub(crate) struct Backgrounds {
    keep: bool,
    /// The one used last is the last.
    drawn: Vec<(Layers, Vec<u8>)>,
}

impl Backgrounds {
    pub(crate) fn new() -> Self {
        Self { keep: true, drawn: Vec::new() }
    }

    pub(crate) fn keep(&mut self, on: bool) {
        self.keep = on;
        self.drawn.clear();
    }

    /// Lays the background of these layers into `pixels`, drawing it with `draw` if it is not there.
    pub(crate) fn lay(&mut self, layers: &Layers, pixels: &mut [u8], draw: impl FnOnce(&mut [u8])) {
        if !self.keep {
            return draw(pixels);
        }
        if let Some(i) = self.drawn.iter().position(|(drawn, _)| drawn == layers) {
            pixels.copy_from_slice(&self.drawn[i].1);
            self.drawn[i..].rotate_left(1);
            return;
        }
        draw(pixels);
        let mut copy = if self.drawn.len() == MOST { self.drawn.remove(0).1 } else { Vec::new() };
        copy.clear();
        copy.extend_from_slice(pixels);
        self.drawn.push((layers.clone(), copy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axes::layers::Layer;

    #[test]
    fn each_is_drawn_once_while_it_is_kept() {
        let mut backgrounds = Backgrounds::new();
        let mut drawn = 0;
        let mut lay = |key: usize| {
            let mut pixels = [0; 4];
            backgrounds.lay(&vec![(key, Layer::Patch)], &mut pixels, |p| {
                drawn += 1;
                p.fill(key as u8);
            });
            assert_eq!(pixels, [key as u8; 4]);
            drawn
        };
        assert_eq!((lay(1), lay(2), lay(1), lay(2)), (1, 2, 2, 2));
        assert_eq!((lay(3), lay(4), lay(5)), (3, 4, 5));
        // 1 was used longest ago
        assert_eq!((lay(2), lay(1)), (5, 6));
    }

    #[test]
    fn without_keeping_each_is_drawn_every_time() {
        let mut backgrounds = Backgrounds::new();
        backgrounds.keep(false);
        let mut drawn = 0;
        for _ in 0..3 {
            backgrounds.lay(&vec![], &mut [0; 4], |_| drawn += 1);
        }
        assert_eq!(drawn, 3);
    }
}
