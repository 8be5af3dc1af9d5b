//! Encoded groups into one GIF.

use super::{
    Container, Written,
    stays::{Stay, Stays},
};
use crate::{
    delay::gif::{TICKS, delay},
    encode::{EncodeSettings, EncodedGroup, GIF_DELAY},
    error::{Error, Result},
    fps::Fps,
    output::{Output, Target},
};
use gif::{Encoder, Repeat};
use std::{io::Write, num::NonZeroU16};

/// A GIF in the making.
pub(crate) struct Gif {
    output: Output,
    /// How often it plays; none: for ever.
    loops: Option<NonZeroU16>,
    stays: Stays,
    /// Of the pictures, and how many there are in a second; none before the first group.
    size_and_rate: Option<((u32, u32), Fps)>,
}

impl Gif {
    pub(crate) fn create(target: &Target, loops: Option<NonZeroU16>) -> Result<Self> {
        let (stays, size_and_rate) = (Stays::default(), None);
        Ok(Self { output: Output::create(target)?, loops, stays, size_and_rate })
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
}

/// Writes a picture, when it is known for how long it stays.
fn write((mut picture, frames): Stay, fps: Fps, into: &mut Vec<u8>) {
    picture[GIF_DELAY].copy_from_slice(&delay(frames, fps).to_le_bytes());
    into.extend(picture);
}

impl Container for Gif {
    fn write(&mut self, group: &EncodedGroup, settings: &EncodeSettings) -> Result<()> {
        let mut bytes = Vec::new();
        let EncodeSettings { width, height, fps, .. } = *settings;
        if self.size_and_rate.is_none() {
            bytes = self.head((width, height))?;
            self.size_and_rate = Some(((width, height), fps));
        }
        for picture in group.pictures() {
            self.stays.next(picture).into_iter().for_each(|stay| write(stay, fps, &mut bytes));
        }
        self.output.write_all(&bytes).map_err(|source| self.output.error(source))
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        const END: u8 = 0x3b;
        let Some(((width, height), fps)) = self.size_and_rate else { return Err(Error::NoFrames) };
        let mut bytes = Vec::new();
        self.stays.end().into_iter().for_each(|stay| write(stay, fps, &mut bytes));
        bytes.push(END);
        self.output.write_all(&bytes).map_err(|source| self.output.error(source))?;
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
