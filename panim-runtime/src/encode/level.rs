//! H.264 levels: what a decoder must be able to do for a video.

use crate::{fps::Fps, size::even};

/// Level number, most blocks per second, most blocks in a picture: table A-1 of the standard.
const LEVELS: [(i32, f64, u32); 15] = [
    (10, 1_485.0, 99),
    (11, 3_000.0, 396),
    (12, 6_000.0, 396),
    (13, 11_880.0, 396),
    (20, 11_880.0, 396),
    (21, 19_800.0, 792),
    (22, 20_250.0, 1_620),
    (30, 40_500.0, 1_620),
    (31, 108_000.0, 3_600),
    (32, 216_000.0, 5_120),
    (40, 245_760.0, 8_192),
    (42, 522_240.0, 8_704),
    (50, 589_824.0, 22_080),
    (51, 983_040.0, 36_864),
    (52, 2_073_600.0, 36_864),
];

/// The lowest level with room for the video, or the highest there is.
pub(super) fn level(width: u32, height: u32, fps: Fps) -> i32 {
    let (across, down) = (even(width).div_ceil(16), even(height).div_ceil(16));
    let blocks = across * down;
    let per_second = f64::from(blocks) * fps.as_f64();
    let longest = across.max(down);
    LEVELS
        .into_iter()
        .find(|&(_, most_per_second, most)| {
            blocks <= most && longest * longest <= most * 8 && per_second <= most_per_second
        })
        .map_or(52, |(level, ..)| level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_in_the_standard() {
        let cases = [
            (16, 16, Fps::from(1), 10),
            (352, 288, Fps::from((30_000, 1001)), 13),
            (640, 480, 30.into(), 30),
            (640, 480, 240.into(), 42),
            (1280, 720, 30.into(), 31),
            (1920, 1080, 30.into(), 40),
            (1920, 1080, 60.into(), 42),
            (3840, 2160, 30.into(), 51),
            (3840, 2160, 60.into(), 52),
            (4096, 2304, 60.into(), 52),
            (8688, 16, 1.into(), 51),
        ];
        for (width, height, fps, expected) in cases {
            assert_eq!(level(width, height, fps), expected, "{width}x{height} at {fps}");
        }
    }
}
