//! Which fonts of the machine a render has taken letters from, and which letters no font had.

use crate::segments::hash_of;
use panim_figure::{Renderer, SystemFont};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fmt,
    sync::{Mutex, PoisonError},
};

/// A font of the machine that letters of a video were taken from. Text in the embedded fonts, or in files of one's
/// own, has none.
///
/// It prints as `Noto Sans CJK JP (NotoSansCJK-Regular.ttc, version 2.004)`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct VideoFont {
    family: String,
    file: String,
    index: u32,
    version: String,
    hash: String,
}

impl VideoFont {
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

    /// Which font of that file it is, from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its version, as its file says it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// A hash of its file, 32 hexadecimal digits: files with the same one draw the same letters.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    pub(crate) fn of(font: &SystemFont) -> Self {
        Self {
            family: font.family().into(),
            file: font.file().into(),
            index: font.index(),
            version: font.version().into(),
            hash: hash_of(font.bytes()),
        }
    }
}

impl fmt::Display for VideoFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}", self.family, self.file)?;
        match &self.version[..] {
            "" => f.write_str(")"),
            version => write!(f, ", version {version})"),
        }
    }
}

/// What all workers of a render have met.
#[derive(Debug, Default)]
pub(crate) struct UsedFonts(Mutex<FontUse>);

/// What letters were taken from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct FontUse {
    pub(crate) fonts: BTreeSet<VideoFont>,
    /// Characters that are boxes.
    pub(crate) missing: BTreeSet<char>,
}

impl UsedFonts {
    /// Takes in what a worker has drawn since it was last asked.
    pub(crate) fn note(&self, renderer: &mut Renderer) {
        let (fonts, missing) = (renderer.take_system_fonts(), renderer.take_boxes());
        if fonts.is_empty() && missing.is_empty() {
            return;
        }
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.fonts.extend(fonts.into_iter().map(VideoFont::of));
        used.missing.extend(missing);
    }

    pub(crate) fn get(&self) -> FontUse {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
