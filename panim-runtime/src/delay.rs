//! How long pictures stay, in formats that have a number of 16 bits for it: each for one frame, or for
//! several that show the same.

/// In hundredths of a second.
pub(crate) mod gif {
    use crate::fps::Fps;
    use std::ops::Range;

    /// What a GIF counts time in, by the second.
    pub(crate) const TICKS: u128 = 100;

    /// For how many frames a picture may stay.
    pub(crate) fn most_frames(fps: Fps) -> usize {
        fps.most_frames(TICKS)
    }

    /// How long it stays for these frames.
    pub(crate) fn delay(frames: Range<usize>, fps: Fps) -> u16 {
        fps.ticks(frames, TICKS)
    }
}

/// In seconds, as a fraction: exactly, where that has room; else as many small parts of a second as have
/// room.
pub(crate) mod apng {
    use crate::fps::Fps;
    use std::ops::Range;

    /// A frame's time, if it has room.
    fn exactly(fps: Fps) -> Option<(u16, u16)> {
        u16::try_from(fps.den()).ok().zip(u16::try_from(fps.num()).ok())
    }

    fn ticks(fps: Fps) -> u16 {
        let (num, den) = (u128::from(fps.num()).max(1), u128::from(fps.den()));
        let has_room = |&ticks: &u16| u128::from(ticks) * den < u128::from(u16::MAX) * num;
        [10_000, 1000, 100, 10, 1].into_iter().find(has_room).unwrap_or(1)
    }

    /// For how many frames a picture may stay.
    pub(crate) fn most_frames(fps: Fps) -> usize {
        match exactly(fps) {
            Some((time, _)) => usize::from(u16::MAX / time.max(1)),
            None => fps.most_frames(ticks(fps).into()),
        }
    }

    /// How long it stays for these frames.
    pub(crate) fn delay(frames: Range<usize>, fps: Fps) -> (u16, u16) {
        if let Some((time, per_second)) = exactly(fps) {
            let count = u16::try_from(frames.len()).unwrap_or(u16::MAX);
            return (time.saturating_mul(count), per_second);
        }
        let ticks = ticks(fps);
        (fps.ticks(frames, ticks.into()), ticks)
    }
}

#[cfg(test)]
mod tests {
    use super::{apng, gif};
    use crate::Fps;

    const RATES: [(i64, i64); 12] = [
        (30, 1),
        (50, 1),
        (40, 1),
        (1, 1),
        (30_000, 1001),
        (60_000, 1001),
        (1, 600),
        (1, 655),
        (300_007, 10_000),
        (1000, 1),
        (1, 1000),
        (2_147_483_647, 2_147_483_640),
    ];

    #[test]
    fn delays_are_spread_so_that_the_rate_is_exact() {
        for (fps, first, frames, hundredths) in [
            (Fps::from(30), &[3, 4, 3, 3, 4, 3][..], 300, 1000),
            (Fps::from(50), &[2, 2, 2], 50, 100),
            (Fps::from(40), &[3, 2, 3, 2], 40, 100),
            (Fps::from((30_000, 1001)), &[3, 4, 3], 30_000, 100_100),
            (Fps::from((1, 600)), &[60_000], 3, 180_000),
        ] {
            let delays: Vec<_> = (0..frames).map(|i| gif::delay(i..i + 1, fps)).collect();
            assert_eq!(delays[..first.len()], *first, "{fps}");
            assert_eq!(delays.iter().map(|&d| u32::from(d)).sum::<u32>(), hundredths, "{fps}");
            assert!(delays.iter().all(|&delay| delay >= 2), "{fps}");
        }
    }

    #[test]
    fn delays_are_exact_or_spread() {
        assert_eq!(apng::delay(7..8, Fps::from(30)), (1, 30));
        assert_eq!(apng::delay(7..8, Fps::from((60_000, 1001))), (1001, 60_000));
        assert_eq!(apng::delay(7..8, Fps::from((1, 1000))), (1000, 1));
        let odd = Fps::from((300_007, 10_000));
        let stays: u32 = (0..300_007).map(|i| u32::from(apng::delay(i..i + 1, odd).0)).sum();
        assert_eq!((stays, apng::delay(0..1, odd)), (100_000_000, (333, 10_000)));
    }

    #[test]
    fn a_picture_stays_as_long_as_all_of_its_frames() {
        for (num, den) in RATES {
            let fps = Fps::from((num, den));
            // a number that has no more room is cut off
            if num * 655 >= den {
                let frames = gif::most_frames(fps);
                for begin in [0, 1, 7, 1000] {
                    let each =
                        (begin..begin + frames).map(|i| u64::from(gif::delay(i..i + 1, fps)));
                    let all = gif::delay(begin..begin + frames, fps);
                    assert_eq!(u64::from(all), each.sum::<u64>(), "{fps}: {frames} from {begin}");
                }
            }
            let frames = apng::most_frames(fps);
            for begin in [0, 1, 7, 1000] {
                let each = (begin..begin + frames).map(|i| u64::from(apng::delay(i..i + 1, fps).0));
                let (all, per_second) = apng::delay(begin..begin + frames, fps);
                assert_eq!(u64::from(all), each.sum::<u64>(), "{fps}: {frames} from {begin}");
                assert_eq!(apng::delay(0..1, fps).1, per_second);
            }
        }
    }
}
