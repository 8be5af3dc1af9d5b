//! Families of fonts: the embedded one, and those from the bytes of font files.

use super::{
    Face, LineMetrics,
    file::{FontFile, Glyph},
};
use crate::FigureError;
use skrifa::{
    GlyphId,
    raw::{FontRef, TableProvider},
};
use std::{
    borrow::Cow,
    sync::{LazyLock, Mutex, PoisonError},
};

/// The fonts that letters are taken from: DejaVu Sans by default, or TrueType or OpenType files of
/// one's own.
///
/// ```
/// use panim_figure::{Figure, FontFamily, Style};
///
/// # let (serif, bold) = (dejavu::serif::regular(), dejavu::serif::bold());
/// # /*
/// let serif = include_bytes!("Serif.ttf");
/// let bold = include_bytes!("Serif-Bold.ttf");
/// # */
/// let font = FontFamily::from_bytes(serif).bold(bold);
/// let mut fig = Figure::new();
/// fig.set_style(Style { font, ..Style::default() });
/// # panim_figure::Renderer::new(fig).unwrap();
/// ```
///
/// Bold and slanted letters without a font of theirs are taken from the nearest that is given, and
/// characters that a font does not know from DejaVu Sans. Fonts are read once and kept: giving the
/// same bytes again costs nothing. Bytes that are no font are reported when setup is over.
#[derive(Debug, Clone, Default)]
pub struct FontFamily {
    files: [Option<&'static FontFile>; 4],
    mistake: Option<String>,
}

impl FontFamily {
    /// Letters from one font file.
    pub fn from_bytes(regular: impl Into<Cow<'static, [u8]>>) -> Self {
        Self::default().with(Face::REGULAR, regular.into())
    }

    /// Takes bold letters from this font file.
    #[must_use]
    pub fn bold(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Face::BOLD, bytes.into())
    }

    /// Takes slanted letters from this font file.
    #[must_use]
    pub fn italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Face::ITALIC, bytes.into())
    }

    /// Takes letters that are both from this font file.
    #[must_use]
    pub fn bold_italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Face::BOLD_ITALIC, bytes.into())
    }

    fn with(mut self, face: Face, bytes: Cow<'static, [u8]>) -> Self {
        let length = bytes.len();
        match read(bytes) {
            Some(file) => self.files[face.index()] = Some(file),
            None => {
                let message = format!("{length} bytes that are not a TrueType or OpenType font");
                self.mistake.get_or_insert(message);
            }
        }
        self
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        let mistake = self.mistake.as_ref();
        mistake.map_or(Ok(()), |message| Err(FigureError::new("Style", "font", message)))
    }

    /// With a font for each face; the embedded ones if none is given.
    pub(crate) fn complete(&self) -> Family {
        let [regular, italic, bold, both] = self.files;
        Family(regular.map(|regular| {
            let both = both.or(bold).or(italic).unwrap_or(regular);
            [regular, italic.unwrap_or(regular), bold.unwrap_or(regular), both]
        }))
    }
}

impl PartialEq for FontFamily {
    fn eq(&self, other: &Self) -> bool {
        let keys = |family: &Self| family.files.map(|file| file.map(FontFile::key));
        keys(self) == keys(other) && self.mistake == other.mistake
    }
}

/// A font for each face, or the embedded ones.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Family(Option<[&'static FontFile; 4]>);

impl Family {
    pub(crate) const EMBEDDED: Self = Self(None);

    /// The glyph of a character, and the font that has it: an empty box if none does.
    pub(crate) fn glyph(self, face: Face, character: char) -> (&'static FontFile, Glyph) {
        let own = self.0.map(|files| files[face.index()]);
        let own = own.map(|file| (file, file.glyph(character)));
        own.filter(|(_, glyph)| glyph.id != GlyphId::NOTDEF).unwrap_or_else(|| {
            let file = embedded(face);
            (file, file.glyph(character))
        })
    }

    pub(crate) fn line(self, face: Face) -> LineMetrics {
        self.0.map_or_else(|| embedded(face), |files| files[face.index()]).line
    }
}

fn embedded(face: Face) -> &'static FontFile {
    static FILES: [LazyLock<FontFile>; 4] = [
        LazyLock::new(|| parse(dejavu::sans::regular())),
        LazyLock::new(|| parse(dejavu::sans::oblique())),
        LazyLock::new(|| parse(dejavu::sans::bold())),
        LazyLock::new(|| parse(dejavu::sans::bold_oblique())),
    ];
    fn parse(bytes: &'static [u8]) -> FontFile {
        FontFile::parse(bytes).expect("the embedded font can be read")
    }
    &FILES[face.index()]
}

/// The font in these bytes. Every worker asks for it anew, and with each frame where figures are
/// not used again: it is read the first time only.
fn read(bytes: Cow<'static, [u8]>) -> Option<&'static FontFile> {
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
    let file: &'static FontFile = Box::leak(Box::new(FontFile::parse(bytes)?));
    files.push(file);
    Some(file)
}

/// Whether the tables are there without which nothing can be drawn: also not in a file that was cut
/// off.
fn is_font(bytes: &[u8]) -> bool {
    FontRef::new(bytes).is_ok_and(|font| {
        let has_size = font.head().is_ok_and(|head| head.units_per_em() > 0);
        let has_outlines = font.glyf().is_ok() || font.cff().is_ok() || font.cff2().is_ok();
        has_size && has_outlines && font.maxp().is_ok() && font.cmap().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Style;

    fn complete(family: &FontFamily) -> Family {
        family.check().expect("fonts");
        family.complete()
    }

    fn bytes(family: Family, face: Face, character: char) -> &'static [u8] {
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
            let message = family.check().expect_err("no font").to_string();
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
