//! NVENC: H.264 on an NVIDIA GPU, through the driver's own libraries.

mod driver;
mod group;
mod pool;

pub(crate) use pool::Pool;

use super::EncodeSettings;
use crate::Error;
use driver::Opened;

/// What the encoder takes: pixels a side.
const SIDES: std::ops::RangeInclusive<u32> = 160..=4096;

/// A GPU that has opened a session. What it encodes is not known yet.
pub(crate) struct Gpu(Opened);

impl Gpu {
    /// Asks the driver for a session. An error says in one line why there is none.
    pub(crate) fn open() -> Result<Self, String> {
        driver::open().map(Self).map_err(|failure| failure.to_string())
    }

    /// Up to `most` sessions for such a video, at least one.
    pub(crate) fn pool(self, settings: &EncodeSettings, most: usize) -> Result<Pool, String> {
        let (width, height) = settings.even_size();
        if !SIDES.contains(&width) || !SIDES.contains(&height) {
            let (least, most) = SIDES.into_inner();
            return Err(format!(
                "{width}x{height} pixels: NVENC takes {least} to {most} pixels a side"
            ));
        }
        Pool::new(self.0, settings, most).map_err(|failure| failure.to_string())
    }
}

fn failed(why: impl ToString) -> Error {
    Error::Gpu { message: why.to_string() }
}
