//! A PNG's chunks, of one picture or of one that moves.

use super::{Bytes, Inspected, VideoTrack};
use std::io;

/// What the chunks say.
pub(super) fn read(data: &[u8]) -> io::Result<Inspected> {
    let mut bytes = Bytes(data);
    bytes.take(8)?;
    let mut video = VideoTrack { codec: "PNG", frames: 1, ..VideoTrack::default() };
    let mut delays = Vec::new();
    loop {
        let length = bytes.long()? as usize;
        let (kind, mut chunk) = (bytes.take(4)?, Bytes(bytes.take(length)?));
        bytes.take(4)?;
        match kind {
            b"IHDR" => (video.width, video.height) = (chunk.long()?, chunk.long()?),
            b"acTL" => {
                video.frames = chunk.long()?.into();
                let plays = chunk.long()?;
                video.plays = Some((plays > 0).then_some(plays.into()));
            }
            b"fcTL" => {
                chunk.take(20)?;
                let (num, den) = (chunk.short_be()?, chunk.short_be()?);
                delays.push((i64::from(num), if den == 0 { 100 } else { i64::from(den) }));
            }
            b"IEND" => break,
            _ => {}
        }
    }
    video.duration = delays.iter().map(|&(num, den)| num as f64 / den as f64).sum();
    video.fps = (video.duration > 0.0).then(|| video.frames as f64 / video.duration);
    let is_even = delays.windows(2).all(|pair| pair[0] == pair[1]);
    video.rate = delays
        .first()
        .filter(|(num, _)| is_even && *num > 0)
        .map(|&(num, den)| crate::Fps::from((den, num)).to_string());
    let format = if video.plays.is_some() { "animated PNG" } else { "PNG" };
    let bytes = data.len() as u64;
    Ok(Inspected { format, bytes, video: Some(video), ..Inspected::default() })
}
