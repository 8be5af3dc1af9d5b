// What the examples of the documentation end with, in hidden lines: the picture beside an example
// is made by that example. `PANIM_BLESS=1 cargo test -p panim-figure --doc` writes them anew; for a
// new one, make an empty file first, since the crate's documentation reads it.

use panim_figure::{Figure, Frame, Picture, Renderer};
use std::{collections::BTreeMap, env, f64::consts::TAU, fs, io::Cursor, path::Path};

/// Compares a figure with the picture in `docs/{name}.md`.
pub fn check(name: &str, fig: Figure) {
    check_frame(name, fig, |_| ());
}

/// Compares a frame of a figure with the picture in `docs/{name}.md`.
pub fn check_frame(name: &str, fig: Figure, update: impl FnOnce(&mut Frame<'_>)) {
    let mut renderer = Renderer::portable(fig).unwrap();
    update(&mut renderer.frame(0));
    let drawn = renderer.picture().unwrap();
    let got = Indexed::new(&drawn);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.md"));
    if env::var_os("PANIM_BLESS").is_some() {
        let png = got.png(&drawn);
        let url = format!("data:image/png;base64,{}", encoded(&png));
        fs::write(&page, format!("![What the example draws]({url})\n")).unwrap();
        // the same for the gallery, since pages of a repository show no pictures that are text
        fs::write(page.with_extension("png"), png).unwrap();
        return;
    }
    let text = fs::read_to_string(&page).unwrap();
    let code = text.split_once("base64,").and_then(|(_, rest)| rest.split_once(')'));
    let png = decoded(code.expect("a picture").0);
    assert!(fs::read(page.with_extension("png")).unwrap() == png, "docs/{name}.png is another");
    let wanted = rgb_of(&png);
    assert!(got.is(&wanted), "{name} does not draw the picture in docs/{name}.md any more");
}

/// A picture in few colours, so that it is small: colours that are nearly the same become the
/// most frequent of them.
struct Indexed {
    palette: Vec<[u8; 3]>,
    pixels: Vec<u8>,
}

impl Indexed {
    fn new(picture: &Picture) -> Self {
        let colors = || picture.rgba().chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        let mut counts = BTreeMap::<[u8; 3], usize>::new();
        colors().for_each(|color| *counts.entry(color).or_default() += 1);
        let mut alike = BTreeMap::<[u8; 3], Vec<(usize, [u8; 3])>>::new();
        for (color, count) in counts.clone() {
            alike.entry(color.map(|level| level / 17)).or_default().push((count, color));
        }
        let weight = |group: &Vec<(usize, [u8; 3])>| group.iter().map(|one| one.0).sum::<usize>();
        let mut groups: Vec<_> = alike.into_values().collect();
        groups.sort_by_key(|group| usize::MAX - weight(group));
        groups.truncate(256);
        let palette: Vec<_> = groups.iter().map(|group| group.iter().max().unwrap().1).collect();
        let nearest = |color: [u8; 3]| {
            let distance = |other: &[u8; 3]| -> u32 {
                color.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
            };
            (0..palette.len()).min_by_key(|i| distance(&palette[*i])).unwrap() as u8
        };
        let entries: BTreeMap<_, _> = counts.into_keys().map(|c| (c, nearest(c))).collect();
        let pixels = colors().map(|color| entries[&color]).collect();
        Self { palette, pixels }
    }

    fn png(&self, picture: &Picture) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(self.palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(&self.pixels).unwrap();
        bytes
    }

    /// Whether these are its colours: exactly where the pictures were made, on x86-64. Other
    /// instructions round otherwise, and a colour may become another of those that are alike.
    fn is(&self, rgb: &[u8]) -> bool {
        let allowed = if cfg!(target_arch = "x86_64") { 0 } else { 40 };
        let own = self.pixels.iter().flat_map(|pixel| self.palette[usize::from(*pixel)]);
        self.pixels.len() * 3 == rgb.len() && own.zip(rgb).all(|(a, b)| a.abs_diff(*b) <= allowed)
    }
}

fn rgb_of(png: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgb).unwrap();
    rgb
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn encoded(bytes: &[u8]) -> String {
    let group = |three: &[u8]| {
        let all = (0..3).fold(0, |all, i| all << 8 | usize::from(*three.get(i).unwrap_or(&0)));
        let digit = move |i: usize| char::from(DIGITS[all >> (18 - 6 * i) & 63]);
        let filled = three.len() + 1;
        (0..4).map(move |i| if i < filled { digit(i) } else { '=' })
    };
    bytes.chunks(3).flat_map(group).collect()
}

fn decoded(text: &str) -> Vec<u8> {
    let value = |digit: &u8| DIGITS.iter().position(|other| other == digit).expect("base64");
    let group = |four: &[u8]| {
        let digits: Vec<usize> = four.iter().filter(|digit| **digit != b'=').map(value).collect();
        let all = (0..4).fold(0, |all, i| all << 6 | digits.get(i).copied().unwrap_or(0));
        (1..digits.len()).map(move |i| (all >> (24 - 8 * i) & 255) as u8)
    };
    text.as_bytes().chunks(4).flat_map(group).collect()
}

/// Samples of a normal distribution, the same ones each time.
pub fn normal(mean: f64, deviation: f64, count: usize) -> Vec<f64> {
    let mut state = mean.to_bits() ^ deviation.to_bits().rotate_left(17);
    let mut uniform = || {
        // splitmix64
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut sample = || (-2.0 * (1.0 - uniform()).ln()).sqrt() * (TAU * uniform()).cos();
    (0..count).map(|_| mean + deviation * sample()).collect()
}
