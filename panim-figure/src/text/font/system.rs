//! Fonts of the machine, for characters that the program's own fonts do not have, and families by their names.
//!
//! Nothing is looked for before a character is met that no other font has, or a family is named that is none of the
//! program's own: text that these cover is the same on every machine.

#[cfg(feature = "system-fonts")]
mod catalog;
#[cfg(feature = "system-fonts")]
mod coverage;
#[cfg(feature = "system-fonts")]
mod preference;
#[cfg(all(test, feature = "system-fonts"))]
mod tests;

use super::{Face, FontFile, embedded::Embedded};
use std::fmt;

#[cfg(feature = "system-fonts")]
pub(super) use catalog::SystemFamily;

/// A font of the machine that letters were taken from.
///
/// It prints as `Noto Sans CJK JP (NotoSansCJK-Regular.ttc, version 2.004)`.
pub struct SystemFont {
    family: String,
    file: String,
    index: u32,
    version: String,
    bytes: &'static [u8],
}

impl SystemFont {
    /// The name of its family.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The name of its file, without the folder.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Which font of that file it is, from 0: files named `.ttc` hold several.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its version, as the file says it; empty if it says none.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What is in its file.
    #[doc(hidden)]
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }
}

impl fmt::Debug for SystemFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SystemFont({self})")
    }
}

impl fmt::Display for SystemFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}", self.family, self.file)?;
        match &self.version[..] {
            "" => f.write_str(")"),
            version => write!(f, ", version {version})"),
        }
    }
}

/// What decides which font a character is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct WantedLetters {
    pub(super) face: Face,
    /// What the letters around it are like.
    pub(super) like: Embedded,
    pub(super) region: Region,
}

/// Whose forms Chinese characters have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) enum Region {
    #[default]
    China,
    Japan,
    Korea,
    Taiwan,
}

impl Region {
    /// That of a text, by the letters that only one has.
    pub(super) fn of(text: &str) -> Self {
        let own = |character| match character {
            '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => {
                Some(Self::Japan)
            }
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => {
                Some(Self::Korea)
            }
            '\u{3100}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' => Some(Self::Taiwan),
            _ => None,
        };
        text.chars().find_map(own).unwrap_or_default()
    }
}

/// The font of the machine for a character with what joins it, if one has all of it.
pub(super) fn find(cluster: &str, wanted: WantedLetters) -> Option<&'static FontFile> {
    #[cfg(feature = "system-fonts")]
    return catalog::catalog().find(cluster, wanted);
    #[cfg(not(feature = "system-fonts"))]
    {
        let (_, _) = (cluster, wanted);
        None
    }
}

/// A font of the machine, by its family, the name of its file, and its place in that.
pub fn installed_font(family: &str, file: &str, index: u32) -> Option<&'static SystemFont> {
    #[cfg(feature = "system-fonts")]
    return catalog::catalog().installed(family, file, index);
    #[cfg(not(feature = "system-fonts"))]
    {
        let (_, _, _) = (family, file, index);
        None
    }
}

/// The font of the machine that a character is taken from if no other font has it.
pub fn system_font_of(character: char) -> Option<&'static SystemFont> {
    let wanted =
        WantedLetters { face: Face::REGULAR, like: Embedded::Sans, region: Region::default() };
    find(character.encode_utf8(&mut [0; 4]), wanted)?.system()
}
