//! Encoded pictures, each into a file of its own.

use super::{Container, Written};
use crate::{
    encode::{EncodeSettings, EncodedGroup},
    error::{Error, Result},
    output::{Output, Target},
    part::Numbers,
};
use panim_figure::__private::FilePattern;
use std::io::Write;

/// Files in the making. Each gets its name when it is whole, and keeps it whatever becomes of others.
pub(crate) struct Sequence {
    pattern: FilePattern,
    numbers: Numbers,
    frames: usize,
    bytes: u64,
    /// None before the first group.
    size: Option<(u32, u32)>,
}

impl Sequence {
    pub(crate) fn new(pattern: FilePattern, numbers: Numbers) -> Self {
        Self { pattern, numbers, frames: 0, bytes: 0, size: None }
    }
}

impl Container for Sequence {
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()> {
        self.size = Some((settings.width, settings.height));
        for picture in group.pictures() {
            let number = self.numbers.among_its_kind(self.frames);
            let target = Target::of(&self.pattern.path(number), "render")?;
            let mut output = Output::create(&target)?;
            output.write_all(picture).map_err(|source| output.error(source))?;
            self.bytes += output.commit()?;
            self.frames += 1;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Written> {
        let Some((width, height)) = self.size else { return Err(Error::NoFrames) };
        Ok(Written { bytes: self.bytes, width, height })
    }
}
