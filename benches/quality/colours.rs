//! What becomes of pure colours: flat pictures, drawn, encoded, decoded and turned back into RGB.

use crate::support::{Decoded, File};
use panim::ProgressMode;
use panim::prelude::*;
use std::{collections::BTreeSet, path::Path};

const COLOURS: [(&str, [u8; 3]); 12] = [
    ("white", [255, 255, 255]),
    ("black", [0, 0, 0]),
    ("red", [255, 0, 0]),
    ("green", [0, 255, 0]),
    ("blue", [0, 0, 255]),
    ("cyan", [0, 255, 255]),
    ("magenta", [255, 0, 255]),
    ("yellow", [255, 255, 0]),
    ("grey", [245, 245, 245]),
    ("grey", [192, 192, 192]),
    ("grey", [128, 128, 128]),
    ("grey", [64, 64, 64]),
];

/// Heights, of which the first is encoded by BT.601 and the second by BT.709, with the weights of
/// red and blue in luma as these standards have them.
const MATRICES: [(u32, f64, f64); 2] = [(480, 0.299, 0.114), (576, 0.2126, 0.0722)];

/// A figure without anything on it.
#[animation]
#[derive(Clone)]
struct Flat([u8; 3]);

impl Flat {
    #[setup]
    fn setup(&self, fig: &mut Figure) {
        let [r, g, b] = self.0;
        fig.set_facecolor(format!("#{r:02x}{g:02x}{b:02x}").as_str());
    }

    #[update]
    fn update(&self, _frame: &mut Frame) {}
}

/// At the default quality: the worst pixel as decoded, and by how much its worst channel is off.
pub(crate) fn table(folder: &Path) -> String {
    let mut table = "\
| colour | RGB | BT.601: Y, U, V | RGB | off | BT.709: Y, U, V | RGB | off |
|---|---|---|---|---|---|---|---|"
        .to_owned();
    for (name, colour) in COLOURS {
        let [r, g, b] = colour;
        table += &format!("\n| {name} | {r}, {g}, {b} |");
        for matrix in MATRICES {
            let pixels = decoded(colour, matrix.0, &folder.join("flat.mp4"));
            let off = |pixel: [u8; 3]| {
                let channels = colour.iter().zip(rgb(pixel, matrix));
                channels.map(|(&drawn, shown)| drawn.abs_diff(shown)).max()
            };
            let worst = pixels.into_iter().max_by_key(|&pixel| off(pixel)).unwrap();
            let ([y, u, v], [r, g, b], off) = (worst, rgb(worst, matrix), off(worst).unwrap());
            table += &format!(" {y}, {u}, {v} | {r}, {g}, {b} | {off} |");
        }
    }
    table
}

/// Luma and chroma of all pixels in the last of three flat frames, each kind once.
fn decoded(colour: [u8; 3], height: u32, path: &Path) -> BTreeSet<[u8; 3]> {
    let render = Flat(colour).render_to(path).size(160, height).progress(ProgressMode::Never);
    render.frames(3).run().unwrap();
    let Decoded { width, y, u, v, .. } = File::read(path).decode().pop().unwrap();
    let chroma = |at: usize| (at / width / 2) * (width / 2) + at % width / 2;
    y.iter().enumerate().map(|(at, &y)| [y, u[chroma(at)], v[chroma(at)]]).collect()
}

/// Limited range, as the standards' formulas say.
fn rgb([y, u, v]: [u8; 3], (_, kr, kb): (u32, f64, f64)) -> [u8; 3] {
    let luma = (f64::from(y) - 16.0) * 255.0 / 219.0;
    let [blue, red] = [u, v].map(|chroma| (f64::from(chroma) - 128.0) * 255.0 / 224.0);
    let (r, b) = (luma + 2.0 * (1.0 - kr) * red, luma + 2.0 * (1.0 - kb) * blue);
    let g = (luma - kr * r - kb * b) / (1.0 - kr - kb);
    [r, g, b].map(|channel| channel.round().clamp(0.0, 255.0) as u8)
}
