//! Which picture sizes H.264 and its encoder can carry.

use crate::error::{Error, Result};

/// The encoder refuses pictures narrower or lower than one block.
const SMALLEST_SIDE: u32 = 16;

/// The longest side that H.264 allows at the level that `MOST_PIXELS` belongs to.
const LONGEST_SIDE: u32 = 8688;

/// Most pixels in one picture, counted in whole blocks: 4096x2304.
const MOST_PIXELS: u64 = 9_437_184;

/// Pixels on a side of the blocks that pictures are encoded in.
const BLOCK: u32 = 16;

/// Checks a size in pixels that `argument` asked for.
pub(crate) fn check_size(argument: &'static str, width: u32, height: u32) -> Result<()> {
    let refuse = |why: &str| {
        Err(Error::Argument { argument, message: format!("{width}x{height} pixels: {why}") })
    };
    if width.min(height) < SMALLEST_SIDE {
        return refuse("a side must be at least 16 pixels");
    }
    if width.max(height) > LONGEST_SIDE {
        return refuse("a side can be at most 8688 pixels");
    }
    let whole_blocks = |side: u32| u64::from(side.next_multiple_of(BLOCK));
    if whole_blocks(width) * whole_blocks(height) > MOST_PIXELS {
        return refuse(
            "at most 9437184 pixels, such as 4096x2304, with each side counted up to \
             the next multiple of 16",
        );
    }
    Ok(())
}

/// The side as it is encoded: chroma needs an even number of pixels.
pub(crate) fn even(side: u32) -> u32 {
    side.next_multiple_of(2)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn sizes_in_reach_pass() {
        let sizes = [
            (16, 16),
            (333, 251),
            (640, 480),
            (1920, 1080),
            (3840, 2160),
            (4096, 2304),
            (2304, 4096),
            (8688, 1072),
        ];
        for (width, height) in sizes {
            check_size("size", width, height).unwrap();
        }
    }

    #[test]
    fn others_are_refused_with_what_is_allowed() {
        let cases = [
            (15, 15, "at least 16"),
            (640, 15, "at least 16"),
            (0, 480, "at least 16"),
            (4096, 4096, "at most 9437184"),
            (4097, 2304, "at most 9437184"),
            (8688, 1086, "at most 9437184"),
            (9000, 100, "at most 8688"),
            (u32::MAX, u32::MAX, "at most 8688"),
        ];
        for (width, height, allowed) in cases {
            let message = check_size("size", width, height).unwrap_err().to_string();
            assert!(message.starts_with(&format!("size: {width}x{height}")), "{message}");
            assert!(message.contains(allowed), "{message}");
        }
    }
}
