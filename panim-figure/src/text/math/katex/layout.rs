//! A formula laid out, whatever its digits are.

use super::{
    MathLetters,
    glyphs::{self, KatexFont},
    source::Mistake,
    stand_ins::{LetterLook, StandIn},
};
use crate::{
    color::Color,
    text::{
        font::{GlyphCache, GlyphOutline},
        line::GlyphRow,
    },
};
use ratex_layout::{
    FallbackGlyphMetrics, LayoutOptions, layout_with_fallback_metrics, to_display_list,
    validate_layout,
};
use ratex_types::{
    display_item::{DisplayItem, DisplayList},
    math_style::MathStyle,
};
use skrifa::GlyphId;
use std::{collections::HashMap, sync::Arc};
use vello_cpu::kurbo::{BezPath, Vec2};

/// As large as a formula may be, in em: more is a mistake, and nothing that could be seen.
const LARGEST: f64 = 2000.0;

/// What a formula is made of and where, in em of the text from the left end of its baseline, y down.
#[derive(Clone, Debug)]
pub(super) struct MathLayout {
    parts: Vec<MathPart>,
    width: f64,
    ascent: f64,
    descent: f64,
}

#[derive(Clone, Debug)]
struct MathPart {
    ink: MathInk,
    at: Vec2,
    /// Em of the outline in em of the text.
    scale: f64,
    /// Its own, if it has not that of the text.
    color: Option<Color>,
}

#[derive(Clone, Debug)]
enum MathInk {
    Outline(Arc<BezPath>),
    /// Which digit of the formula, and its look, or that of the crate's fonts.
    Digit(usize, Option<LetterLook>),
    /// Which words of the formula.
    Words(usize),
}

/// Lays a source with stand-ins out.
pub(super) fn lay_out(
    source: &str,
    cache: &mut GlyphCache,
    letters: MathLetters,
    words: &[GlyphRow],
) -> Result<MathLayout, Mistake> {
    let nodes = ratex_parser::parse(source).map_err(|error| Mistake {
        what: error.message,
        // one that has no place is not to be found in the formula, but in a macro or in all of it
        at: error.loc.map(|place| place.start),
    })?;
    let beyond = || source.chars().filter(|character| !character.is_ascii());
    let metrics: HashMap<_, _> =
        beyond().map(|character| (character, letters.metrics(character, words))).collect();
    let color = glyphs::OF_THE_TEXT;
    let options = LayoutOptions { style: MathStyle::Text, color, ..LayoutOptions::default() };
    let tree = layout_with_fallback_metrics(&nodes, &options, Arc::new(metrics));
    validate_layout(&tree).map_err(|error| Mistake::of_all(error.to_string()))?;
    MathLayout::of_list(&to_display_list(&tree), cache, letters)
}

impl MathLetters {
    /// What the crate is told of a character that its fonts lack, in its em.
    fn metrics(self, character: char, words: &[GlyphRow]) -> FallbackGlyphMetrics {
        let (width, ascent, descent) = match StandIn::of(character) {
            Some(StandIn::Words(place)) => {
                words.get(place).map_or((0.0, 0.0, 0.0), |row| (row.width, row.ascent, row.descent))
            }
            Some(StandIn::Digit(_, look)) => {
                let own = look.and_then(|look| self.digits(look));
                own.map_or(glyphs::DIGIT, |digit| (digit.width, digit.ascent, digit.descent))
            }
            other => {
                let (letter, face) = match other {
                    Some(StandIn::Letter(letter, look)) => (letter, self.face(look)),
                    _ => (character, self.face),
                };
                let (_, glyph) = self.families.glyph(face, letter);
                (glyph.advance, glyph.ascent, glyph.descent)
            }
        };
        let scale = self.font.scale();
        FallbackGlyphMetrics {
            width: width / scale,
            height: ascent.max(0.0) / scale,
            depth: descent.max(0.0) / scale,
        }
    }

    /// The outline of a character in a font of the text.
    fn letter(self, cache: &mut GlyphCache, character: char, look: Option<LetterLook>) -> MathInk {
        let face = look.map_or(self.face, |look| self.face(look));
        let (file, glyph) = self.families.glyph(face, character);
        if glyph.id == GlyphId::NOTDEF {
            cache.miss(character);
        }
        MathInk::Outline(cache.outline(file, glyph.id, 1.0, false).path)
    }
}

impl MathLayout {
    fn of_list(
        list: &DisplayList,
        cache: &mut GlyphCache,
        letters: MathLetters,
    ) -> Result<Self, Mistake> {
        let scale = letters.font.scale();
        let mut layout = Self {
            parts: Vec::with_capacity(list.items.len()),
            width: list.width * scale,
            ascent: list.height * scale,
            descent: list.depth * scale,
        };
        let is_small = |em: f64| em.abs() <= LARGEST;
        let mut fits = [list.width, list.height, list.depth].into_iter().all(is_small);
        for item in &list.items {
            let Some((ink, at, size)) = ink(item, cache, letters) else { continue };
            fits &= is_small(at.x) && is_small(at.y) && is_small(size) && is_small(extent(item));
            let at = Vec2::new(at.x, at.y - list.height) * scale;
            layout.parts.push(MathPart { ink, at, scale: size, color: glyphs::own_color(item) });
        }
        match fits {
            true => Ok(layout),
            false => Err(Mistake::of_all(format!("it is larger than {LARGEST} em"))),
        }
    }

    /// Of how many parts it is made.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// With these digits and words, `size` pixels to one em of the text.
    pub(super) fn row(
        &self,
        cache: &mut GlyphCache,
        letters: MathLetters,
        (digits, words): (&[char], &[GlyphRow]),
        size: f64,
    ) -> GlyphRow {
        let mut row = GlyphRow {
            glyphs: Vec::with_capacity(self.parts.len()),
            width: self.width,
            ascent: self.ascent,
            descent: self.descent,
            last: None,
        };
        for part in &self.parts {
            let color = part.color;
            let mut add = |path: &Arc<BezPath>, scale: f64, at: Vec2| {
                let outline = GlyphOutline { path: Arc::clone(path), scale: scale * size, color };
                row.glyphs.push((outline, part.at + at));
            };
            match &part.ink {
                MathInk::Outline(path) => add(path, part.scale, Vec2::ZERO),
                MathInk::Digit(place, look) => {
                    let digit = digits.get(*place).copied().unwrap_or('0');
                    let (file, id) = match look {
                        Some(look) => {
                            let (file, glyph) = letters.families.glyph(letters.face(*look), digit);
                            (file, glyph.id)
                        }
                        None => match KatexFont::Main.glyph(digit) {
                            Some(known) => known,
                            None => continue,
                        },
                    };
                    add(&cache.outline(file, id, 1.0, false).path, part.scale, Vec2::ZERO);
                }
                MathInk::Words(place) => {
                    for (glyph, at) in words.get(*place).into_iter().flat_map(|row| &row.glyphs) {
                        add(&glyph.path, glyph.scale * part.scale, *at * part.scale);
                    }
                }
            }
        }
        row
    }
}

/// What an item is drawn with, where in em of the crate's fonts, and its size in em of the text.
fn ink(
    item: &DisplayItem,
    cache: &mut GlyphCache,
    letters: MathLetters,
) -> Option<(MathInk, Vec2, f64)> {
    let em = letters.font.scale();
    let DisplayItem::GlyphPath { x, y, scale, font, char_code, .. } = item else {
        let (path, at) = glyphs::shape(item)?;
        return Some((MathInk::Outline(Arc::new(path)), at, em));
    };
    let (at, character) = (Vec2::new(*x, *y), char::from_u32(*char_code)?);
    Some(match StandIn::of(character) {
        Some(StandIn::Letter(letter, look)) => {
            (letters.letter(cache, letter, Some(look)), at, *scale)
        }
        Some(StandIn::Digit(place, look)) => {
            let em = if look.is_some() { 1.0 } else { em };
            (MathInk::Digit(place, look), at, em * scale)
        }
        Some(StandIn::Words(place)) => (MathInk::Words(place), at, *scale),
        None => match KatexFont::Named(font).glyph(character) {
            Some((file, id)) => {
                (MathInk::Outline(cache.outline(file, id, 1.0, false).path), at, em * scale)
            }
            None => (letters.letter(cache, character, None), at, *scale),
        },
    })
}

/// How far an item reaches, in em.
fn extent(item: &DisplayItem) -> f64 {
    match item {
        DisplayItem::Line { width, thickness, .. } => width.abs().max(thickness.abs()),
        DisplayItem::Rect { width, height, .. } => width.abs().max(height.abs()),
        DisplayItem::GlyphPath { .. } | DisplayItem::Path { .. } => 0.0,
    }
}
