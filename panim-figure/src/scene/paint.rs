//! What shapes are painted with: a colour, a pattern, or pixels.

use super::hatch::HatchTile;
use crate::{base::same::Same, color::Color};
use std::sync::Arc;
use vello_cpu::{
    Pixmap,
    color::{AlphaColor, PremulRgba8, Srgb},
    kurbo::{Affine, Rect},
};

#[derive(Debug, Clone)]
pub(crate) enum Paint {
    Color(Color),
    /// Pixels, and where they lie.
    Image(Arc<Pixmap>, Affine),
    Hatch(HatchTile),
    /// The pixels of a pattern, all of its colour, and everywhere the same.
    Tiles(Arc<Pixmap>, HatchTile),
}

impl Paint {
    /// It leaves no trace.
    pub(super) fn is_clear(&self) -> bool {
        match self {
            Self::Color(color) => color.to_rgba8()[3] == 0,
            Self::Hatch(tile) | Self::Tiles(_, tile) => {
                tile.color.to_rgba8()[3] == 0 || tile.hatch.is_none()
            }
            Self::Image(..) => false,
        }
    }
}

/// Pixels to be drawn. A clone shares them.
#[derive(Debug, Clone)]
pub(crate) struct Bitmap(Arc<Pixmap>);

impl Bitmap {
    /// In pixels.
    pub(crate) fn size(&self) -> (f64, f64) {
        (self.0.width().into(), self.0.height().into())
    }

    pub(crate) fn paint(&self, lies: Affine) -> Paint {
        Paint::Image(Arc::clone(&self.0), lies)
    }

    /// Laid side by side over the whole picture.
    pub(super) fn tiles(&self, of: HatchTile) -> Paint {
        Paint::Tiles(Arc::clone(&self.0), of)
    }

    /// Stretched over `place`; `None` if there are no pixels.
    pub(super) fn over(&self, place: Rect) -> Option<Paint> {
        let (width, height) = self.size();
        let scale = Affine::scale_non_uniform(place.width() / width, place.height() / height);
        let lies = scale.then_translate(place.origin().to_vec2());
        (width > 0.0 && height > 0.0).then(|| self.paint(lies))
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

    /// The same where some of them stay clear.
    pub(crate) fn painted_over_clear(
        width: u16,
        height: u16,
        paint: impl FnOnce(&mut [PremulRgba8]),
    ) -> Self {
        let mut pixmap = Pixmap::new(width, height);
        paint(pixmap.data_mut());
        pixmap.set_may_have_transparency(true);
        Self(Arc::new(pixmap))
    }

    /// Of this size, as `paint` leaves its pixels, which are premultiplied and clear before.
    pub(crate) fn painted(width: u16, height: u16, paint: impl FnOnce(&mut [PremulRgba8])) -> Self {
        let mut pixmap = Pixmap::new(width, height);
        paint(pixmap.data_mut());
        pixmap.recompute_may_have_transparency();
        Self(Arc::new(pixmap))
    }
}

impl Same for Paint {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Color(a), Self::Color(b)) => a.is_same(b),
            (Self::Image(a, c), Self::Image(b, d)) => c.is_same(d) && a.is_same(b),
            // the pixels follow from the pattern
            (Self::Hatch(a) | Self::Tiles(_, a), Self::Hatch(b) | Self::Tiles(_, b)) => {
                a.is_same(b)
            }
            _ => false,
        }
    }
}
