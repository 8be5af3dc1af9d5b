//! Which font each character of a text is taken from.

use super::{
    Face, Family, LineMetrics,
    embedded::Embedded,
    family::FamilyGroup,
    file::{FontFile, Glyph},
    system::{self, Region, WantedLetters},
};
use crate::text::shaping::is_ignorable;
use skrifa::GlyphId;
use std::iter::once;

/// Whom a text asks for its glyphs: its own family, the figure's, DejaVu Sans, the machine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Families {
    pub(crate) own: Family,
    pub(crate) figure: Family,
    /// Whether the machine is asked.
    pub(crate) system: bool,
}

impl Families {
    #[cfg(any(test, feature = "plotters"))]
    pub(crate) const EMBEDDED: Self =
        Self { own: Family::EMBEDDED, figure: Family::EMBEDDED, system: true };

    /// The glyph of a character, and the font that has it: an empty box of DejaVu Sans if none does.
    pub(crate) fn glyph(self, face: Face, character: char) -> (&'static FontFile, Glyph) {
        let usual = self.file(face);
        let glyph = usual.glyph(character);
        if glyph.id != GlyphId::NOTDEF && usual.has(character) {
            return (usual, glyph);
        }
        let mut letter = [0; 4];
        let letter: &str = character.encode_utf8(&mut letter);
        let known = self.find(face, letter, letter).unwrap_or_else(|| Embedded::Sans.nearest(face));
        (known, known.glyph(character))
    }

    /// The font for a character with what joins it: the first that has all, or else the character itself. `line`: what
    /// it stands in.
    pub(in crate::text) fn file_of(
        self,
        face: Face,
        cluster: &str,
        line: &str,
    ) -> &'static FontFile {
        let usual = self.file(face);
        if has_all(usual, cluster) {
            return usual;
        }
        self.find(face, cluster, line).unwrap_or_else(|| {
            let base = cluster.chars().find(is_seen);
            base.map_or(usual, |character| self.glyph(face, character).0)
        })
    }

    /// What tells them from all others.
    #[cfg(feature = "math")]
    pub(in crate::text) fn key(self) -> [usize; 2] {
        // there is one of each list in the process
        [self.own, self.figure].map(|family| family.groups().as_ptr().addr())
    }

    pub(crate) fn line(self, face: Face) -> LineMetrics {
        self.file(face).line
    }

    /// The font that letters come from if it has them.
    pub(crate) fn file(self, face: Face) -> &'static FontFile {
        self.own.groups().first().unwrap_or(&FamilyGroup::Embedded(Embedded::Sans)).nearest(face)
    }

    /// The first font that has all of a cluster.
    fn find(self, face: Face, cluster: &str, line: &str) -> Option<&'static FontFile> {
        let last = once(&FamilyGroup::Embedded(Embedded::Sans));
        let mut groups = self.own.groups().iter().chain(self.figure.groups()).chain(last);
        groups.find_map(|group| group.find(face, cluster)).or_else(|| {
            let like = self.own.groups().first().map_or(Embedded::Sans, |own| own.like());
            let wanted = WantedLetters { face, like, region: Region::of(line) };
            self.system.then(|| system::find(cluster, wanted))?
        })
    }
}

impl FamilyGroup {
    fn nearest(self, face: Face) -> &'static FontFile {
        match self {
            Self::Embedded(family) => family.nearest(face),
            Self::Files(members) => {
                let nearest = members.iter().min_by_key(|member| member.distance(face));
                nearest.map_or_else(|| Embedded::Sans.nearest(face), |member| member.in_face(face))
            }
            #[cfg(feature = "system-fonts")]
            Self::System(family) => {
                family.nearest(face).unwrap_or_else(|| Embedded::Sans.nearest(face))
            }
        }
    }

    /// The font nearest to a face that has all of a cluster.
    fn find(self, face: Face, cluster: &str) -> Option<&'static FontFile> {
        match self {
            Self::Embedded(family) => {
                family.by_distance(face).into_iter().find(|file| has_all(file, cluster))
            }
            Self::Files(members) => {
                let mut members = members.to_vec();
                members.sort_by_key(|member| member.distance(face));
                let mut files = members.iter().map(|member| member.in_face(face));
                files.find(|file| has_all(file, cluster))
            }
            #[cfg(feature = "system-fonts")]
            Self::System(family) => family.files_with(face, cluster).next(),
        }
    }

    /// Which of the program's own families it is like.
    fn like(self) -> Embedded {
        match self {
            Self::Embedded(family) => family,
            Self::Files(_) => Embedded::Sans,
            #[cfg(feature = "system-fonts")]
            Self::System(family) => family.like(),
        }
    }
}

fn has_all(file: &FontFile, cluster: &str) -> bool {
    cluster.chars().filter(is_seen).all(|character| file.has(character))
}

/// Blanks are made where there are none, and what is not seen is not looked for.
pub(super) fn is_seen(character: &char) -> bool {
    !(is_ignorable(*character) || character.is_whitespace())
}
