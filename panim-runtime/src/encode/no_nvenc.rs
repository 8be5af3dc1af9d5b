//! What stands in the place of NVENC in a build without the feature `nvenc`: no GPU is ever had.

use super::{EncodeSettings, GroupEncoder};
use crate::Result;

pub(crate) enum Gpu {}

pub(crate) enum Pool {}

impl Gpu {
    pub(crate) fn open() -> Result<Self, String> {
        Err("this program was built without it; switch on panim's feature `nvenc`, as in \
             `panim = { features = [\"nvenc\"] }`"
            .into())
    }

    pub(crate) fn pool(self, _: &EncodeSettings, _: usize) -> Result<Pool, String> {
        match self {}
    }
}

impl Pool {
    pub(crate) fn sessions(&self) -> usize {
        match *self {}
    }

    pub(crate) fn waiting_pictures(&self) -> usize {
        match *self {}
    }

    pub(crate) fn group(&self) -> Result<Box<dyn GroupEncoder + '_>> {
        match *self {}
    }
}
