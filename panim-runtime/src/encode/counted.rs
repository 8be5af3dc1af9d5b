//! An encoder whose pictures are counted as they come out.

use super::{EncodedGroup, GroupEncoder};
use crate::{error::Result, picture::Prepared, progress::Counts};
use panim_figure::__private::Damage;

pub(crate) struct Counted<'e> {
    encoder: Box<dyn GroupEncoder + 'e>,
    counts: &'e Counts,
    /// How many are counted.
    counted: usize,
}

impl<'e> Counted<'e> {
    pub(crate) fn new(encoder: Box<dyn GroupEncoder + 'e>, counts: &'e Counts) -> Self {
        Self { encoder, counts, counted: 0 }
    }
}

impl GroupEncoder for Counted<'_> {
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()> {
        self.encoder.push(picture, changed)?;
        let encoded = self.encoder.encoded();
        self.counts.encoded(encoded - self.counted);
        self.counted = encoded;
        Ok(())
    }

    fn encoded(&self) -> usize {
        self.encoder.encoded()
    }

    fn finish(self: Box<Self>) -> Result<EncodedGroup> {
        let Self { encoder, counts, counted } = *self;
        let group = encoder.finish()?;
        counts.encoded(group.frames() - counted);
        Ok(group)
    }
}
