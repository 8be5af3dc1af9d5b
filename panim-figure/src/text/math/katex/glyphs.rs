//! What a formula is made of, as outlines.

use super::{SCALE, stand_ins::stand_in};
use crate::{
    color::Color,
    text::{
        font::{Face, Families, FontFile, GlyphCache, GlyphOutline},
        math::MathRow,
    },
};
use ratex_types::{
    display_item::{DisplayItem, DisplayList},
    path_command::PathCommand,
};
use std::sync::{Arc, LazyLock};
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
    "AMS-Regular" "Caligraphic-Bold" "Caligraphic-Regular" "Fraktur-Bold" "Fraktur-Regular" "Main-Bold"
    "Main-BoldItalic" "Main-Italic" "Main-Regular" "Math-BoldItalic" "Math-Italic" "SansSerif-Bold"
    "SansSerif-Italic" "SansSerif-Regular" "Script-Regular" "Size1-Regular" "Size2-Regular" "Size3-Regular"
    "Size4-Regular" "Typewriter-Regular"
}

/// Stands for the colour of the text: none that a formula can name.
pub(super) const OF_THE_TEXT: ratex_types::Color =
    ratex_types::Color { r: -1.0, g: -1.0, b: -1.0, a: 1.0 };

/// Of a line that is drawn and not filled, in em of the crate's fonts: as thick as a fraction's.
const THIN: f64 = 0.04;

/// Draws with the crate's fonts and with those of the text.
pub(super) struct MathPainter<'a> {
    pub(super) cache: &'a mut GlyphCache,
    pub(super) families: Families,
    pub(super) face: Face,
    /// Pixels to one em of the text.
    pub(super) size: f64,
}

impl MathPainter<'_> {
    pub(super) fn row(&mut self, list: &DisplayList) -> MathRow {
        let glyphs = list.items.iter().filter_map(|item| {
            let (outline, at) = self.item(item)?;
            let outline = GlyphOutline { color: own_color(item), ..outline };
            Some((outline, Vec2::new(at.x, at.y - list.height) * SCALE))
        });
        MathRow {
            glyphs: glyphs.collect(),
            width: list.width * SCALE,
            ascent: list.height * SCALE,
            descent: list.depth * SCALE,
        }
    }

    /// An outline, and where it stands in em of the crate's fonts.
    fn item(&mut self, item: &DisplayItem) -> Option<(GlyphOutline, Vec2)> {
        let em = self.size * SCALE;
        match item {
            DisplayItem::GlyphPath { x, y, scale, font, char_code, .. } => {
                let character = char::from_u32(*char_code)?;
                let outline = self.glyph(character, font, *scale);
                Some((outline, Vec2::new(*x, *y)))
            }
            DisplayItem::Line { x, y, width, thickness, dashed, .. } => {
                let line = Rect::new(0.0, -thickness / 2.0, *width, thickness / 2.0);
                let path = if *dashed { dashes(line) } else { line.to_path(0.1) };
                Some((outline(path, em), Vec2::new(*x, *y)))
            }
            DisplayItem::Rect { x, y, width, height, .. } => {
                let path = Rect::new(0.0, 0.0, *width, *height).to_path(0.1);
                Some((outline(path, em), Vec2::new(*x, *y)))
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
                Some((outline(path, em), Vec2::new(*x, *y)))
            }
        }
    }

    fn glyph(&mut self, character: char, font: &str, scale: f64) -> GlyphOutline {
        if let Some((character, face)) = stand_in(character, self.face) {
            return self.letter(character, face, scale);
        }
        let named = FONTS.iter().find(|(name, _)| *name == font);
        let file = named.and_then(|(_, file)| file.as_ref());
        match file.map(|file| (file, file.glyph(character))) {
            Some((file, glyph)) if glyph.id != skrifa::GlyphId::NOTDEF => {
                self.cache.outline(file, glyph.id, self.size * SCALE * scale, false)
            }
            _ => self.letter(character, self.face, scale),
        }
    }

    /// A character in the font of the text.
    fn letter(&mut self, character: char, face: Face, scale: f64) -> GlyphOutline {
        let (file, glyph) = self.families.glyph(face, character);
        if glyph.id == skrifa::GlyphId::NOTDEF {
            self.cache.miss(character);
        }
        self.cache.outline(file, glyph.id, self.size * scale, false)
    }
}

/// Its colour, if it is not that of the text.
fn own_color(item: &DisplayItem) -> Option<Color> {
    let color = match item {
        DisplayItem::GlyphPath { color, .. }
        | DisplayItem::Line { color, .. }
        | DisplayItem::Rect { color, .. }
        | DisplayItem::Path { color, .. } => color,
    };
    let byte = |part: f32| (part * 255.0).round() as u8;
    let [r, g, b] = [color.r, color.g, color.b].map(byte);
    (*color != OF_THE_TEXT).then(|| Color::rgba(r, g, b, f64::from(color.a)))
}

fn outline(path: BezPath, scale: f64) -> GlyphOutline {
    GlyphOutline { path: Arc::new(path), scale, color: None }
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
