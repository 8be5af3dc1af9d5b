//! From characters to glyphs: HarfBuzz' rules for ligatures, marks, kerning and letters that join, by harfrust.

#[cfg(test)]
mod tests;

use super::font::{Face, Families, FontFile};
use harfrust::{
    Buffer, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag, shape, unicode,
};
use skrifa::GlyphId;
use std::{collections::HashMap, ops::Range, sync::Arc};
use unicode_bidi::{BidiClass, BidiInfo, bidi_class};
use vello_cpu::kurbo::Vec2;

/// So many stretches of text are kept at most: a number that changes with every frame is a new one each time.
const LIMIT: usize = 1024;

/// Characters of one font, one script and one direction as glyphs, from left to right. In em, y down.
#[derive(Debug, Default)]
pub(super) struct ShapedRun {
    pub(super) glyphs: Vec<ShapedGlyph>,
    pub(super) width: f64,
    pub(super) ascent: f64,
    pub(super) descent: f64,
    /// What the font does not have.
    pub(super) missing: Vec<char>,
    /// The last character that is seen, for scripts that follow: its glyph, ascent and descent.
    pub(super) last: Option<(char, f64, f64)>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct ShapedGlyph {
    pub(super) id: GlyphId,
    pub(super) at: Vec2,
    /// What it stands for, with what follows.
    pub(super) character: char,
}

/// What was shaped before. Each worker has its own; what it returns does not depend on what it holds.
#[derive(Clone, Default)]
pub(super) struct ShapeCache {
    runs: HashMap<Setting, HashMap<String, Arc<ShapedRun>>>,
    count: usize,
    plans: HashMap<Setting, Arc<ShapePlan>>,
}

/// With what a text is shaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Setting {
    file: usize,
    script: Script,
    is_right_to_left: bool,
    has_ligatures: bool,
}

impl std::fmt::Debug for ShapeCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ShapeCache({} runs)", self.count)
    }
}

/// A stretch of text that is shaped at once.
#[derive(Debug, Clone)]
pub(super) struct TextSegment {
    pub(super) range: Range<usize>,
    pub(super) face: Face,
    pub(super) file: &'static FontFile,
    pub(super) is_right_to_left: bool,
    script: Option<Script>,
}

impl ShapeCache {
    pub(super) fn shape(
        &mut self,
        text: &str,
        segment: &TextSegment,
        has_ligatures: bool,
    ) -> Arc<ShapedRun> {
        let setting = Setting {
            file: segment.file.key(),
            // signs and digits among themselves look as in a Latin text
            script: segment.script.unwrap_or(Script::LATIN),
            is_right_to_left: segment.is_right_to_left,
            has_ligatures,
        };
        let text = &text[segment.range.clone()];
        if let Some(run) = self.runs.get(&setting).and_then(|runs| runs.get(text)) {
            return Arc::clone(run);
        }
        if self.count >= LIMIT {
            (self.runs, self.count) = (HashMap::new(), 0);
        }
        let run = Arc::new(self.shape_anew(text, segment.file, setting));
        self.runs.entry(setting).or_default().insert(text.to_owned(), Arc::clone(&run));
        self.count += 1;
        run
    }

    fn shape_anew(&mut self, text: &str, file: &'static FontFile, setting: Setting) -> ShapedRun {
        let direction = match setting.is_right_to_left {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        };
        let off = [Tag::new(b"liga"), Tag::new(b"clig")].map(|tag| Feature::new(tag, 0, ..));
        let features: &[Feature] = if setting.has_ligatures { &[] } else { &off };
        let script = Some(setting.script);
        let plan = self.plans.entry(setting).or_insert_with(|| {
            Arc::new(ShapePlan::new(file.font(), direction, script, None, features))
        });
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(direction);
        buffer.set_script(script);
        let options = ShapeOptions::new().plan(Some(plan)).features(features);
        match shape(&ShaperFont::new(file.font()), &mut buffer, options) {
            Ok(()) => ShapedRun::of_buffer(&buffer, text, file),
            // the font's rules are broken: letters stand side by side
            Err(_) => ShapedRun::unshaped(text, file),
        }
    }
}

impl ShapedRun {
    fn of_buffer(buffer: &Buffer, text: &str, file: &FontFile) -> Self {
        let em = |units: i32| f64::from(units) / file.units();
        let mut run = Self::default();
        let mut y = 0.0;
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let id = GlyphId::new(info.glyph_id);
            let at = Vec2::new(run.width + em(position.x_offset), y - em(position.y_offset));
            run.width += em(position.x_advance);
            y -= em(position.y_advance);
            let character = text.get(info.cluster as usize..).and_then(|rest| rest.chars().next());
            run.add(file, id, at, character.unwrap_or(' '));
        }
        if !run.width.is_finite() || run.width.abs() > 1e6 {
            return Self::unshaped(text, file);
        }
        run.width = run.width.max(0.0);
        run
    }

    fn unshaped(text: &str, file: &FontFile) -> Self {
        let mut run = Self::default();
        for character in text.chars().filter(|character| !is_ignorable(*character)) {
            let glyph = file.glyph(character);
            run.add(file, glyph.id, Vec2::new(run.width, 0.0), character);
            run.width += glyph.advance;
        }
        run
    }

    fn add(&mut self, file: &FontFile, id: GlyphId, at: Vec2, character: char) {
        if id == GlyphId::NOTDEF && !character.is_whitespace() {
            self.missing.push(character);
        }
        let (top, bottom) = file.ink(id);
        self.ascent = self.ascent.max(top - at.y);
        self.descent = self.descent.max(bottom + at.y);
        if !is_ignorable(character) {
            self.last = Some((character, top - at.y, bottom + at.y));
        }
        if !character.is_whitespace() {
            self.glyphs.push(ShapedGlyph { id, at, character });
        }
    }
}

/// Whether a text is written from left to right throughout, so that it needs no ordering.
pub(super) fn is_left_to_right(text: &str) -> bool {
    let turns = |character: char| {
        use BidiClass::{AL, AN, R, RLE, RLI, RLO};
        character >= '\u{590}' && matches!(bidi_class(character), R | AL | AN | RLE | RLI | RLO)
    };
    !text.chars().any(turns)
}

/// The stretches of a line as they are seen from left to right, and whether each is read from right to left.
pub(super) fn ordered(line: &str) -> Vec<(Range<usize>, bool)> {
    if is_left_to_right(line) {
        return vec![(0..line.len(), false)];
    }
    let info = BidiInfo::new(line, None);
    let mut ordered = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        ordered.extend(runs.into_iter().map(|run| {
            let is_right_to_left = levels[run.start].is_rtl();
            (run, is_right_to_left)
        }));
    }
    ordered
}

/// Takes a stretch of one face and one direction apart by scripts and by the fonts that have its characters.
pub(super) fn segments(
    text: &str,
    (range, is_right_to_left): (Range<usize>, bool),
    face: Face,
    families: Families,
) -> Vec<TextSegment> {
    let mut segments: Vec<TextSegment> = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let end = start + cluster(&text[start..range.end]);
        let own = &text[start..end];
        let file = families.file_of(face, own, text);
        let script = own.chars().find_map(script_of);
        match segments.last_mut() {
            Some(last)
                if std::ptr::eq(last.file, file)
                    && (script.is_none() || last.script.is_none() || last.script == script) =>
            {
                last.range.end = end;
                last.script = last.script.or(script);
            }
            _ => {
                let range = start..end;
                segments.push(TextSegment { range, face, file, is_right_to_left, script });
            }
        }
        start = end;
    }
    segments
}

/// Of the characters that have one.
fn script_of(character: char) -> Option<Script> {
    let script = unicode::script(u32::from(character));
    let is_any = matches!(script, Script::COMMON | Script::INHERITED | Script::UNKNOWN);
    (!is_any).then_some(script)
}

/// How long what a text begins with is that one font should have: a character with its marks and what joins it.
fn cluster(text: &str) -> usize {
    let is_flag = |character: char| matches!(character, '\u{1f1e6}'..='\u{1f1ff}');
    let mut characters = text.char_indices();
    let Some((_, mut before)) = characters.next() else { return 0 };
    let mut flags = usize::from(is_flag(before));
    for (at, character) in characters {
        let joins = is_ignorable(character)
            || bidi_class(character) == BidiClass::NSM
            || matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
            || before == '\u{200d}'
            || (is_flag(character) && flags == 1);
        if !joins {
            return at;
        }
        flags += usize::from(is_flag(character));
        before = character;
    }
    text.len()
}

/// Has no shape of its own: soft hyphens, joiners, direction marks and variation selectors (Unicode's
/// `Default_Ignorable_Code_Point`).
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
