//! One line of a text: glyphs side by side, and the scripts of formulas above and below them.
//!
//! Scripts stand as TeX puts them (The TeXbook, appendix G, rules 18 a to f), with the measures of
//! matplotlib's mathtext for DejaVu Sans.

use super::{
    TextStyle,
    markup::{self, MarkupPiece},
    math::{self, MathLetters},
    shaping::{self, TextSegment},
    source_line::{LinePart, SourceLine},
};
use crate::text::font::{Face, Families, FontStyle, GlyphCache, GlyphOutline};
use vello_cpu::kurbo::{Point, Vec2};

/// A line ready to be placed. Pixels, y down.
#[derive(Clone, Debug)]
pub(super) struct TextLine {
    /// Outlines, and where they stand from the start of the line.
    pub(super) glyphs: Vec<(GlyphOutline, Vec2)>,
    pub(super) width: f64,
    pub(super) ascent: f64,
    pub(super) descent: f64,
    /// Where the line starts, from the block's upper left corner.
    pub(super) start: Point,
}

/// A script's size, by that of what it belongs to.
const SMALLER: f64 = 0.7;

/// The height of an x. This and what follows is in em of what a script belongs to.
const X_HEIGHT: f64 = 1120.0 / 2048.0;
/// A script rises at least, or drops, alone or below another.
const RISE: f64 = 845.824 / 2048.0;
const DROP: f64 = 307.199 / 2048.0;
const DROP_BELOW: f64 = 632.832 / 2048.0;
/// At an integral, under its top and under its bottom.
const UNDER: f64 = 102.4 / 2048.0;
/// Between a raised and a lowered script: four times the thickness of a rule.
const BETWEEN: f64 = 0.25;
/// Behind a script.
const BEHIND: f64 = 0.05 * X_HEIGHT;
/// Between a base and its scripts.
const BEFORE: f64 = 0.025 * X_HEIGHT;

impl TextLine {
    pub(super) fn new(
        (cache, families): (&mut GlyphCache, Families),
        style: &TextStyle,
        hinted: bool,
        text: &str,
    ) -> Self {
        let (letters, ligatures) = (MathLetters::new(families, style), style.ligatures);
        let mut setter = Setter { cache, letters, size: style.size, hinted, ligatures };
        let mut row = GlyphRow::default();
        if style.markup && text.contains('$') {
            setter.pieces(&mut row, &markup::pieces(text, (style.face, letters.font)), 1.0);
        } else {
            setter.text(&mut row, text, style.face, 1.0);
        }
        let (least, size) = (families.line(style.face), style.size);
        let place = |at: Vec2| {
            // a script keeps to whole pixels as the line does
            let y = if hinted { (at.y * size).round() } else { at.y * size };
            Vec2::new(at.x * size, y)
        };
        Self {
            glyphs: row.glyphs.into_iter().map(|(glyph, at)| (glyph, place(at))).collect(),
            width: row.width * size,
            ascent: row.ascent.max(least.ascent) * size,
            descent: row.descent.max(least.descent) * size,
            start: Point::ZERO,
        }
    }
}

/// Words as they stand in a text, in em.
#[cfg(feature = "math")]
pub(super) fn words(
    cache: &mut GlyphCache,
    families: Families,
    face: Face,
    text: &str,
) -> GlyphRow {
    let letters = MathLetters { families, face, font: math::MathFont::Text };
    let mut row = GlyphRow::default();
    let mut setter = Setter { cache, letters, size: 1.0, hinted: false, ligatures: true };
    setter.text(&mut row, text, face, 1.0);
    row
}

/// Glyphs on one baseline, with their scripts. In em of the line.
#[derive(Default)]
pub(super) struct GlyphRow {
    pub(super) glyphs: Vec<(GlyphOutline, Vec2)>,
    pub(super) width: f64,
    pub(super) ascent: f64,
    pub(super) descent: f64,
    /// What a script that follows belongs to.
    pub(super) last: Option<Base>,
}

#[derive(Clone, Copy)]
pub(super) struct Base {
    character: char,
    face: Face,
    ascent: f64,
    descent: f64,
}

struct Setter<'a> {
    cache: &'a mut GlyphCache,
    letters: MathLetters,
    /// Pixels to one em of the line.
    size: f64,
    hinted: bool,
    ligatures: bool,
}

impl Setter<'_> {
    /// Adds a formula to a row, or its words as they were written if it cannot be set.
    fn formula(&mut self, row: &mut GlyphRow, formula: &str, scale: f64) {
        let size = self.size * scale;
        match math::set(formula, self.cache, self.letters, size) {
            Ok(mut set) => {
                let start = Vec2::new(row.width, 0.0);
                set.glyphs.iter_mut().for_each(|(_, at)| *at *= scale);
                (set.width, set.ascent) = (set.width * scale, set.ascent * scale);
                set.descent *= scale;
                row.last = None;
                row.take(set, start);
            }
            Err(why) => {
                self.cache.miss_formula(formula, why);
                self.text(row, &format!("${formula}$"), self.letters.face, scale);
            }
        }
    }

    /// Adds words as they are.
    fn text(&mut self, row: &mut GlyphRow, text: &str, face: Face, scale: f64) {
        let mut line = SourceLine::default();
        text.chars().for_each(|character| line.letter(character, face, true));
        self.line(row, &line, scale);
    }

    /// Adds pieces to a row, `scale` em to one of the line.
    fn pieces(&mut self, row: &mut GlyphRow, pieces: &[MarkupPiece], scale: f64) {
        let mut line = SourceLine::default();
        for piece in pieces {
            match piece {
                MarkupPiece::Letter(character, face) => line.letter(*character, *face, true),
                MarkupPiece::Sign(character, face) => line.letter(*character, *face, false),
                other => line.object(other),
            }
        }
        self.line(row, &line, scale);
    }

    /// Adds a line to a row, in the order in which it is seen.
    fn line(&mut self, row: &mut GlyphRow, line: &SourceLine<'_>, scale: f64) {
        for (range, is_right_to_left) in shaping::ordered(&line.text) {
            let mut parts = line.parts(range, is_right_to_left, self.letters.families);
            if is_right_to_left {
                parts.reverse();
            }
            for part in parts {
                match part {
                    LinePart::Object(piece) => self.object(row, piece, scale),
                    LinePart::Words(segment, joins) => {
                        self.words(row, &line.text, (&segment, joins), scale);
                    }
                }
            }
        }
    }

    fn object(&mut self, row: &mut GlyphRow, piece: &MarkupPiece, scale: f64) {
        match piece {
            MarkupPiece::Formula(formula) => self.formula(row, formula, scale),
            // they are no objects of a line
            MarkupPiece::Letter(..) | MarkupPiece::Sign(..) => {}
            MarkupPiece::Space(width) => {
                row.width += width * scale;
                row.last = None;
            }
            MarkupPiece::Scripts { raised, lowered } => self.scripts(row, raised, lowered, scale),
        }
    }

    fn words(
        &mut self,
        row: &mut GlyphRow,
        text: &str,
        (segment, joins): (&TextSegment, bool),
        scale: f64,
    ) {
        let run = self.cache.shapes.shape(text, segment, joins && self.ligatures);
        run.missing.iter().for_each(|character| self.cache.miss(*character));
        for glyph in &run.glyphs {
            let hinted = self.hinted && !is_small_digit(glyph.character);
            let outline = self.cache.outline(segment.file, glyph.id, self.size * scale, hinted);
            row.glyphs.push((outline, Vec2::new(row.width, 0.0) + glyph.at * scale));
        }
        row.width += run.width * scale;
        row.reach(run.ascent * scale, run.descent * scale);
        if let Some((character, ascent, descent)) = run.last {
            let (ascent, descent) = (ascent * scale, descent * scale);
            row.last = Some(Base { character, face: segment.face, ascent, descent });
        }
    }

    fn scripts(
        &mut self,
        row: &mut GlyphRow,
        raised: &[MarkupPiece],
        lowered: &[MarkupPiece],
        scale: f64,
    ) {
        let mut script = |pieces: &[MarkupPiece]| {
            let mut script = GlyphRow::default();
            self.pieces(&mut script, pieces, scale * SMALLER);
            (!pieces.is_empty()).then_some(script)
        };
        let (raised, lowered) = (script(raised), script(lowered));
        let places = ScriptStarts::new(row.last.take(), raised.as_ref(), lowered.as_ref(), scale);
        let start = row.width;
        for (script, at) in [(raised, places.raised), (lowered, places.lowered)] {
            if let Some(script) = script {
                row.take(script, Vec2::new(start, 0.0) + at);
            }
        }
        row.width += BEHIND * scale;
    }
}

impl GlyphRow {
    fn reach(&mut self, ascent: f64, descent: f64) {
        self.ascent = self.ascent.max(ascent);
        self.descent = self.descent.max(descent);
    }

    /// Takes another row in, with its start at `at`.
    fn take(&mut self, other: Self, at: Vec2) {
        self.width = self.width.max(at.x + other.width);
        self.reach(other.ascent - at.y, other.descent + at.y);
        self.glyphs.extend(other.glyphs.into_iter().map(|(glyph, place)| (glyph, place + at)));
    }
}

/// Where scripts start, from the end of their base.
struct ScriptStarts {
    raised: Vec2,
    lowered: Vec2,
}

impl ScriptStarts {
    fn new(
        base: Option<Base>,
        raised: Option<&GlyphRow>,
        lowered: Option<&GlyphRow>,
        scale: f64,
    ) -> Self {
        let measures =
            |row: Option<&GlyphRow>| row.map_or((0.0, 0.0), |row| (row.ascent, row.descent));
        let ((_, raised_descent), (lowered_ascent, _)) = (measures(raised), measures(lowered));
        let (ascent, descent) = base.map_or((0.0, 0.0), |base| (base.ascent, base.descent));
        let x = X_HEIGHT * scale;
        if base.is_some_and(|base| matches!(base.character, '∫' | '∮')) {
            // the one to the right of its top, the other tucked under its slope
            return Self {
                raised: Vec2::new(0.175 * SMALLER * ascent, UNDER * scale - ascent),
                lowered: Vec2::new(-0.025 * SMALLER * ascent, UNDER * scale + descent),
            };
        }
        let mut up = (RISE * scale).max(raised_descent + x / 4.0);
        let mut down = DROP * scale;
        if raised.is_none() {
            down = down.max(lowered_ascent - x * 4.0 / 5.0);
        } else if lowered.is_some() {
            down = DROP_BELOW * scale;
            let room = (up - raised_descent) - (lowered_ascent - down);
            if room < BETWEEN * scale {
                down += BETWEEN * scale - room;
                let lift = (x * 4.0 / 5.0 - up + raised_descent).max(0.0);
                (up, down) = (up + lift, down - lift);
            }
        }
        let slants = base.is_some_and(|base| base.face.style == FontStyle::Italic);
        let before = SMALLER * BEFORE * scale;
        let (right, close) = if slants {
            (2.0 * before + SMALLER * 0.2 * (ascent - x * 2.0 / 3.0), 0.0)
        } else {
            (before, before)
        };
        Self { raised: Vec2::new(right, -up), lowered: Vec2::new(close, down) }
    }
}

/// Superscript and subscript digits: hinting leaves them too few rows of pixels to tell 5 from 6
/// and 8.
fn is_small_digit(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '₀'..='₉')
}
