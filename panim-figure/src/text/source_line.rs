//! A line of text before it is shaped: its letters with their faces, and what of formulas stands between them.

use super::{
    markup::MarkupPiece,
    shaping::{self, TextSegment},
};
use crate::text::font::{Face, Families};
use std::ops::Range;

/// A line as it is written: letters, and in place of what is none a character that is read from left to right.
#[derive(Default)]
pub(super) struct SourceLine<'a> {
    pub(super) text: String,
    /// From where on letters have which face, and whether they join to ligatures: variables that stand side by
    /// side do not.
    faces: Vec<(usize, Face, bool)>,
    objects: Vec<(usize, &'a MarkupPiece)>,
}

pub(super) enum LinePart<'a> {
    Object(&'a MarkupPiece),
    /// Words, and whether their letters join to ligatures.
    Words(TextSegment, bool),
}

/// Of private use, and a letter for the order of a line.
const OBJECT: char = '\u{e000}';

impl<'a> SourceLine<'a> {
    pub(super) fn letter(&mut self, character: char, face: Face, joins: bool) {
        let character = if character == '\t' { ' ' } else { character };
        if character.is_control() {
            return;
        }
        if self.faces.last().is_none_or(|(_, last, also)| (*last, *also) != (face, joins)) {
            self.faces.push((self.text.len(), face, joins));
        }
        self.text.push(character);
    }

    pub(super) fn object(&mut self, piece: &'a MarkupPiece) {
        self.objects.push((self.text.len(), piece));
        self.text.push(OBJECT);
    }

    /// What a stretch is made of, in the order in which it is read.
    pub(super) fn parts(
        &self,
        range: Range<usize>,
        is_right_to_left: bool,
        families: Families,
    ) -> Vec<LinePart<'a>> {
        let within = |at: &usize| range.contains(at);
        let cuts = self.faces.iter().map(|(at, ..)| *at).filter(within);
        let around = self.objects.iter().flat_map(|(at, _)| [*at, at + OBJECT.len_utf8()]);
        let mut cuts: Vec<usize> = cuts.chain(around.filter(within)).collect();
        cuts.extend([range.start, range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut parts = Vec::new();
        for ends in cuts.windows(2) {
            let (start, end) = (ends[0], ends[1]);
            if let Ok(found) = self.objects.binary_search_by_key(&start, |(at, _)| *at) {
                parts.push(LinePart::Object(self.objects[found].1));
                continue;
            }
            let before = self.faces.partition_point(|(at, ..)| *at <= start);
            let last = self.faces[..before].last();
            let (face, joins) =
                last.map_or((Face::default(), true), |(_, face, joins)| (*face, *joins));
            let words =
                shaping::segments(&self.text, (start..end, is_right_to_left), face, families);
            parts.extend(words.into_iter().map(|words| LinePart::Words(words, joins)));
        }
        parts
    }
}
