//! One font file, read.

use super::{Face, FontStyle, SystemFont, Weight, axes::FontAxes};
use skrifa::{
    Font, GlyphId, GlyphSourceOrder, Tag,
    raw::{
        FileRef, FontRef, TableProvider,
        tables::{
            head::MacStyle,
            kern::{Subtable0, SubtableKind},
            os2::SelectionFlags,
        },
    },
};
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Mutex, PoisonError, RwLock},
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
    /// Which font of a collection.
    index: u32,
    /// Units per em.
    pub(super) units: f64,
    pub(super) line: LineMetrics,
    /// What the file says of its letters.
    pub(super) face: Face,
    /// What of its letters can be chosen; nothing of a font that was chosen so.
    axes: FontAxes,
    instances: RwLock<HashMap<Face, &'static FontFile>>,
    /// Glyphs may be pictures in colour, without an outline.
    is_colored: bool,
    /// If it is none of the program's own.
    system: Option<&'static SystemFont>,
    kerning: Option<Subtable0<'static>>,
    /// Most text is made of these: looked up once.
    ascii: Vec<Glyph>,
}

impl FontFile {
    /// The font in these bytes; `index`: which one of a collection. Every worker asks for it anew, and with each
    /// frame where figures are not used again: it is read the first time only.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub(super) fn read(bytes: Cow<'static, [u8]>, index: u32) -> Result<&'static Self, String> {
        static FILES: Mutex<Vec<&'static FontFile>> = Mutex::new(Vec::new());
        let mut files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
        let known = files.iter().find(|file| std::ptr::eq(file.bytes, &*bytes));
        let known = known.or_else(|| files.iter().find(|file| file.bytes == &*bytes));
        let known = known.map(|file| file.bytes);
        let same = |file: &&&Self| known == Some(file.bytes) && file.index == index;
        if let Some(file) = files.iter().find(same) {
            return Ok(file);
        }
        // what is no font must not be kept for good
        check(&bytes, index)?;
        let bytes = match (known, bytes) {
            (Some(known), _) => known,
            (None, Cow::Borrowed(bytes)) => bytes,
            (None, Cow::Owned(bytes)) => bytes.leak(),
        };
        let file = Self::parse_at(bytes, index, None).ok_or_else(|| no_font(bytes))?;
        let file: &'static Self = Box::leak(Box::new(file));
        files.push(file);
        Ok(file)
    }

    /// `None` for bytes that are not a TrueType or OpenType font.
    pub(crate) fn parse(bytes: &'static [u8]) -> Option<Self> {
        Self::parse_at(bytes, 0, None)
    }

    /// The same of a collection; `system`: what it is known as, if it is none of the program's own.
    pub(super) fn parse_at(
        bytes: &'static [u8],
        index: u32,
        system: Option<&'static SystemFont>,
    ) -> Option<Self> {
        let font = Font::new(bytes, index)?;
        let tables = FontRef::from_index(bytes, index).ok()?;
        let axes = FontAxes::of(&font);
        let kerning = kerning_pairs(&tables);
        let is_colored = is_colored(&tables);
        let face = axes.usual(face(&tables));
        let mut file = Self {
            units: f64::from(font.units_per_em()),
            line: LineMetrics { ascent: 0.0, descent: 0.0, gap: GAP },
            instances: RwLock::default(),
            ascii: Vec::new(),
            font,
            bytes,
            index,
            face,
            axes,
            is_colored,
            system,
            kerning,
        };
        file.measure_all();
        (file.units > 0.0).then_some(file)
    }

    fn measure_all(&mut self) {
        self.ascii = (0..=127_u8).map(|byte| self.measure(char::from(byte))).collect();
        self.line = self.typographic().unwrap_or_else(|| self.lettered());
    }

    /// What is nearest to `face` of all that its letters can be.
    pub(super) fn nearest(&self, face: Face) -> Face {
        self.axes.nearest(self.face, face)
    }

    /// Its letters as near to `face` as they can be: the file itself, unless it is variable.
    pub(super) fn in_face(&'static self, face: Face) -> &'static Self {
        let face = self.nearest(face);
        if face == self.face || self.axes.is_empty() {
            return self;
        }
        let known =
            self.instances.read().unwrap_or_else(PoisonError::into_inner).get(&face).copied();
        known.unwrap_or_else(|| {
            let mut instances = self.instances.write().unwrap_or_else(PoisonError::into_inner);
            instances.entry(face).or_insert_with(|| Box::leak(Box::new(self.instance(face))))
        })
    }

    fn instance(&self, face: Face) -> Self {
        let font = self.font.instance_builder().variations(self.axes.settings(face)).build();
        let mut instance = Self {
            font,
            face,
            axes: FontAxes::default(),
            instances: RwLock::default(),
            ascii: Vec::new(),
            kerning: self.kerning.clone(),
            ..*self
        };
        instance.measure_all();
        instance
    }

    /// What it is known as, if it is none of the program's own.
    pub(in crate::text) fn system(&self) -> Option<&'static SystemFont> {
        self.system
    }

    /// The glyph of a character: an empty box if the font does not know it.
    pub(crate) fn glyph(&self, character: char) -> Glyph {
        match self.ascii.get(character as usize) {
            Some(glyph) => *glyph,
            None => self.measure(character),
        }
    }

    /// How much nearer (negative) or farther `right` stands when it follows `left`, in em.
    #[cfg_attr(not(feature = "plotters"), allow(dead_code))] // shaping kerns by itself
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

    /// Whether it has a glyph for a character that can be drawn.
    pub(super) fn has(&self, character: char) -> bool {
        let id = match self.ascii.get(character as usize) {
            Some(glyph) => glyph.id,
            None => self.font.charmap().map_unicode(character).unwrap_or_default(),
        };
        id != GlyphId::NOTDEF && (!self.is_colored || self.ink(id) != (0.0, 0.0))
    }

    /// How far the ink of a glyph reaches above the baseline and below it, in em.
    pub(in crate::text) fn ink(&self, id: GlyphId) -> (f64, f64) {
        let metrics = self.font.glyph_metrics();
        let extents = metrics.with_extents_source_order(GlyphSourceOrder::OUTLINES).extents(id);
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
fn kerning_pairs(font: &FontRef<'static>) -> Option<Subtable0<'static>> {
    font.kern().ok()?.subtables().flatten().find_map(|table| match table.kind() {
        Ok(SubtableKind::Format0(pairs)) => Some(pairs),
        _ => None,
    })
}

/// Says why there is no font with this index in these bytes: the tables must be there without which nothing can be
/// drawn, also in a file that was cut off.
pub(super) fn check(bytes: &[u8], index: u32) -> Result<(), String> {
    let count = match FileRef::new(bytes) {
        Ok(FileRef::Collection(collection)) => collection.len(),
        _ => 1,
    };
    if index >= count {
        let fonts = if count == 1 { "font" } else { "fonts" };
        return Err(format!("there is no font {index} in it: it has {count} {fonts}, from 0"));
    }
    let font = FontRef::from_index(bytes, index).map_err(|_| no_font(bytes))?;
    let has_size = font.head().is_ok_and(|head| head.units_per_em() > 0);
    let has_outlines = font.glyf().is_ok() || font.cff().is_ok() || font.cff2().is_ok();
    let is_font = has_size && font.maxp().is_ok() && font.cmap().is_ok();
    match (is_font, has_outlines) {
        (true, true) => Ok(()),
        (true, false) if is_colored(&font) => {
            Err("it has pictures in place of outlines, and only outlines are drawn".into())
        }
        _ => Err(no_font(bytes)),
    }
}

fn no_font(bytes: &[u8]) -> String {
    format!("{} bytes that are not a TrueType or OpenType font", bytes.len())
}

fn is_colored(font: &FontRef<'_>) -> bool {
    let tables = [b"COLR", b"CBDT", b"EBDT", b"sbix", b"SVG "];
    tables.iter().any(|tag| font.table_data(Tag::new(tag)).is_some())
}

pub(super) fn face(font: &FontRef<'_>) -> Face {
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
