//! From a scene to pixels: it is painted over what they hold already, so that a picture can start
//! from a ready background.
//!
//! Markers, meshes and cells become shapes and images [first](lower), and patterns [pixels](hatches). Lines, ribbons, areas, boxes, discs and
//! images are painted [directly](direct); any other shape goes through [`vello_cpu`](general).

mod bits;
pub(crate) mod cells;
mod coverage;
mod direct;
mod general;
mod hatches;
mod layers;
mod lower;
pub(crate) mod mesh;
mod mixer;
#[cfg(test)]
pub(crate) mod painted;
pub(crate) mod picture;
pub(crate) mod recording;
mod run;
mod scan;
mod seams;
mod stamps;
mod tails;
#[cfg(test)]
mod tests;

use crate::scene::{Scene, items::Item};
use direct::Direct;
use general::General;
use hatches::Hatches;
use run::Run;
use seams::Seams;
use stamps::Stamps;
use tails::Tail;
pub(crate) use tails::Tails;
use vello_cpu::Level;

/// Paints scenes of one size.
pub(crate) struct Raster {
    direct: Direct,
    general: General,
    seams: Seams,
    /// The markers that were drawn in great number.
    stamps: Stamps,
    hatches: Hatches,
}

impl Raster {
    /// `width` and `height` in pixels; `level` fixes the SIMD instructions.
    pub(crate) fn new(size: (u16, u16), level: Level) -> Self {
        Self {
            direct: Direct::new(size, level),
            general: General::new(size.0, size.1, level),
            seams: Seams::new(size),
            stamps: Stamps::new(level),
            hatches: Hatches::new(level),
        }
    }

    /// Paints what was recorded over `pixels`, opaque RGBA8 of the scene's size.
    pub(crate) fn paint_over(&mut self, scene: &mut Scene, pixels: &mut [u8]) {
        self.paint(scene, pixels, Some(&Tails::default()));
    }

    /// Paints what was recorded over `pixels`, opaque RGBA8 of the scene's size.
    /// `background`: what the axes that go on here end with there.
    pub(crate) fn paint_over_background(
        &mut self,
        scene: &mut Scene,
        pixels: &mut [u8],
        background: &Tails,
    ) {
        self.paint(scene, pixels, Some(background));
    }

    /// The same of a background: says with what its axes end.
    pub(crate) fn paint_background(&mut self, scene: &mut Scene, pixels: &mut [u8]) -> Tails {
        self.paint(scene, pixels, None)
    }

    fn paint(&mut self, scene: &mut Scene, pixels: &mut [u8], background: Option<&Tails>) -> Tails {
        let Self { direct, general, seams, stamps, hatches } = self;
        let (width, height) = scene.size();
        scene.paint_hatches(|tile| hatches.tile(tile));
        lower::lower(scene, stamps, direct);
        let mut painter = ItemPainter { scene, direct, general };
        let (mut at, mut tails) = (0, Tails::default());
        while scene.get(at).is_some() {
            let Some(mut run) = Run::from(scene.items(), at) else {
                at = painter.paint(at, pixels);
                continue;
            };
            let (places, end) = (scene.places().iter().copied(), run.end);
            match background {
                Some(background) => {
                    let begun = places.filter(|(_, item)| (at..end).contains(item));
                    for tail in begun.filter_map(|(name, _)| background.at(name)) {
                        run.follow(tail);
                    }
                }
                None => {
                    let ended = places.filter(|(_, item)| (at + 1..=end).contains(item));
                    let mut begin = at;
                    for (name, item) in ended {
                        if item == begin {
                            continue;
                        }
                        painter.end(pixels);
                        let size = (width.into(), height.into());
                        let below = Tail::before(pixels, run.pixels(), size);
                        tails.0.push((name, below.with(scene.copied(begin..item))));
                        begin = item;
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
        scene.raise();
        tails
    }
}

/// What paints the items, each as suits it.
struct ItemPainter<'a> {
    scene: &'a Scene,
    direct: &'a mut Direct,
    general: &'a mut General,
}

impl ItemPainter<'_> {
    /// Paints an item, or all of a scope, and says which is the next.
    fn paint(&mut self, at: usize, pixels: &mut [u8]) -> usize {
        let Self { scene, direct, general } = self;
        match scene.get(at) {
            Some(Item::Draw(drawing)) => match Direct::way(drawing) {
                Some(way) => {
                    if general.waits_for(drawing.bounds) {
                        general.paint(scene, pixels);
                    }
                    direct.paint(drawing, way, pixels);
                }
                None => general.add(at..=at, drawing.bounds, scene),
            },
            Some(Item::Open { bounds, close, .. }) => {
                general.add(at..=*close, *bounds, scene);
                return close.saturating_add(1);
            }
            Some(Item::Collection(collection)) => {
                if general.waits_for(collection.bounds) {
                    general.paint(scene, pixels);
                }
                direct.paint_all(collection, pixels);
            }
            Some(Item::Close) | None => {}
        }
        at + 1
    }

    /// Paints what waits.
    fn end(&mut self, pixels: &mut [u8]) {
        self.general.paint(self.scene, pixels);
    }
}
