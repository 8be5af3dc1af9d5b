//! Families of fonts: the embedded ones, those from the bytes of font files, and those of the machine.

#[cfg(test)]
mod tests;

#[cfg(feature = "system-fonts")]
use super::system::SystemFamily;
use super::{Face, embedded::Embedded, file::FontFile, weight::FaceDistance};
use crate::{FigureError, OneOf, base::word};
use std::{
    borrow::Cow,
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

/// The fonts that letters are taken from: DejaVu Sans by default, DejaVu Serif or DejaVu Sans Mono by their
/// names, TrueType or OpenType files of one's own, or a family of the machine by its name, `"Noto Serif CJK JP"`.
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
/// ([`FontFamily::or`]), then from the figure's, then from DejaVu Sans, and in the end from the machine's fonts
/// (feature `system-fonts`, on by default). What no font has is a box, and a warning says what to install.
///
/// Letters of DejaVu and of files of one's own are the same on every machine; of the machine's fonts a video says
/// which ones it was written with. Chinese characters have the forms of Japan, Korea or Taiwan in texts with
/// letters that only those have, and else those of China: a family of one's own decides it.
///
/// Fonts are read once and kept: giving the same bytes again costs nothing. Bytes that are no font are reported
/// when setup is over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FontFamily {
    family: Family,
    mistake: Option<String>,
}

impl FontFamily {
    /// Letters from one font file. Whether they are bold or slanted is what the file says. Those of a variable font
    /// are as heavy as is asked for, and slanted if it can slant them.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self::of_files(&[]).with(None, bytes.into(), 0)
    }

    /// Letters from one font of a collection, a file that ends in `.ttc` or `.otc` mostly. `index`: which one, from
    /// 0.
    pub fn from_collection(bytes: impl Into<Cow<'static, [u8]>>, index: u32) -> Self {
        Self::of_files(&[]).with(None, bytes.into(), index)
    }

    /// Letters from a font file at this path, as [`FontFamily::from_bytes`]. One that cannot be read is reported
    /// when setup is over.
    pub fn from_file(path: impl AsRef<Path>) -> Self {
        Self::of_files(&[]).and_file(path)
    }

    /// Has another face too, of the weight and the slant that the font file says.
    #[must_use]
    pub fn and(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(None, bytes.into(), 0)
    }

    /// Has another face too, of the weight and the slant that the font file at this path says.
    #[must_use]
    pub fn and_file(mut self, path: impl AsRef<Path>) -> Self {
        match fs::read(path.as_ref()) {
            Ok(bytes) => self.with(None, bytes.into(), 0),
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
        self.with(Some(Face::BOLD), bytes.into(), 0)
    }

    /// Takes slanted letters from this font file, whatever it says.
    #[must_use]
    pub fn italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Some(Face::ITALIC), bytes.into(), 0)
    }

    /// Takes letters that are both from this font file, whatever it says.
    #[must_use]
    pub fn bold_italic(self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.with(Some(Face::BOLD_ITALIC), bytes.into(), 0)
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
    fn with(mut self, face: Option<Face>, bytes: Cow<'static, [u8]>, index: u32) -> Self {
        let file = match FontFile::read(bytes, index) {
            Ok(file) => file,
            Err(message) => {
                self.mistake.get_or_insert(message);
                return self;
            }
        };
        let member = Member { face: face.unwrap_or(file.face), is_fixed: face.is_some(), file };
        let mut groups = self.family.groups().to_vec();
        let last = match groups.pop() {
            Some(FamilyGroup::Files(files)) => {
                let others = files.iter().filter(|other| other.face != member.face);
                others.copied().chain([member]).collect()
            }
            other => {
                groups.extend(other);
                vec![member]
            }
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

    /// A family that is installed on this machine.
    #[cfg(feature = "system-fonts")]
    fn of_system(name: &str) -> Option<Self> {
        let family = SystemFamily::named(name)?;
        Some(Self { family: Family::of(vec![FamilyGroup::System(family)]), mistake: None })
    }

    /// The first of these that is installed on this machine.
    pub(crate) fn installed(names: &[&str]) -> Option<Self> {
        names.iter().find_map(|name| Self::of_system(name))
    }

    #[cfg(not(feature = "system-fonts"))]
    fn of_system(_: &str) -> Option<Self> {
        None
    }

    fn embedded(family: Embedded) -> Self {
        Self { family: Family(family.alone()), mistake: None }
    }
}

const KIND: &str = match cfg!(feature = "system-fonts") {
    true => "an embedded family, nor one of this machine",
    false => "an embedded family",
};

word::named! { @impl FontFamily, KIND, {
    fn said(text: &str) -> Result<Self, String> {
        Self::named(text).or_else(|| Self::of_system(text)).ok_or_else(|| word::unknown::<Self>(text))
    }

    #[cfg(feature = "system-fonts")]
    fn hint(name: &str) -> Option<String> {
        let own = Self::NAMES.iter().chain(Self::OTHER_NAMES).copied();
        word::nearest_among(name, own.chain(SystemFamily::all_names()))
    }
}
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
    #[cfg(feature = "system-fonts")]
    System(&'static SystemFamily),
}

#[cfg(feature = "system-fonts")]
impl PartialEq for SystemFamily {
    fn eq(&self, other: &Self) -> bool {
        // there is one of each
        std::ptr::eq(self, other)
    }
}

/// A font file, and which face it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) face: Face,
    /// Whatever its file says.
    is_fixed: bool,
    pub(super) file: &'static FontFile,
}

impl Member {
    /// How far the nearest of its letters are from a face.
    pub(super) fn distance(&self, face: Face) -> FaceDistance {
        let own = if self.is_fixed { self.face } else { self.file.nearest(face) };
        face.distance(own)
    }

    pub(super) fn in_face(&self, face: Face) -> &'static FontFile {
        self.file.in_face(face)
    }
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

    pub(super) fn groups(self) -> &'static [FamilyGroup] {
        self.0
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
