//! Encoded groups into one GIF.

use super::{Container, Written};
use crate::{
    encode::{EncodeSettings, EncodedGroup, GIF_DELAY},
    error::{Error, Result},
    fps::Fps,
    output::{Output, Target},
};
use gif::{Encoder, Repeat};
use std::{io::Write, num::NonZeroU16};

/// What a GIF counts time in, by the second.
const TICKS: u128 = 100;

/// A GIF in the making.
pub(crate) struct Gif {
    output: Output,
    /// How often it plays; none: for ever.
    loops: Option<NonZeroU16>,
    frames: usize,
    /// None before the first group.
    size: Option<(u32, u32)>,
}

impl Gif {
    pub(crate) fn create(target: &Target, loops: Option<NonZeroU16>) -> Result<Self> {
        Ok(Self { output: Output::create(target)?, loops, frames: 0, size: None })
    }

    /// What comes before the pictures.
    fn head(&self, (width, height): (u32, u32)) -> Result<Vec<u8>> {
        let refused = |why: gif::EncodingError| Error::Encoder { message: format!("gif: {why}") };
        let (width, height) = (width as u16, height as u16);
        let mut encoder = Encoder::new(Vec::new(), width, height, &[]).map_err(refused)?;
        // a file says how often it plays after the first time
        let repeat = self.loops.map_or(Repeat::Infinite, |loops| Repeat::Finite(loops.get() - 1));
        encoder.set_repeat(repeat).map_err(refused)?;
        Ok(std::mem::take(encoder.get_mut()))
    }

    fn pictures(&mut self, group: &EncodedGroup, fps: Fps, into: &mut Vec<u8>) {
        for picture in group.pictures() {
            into.extend_from_slice(&picture[..GIF_DELAY.start]);
            into.extend(fps.ticks(self.frames, TICKS).to_le_bytes());
            into.extend_from_slice(&picture[GIF_DELAY.end..]);
            self.frames += 1;
        }
    }
}

impl Container for Gif {
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()> {
        let mut bytes = Vec::new();
        if self.size.is_none() {
            let size = (settings.width, settings.height);
            bytes = self.head(size)?;
            self.size = Some(size);
        }
        self.pictures(group, settings.fps, &mut bytes);
        self.output.write_all(&bytes).map_err(|source| self.output.error(source))
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        const END: u8 = 0x3b;
        let Some((width, height)) = self.size else { return Err(Error::NoFrames) };
        self.output.write_all(&[END]).map_err(|source| self.output.error(source))?;
        Ok(Written { bytes: self.output.commit()?, width, height })
    }
}

/// Whether a GIF can have this rate.
pub(crate) fn check_rate(fps: Fps) -> Result<()> {
    let (num, den) = (u128::from(fps.num()), u128::from(fps.den()));
    let allowed = if num > TICKS / 2 * den {
        "a picture of a GIF stays for whole hundredths of a second, and browsers show what stays for \
         less than two of them for ten; allowed: at most 50, as of every second frame (`--every 2`), \
         a divisor of the rate for every frame to stay as long as the others"
    } else if TICKS * den >= u128::from(u16::MAX) * num {
        "a picture of a GIF stays for less than 655 seconds; allowed: at least 1/655"
    } else {
        return Ok(());
    };
    Err(Error::argument("fps", format!("{fps} given: {allowed}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn delays_are_spread_so_that_the_rate_is_exact() {
        for (fps, first, frames, hundredths) in [
            (Fps::from(30), &[3, 4, 3, 3, 4, 3][..], 300, 1000),
            (Fps::from(50), &[2, 2, 2], 50, 100),
            (Fps::from(40), &[3, 2, 3, 2], 40, 100),
            (Fps::from((30_000, 1001)), &[3, 4, 3], 30_000, 100_100),
            (Fps::from((1, 600)), &[60_000], 3, 180_000),
        ] {
            let delays: Vec<_> = (0..frames).map(|frame| fps.ticks(frame, TICKS)).collect();
            assert_eq!(delays[..first.len()], *first, "{fps}");
            assert_eq!(delays.iter().map(|&d| u32::from(d)).sum::<u32>(), hundredths, "{fps}");
            assert!(delays.iter().all(|&delay| delay >= 2), "{fps}");
        }
    }

    #[test]
    fn rates_that_a_gif_cannot_have_are_refused() {
        for fps in [Fps::from(50), Fps::from(1), Fps::from((1, 655)), Fps::from((30_000, 1001))] {
            check_rate(fps).unwrap();
        }
        for (fps, why) in [
            (Fps::from(60), "fps: 60 given: a picture of a GIF stays for whole hundredths"),
            (Fps::from((501, 10)), "at most 50"),
            (Fps::from((1, 656)), "at least 1/655"),
        ] {
            let message = check_rate(fps).unwrap_err().to_string();
            assert!(message.contains(why), "{message}");
        }
    }
}
