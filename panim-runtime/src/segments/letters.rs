//! Which fonts of which machine the parts of a video have letters from, as it is written down beside them: on a
//! machine that has others, letters would change in the middle of the video.

use super::{folder::PartsFolder, segment::unique};
use crate::{
    Result,
    fonts::{FontUse, VideoFont},
};
use panim_figure::__private::{installed_font, system_font_of};
use std::collections::BTreeSet;

/// What the files end in.
pub(super) const LETTERS: &str = "fonts";

/// What this process writes down.
pub(super) struct LettersFile {
    name: String,
    written: FontUse,
}

impl LettersFile {
    pub(super) fn new(label: &str) -> Self {
        Self { name: unique(label, LETTERS), written: FontUse::default() }
    }

    /// Writes down what is new, then looks what others have written: whoever is second sees the other.
    pub(super) fn put(&mut self, now: FontUse, folder: &PartsFolder) -> Result<()> {
        if now == self.written {
            return Ok(());
        }
        let text = serde_json::to_string(&now).unwrap_or_default();
        folder.write(&self.name, &(text + "\n"))?;
        self.written = now;
        check(folder)
    }
}

/// The fonts that any of the parts has letters from.
pub(crate) fn fonts_of(folder: &PartsFolder) -> Result<BTreeSet<VideoFont>> {
    Ok(all(folder)?.into_iter().flat_map(|used| used.fonts).collect())
}

/// An error that names a font which parts were made with and this machine has not, or has other than it was; or
/// which it has for letters that are boxes in other parts.
pub(super) fn check(folder: &PartsFolder) -> Result<()> {
    const SAME: &str = "all machines need the same fonts, or give the font with `FontFamily`";
    for used in all(folder)? {
        for font in used.fonts {
            let here = installed_font(font.family(), font.file(), font.index());
            let here = here.map(VideoFont::of);
            if here.as_ref() == Some(&font) {
                continue;
            }
            let why = match here {
                None => "this machine has not".to_owned(),
                Some(here) if here.version() == font.version() => {
                    "is another file on this machine".to_owned()
                }
                Some(here) => format!("is version {} on this machine", here.version()),
            };
            return Err(folder
                .error(format!("its parts have letters of the font {font}, which {why}: {SAME}")));
        }
        for character in used.missing {
            if let Some(font) = system_font_of(character) {
                let code = u32::from(character);
                return Err(folder.error(format!(
                    "its parts have boxes in place of {character} (U+{code:04X}), for which this machine has \
                     the font {font}: {SAME}"
                )));
            }
        }
    }
    Ok(())
}

fn all(folder: &PartsFolder) -> Result<Vec<FontUse>> {
    let mut all = Vec::new();
    for name in folder.names(LETTERS)? {
        let text = folder.read(&name)?.unwrap_or_default();
        all.extend(serde_json::from_str::<FontUse>(&text).ok());
    }
    Ok(all)
}
