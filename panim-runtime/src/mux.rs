//! Encoded groups, in order, into the file that a render's format wants.

mod apng;
mod gif;
#[cfg(feature = "video")]
mod mp4;
#[cfg(test)]
mod pauses;
mod sequence;
mod stays;
mod tags;

use crate::{
    encode::{EncodeSettings, EncodedGroup},
    error::Result,
    output::{OutputFormat, Target},
    part::Numbers,
    settings::Settings,
};
pub(crate) use gif::check_rate as check_gif_rate;
#[cfg(feature = "video")]
pub(crate) use mp4::Mp4;
pub(crate) use tags::Tag;

/// A file in the making, or several. Dropped before [`finish`](Self::finish) it leaves no part of one.
pub(crate) trait Container {
    /// Writes the next group. All groups of a render have the same settings.
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()>;

    /// All groups are written, and the file may be completed, short of its name, while those who encoded
    /// them clear up. Nothing that [`finish`](Self::finish) does not do as well.
    fn settle(&mut self) -> Result<()> {
        Ok(())
    }

    /// Completes the file and gives it its name.
    fn finish(self: Box<Self>) -> Result<Written>;
}

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Size of the file, or of all files.
    pub(crate) bytes: u64,
    /// Size of the pictures in pixels.
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// Opens a file of this format that will be at the target when it is whole.
pub(crate) fn create(
    format: &OutputFormat,
    target: &Target,
    settings: &Settings,
    numbers: Numbers,
) -> Result<Box<dyn Container>> {
    Ok(match format {
        #[cfg(feature = "video")]
        OutputFormat::Mp4 => Box::new(Mp4::create(target, &settings.metadata)?),
        #[cfg(not(feature = "video"))]
        OutputFormat::Mp4 => return Err(format.left_out()),
        OutputFormat::Gif => Box::new(gif::Gif::create(target, settings.loops())?),
        OutputFormat::Apng => Box::new(apng::Apng::create(target, settings.loops())?),
        OutputFormat::Sequence(pattern) => {
            Box::new(sequence::Sequence::new(pattern.clone(), numbers))
        }
    })
}
