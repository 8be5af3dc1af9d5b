//! One font file, read.

use super::{Face, FontStyle, Weight};
use skrifa::{
    Font, GlyphId,
    raw::{
        FontRef, TableProvider,
        tables::{
            head::MacStyle,
            kern::{Subtable0, SubtableKind},
            os2::SelectionFlags,
        },
    },
};
use std::{
    borrow::Cow,
    sync::{Mutex, PoisonError},
};

/// What a line of text takes above and below its baseline, at least, in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineMetrics {
    pub(crate) ascent: f64,
    pub(crate) descent: f64,
    /// Extra room between two lines.
    pub(crate) gap: f64,
}

/// What one glyph takes, in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    /// From its origin to the next glyph's.
    pub(crate) advance: f64,
    /// Its highest ink above the baseline; 0 where there is no ink.
    pub(crate) ascent: f64,
    /// Its lowest ink below the baseline; negative where all ink is above.
    pub(crate) descent: f64,
}

/// Room between two lines of a font that does not say: matplotlib's.
const GAP: f64 = 0.2;

/// A parsed font file; there is one of each in the process, and it stays.
pub(crate) struct FontFile {
    pub(super) font: Font,
    pub(super) bytes: &'static [u8],
    /// Units per em.
    pub(super) units: f64,
    pub(super) line: LineMetrics,
    /// What the file says of its letters.
    pub(super) face: Face,
    kerning: Option<Subtable0<'static>>,
    /// Most text is made of these: looked up once.
    ascii: Vec<Glyph>,
}

impl FontFile {
    /// The font in these bytes. Every worker asks for it anew, and with each frame where figures are
    /// not used again: it is read the first time only.
    pub(super) fn read(bytes: Cow<'static, [u8]>) -> Option<&'static Self> {
        static FILES: Mutex<Vec<&'static FontFile>> = Mutex::new(Vec::new());
        let mut files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
        let known = files.iter().find(|file| std::ptr::eq(file.bytes, &*bytes));
        let known = known.or_else(|| files.iter().find(|file| file.bytes == &*bytes));
        if let Some(file) = known {
            return Some(file);
        }
        // what is no font must not be kept for good
        if !is_font(&bytes) {
            return None;
        }
        let bytes = match bytes {
            Cow::Borrowed(bytes) => bytes,
            Cow::Owned(bytes) => bytes.leak(),
        };
        let file: &'static Self = Box::leak(Box::new(Self::parse(bytes)?));
        files.push(file);
        Some(file)
    }

    /// `None` for bytes that are not a TrueType or OpenType font.
    pub(crate) fn parse(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes, 0)?;
        let units = f64::from(font.units_per_em());
        let line = LineMetrics { ascent: 0.0, descent: 0.0, gap: GAP };
        let kerning = kerning_pairs(bytes);
        let face = face(bytes);
        let mut file = Self { font, bytes, units, line, face, kerning, ascii: Vec::new() };
        file.ascii = (0..=127_u8).map(|byte| file.measure(char::from(byte))).collect();
        file.line = file.typographic().unwrap_or_else(|| file.lettered());
        (units > 0.0).then_some(file)
    }

    /// The glyph of a character: an empty box if the font does not know it.
    pub(crate) fn glyph(&self, character: char) -> Glyph {
        match self.ascii.get(character as usize) {
            Some(glyph) => *glyph,
            None => self.measure(character),
        }
    }

    /// How much nearer (negative) or farther `right` stands when it follows `left`, in em.
    pub(crate) fn kerning(&self, left: GlyphId, right: GlyphId) -> f64 {
        let pairs = self.kerning.as_ref();
        let units = pairs.and_then(|pairs| pairs.kerning(left, right)).unwrap_or(0);
        f64::from(units) / self.units
    }

    pub(in crate::text) fn font(&self) -> &Font {
        &self.font
    }

    /// Units per em.
    pub(in crate::text) fn units(&self) -> f64 {
        self.units
    }

    /// Whether it has a glyph for a character.
    pub(super) fn has(&self, character: char) -> bool {
        match self.ascii.get(character as usize) {
            Some(glyph) => glyph.id != GlyphId::NOTDEF,
            None => {
                self.font.charmap().map_unicode(character).is_some_and(|id| id != GlyphId::NOTDEF)
            }
        }
    }

    /// How far the ink of a glyph reaches above the baseline and below it, in em.
    pub(in crate::text) fn ink(&self, id: GlyphId) -> (f64, f64) {
        let extents = self.font.glyph_metrics().extents(id);
        let (top, height) = extents.map_or((0.0, 0.0), |ink| (ink.y_bearing, ink.height));
        (f64::from(top) / self.units, f64::from(height - top) / self.units)
    }

    /// What tells it from all others.
    pub(in crate::text) fn key(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    fn measure(&self, character: char) -> Glyph {
        // Glyph 0 is the empty box.
        let id = self.font.charmap().map_unicode(character).unwrap_or_default();
        let advance = f64::from(self.font.glyph_metrics().h_advance(id)) / self.units;
        let (ascent, descent) = self.ink(id);
        Glyph { id, advance, ascent, descent }
    }

    /// What the file says of its lines, if that is one em from top to bottom. Others mean the room
    /// that the highest accents take, which no label needs.
    fn typographic(&self) -> Option<LineMetrics> {
        let line = self.font.metrics().typo_line?;
        let em = |units: f64| units / self.units;
        let (ascent, descent) = (em(line.ascender.to_f64()), -em(line.descender.to_f64()));
        let gap = em(line.line_gap.to_f64());
        let gap = if gap > 0.0 { gap } else { GAP };
        ((ascent + descent - 1.0).abs() < 0.02).then_some(LineMetrics { ascent, descent, gap })
    }

    /// What its letters take, as matplotlib measures a line.
    fn lettered(&self) -> LineMetrics {
        let ink = |fraction: f64, usual: f64| if fraction > 0.0 { fraction } else { usual };
        LineMetrics {
            ascent: ink(self.glyph('l').ascent, 0.75),
            descent: ink(self.glyph('p').descent, 0.25),
            gap: GAP,
        }
    }
}

impl std::fmt::Debug for FontFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FontFile({} bytes)", self.bytes.len())
    }
}

/// The pairs of a `kern` table, if the font has one that is a list of glyph pairs.
fn kerning_pairs(bytes: &'static [u8]) -> Option<Subtable0<'static>> {
    let kern = FontRef::from_index(bytes, 0).ok()?.kern().ok()?;
    kern.subtables().flatten().find_map(|table| match table.kind() {
        Ok(SubtableKind::Format0(pairs)) => Some(pairs),
        _ => None,
    })
}

/// Whether the tables are there without which nothing can be drawn: also not in a file that was cut
/// off.
fn is_font(bytes: &[u8]) -> bool {
    FontRef::from_index(bytes, 0).is_ok_and(|font| {
        let has_size = font.head().is_ok_and(|head| head.units_per_em() > 0);
        let has_outlines = font.glyf().is_ok() || font.cff().is_ok() || font.cff2().is_ok();
        has_size && has_outlines && font.maxp().is_ok() && font.cmap().is_ok()
    })
}

fn face(bytes: &[u8]) -> Face {
    let Ok(font) = FontRef::from_index(bytes, 0) else { return Face::default() };
    let (weight, slants) = match (font.os2(), font.head()) {
        (Ok(os2), _) => {
            let slants = SelectionFlags::ITALIC | SelectionFlags::OBLIQUE;
            (Weight::of_file(os2.us_weight_class()), os2.fs_selection().intersects(slants))
        }
        (_, Ok(head)) => {
            let style = head.mac_style();
            let is_bold = style.contains(MacStyle::BOLD);
            let weight = if is_bold { Weight::BOLD } else { Weight::NORMAL };
            (weight, style.contains(MacStyle::ITALIC))
        }
        _ => return Face::default(),
    };
    Face { weight, style: if slants { FontStyle::Italic } else { FontStyle::Normal } }
}
