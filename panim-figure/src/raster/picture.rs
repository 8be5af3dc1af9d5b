//! A finished picture in memory, and PNG files of it.

use crate::{
    PictureError,
    base::{
        file,
        notebook::{NotebookOutput, say_failure},
    },
    scene::{Scene, paint::Bitmap},
};
use std::{
    fmt, fs,
    io::{self, Cursor},
    path::Path,
    sync::Arc,
};
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
        Self { width, height, rgba, scene: None }
    }

    /// The same, painted from a scene.
    pub(crate) fn of_scene(self, scene: Arc<Scene>) -> Self {
        Self { scene: Some(scene), ..self }
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
    /// The file has no alpha channel if every pixel is opaque.
    ///
    /// # Errors
    ///
    /// The file cannot be written, for instance because its folder does not exist, its name has
    /// another ending than `.png`, or the picture has no pixels, which PNG does not allow. The
    /// message names the path.
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

    /// Reads a PNG file of any colour type; 16 bits a channel are reduced to 8.
    ///
    /// # Errors
    ///
    /// The file cannot be read or is not a sound PNG. The message names the path.
    pub fn open_png(path: impl AsRef<Path>) -> Result<Self, PictureError> {
        let path = path.as_ref();
        fs::read(path)
            .and_then(|bytes| Self::from_png(&bytes))
            .map_err(|source| PictureError::File { path: path.into(), source })
    }

    pub(crate) fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Balanced);
        if self.is_opaque() {
            encoder.set_color(png::ColorType::Rgb);
            let rgb: Vec<u8> = self.rgba.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
            encoder.write_header()?.write_image_data(&rgb)?;
        } else {
            encoder.set_color(png::ColorType::Rgba);
            encoder.write_header()?.write_image_data(&self.rgba)?;
        }
        Ok(bytes)
    }

    fn from_png(bytes: &[u8]) -> io::Result<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(
            png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
        );
        let mut reader = decoder.read_info()?;
        let size = reader.output_buffer_size().ok_or(io::ErrorKind::OutOfMemory)?;
        let mut pixels = vec![0; size];
        let info = reader.next_frame(&mut pixels)?;
        let rgba = match info.color_type {
            png::ColorType::Rgba => pixels,
            _ => pixels.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
        };
        Ok(Self::new(info.width, info.height, rgba))
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
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::path::PathBuf;

    /// A file in the temporary folder that is gone when the test ends.
    struct TestFile(PathBuf);

    impl TestFile {
        fn new(name: &str) -> Self {
            Self(std::env::temp_dir().join(format!("panim-{}-{name}.png", std::process::id())))
        }
    }

    impl Drop for TestFile {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.0);
        }
    }

    fn gradient(alpha: impl Fn(u8) -> u8) -> Picture {
        let pixels = (0..=255_u8).flat_map(|i| [i, 255 - i, i / 2, alpha(i)]).collect();
        Picture::new(32, 8, pixels)
    }

    fn color_type(path: &Path) -> png::ColorType {
        let bytes = fs::read(path).unwrap();
        png::Decoder::new(Cursor::new(bytes)).read_info().unwrap().output_color_type().0
    }

    #[test]
    fn an_opaque_picture_is_saved_as_rgb_and_read_back() {
        let (picture, file) = (gradient(|_| 255), TestFile::new("opaque"));
        picture.save_png(&file.0).unwrap();
        assert_eq!(color_type(&file.0), png::ColorType::Rgb);
        assert_eq!(Picture::open_png(&file.0).unwrap(), picture);
    }

    #[test]
    fn a_transparent_picture_keeps_its_alpha() {
        let (picture, file) = (gradient(|i| i), TestFile::new("transparent"));
        picture.save_png(&file.0).unwrap();
        assert_eq!(color_type(&file.0), png::ColorType::Rgba);
        assert_eq!(Picture::open_png(&file.0).unwrap(), picture);
    }

    #[test]
    fn grey_and_sixteen_bit_files_are_read() {
        let file = TestFile::new("grey");
        let write = |color, depth, data: &[u8]| {
            let mut encoder = png::Encoder::new(fs::File::create(&file.0).unwrap(), 2, 1);
            encoder.set_color(color);
            encoder.set_depth(depth);
            encoder.write_header().unwrap().write_image_data(data).unwrap();
        };
        write(png::ColorType::Grayscale, png::BitDepth::Eight, &[7, 200]);
        let picture = Picture::open_png(&file.0).unwrap();
        assert_eq!(picture.rgba(), [7, 7, 7, 255, 200, 200, 200, 255]);

        write(png::ColorType::Rgb, png::BitDepth::Sixteen, &[1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9]);
        let picture = Picture::open_png(&file.0).unwrap();
        assert_eq!(picture.rgba(), [1, 2, 3, 255, 4, 5, 6, 255]);
    }

    #[test]
    fn a_pixel_is_found_by_column_and_row() {
        let picture = gradient(|_| 255);
        assert_eq!(picture.pixel(0, 0), [0, 255, 0, 255]);
        assert_eq!(picture.pixel(3, 1), [35, 220, 17, 255]);
        assert_eq!(picture.pixel(31, 7), [255, 0, 127, 255]);
    }

    #[test]
    fn errors_name_the_file() {
        let missing = TestFile::new("missing").0.join("folder/picture.png");
        let error = gradient(|_| 255).save_png(&missing).unwrap_err();
        let PictureError::File { path, source } = &error else { panic!("{error}") };
        assert_eq!((path, source.kind()), (&missing, io::ErrorKind::NotFound));
        assert!(error.to_string().contains("picture.png"), "{error}");
        assert!(Picture::open_png(&missing).unwrap_err().to_string().contains("picture.png"));

        let file = TestFile::new("broken");
        fs::write(&file.0, b"this is no picture").unwrap();
        let error = Picture::open_png(&file.0).unwrap_err();
        assert!(error.to_string().contains("broken"), "{error}");
    }

    #[test]
    fn another_format_is_not_written_under_its_ending() {
        let file = TestFile::new("format").0.with_extension("jpg");
        let error = gradient(|_| 255).save_png(&file).unwrap_err().to_string();
        assert!(
            error.ends_with("format.jpg: ends in `.jpg`; allowed: .png, or no ending"),
            "{error}"
        );
        assert!(!file.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_replaced_keeps_its_permissions_and_its_links() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let [file, link] = ["replaced", "link"].map(TestFile::new);
        fs::write(&file.0, "older").unwrap();
        fs::set_permissions(&file.0, fs::Permissions::from_mode(0o600)).unwrap();
        symlink(&file.0, &link.0).unwrap();
        let before = fs::metadata(&file.0).unwrap();
        gradient(|_| 255).save_png(&link.0).unwrap();
        let after = fs::metadata(&file.0).unwrap();
        assert!(fs::symlink_metadata(&link.0).unwrap().is_symlink());
        assert_eq!(after.mode(), before.mode());
        assert_ne!(after.ino(), before.ino(), "another file took its place");
        assert_eq!(Picture::open_png(&file.0).unwrap(), gradient(|_| 255));
    }

    #[test]
    #[should_panic(expected = "a picture of 2x2 pixels has 16 bytes, not 15")]
    fn a_wrong_number_of_bytes_is_refused() {
        Picture::new(2, 2, vec![0; 15]);
    }
}
