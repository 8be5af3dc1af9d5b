#![allow(clippy::unwrap_used)]

use super::*;
use std::{io::Cursor, path::PathBuf};

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
    assert_eq!(Picture::open(&file.0).unwrap(), picture);
}

#[test]
fn a_transparent_picture_keeps_its_alpha() {
    let (picture, file) = (gradient(|i| i), TestFile::new("transparent"));
    picture.save_png(&file.0).unwrap();
    assert_eq!(color_type(&file.0), png::ColorType::Rgba);
    assert_eq!(Picture::open(&file.0).unwrap(), picture);
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
    let picture = Picture::open(&file.0).unwrap();
    assert_eq!(picture.rgba(), [7, 7, 7, 255, 200, 200, 200, 255]);

    write(png::ColorType::Rgb, png::BitDepth::Sixteen, &[1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9]);
    let picture = Picture::open(&file.0).unwrap();
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
    let folder = missing.with_file_name("");
    let folder = folder.to_str().unwrap().trim_end_matches(['/', '\\']);
    let wanted = format!("picture.png: there is no folder `{folder}`");
    assert!(error.to_string().ends_with(&wanted), "{error}");
    assert!(Picture::open(&missing).unwrap_err().to_string().contains("picture.png"));

    let file = TestFile::new("broken");
    fs::write(&file.0, b"this is no picture").unwrap();
    let error = Picture::open(&file.0).unwrap_err();
    assert!(error.to_string().contains("broken"), "{error}");
}

#[test]
fn another_format_is_not_written_under_its_ending() {
    let file = TestFile::new("format").0.with_extension("jpg");
    let error = gradient(|_| 255).save_png(&file).unwrap_err().to_string();
    assert!(error.ends_with("format.jpg: ends in `.jpg`; allowed: .png, or no ending"), "{error}");
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
    assert_eq!(Picture::open(&file.0).unwrap(), gradient(|_| 255));
}

#[test]
#[should_panic(expected = "a picture of 2x2 pixels has 16 bytes, not 15")]
fn a_wrong_number_of_bytes_is_refused() {
    Picture::new(2, 2, vec![0; 15]);
}

/// A file that comes with the tests.
#[cfg(feature = "jpeg")]
fn jpeg(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

#[cfg(feature = "jpeg")]
#[test]
fn every_kind_of_jpeg_is_read() {
    // Pillow's pixels at the ends and in the middle
    let rgb = [[0, 1, 0], [118, 120, 70], [239, 234, 140], [211, 41, 80]];
    let grey = [[1; 3], [115; 3], [225; 3], [95; 3]];
    for (name, wanted) in [
        ("baseline.jpg", rgb),
        ("progressive.jpg", rgb),
        ("grey.jpg", grey),
        ("cmyk.jpg", [[0, 1, 1], [120, 120, 71], [238, 236, 138], [211, 40, 80]]),
    ] {
        let picture = Picture::open(jpeg(name)).unwrap();
        assert_eq!((picture.width(), picture.height()), (80, 60), "{name}");
        for ((x, y), wanted) in [(0, 0), (40, 30), (79, 59), (70, 10)].into_iter().zip(wanted) {
            let [r, g, b, a] = picture.pixel(x, y);
            let is_near = |a: u8, b: u8| a.abs_diff(b) <= 4;
            let [wr, wg, wb] = wanted;
            assert!(is_near(r, wr) && is_near(g, wg) && is_near(b, wb), "{name}: {r} {g} {b}");
            assert_eq!(a, 255);
        }
    }
}

#[cfg(feature = "jpeg")]
#[test]
fn a_file_is_known_by_what_it_begins_with() {
    let file = TestFile::new("a-jpeg-in-truth");
    fs::copy(jpeg("baseline.jpg"), &file.0).unwrap();
    assert_eq!(Picture::open(&file.0).unwrap().width(), 80);
}

#[cfg(feature = "jpeg")]
#[test]
fn a_file_that_ends_too_early_or_is_damaged_is_no_picture() {
    let file = TestFile::new("cut");
    for name in ["baseline.jpg", "progressive.jpg", "grey.jpg"] {
        let whole = fs::read(jpeg(name)).unwrap();
        for end in (0..whole.len() - 2).step_by(7) {
            fs::write(&file.0, &whole[..end]).unwrap();
            let error = Picture::open(&file.0).expect_err(&format!("{name} up to {end}"));
            assert!(error.to_string().contains("cut"), "{error}");
        }
        for at in (3..whole.len()).step_by(5) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x5a;
            fs::write(&file.0, &damaged).unwrap();
            let _ = Picture::open(&file.0); // an error or a picture, and no panic
        }
    }
}

#[test]
fn more_pixels_than_a_picture_may_have_are_refused_before_they_are_read() {
    let file = TestFile::new("huge");
    let mut bytes = gradient(|_| 255).to_png().unwrap();
    bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    fs::write(&file.0, &bytes).unwrap();
    let error = Picture::open(&file.0).unwrap_err().to_string();
    assert!(
        error.ends_with("has 65536x65536 pixels; allowed: at most 100000000 in all"),
        "{error}"
    );
}

/// As the chunks of a PNG end.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// Rows of some kinds of pictures, `width` by `height`.
fn kinds(width: u32, height: u32) -> [(&'static str, Vec<[u8; 4]>); 4] {
    let places = || (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)));
    let noise = |x: u32, y: u32, i: u32| {
        let [x, y, i] = [x * 7_919, y * 104_729, i * 1_299_709];
        let mixed = x ^ y.rotate_left(9) ^ i;
        (mixed.wrapping_mul(0x9e37_79b1) >> 24) as u8
    };
    let picture =
        |pixel: &dyn Fn(u32, u32) -> [u8; 4]| places().map(|(x, y)| pixel(x, y)).collect();
    [
        ("flat", picture(&|x, y| if x % 40 == y % 30 { [9, 9, 9, 255] } else { [255; 4] })),
        (
            "cells",
            picture(&|x, y| [[20, 30, 40, 255], [90, 80, 9, 255]][(noise(x, y, 0) & 1) as usize]),
        ),
        (
            "noise",
            picture(&|x, y| [noise(x, y, 1), noise(x, y, 2), noise(x, y, 3), noise(x, y, 4)]),
        ),
        // all columns are different, and change little from row to row
        (
            "photo",
            picture(&|x, y| {
                let part = |i| noise(x, 0, i).wrapping_add(noise(x, y, i) % 3);
                [part(1), part(2), part(3), 255]
            }),
        ),
    ]
}

#[test]
fn pictures_of_every_kind_and_size_come_back() {
    for (width, height) in [(1, 1), (1, 7), (7, 1), (200, 150), (3, 400)] {
        for (name, pixels) in kinds(width, height) {
            let picture = Picture::new(width, height, pixels.concat());
            let file = picture.to_png().unwrap();
            assert!(decode::decode(&file).unwrap() == picture, "{name}, {width}x{height}");
        }
    }
    assert!(Picture::new(0, 3, Vec::new()).to_png().is_err());
}

#[test]
fn pictures_are_packed_as_suits_them() {
    let parts = kinds(200, 150).map(|(name, pixels)| {
        let channels = if name == "noise" { 4 } else { 3 };
        let file = Picture::new(200, 150, pixels.concat()).to_png().unwrap();
        (name, file.len() as f64 / f64::from(200 * 150 * channels))
    });
    // as it is the photo would have 0.65 of its bytes, and as differences the cells 0.11
    let most = [("flat", 0.02), ("cells", 0.08), ("noise", 1.01), ("photo", 0.4)];
    for ((name, part), (_, most)) in parts.into_iter().zip(most) {
        assert!(part < most, "{name}: {part}");
    }
}
