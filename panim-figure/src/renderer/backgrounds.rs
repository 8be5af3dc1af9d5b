//! Backgrounds that were drawn already.

use super::split::Layers;
use crate::{raster::Tails, scene::damage::Damage};

/// How many are kept: animations have one or two, and each takes as much memory as a picture.
const MOST: usize = 4;

pub(crate) struct Backgrounds {
    keep: bool,
    /// The one used last is the last.
    drawn: Vec<(Layers, Vec<u8>)>,
    /// With what the axes of each end; of the last one alone if they are not kept.
    tails: Vec<Tails>,
}

impl Backgrounds {
    pub(crate) fn new() -> Self {
        Self { keep: true, drawn: Vec::new(), tails: Vec::new() }
    }

    pub(crate) fn keep(&mut self, on: bool) {
        self.keep = on;
        self.clear();
    }

    pub(crate) fn are_kept(&self) -> bool {
        self.keep
    }

    pub(crate) fn clear(&mut self) {
        self.drawn.clear();
        self.tails.clear();
    }

    /// Lays the background of these layers into `pixels`, drawing it with `draw` if it is not there.
    ///
    /// `over`: where `pixels` hold something else than the background that was laid last. It becomes
    /// where they have changed. Says with what the axes in the background end.
    pub(crate) fn lay(
        &mut self,
        layers: &Layers,
        pixels: &mut [u8],
        over: &mut Damage,
        draw: impl FnOnce(&mut [u8]) -> Tails,
    ) -> &Tails {
        let known = self.drawn.iter().position(|(drawn, _)| drawn == layers);
        if known.is_none_or(|i| i + 1 < self.drawn.len()) {
            over.mark_all();
        }
        match known {
            Some(i) => {
                over.copy(&self.drawn[i].1, pixels);
                self.drawn[i..].rotate_left(1);
                self.tails[i..].rotate_left(1);
            }
            None => {
                let tails = draw(pixels);
                if self.keep {
                    self.store(layers, pixels);
                } else {
                    self.tails.clear();
                }
                self.tails.push(tails);
            }
        }
        &self.tails[self.tails.len() - 1]
    }

    fn store(&mut self, layers: &Layers, pixels: &[u8]) {
        let mut copy = Vec::new();
        if self.drawn.len() == MOST {
            copy = self.drawn.remove(0).1;
            self.tails.remove(0);
        }
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
            let layers = vec![(key, Layer::Patch)];
            backgrounds.lay(&layers, &mut pixels, &mut Damage::all((1, 1)), |p| {
                drawn += 1;
                p.fill(key as u8);
                Tails::default()
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
            let mut over = Damage::none((1, 1));
            backgrounds.lay(&vec![], &mut [0; 4], &mut over, |_| {
                drawn += 1;
                Tails::default()
            });
            assert_eq!(over, Damage::all((1, 1)));
        }
        assert_eq!(drawn, 3);
    }

    #[test]
    fn the_one_that_lies_there_already_is_mended_where_something_lies_over_it() {
        let (mut backgrounds, size) = (Backgrounds::new(), (64, 16));
        let mut pixels = vec![0; 64 * 16 * 4];
        let mut lay = |key: usize, over: &mut Damage| {
            let draw = |p: &mut [u8]| {
                p.fill(key as u8);
                Tails::default()
            };
            backgrounds.lay(&vec![(key, Layer::Patch)], &mut pixels, over, draw);
            // something is drawn over it that nobody says
            let first = pixels.first().copied();
            pixels.fill(99);
            first
        };
        let (mut all, mut none, mut part) =
            (Damage::all(size), Damage::none(size), Damage::none(size));
        part.mark(vello_cpu::kurbo::Rect::new(0.0, 0.0, 1.0, 1.0));
        assert_eq!(lay(1, &mut all), Some(1));
        assert_eq!(lay(1, &mut none), Some(99));
        assert_eq!(lay(1, &mut part), Some(1));
        assert_eq!((lay(2, &mut none), &none), (Some(2), &all));
        let mut none = Damage::none(size);
        assert_eq!((lay(1, &mut none), none), (Some(1), all));
    }
}
