//! A GIF's blocks.

use super::{Bytes, Inspected, VideoTrack};
use std::io;

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const END: u8 = 0x3b;
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// What the blocks say.
pub(super) fn read(data: &[u8]) -> io::Result<Inspected> {
    let mut bytes = Bytes(data);
    bytes.take(6)?;
    let (width, height, flags) = (bytes.short()?, bytes.short()?, bytes.byte()?);
    bytes.take(2 + table(flags))?;
    let (mut frames, mut hundredths, mut plays) = (0, 0_u64, Some(1));
    let mut delays = Vec::new();
    loop {
        match bytes.byte()? {
            EXTENSION => {
                let label = bytes.byte()?;
                let blocks = sub_blocks(&mut bytes)?;
                match (label, &blocks[..]) {
                    (CONTROL, [_, low, high, ..]) => {
                        let delay = u16::from_le_bytes([*low, *high]);
                        hundredths += u64::from(delay);
                        delays.push(delay);
                    }
                    (APPLICATION, [name @ .., 1, low, high]) if name.starts_with(b"NETSCAPE") => {
                        // so often again after the first time, or for ever
                        plays = match u16::from_le_bytes([*low, *high]) {
                            0 => None,
                            times => Some(u64::from(times) + 1),
                        };
                    }
                    _ => {}
                }
            }
            IMAGE => {
                bytes.take(8)?;
                let flags = bytes.byte()?;
                bytes.take(table(flags) + 1)?;
                sub_blocks(&mut bytes)?;
                frames += 1;
            }
            END => break,
            _ => return Err(io::Error::other("there is a block of an unknown kind in it")),
        }
    }
    let duration = hundredths as f64 / 100.0;
    let is_even = delays.windows(2).all(|pair| pair[0] == pair[1]);
    let video = VideoTrack {
        codec: "GIF",
        width: width.into(),
        height: height.into(),
        frames,
        duration,
        fps: (duration > 0.0).then(|| frames as f64 / duration),
        rate: delays
            .first()
            .filter(|&&delay| is_even && delay > 0)
            .map(|&delay| crate::Fps::from((100, i64::from(delay))).to_string()),
        plays: Some(plays),
        ..VideoTrack::default()
    };
    let bytes = data.len() as u64;
    Ok(Inspected { format: "GIF", bytes, video: Some(video), ..Inspected::default() })
}

/// Bytes of the table of colours, if there is one.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn sub_blocks(bytes: &mut Bytes<'_>) -> io::Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        match bytes.byte()? {
            0 => return Ok(all),
            size => all.extend_from_slice(bytes.take(size.into())?),
        }
    }
}
