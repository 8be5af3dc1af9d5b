//! Which data to show in which frame of a video.

use crate::{FigureError, Number};

/// The data frame to show in each frame of a video: data taken `data_fps` times a second, played
/// at `speed` times their speed in a video of `video_fps` frames a second, all `data_frames` of
/// them once.
///
/// Frame k of the video shows the data of the time nearest to `k / video_fps * speed`, of two the
/// earlier; the video lasts as long as the data do, `data_frames / data_fps / speed`. So each of
/// the data is shown equally often where the numbers allow, and a speed at which they do not change
/// by whole frames shows no drift: every frame is reckoned from the first.
///
/// ```
/// # use panim_figure::motion::playback;
/// # fn main() -> Result<(), panim_figure::FigureError> {
/// // slow motion: each of the data twice
/// assert!(playback(30.0, 0.5, 30.0, 3)?.eq([0, 0, 1, 1, 2, 2]));
/// // fast: every other one
/// assert!(playback(30.0, 2.0, 30.0, 6)?.eq([0, 2, 4]));
/// // 24 a second in a video of 30: every fourth is shown twice
/// assert!(playback(24.0, 1.0, 30.0, 8)?.eq([0, 1, 2, 2, 3, 4, 5, 6, 6, 7]));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// If `data_fps`, `speed` or `video_fps` is not more than 0.
pub fn playback(
    data_fps: impl Number,
    speed: impl Number,
    video_fps: impl Number,
    data_frames: usize,
) -> Result<impl ExactSizeIterator<Item = usize> + Clone + Send, FigureError> {
    let [data_fps, speed, video_fps] = [data_fps.value(), speed.value(), video_fps.value()];
    let argument = |argument, value| checked_rate("playback", argument, value);
    argument("data_fps", data_fps)?;
    argument("speed", speed)?;
    argument("video_fps", video_fps)?;
    // data frames to one of the video; multiplied anew for each, so that no error adds up
    let step = data_fps * speed / video_fps;
    let count = (data_frames as f64 / step - HALF_WAY).ceil() as usize;
    let count = count.max(data_frames.min(1));
    let last = data_frames.saturating_sub(1);
    Ok((0..count).map(move |k| {
        let nearest = (k as f64 * step - 0.5 - HALF_WAY).ceil().max(0.0);
        (nearest as usize).min(last)
    }))
}

/// Places this near to the middle of two frames are in the middle: a rate such as 30000/1001 is
/// not exact, and rounding must not decide.
const HALF_WAY: f64 = 1e-6;

/// Refuses a rate that is not more than 0.
pub(super) fn checked_rate(
    part: &'static str,
    argument: &'static str,
    rate: f64,
) -> Result<(), FigureError> {
    if rate.is_finite() && rate > 0.0 {
        return Ok(());
    }
    Err(FigureError::new(part, argument, format!("{rate} is not a finite number, more than 0")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(data_fps: f64, speed: f64, video_fps: f64, frames: usize) -> Vec<usize> {
        playback(data_fps, speed, video_fps, frames).expect("sound").collect()
    }

    #[test]
    fn whole_ratios_show_each_of_the_data_equally_often() {
        assert_eq!(shown(25.0, 1.0, 25.0, 4), [0, 1, 2, 3]);
        assert_eq!(shown(10.0, 1.0, 30.0, 3), [0, 0, 1, 1, 1, 2, 2, 2, 2]);
        assert_eq!(shown(30.0, 0.5, 30.0, 4), [0, 0, 1, 1, 2, 2, 3, 3]);
        assert_eq!(shown(100.0, 1.0, 25.0, 10), [0, 4, 8]);
        // a tenth is not exact in binary
        assert_eq!(shown(30.0, 0.1, 3.0, 3), [0, 1, 2]);
    }

    /// By fractions of whole numbers: the nearest, of two the earlier.
    #[test]
    fn other_ratios_show_the_nearest_without_drift() {
        for (data, speed, video) in [
            ((24, 1), (1, 1), (30, 1)),
            ((30, 1), (2, 7), (60, 1)),
            ((100, 3), (3, 2), (24, 1)),
            ((30000, 1001), (1, 2), (60000, 1001)),
            ((25, 1), (1, 3), (30000, 1001)),
            ((1000, 1), (10, 1), (30, 1)),
        ] {
            let step = [data.0 * speed.0 * video.1, data.1 * speed.1 * video.0].map(i128::from);
            let [up, down] = step;
            let as_f64 = |(a, b): (i64, i64)| a as f64 / b as f64;
            let found = shown(as_f64(data), as_f64(speed), as_f64(video), 100_000);
            let count = (100_000 * down + up - 1) / up;
            assert_eq!(found.len() as i128, count, "{step:?}");
            for (k, &frame) in found.iter().enumerate() {
                // ceil(k up / down - 1/2)
                let exact = (2 * k as i128 * up - down + 2 * down - 1).div_euclid(2 * down);
                assert_eq!(frame as i128, exact.clamp(0, 99_999), "{step:?} {k}");
            }
        }
    }

    #[test]
    fn no_data_are_no_frames() {
        assert!(shown(30.0, 1.0, 30.0, 0).is_empty());
        assert_eq!(shown(30.0, 1e9, 30.0, 5), [0]);
    }

    #[test]
    fn rates_that_are_none_are_errors() {
        let error = |a, b, c| playback(a, b, c, 1).map(drop).expect_err("no rate").to_string();
        assert!(error(0.0, 1.0, 1.0).contains("playback, `data_fps`: 0 is not"));
        assert!(error(1.0, -1.0, 1.0).contains("`speed`: -1"));
        assert!(error(1.0, 1.0, f64::NAN).contains("`video_fps`: NaN"));
        assert!(error(f64::INFINITY, 1.0, 1.0).contains("`data_fps`: inf"));
    }
}
