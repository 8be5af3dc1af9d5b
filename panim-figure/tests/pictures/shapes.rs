//! The same pictures as files of shapes, rasterised by another raster.

use panim_figure::Picture;
use resvg::{tiny_skia, usvg};
use std::{fs, path::Path};

/// Mean difference of all channels of all pixels, of 255.
const MOST: f64 = 2.0;

/// Writes a picture as SVG, and compares what others show of it with its pixels.
pub(crate) fn check(name: &str, picture: &Picture) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder).unwrap();
    let file = folder.join(format!("{name}.svg"));
    picture.save_svg(&file).unwrap();
    let tree = usvg::Tree::from_data(&fs::read(&file).unwrap(), &usvg::Options::default()).unwrap();
    let mut shown = tiny_skia::Pixmap::new(picture.width(), picture.height()).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut shown.as_mut());
    let pairs = picture.rgba().iter().zip(shown.data());
    let sum: f64 = pairs.map(|(a, b)| f64::from(a.abs_diff(*b))).sum();
    let mean = sum / shown.data().len() as f64;
    assert!(mean < MOST, "{}: {mean:.2} of 255 on the mean", file.display());
    fs::remove_file(file).unwrap();
}
