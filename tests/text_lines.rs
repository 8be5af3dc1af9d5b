//! Draws lines of text, each with a font file: `text_lines LINES PICTURE`. `.ci/text_in_chromium.py` calls it.
//!
//! `LINES` is a JSON file: the picture's width, the height of a line, where its text begins, from the left, and its
//! baseline, from above, and an em, all in pixels; then the lines, each a path and a text.

#![allow(missing_docs)]

use panim::{At, Figure, FontFamily, Text};
use std::{env, fs, path::PathBuf};

type Lines = ([f64; 5], Vec<(PathBuf, String)>);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [file, picture] = args.as_slice() else {
        return Err("usage: text_lines LINES PICTURE".into());
    };
    let ([width, line, left, baseline, em], lines): Lines =
        serde_json::from_slice(&fs::read(file)?)?;
    let height = line * lines.len() as f64;
    let mut fig = Figure::new();
    fig.set_size(width as u32, height as u32);
    let ax = fig.axes();
    ax.set_axis_off(true);
    for (i, (font, text)) in lines.iter().enumerate() {
        let at = At::Pixels(left, height - (line * i as f64 + baseline));
        let family = FontFamily::from_file(font);
        // points, of which 72 are 100 pixels
        ax.add(Text::new(at, text.as_str()).family(&family).size(em * 0.72).valign("baseline"));
    }
    fig.save_png(picture)?;
    Ok(())
}
