//! Families of fonts: the embedded ones, and those from the bytes of font files.

use super::{
    Face, LineMetrics,
    embedded::Embedded,
    file::{FontFile, Glyph},
};
use crate::{FigureError, OneOf, text::shaping::is_ignorable};
use skrifa::GlyphId;
use std::{
    borrow::Cow,
    fs,
    iter::once,
    path::Path,
    sync::{Mutex, PoisonError},
};

/// The fonts that letters are taken from: DejaVu Sans by default, DejaVu Serif or DejaVu Sans Mono by their
/// names, or TrueType or OpenType files of one's own.
///
/// A figure's is in its [`Style`](crate::Style), and every text can have one of its own: `family("monospace")`,
/// `family(&serif)`.
///
/// ```
/// use panim_figure::{Figure, FontFamily, Label, Style};
///
/// # let (serif, bold) = (dejavu::serif::regular(), dejavu::serif::bold());
/// # /*
/// let serif = include_bytes!("Serif.ttf");
/// let bold = include_bytes!("Serif-Bold.ttf");
/// # */
/// let font = FontFamily::from_bytes(serif).and(bold);
/// let mut fig = Figure::new();
/// fig.set_style(Style { font, ..Style::default() });
/// fig.axes().set_title(Label::new("run_3.csv").family("monospace"));
/// # panim_figure::Renderer::new(fig).unwrap();
/// ```
///
/// Letters of a weight or a slant that has no face are taken from the nearest one, as in CSS: they are never
/// slanted or thickened. Characters that a family does not know are taken from the next one of the list
/// ([`FontFamily::or`]), then from the figure's, and in the end from DejaVu Sans. Fonts are read once and
/// kept: giving the same bytes again costs nothing. Bytes that are no font are reported when setup is over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FontFamily {
    family: Family,
    mistake: Option<String>,
}

impl FontFamily {
    /// Letters from one font file. Whether they are bold or slanted is what the file says.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self::of_files(&[]).with(None, bytes.into())
    }

    /// Letters from a font file at this path, as [`FontFamily::from_bytes`]. One that cannot be read is reported
    /// when setup is over.
    pub fn from_file(path: impl AsRef<Path>) -> Self {
        Self::of_files(&[]).and_file(path)
    }

    /// Has another face too, of the weight and the slant that the font file says.
    #[must_use]
    pub fn and(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(None, bytes.into())
    }

    /// Has another face too, of the weight and the slant that the font file at this path says.
    #[must_use]
    pub fn and_file(mut self, path: impl AsRef<Path>) -> Self {
        match fs::read(path.as_ref()) {
            Ok(bytes) => self.with(None, bytes.into()),
            Err(error) => {
                let message = format!("{}: {error}", path.as_ref().display());
                self.mistake.get_or_insert(message);
                self
            }
        }
    }

    /// Takes bold letters from this font file, whatever it says.
    #[must_use]
    pub fn bold(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Some(Face::BOLD), bytes.into())
    }

    /// Takes slanted letters from this font file, whatever it says.
    #[must_use]
    pub fn italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Some(Face::ITALIC), bytes.into())
    }

    /// Takes letters that are both from this font file, whatever it says.
    #[must_use]
    pub fn bold_italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Some(Face::BOLD_ITALIC), bytes.into())
    }

    /// Takes characters that this family does not know from another one: `FontFamily::default().or(chinese)`.
    #[must_use]
    pub fn or(mut self, other: impl OneOf<Self>) -> Self {
        match other.choice() {
            Ok(other) => {
                let groups = self.family.groups().iter().chain(other.family.groups());
                self.family = Family::of(groups.copied().collect());
                self.mistake = self.mistake.or(other.mistake);
            }
            Err(message) => _ = self.mistake.get_or_insert(message),
        }
        self
    }

    fn of_files(files: &[Member]) -> Self {
        Self { family: Family::of(vec![FamilyGroup::Files(keep(files))]), mistake: None }
    }

    /// Has this face too, in the family that was given last.
    fn with(mut self, face: Option<Face>, bytes: Cow<'static, [u8]>) -> Self {
        let length = bytes.len();
        let Some(file) = FontFile::read(bytes) else {
            let message = format!("{length} bytes that are not a TrueType or OpenType font");
            self.mistake.get_or_insert(message);
            return self;
        };
        let member = Member { face: face.unwrap_or(file.face), file };
        let mut groups = self.family.groups().to_vec();
        let last = match groups.pop() {
            Some(FamilyGroup::Files(files)) => {
                let others = files.iter().filter(|other| other.face != member.face);
                others.copied().chain([member]).collect()
            }
            Some(FamilyGroup::Embedded(family)) => {
                groups.push(FamilyGroup::Embedded(family));
                vec![member]
            }
            None => vec![member],
        };
        groups.push(FamilyGroup::Files(keep(&last)));
        self.family = Family::of(groups);
        self
    }

    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let mistake = self.mistake.as_ref();
        mistake.map_or(Ok(()), |message| Err(FigureError::new(part, argument, message)))
    }

    pub(crate) fn family(&self) -> Family {
        self.family
    }

    fn embedded(family: Embedded) -> Self {
        Self { family: Family(family.alone()), mistake: None }
    }
}

crate::base::word::named! { FontFamily, "an embedded family":
    "sans-serif" | "sans" | "DejaVu Sans" => Self::embedded(Embedded::Sans),
    "serif" | "DejaVu Serif" => Self::embedded(Embedded::Serif),
    "monospace" | "DejaVu Sans Mono" => Self::embedded(Embedded::Mono),
}

/// A family that is kept for several texts: `family(&serif)`.
#[diagnostic::do_not_recommend]
impl OneOf<FontFamily> for &FontFamily {
    fn choice(self) -> Result<FontFamily, String> {
        Ok(self.clone())
    }
}

/// Families of which each is asked where those before it know no glyph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Family(&'static [FamilyGroup]);

/// The faces of one family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum FamilyGroup {
    Embedded(Embedded),
    Files(&'static [Member]),
}

/// A font file, and which face it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) face: Face,
    pub(super) file: &'static FontFile,
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.face == other.face && std::ptr::eq(self.file, other.file)
    }
}

impl Default for Family {
    fn default() -> Self {
        Self::EMBEDDED
    }
}

impl Family {
    pub(crate) const EMBEDDED: Self = Self(Embedded::Sans.alone());

    /// A list is kept for good, so that it is copied for nothing.
    fn of(groups: Vec<FamilyGroup>) -> Self {
        static FAMILIES: Mutex<Vec<&'static [FamilyGroup]>> = Mutex::new(Vec::new());
        let alone = match groups[..] {
            [FamilyGroup::Embedded(family)] => Some(family.alone()),
            _ => None,
        };
        Self(alone.unwrap_or_else(|| kept(&FAMILIES, groups)))
    }

    fn groups(self) -> &'static [FamilyGroup] {
        self.0
    }
}

/// Whom a text asks for its glyphs: its own family, the figure's, DejaVu Sans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Families {
    pub(crate) own: Family,
    pub(crate) figure: Family,
}

impl Families {
    pub(crate) const EMBEDDED: Self = Self { own: Family::EMBEDDED, figure: Family::EMBEDDED };

    /// The glyph of a character, and the font that has it: an empty box of DejaVu Sans if none does.
    pub(crate) fn glyph(self, face: Face, character: char) -> (&'static FontFile, Glyph) {
        let usual = self.file(face);
        let glyph = usual.glyph(character);
        if glyph.id != GlyphId::NOTDEF {
            return (usual, glyph);
        }
        let mut known = self.files(face).map(|file| (file, file.glyph(character)));
        known.find(|(_, glyph)| glyph.id != GlyphId::NOTDEF).unwrap_or_else(|| {
            let file = FamilyGroup::Embedded(Embedded::Sans).nearest(face);
            (file, file.glyph(character))
        })
    }

    /// The font for a character with what joins it: the first that has all, or else the character itself.
    pub(in crate::text) fn file_of(self, face: Face, cluster: &str) -> &'static FontFile {
        // blanks are made where there are none, and what is not seen is not looked for
        let is_seen = |character: &char| !(is_ignorable(*character) || character.is_whitespace());
        let has_all =
            |file: &&FontFile| cluster.chars().filter(is_seen).all(|character| file.has(character));
        let usual = self.file(face);
        if has_all(&usual) {
            return usual;
        }
        self.files(face).find(|file| has_all(file)).unwrap_or_else(|| {
            let base = cluster.chars().find(is_seen);
            base.map_or(usual, |character| self.glyph(face, character).0)
        })
    }

    /// What tells them from all others.
    #[cfg(feature = "math")]
    pub(in crate::text) fn key(self) -> [usize; 2] {
        // there is one of each list in the process
        [self.own, self.figure].map(|family| family.0.as_ptr().addr())
    }

    pub(crate) fn line(self, face: Face) -> LineMetrics {
        self.file(face).line
    }

    /// The font that letters come from if it has them.
    pub(crate) fn file(self, face: Face) -> &'static FontFile {
        self.own.groups().first().unwrap_or(&FamilyGroup::Embedded(Embedded::Sans)).nearest(face)
    }

    /// All that may have a glyph, in the order in which they are asked.
    fn files(self, face: Face) -> impl Iterator<Item = &'static FontFile> {
        let last = once(&FamilyGroup::Embedded(Embedded::Sans));
        let groups = self.own.groups().iter().chain(self.figure.groups()).chain(last);
        groups.flat_map(move |group| group.by_distance(face))
    }
}

impl FamilyGroup {
    fn nearest(self, face: Face) -> &'static FontFile {
        match self {
            Self::Embedded(family) => family.nearest(face),
            Self::Files(members) => {
                let nearest = members.iter().min_by_key(|member| face.distance(member.face));
                nearest.map_or_else(|| Embedded::Sans.nearest(face), |member| member.file)
            }
        }
    }

    fn by_distance(self, face: Face) -> Vec<&'static FontFile> {
        match self {
            Self::Embedded(family) => family.by_distance(face),
            Self::Files(members) => {
                let mut members = members.to_vec();
                members.sort_by_key(|member| face.distance(member.face));
                members.into_iter().map(|member| member.file).collect()
            }
        }
    }
}

fn keep(members: &[Member]) -> &'static [Member] {
    static MEMBERS: Mutex<Vec<&'static [Member]>> = Mutex::new(Vec::new());
    kept(&MEMBERS, members.to_vec())
}

/// The list that is kept for good and equals this one: there is one of each in the process.
fn kept<T: PartialEq>(all: &Mutex<Vec<&'static [T]>>, list: Vec<T>) -> &'static [T] {
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.iter().find(|known| ***known == list[..]) {
        return known;
    }
    let list: &'static [T] = list.leak();
    all.push(list);
    list
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::Style;

    fn complete(family: &FontFamily) -> Families {
        family.check("Style", "font").expect("fonts");
        Families { own: family.family(), figure: Family::EMBEDDED }
    }

    fn bytes(family: Families, face: Face, character: char) -> &'static [u8] {
        family.glyph(face, character).0.bytes
    }

    #[test]
    fn equal_bytes_are_read_once() {
        let first = FontFamily::from_bytes(dejavu::sans_mono::regular());
        let copied = FontFamily::from_bytes(dejavu::sans_mono::regular().to_vec());
        assert_eq!(first, copied);
        assert_ne!(first, FontFamily::from_bytes(dejavu::serif::regular()));
        assert_ne!(first, FontFamily::default());
    }

    #[test]
    fn a_face_that_is_not_given_is_the_nearest() {
        let [regular, bold] = [dejavu::serif::regular(), dejavu::serif::bold()];
        let one = complete(&FontFamily::from_bytes(regular));
        let two = complete(&FontFamily::from_bytes(regular).bold(bold));
        for (face, nearest) in [
            (Face::REGULAR, regular),
            (Face::ITALIC, regular),
            (Face::BOLD, bold),
            (Face::BOLD_ITALIC, bold),
        ] {
            assert_eq!(bytes(one, face, 'a'), regular, "{face:?}");
            assert_eq!(bytes(two, face, 'a'), nearest, "{face:?}");
        }
    }

    #[test]
    fn what_a_font_does_not_know_is_from_the_embedded_one() {
        // DejaVu Sans Mono has no such die
        let mono = complete(&FontFamily::from_bytes(dejavu::sans_mono::regular()));
        assert_eq!(bytes(mono, Face::BOLD, 'a'), dejavu::sans_mono::regular());
        assert_eq!(bytes(mono, Face::BOLD, '\u{1d7ce}'), dejavu::sans::bold());
        assert_eq!(mono.glyph(Face::REGULAR, 'i').1.advance, 1233.0 / 2048.0);
    }

    #[test]
    fn bytes_that_are_no_font_are_refused() {
        let serif = dejavu::serif::regular();
        for bytes in [&b"no font"[..], b"", &serif[..2000], &serif[..serif.len() / 2]] {
            let length = bytes.len();
            let family = FontFamily::from_bytes(dejavu::serif::regular()).italic(bytes);
            let message = family.check("Style", "font").expect_err("no font").to_string();
            let said = format!("Style, `font`: {length} bytes that are not a TrueType or OpenType");
            assert!(message.starts_with(&said), "{message}");
            let style = Style { font: family, ..Style::default() };
            assert!(style.check().is_err());
        }
    }

    #[test]
    fn a_font_needs_neither_kerning_nor_line_metrics() {
        let mut bytes = dejavu::serif::regular().to_vec();
        let mut hide = |table: &[u8; 4], other: &[u8; 4]| {
            let at = bytes.windows(4).position(|tag| tag == table).expect("a table");
            bytes[at..at + 4].copy_from_slice(other);
        };
        hide(b"kern", b"kero");
        hide(b"OS/2", b"OS/3");
        let family = complete(&FontFamily::from_bytes(bytes));
        let [(file, a), (_, v)] = ['A', 'V'].map(|letter| family.glyph(Face::REGULAR, letter));
        assert_eq!(file.kerning(a.id, v.id), 0.0);
        let line = family.line(Face::REGULAR);
        // as high as its letters
        assert!(
            (0.7..0.8).contains(&line.ascent) && (0.2..0.3).contains(&line.descent),
            "{line:?}"
        );
    }
}
