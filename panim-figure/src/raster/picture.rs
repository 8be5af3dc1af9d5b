//! A finished picture in memory, and files of it.

mod decode;
mod encode;

pub use encode::png_file;

use crate::{
    PictureError,
    base::{
        file,
        notebook::{NotebookOutput, say_failure},
    },
    scene::{Scene, paint::Bitmap},
};
use std::{fmt, fs, io, path::Path, sync::Arc};
use vello_cpu::kurbo::Point;

/// A picture in memory: rows from the top, 4 bytes a pixel (red, green, blue, alpha).
///
/// Colours are sRGB, not multiplied by alpha.
#[derive(Clone)]
pub struct Picture {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
    /// What it was painted from.
    scene: Option<Arc<Scene>>,
    /// Pixels to an inch, where it has a size.
    dpi: Option<f64>,
}

/// Of the pixels only.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        (self.width, self.height) == (other.width, other.height) && self.rgba == other.rgba
    }
}

impl Eq for Picture {}

impl Picture {
    /// Makes a picture of `width` by `height` pixels from its bytes.
    ///
    /// # Panics
    ///
    /// If there are not exactly `width * height * 4` bytes.
    pub fn new(width: u32, height: u32, rgba: Vec<u8>) -> Self {
        let expected = u128::from(width) * u128::from(height) * 4;
        assert!(
            rgba.len() as u128 == expected,
            "a picture of {width}x{height} pixels has {expected} bytes, not {}",
            rgba.len()
        );
        Self { width, height, rgba, scene: None, dpi: None }
    }

    /// The same, painted from a scene.
    pub(crate) fn of_scene(self, scene: Arc<Scene>) -> Self {
        Self { scene: Some(scene), ..self }
    }

    /// The same, with so many pixels to an inch.
    pub(crate) fn at_dpi(self, dpi: f64) -> Self {
        Self { dpi: Some(dpi), ..self }
    }

    /// What it was painted from; the pixels themselves where that is not known. `None` if it is too
    /// large for one.
    pub(crate) fn scene(&self) -> Option<Arc<Scene>> {
        if let Some(scene) = &self.scene {
            return Some(Arc::clone(scene));
        }
        let size = (self.width.try_into().ok()?, self.height.try_into().ok()?);
        let pixels = self.rgba.as_chunks().0.iter().copied();
        let bitmap = Bitmap::new(self.width, self.height, pixels)?;
        let mut scene = Scene::new(size);
        let shown = scene.picture();
        scene.image_at(&bitmap, Point::ORIGIN, shown);
        Some(Arc::new(scene))
    }

    /// The width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// The height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The bytes of all pixels, row by row from the top left.
    pub fn rgba(&self) -> &[u8] {
        &self.rgba
    }

    /// The bytes of one pixel; (0, 0) is the top left one.
    ///
    /// # Panics
    ///
    /// If the pixel lies outside the picture.
    pub fn pixel(&self, x: u32, y: u32) -> [u8; 4] {
        let (width, height) = (self.width, self.height);
        assert!(x < width && y < height, "no pixel ({x}, {y}) in a picture of {width}x{height}");
        let at = (y as usize * width as usize + x as usize) * 4;
        [self.rgba[at], self.rgba[at + 1], self.rgba[at + 2], self.rgba[at + 3]]
    }

    /// Writes the picture to a PNG file; one that is already there is replaced when the new one is
    /// whole.
    ///
    /// The file has no alpha channel if every pixel is opaque. That of a figure or a still says its dpi, so that it is
    /// placed in its own size on a page.
    ///
    /// # Errors
    ///
    /// The file cannot be written, for instance because its folder does not exist, its name has
    /// another ending than `.png`, or the picture has no pixels, which PNG does not allow. The
    /// message names the path.
    #[doc(alias("savefig", "imsave"))]
    pub fn save_png(&self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        let path = path.as_ref();
        file::check_ending(path, "png")
            .and_then(|()| self.to_png().map_err(io::Error::from))
            .and_then(|bytes| file::replace(path, &bytes))
            .map_err(|source| PictureError::File { path: path.into(), source })
    }

    /// Shows the picture below a cell of an evcxr notebook, which calls this of the cell's last value:
    /// see [notebooks](https://docs.rs/panim/latest/panim/notebooks/index.html).
    pub fn evcxr_display(&self) {
        match self.to_png() {
            Ok(png) => NotebookOutput::default()
                .text(&format!("a picture of {}x{} pixels", self.width, self.height))
                .image("image/png", &png)
                .send(),
            Err(error) => say_failure(&error),
        }
    }

    /// Reads a PNG or a JPEG file; what it begins with says which it is. 16 bits a channel are reduced to 8,
    /// colours are taken for sRGB, and the orientation that a camera noted is not applied, as in matplotlib.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is not a sound PNG or JPEG, is a JPEG without the feature `jpeg`, which is on by
    /// default, or has more than 100 million pixels. The message names the path.
    #[doc(alias = "imread")]
    pub fn open(path: impl AsRef<Path>) -> Result<Self, PictureError> {
        let path = path.as_ref();
        fs::read(path)
            .and_then(|bytes| decode::decode(&bytes))
            .map_err(|source| PictureError::File { path: path.into(), source })
    }

    pub(crate) fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let (pixels, size) = (self.rgba.as_chunks().0, (self.width, self.height));
        png_file(size, self.is_opaque(), self.dpi, pixels.chunks(self.width.max(1) as usize))
    }

    fn is_opaque(&self) -> bool {
        self.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255)
    }
}

/// The size alone: the bytes of a picture tell a reader nothing.
impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture")
            .field("width", &self.width)
            .field("height", &self.height)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
