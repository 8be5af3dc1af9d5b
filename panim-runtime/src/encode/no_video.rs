//! What stands in the place of the encoders of H.264 in a build without the feature `video`: there is none.

use super::{EncodeSettings, GroupEncoder};
use crate::{Result, output::OutputFormat, settings::Settings};

pub(crate) struct H264Encoders(Never);

enum Never {}

impl H264Encoders {
    pub(crate) fn ask(_: &Settings, _: (usize, Option<usize>), _: bool) -> Result<Self> {
        Err(OutputFormat::Mp4.left_out())
    }

    pub(crate) fn after_failure(self, _: String) -> Self {
        self
    }

    pub(crate) fn choose(&self, _: &EncodeSettings) -> Result<Option<(usize, usize)>> {
        match self.0 {}
    }

    pub(crate) fn may_start_again(&self) -> bool {
        match self.0 {}
    }

    pub(crate) fn group(&self, _: &EncodeSettings) -> Result<Box<dyn GroupEncoder + '_>> {
        match self.0 {}
    }

    pub(crate) fn name(&self) -> &'static str {
        match self.0 {}
    }

    pub(crate) fn into_refusal(self) -> Option<String> {
        match self.0 {}
    }
}
