//! A value that is given at some times, and eased between them.

use super::Ease;
use crate::{FigureError, Number, Points, base::error::written};

/// A value at any time, from what it is at some times: see [`keyframes`].
#[derive(Debug, Clone, PartialEq)]
pub struct Keyframes {
    keys: Vec<(f64, f64)>,
    ease: Ease,
}

/// More than anybody can watch: thirty years at a thousand a second.
const MOST_FRAMES: f64 = 1e12;

/// A value that has these values at these times, and goes from one to the next in between; linearly
/// unless [`Keyframes::ease`] says otherwise. Two keys at the same time are a jump.
///
/// ```
/// # use panim_figure::motion::{Ease, keyframes};
/// # fn main() -> Result<(), panim_figure::FigureError> {
/// let zoom = keyframes([(0.0, 1.0), (2.0, 8.0)])?.ease(Ease::CubicInOut);
/// assert_eq!([zoom.at(-1.0), zoom.at(1.0), zoom.at(5.0)], [1.0, 4.5, 8.0]);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// If there is no key, if a time or a value is not finite, or if a time is before the one before.
pub fn keyframes(keys: impl Points<2>) -> Result<Keyframes, FigureError> {
    let keys: Vec<(f64, f64)> = keys.points().map(Into::into).collect();
    let wrong = |message: String| Err(FigureError::new("keyframes", "keys", message));
    if keys.is_empty() {
        return wrong("there is none; a value needs one at least".into());
    }
    if let Some((time, value)) = keys.iter().find(|(t, v)| !(t.is_finite() && v.is_finite())) {
        let (time, value) = (written(*time), written(*value));
        return wrong(format!("({time}, {value}) is not a finite time and value"));
    }
    if let Some(pair) = keys.windows(2).find(|pair| pair[1].0 < pair[0].0) {
        let (last, next) = (written(pair[0].0), written(pair[1].0));
        return wrong(format!("{next} comes after {last}; times must not go back"));
    }
    Ok(Keyframes { keys, ease: Ease::Linear })
}

impl Keyframes {
    /// How the value goes from each key to the next.
    #[must_use]
    pub fn ease(mut self, ease: Ease) -> Self {
        self.ease = ease;
        self
    }

    /// The value at a time. Before the first key it is that key's, after the last one the last's.
    pub fn at(&self, time: impl Number) -> f64 {
        let time = time.value();
        let next = self.keys.partition_point(|(at, _)| *at <= time);
        match (next.checked_sub(1).map(|i| self.keys[i]), self.keys.get(next)) {
            (Some((from, start)), Some(&(to, end))) => {
                self.ease.between(start, end, (time - from) / (to - from))
            }
            (Some((_, value)), None) | (None, Some(&(_, value))) => value,
            (None, None) => f64::NAN, // there is a key always
        }
    }

    /// From the first key to the last.
    pub fn duration(&self) -> f64 {
        self.keys[self.keys.len() - 1].0 - self.keys[0].0
    }

    /// The values for a video with so many frames a second, from the first key to the last, both
    /// included where the last falls on a frame.
    ///
    /// # Errors
    /// If `fps` is not more than 0, or makes more than 10<sup>12</sup> frames.
    pub fn frames(
        &self,
        fps: impl Number,
    ) -> Result<impl ExactSizeIterator<Item = f64> + Clone + '_, FigureError> {
        let fps = fps.value();
        super::playback::checked_rate("keyframes", "fps", fps)?;
        // rounding must not take the last frame away
        let count = (self.duration() * fps + 1e-6).floor() + 1.0;
        if count > MOST_FRAMES {
            let duration = self.duration();
            let message =
                format!("{fps:?} for {duration:?} s are more than {MOST_FRAMES:e} frames");
            return Err(FigureError::new("keyframes", "fps", message));
        }
        let start = self.keys[0].0;
        Ok((0..count as usize).map(move |i| self.at(start + i as f64 / fps)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_met_and_the_ends_are_held() {
        let value = keyframes([(1.0, 0.25), (2.0, 0.75), (2.0, 5.0), (4.0, 0.0)]).expect("sound");
        let at = [0.0, 1.0, 1.5, 2.0, 3.0, 4.0, 9.0].map(|time| value.at(time));
        assert_eq!(at, [0.25, 0.25, 0.5, 5.0, 2.5, 0.0, 0.0]);
        let eased = value.ease(Ease::QuadIn);
        assert_eq!(eased.at(3.0), 3.75);
        let one = keyframes([(3.0, 2.0)]).expect("sound");
        assert_eq!((one.at(0.0), one.at(3.0), one.at(5.0)), (2.0, 2.0, 2.0));
    }

    #[test]
    fn frames_reach_from_the_first_key_to_the_last() {
        let value = keyframes([(0.5, 0.0), (2.6, 21.0)]).expect("sound");
        let frames: Vec<f64> = value.frames(10.0).expect("sound").collect();
        assert_eq!(frames.len(), 22);
        assert_eq!((frames[0], frames[21]), (0.0, 21.0));
        assert!((frames[1] - 1.0).abs() < 1e-9);
        let still = keyframes([(0.0, 1.0)]).expect("sound");
        assert_eq!(still.frames(30.0).expect("sound").len(), 1);
    }

    #[test]
    fn what_are_no_keys_is_said() {
        let error =
            |keys: &[(f64, f64)]| keyframes(keys.iter().copied()).expect_err("no keys").to_string();
        assert!(error(&[]).contains("`keys`: there is none"));
        assert!(error(&[(0.0, f64::NAN)]).contains("(0, NaN) is not a finite"));
        assert!(error(&[(1.0, 0.0), (0.5, 0.0)]).contains("0.5 comes after 1"));
        let value = keyframes([(0.0, 0.0)]).expect("sound");
        assert!(value.frames(0.0).is_err());
    }

    #[test]
    fn more_frames_than_can_be_are_an_error() {
        let frames = |end: f64, fps: f64| {
            let value = keyframes([(-end, 0.0), (end, 1.0)]).expect("sound");
            value.frames(fps).map(drop).map_err(|error| error.to_string())
        };
        assert!(frames(1e5, 1e3).is_ok());
        for (end, fps) in [(1.0, 1e300), (f64::MAX, 30.0), (f64::MAX, f64::MAX)] {
            assert!(frames(end, fps).expect_err("too many").starts_with("keyframes, `fps`: "));
        }
    }
}
