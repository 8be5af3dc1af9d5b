//! The crate's fonts, and its lines and paths, as outlines.

use crate::{color::Color, text::font::FontFile};
use ratex_types::{display_item::DisplayItem, path_command::PathCommand};
use skrifa::GlyphId;
use std::sync::LazyLock;
use vello_cpu::kurbo::{Affine, BezPath, Rect, Shape, Stroke, StrokeOpts, Vec2};

macro_rules! fonts {
    ($($name:literal)*) => {
        /// The crate's fonts by the names that it gives them, read when they are needed.
        static FONTS: [(&str, LazyLock<Option<FontFile>>); 20] = [$((
            $name,
            LazyLock::new(|| FontFile::parse(
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/katex/", $name, ".ttf"))
            )),
        )),*];
    };
}
fonts! {
    "Main-Regular" "Math-Italic" "AMS-Regular" "Caligraphic-Bold" "Caligraphic-Regular" "Fraktur-Bold"
    "Fraktur-Regular" "Main-Bold" "Main-BoldItalic" "Main-Italic" "Math-BoldItalic" "SansSerif-Bold"
    "SansSerif-Italic" "SansSerif-Regular" "Script-Regular" "Size1-Regular" "Size2-Regular" "Size3-Regular"
    "Size4-Regular" "Typewriter-Regular"
}

/// A font of the crate.
#[derive(Clone, Copy, Debug)]
pub(super) enum KatexFont<'a> {
    /// Of upright letters and digits.
    Main,
    Named(&'a str),
}

impl KatexFont<'_> {
    /// The glyph of a character, if it has one.
    pub(super) fn glyph(self, character: char) -> Option<(&'static FontFile, GlyphId)> {
        let name = match self {
            Self::Main => "Main-Regular",
            Self::Named(name) => name,
        };
        let file = FONTS.iter().find(|(known, _)| *known == name)?.1.as_ref()?;
        let id = file.glyph(character).id;
        (id != GlyphId::NOTDEF).then_some((file, id))
    }
}

/// Width, height and depth of a digit of the crate's main font, in its em: TeX's.
pub(super) const DIGIT: (f64, f64, f64) = (0.5, 0.64444, 0.0);

/// Stands for the colour of the text: none that a formula can name.
pub(super) const OF_THE_TEXT: ratex_types::Color =
    ratex_types::Color { r: -1.0, g: -1.0, b: -1.0, a: 1.0 };

/// Of a line that is drawn and not filled, in em of the crate's fonts: as thick as a fraction's.
const THIN: f64 = 0.04;

/// What is no glyph, as an outline, and where it stands, in em of the crate's fonts.
pub(super) fn shape(item: &DisplayItem) -> Option<(BezPath, Vec2)> {
    Some(match item {
        DisplayItem::GlyphPath { .. } => return None,
        DisplayItem::Line { x, y, width, thickness, dashed, .. } => {
            let line = Rect::new(0.0, -thickness / 2.0, *width, thickness / 2.0);
            let path = if *dashed { dashes(line) } else { line.to_path(0.1) };
            (path, Vec2::new(*x, *y))
        }
        DisplayItem::Rect { x, y, width, height, .. } => {
            (Rect::new(0.0, 0.0, *width, *height).to_path(0.1), Vec2::new(*x, *y))
        }
        DisplayItem::Path { x, y, commands, fill, .. } => {
            let path = path(commands);
            let path = match fill {
                true => wound_alike(&path),
                false => {
                    let stroke = Stroke::new(THIN);
                    vello_cpu::kurbo::stroke(path, &stroke, &StrokeOpts::default(), 1e-3)
                }
            };
            (path, Vec2::new(*x, *y))
        }
    })
}

/// Its colour, if it is not that of the text.
pub(super) fn own_color(item: &DisplayItem) -> Option<Color> {
    let color = match item {
        DisplayItem::GlyphPath { color, .. }
        | DisplayItem::Line { color, .. }
        | DisplayItem::Rect { color, .. }
        | DisplayItem::Path { color, .. } => color,
    };
    (*color != OF_THE_TEXT).then(|| self::color(*color))
}

pub(super) fn color(color: ratex_types::Color) -> Color {
    let byte = |part: f32| (part * 255.0).round() as u8;
    let [r, g, b] = [color.r, color.g, color.b].map(byte);
    Color::rgba(r, g, b, f64::from(color.a))
}

fn path(commands: &[PathCommand]) -> BezPath {
    let mut path = BezPath::new();
    for command in commands {
        match *command {
            PathCommand::MoveTo { x, y } => path.move_to((x, y)),
            // one that begins nowhere is none
            _ if path.elements().is_empty() => {}
            PathCommand::LineTo { x, y } => path.line_to((x, y)),
            PathCommand::CubicTo { x1, y1, x2, y2, x, y } => {
                path.curve_to((x1, y1), (x2, y2), (x, y));
            }
            PathCommand::QuadTo { x1, y1, x, y } => path.quad_to((x1, y1), (x, y)),
            PathCommand::Close => path.close_path(),
        }
    }
    path
}

/// Its parts in the direction of letters: where parts of a sign lie on each other, all of it is filled.
fn wound_alike(path: &BezPath) -> BezPath {
    let mut all = BezPath::new();
    let elements = path.elements();
    let starts = elements.iter().enumerate();
    let starts = starts.filter(|(_, e)| matches!(e, vello_cpu::kurbo::PathEl::MoveTo(_)));
    let mut starts = starts.map(|(i, _)| i).collect::<Vec<_>>();
    starts.push(elements.len());
    for part in starts.windows(2) {
        let part = BezPath::from_vec(elements[part[0]..part[1]].to_vec());
        let part = if part.area() < 0.0 { part.reverse_subpaths() } else { part };
        all.extend(part);
    }
    all
}

/// As long as three times their thickness, and as far apart.
fn dashes(line: Rect) -> BezPath {
    let length = 3.0 * line.height();
    let count = if length > 0.0 { (line.width() / length / 2.0).ceil().min(1e4) } else { 0.0 };
    let dash = |i: f64| {
        let start = line.x0 + 2.0 * i * length;
        Rect { x0: start, x1: (start + length).min(line.x1), ..line }.to_path(0.1)
    };
    (0..count as usize).flat_map(|i| Affine::IDENTITY * dash(i as f64)).collect()
}
