//! What a scene looks like, for tests.

use super::Raster;
use crate::scene::Scene;
use vello_cpu::Level;

/// The pixels that `draw` leaves on white.
pub(crate) fn painted(size: (u16, u16), draw: impl FnOnce(&mut Scene)) -> Vec<u8> {
    let mut pixels = vec![255; usize::from(size.0) * usize::from(size.1) * 4];
    let mut scene = Scene::new(size);
    draw(&mut scene);
    Raster::new(size, Level::baseline()).paint_over(&mut scene, &mut pixels);
    pixels
}
