//! Moments and ranges of a video, in frames, seconds or percent.

use crate::{Error, Fps, Result};
use std::{fmt, str::FromStr};

/// A frame, by its number, or by what is shown at a time or after a part of the video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameAt {
    Frame(usize),
    Seconds(Quantity),
    Percent(Quantity),
}

/// A number as it was written: digits divided by ten to the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    digits: u64,
    places: u32,
}

/// From a first frame to the one before which it ends, or with which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FrameRange {
    pub(crate) start: Option<FrameAt>,
    pub(crate) end: Option<RangeEnd>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RangeEnd {
    pub(crate) at: FrameAt,
    pub(crate) is_included: bool,
}

impl FrameAt {
    /// Behind the last frame.
    pub(crate) const WHOLE: Self = Self::Percent(Quantity { digits: 100, places: 0 });

    /// The frame that is shown then, of a video of so many frames.
    ///
    /// None if it takes their number to say so, and nobody knows it.
    pub(crate) fn frame(self, fps: Fps, total: Option<usize>) -> Option<usize> {
        match self {
            Self::Frame(frame) => Some(frame),
            Self::Seconds(time) => Some(time.times(fps.num().into(), fps.den().into())),
            Self::Percent(part) => total.map(|total| part.times(total as u128, 100)),
        }
    }

    /// The same, as a frame that there is where the whole is meant: the last one for 100%.
    pub(crate) fn frame_within(self, fps: Fps, total: Option<usize>) -> Option<usize> {
        let frame = self.frame(fps, total)?;
        Some(match (self, total) {
            (Self::Percent(_), Some(total)) => frame.min(total.saturating_sub(1)),
            _ => frame,
        })
    }
}

impl FrameRange {
    /// The first frame, and the first one behind the last, if that is known.
    pub(crate) fn bounds(&self, fps: Fps, total: Option<usize>) -> Option<(usize, Option<usize>)> {
        let start = self.start.map_or(Some(0), |start| start.frame(fps, total))?;
        let end = match self.end {
            None => total,
            Some(RangeEnd { at, is_included: false }) => Some(at.frame(fps, total)?),
            Some(RangeEnd { at, is_included: true }) => {
                Some(at.frame_within(fps, total)?.saturating_add(1))
            }
        };
        Some((start, end))
    }

    /// The same where the number of frames is known, and every one of them has to be there.
    pub(crate) fn bounds_within(&self, fps: Fps, total: usize) -> Result<(usize, usize)> {
        let refuse =
            |why: String| Err(Error::argument("--frames", format!("`{self}` given; {why}")));
        let (start, end) = match self.bounds(fps, Some(total)) {
            Some((start, end)) => (start, end.unwrap_or(total)),
            None => unreachable!("nothing else is needed"),
        };
        if start >= total || end > total {
            return refuse(format!("allowed: within 0..{total}, as there are {total} frames"));
        }
        if start >= end {
            return refuse("there is no frame in it".into());
        }
        Ok((start, end))
    }
}

impl Quantity {
    /// The product with a fraction, rounded down.
    fn times(self, num: u128, den: u128) -> usize {
        let scale = 10_u128.pow(self.places).saturating_mul(den.max(1));
        let product = u128::from(self.digits).saturating_mul(num) / scale;
        usize::try_from(product).unwrap_or(usize::MAX)
    }

    fn is_above(self, whole: u64) -> bool {
        u128::from(self.digits) > u128::from(whole) * 10_u128.pow(self.places)
    }
}

/// More digits say nothing of any video.
const MOST_DIGITS: usize = 18;

impl FromStr for Quantity {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{part}");
        let are_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits || digits.len() > MOST_DIGITS {
            return Err(());
        }
        Ok(Self { digits: digits.parse().map_err(drop)?, places: part.len() as u32 })
    }
}

impl FromStr for FrameAt {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            |()| "allowed: a frame such as 30, a time such as 1.5s, or a part such as 50%".into();
        if let Some(time) = text.strip_suffix('s') {
            return time.parse().map(Self::Seconds).map_err(wrong);
        }
        if let Some(part) = text.strip_suffix('%') {
            return match part.parse::<Quantity>() {
                Ok(part) if part.is_above(100) => Err("allowed: 0% to 100%".into()),
                part => part.map(Self::Percent).map_err(wrong),
            };
        }
        match text.parse::<Quantity>() {
            Ok(Quantity { digits, places: 0 }) if !text.contains('.') => {
                usize::try_from(digits).map(Self::Frame).map_err(|_| wrong(()))
            }
            Ok(_) => Err(format!(
                "frames are whole; allowed: a frame such as 30, a time such as `{text}s`, or a part such \
                 as `{text}%`"
            )),
            Err(()) => Err(wrong(())),
        }
    }
}

impl FromStr for FrameRange {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((start, end)) = text.split_once("..") else {
            return Err(format!(
                "allowed: a range such as 0..90, ..=2s, 50%.., or `{text}..={text}` for one frame"
            ));
        };
        let (end, is_included) = match end.strip_prefix('=') {
            Some("") => return Err("what it ends with is missing after `..=`".into()),
            Some(end) => (end, true),
            None => (end, false),
        };
        let given = |text: &str| match text.trim() {
            "" => Ok(None),
            text => text.parse::<FrameAt>().map(Some).map_err(|error| format!("`{text}`: {error}")),
        };
        let start = given(start)?;
        Ok(Self { start, end: given(end)?.map(|at| RangeEnd { at, is_included }) })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u64.pow(self.places);
        write!(f, "{}", self.digits / scale)?;
        match self.places as usize {
            0 => Ok(()),
            places => write!(f, ".{:0places$}", self.digits % scale),
        }
    }
}

impl fmt::Display for FrameAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Frame(frame) => frame.fmt(f),
            Self::Seconds(time) => write!(f, "{time}s"),
            Self::Percent(part) => write!(f, "{part}%"),
        }
    }
}

impl fmt::Display for FrameRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(start) = self.start {
            start.fmt(f)?;
        }
        f.write_str("..")?;
        match self.end {
            None => Ok(()),
            Some(RangeEnd { at, is_included }) => {
                write!(f, "{}{at}", if is_included { "=" } else { "" })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn range(text: &str) -> FrameRange {
        text.parse().unwrap()
    }

    #[test]
    fn ranges_of_frames_seconds_and_percent_are_read() {
        // of 60 frames, 30 a second
        for (text, expected) in [
            ("0..90", None),
            ("0..60", Some((0, 60))),
            ("..", Some((0, 60))),
            ("10..20", Some((10, 20))),
            ("10..=20", Some((10, 21))),
            ("..20", Some((0, 20))),
            ("..=20", Some((0, 21))),
            ("45..", Some((45, 60))),
            ("0.5s..1.5s", Some((15, 45))),
            ("0.7s..", Some((21, 60))),
            ("..=1s", Some((0, 31))),
            ("..2s", Some((0, 60))),
            ("..=2s", None),
            ("50%..", Some((30, 60))),
            ("..33.4%", Some((0, 20))),
            ("0%..100%", Some((0, 60))),
            ("25%..=100%", Some((15, 60))),
            ("50%..1.5s", Some((30, 45))),
            ("15..50%", Some((15, 30))),
            (" 3 .. 5 ", Some((3, 5))),
            ("60..", None),
            ("20..10", None),
            ("20..20", None),
        ] {
            let found = range(text).bounds_within(Fps::from(30), 60).ok();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_time_is_the_frame_that_is_shown_then() {
        let frame = |text: &str, fps: Fps| text.parse::<FrameAt>().unwrap().frame(fps, Some(60));
        for (text, fps, expected) in [
            ("1.5s", Fps::from(30), 45),
            // 0.29 * 100 is less than 29 in binary
            ("0.29s", Fps::from(100), 29),
            ("0.1s", Fps::from(30), 3),
            ("0.0999s", Fps::from(30), 2),
            (".5s", Fps::from(30), 15),
            ("1.001s", Fps::from((30_000, 1001)), 30),
            ("1s", Fps::from((30_000, 1001)), 29),
            ("999999999999999999s", Fps::from(1000), usize::MAX),
        ] {
            let expected = if expected == usize::MAX {
                999_999_999_999_999_999_000_u128.try_into().unwrap_or(usize::MAX)
            } else {
                expected
            };
            assert_eq!(frame(text, fps), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_last_frame_is_shown_at_the_end() {
        let last =
            |text: &str| text.parse::<FrameAt>().unwrap().frame_within(Fps::from(30), Some(60));
        assert_eq!((last("100%"), last("50%"), last("99.99%")), (Some(59), Some(30), Some(59)));
        assert_eq!(last("2s"), Some(60));
    }

    #[test]
    fn what_is_no_range_is_told_with_what_is_allowed() {
        for (text, expected) in [
            ("30", "a range such as 0..90"),
            ("", "a range such as 0..90"),
            ("a..b", "`a`: allowed: a frame such as 30"),
            ("-1..5", "`-1`: allowed"),
            (
                "1.5..3",
                "`1.5`: frames are whole; allowed: a frame such as 30, a time such as `1.5s`",
            ),
            ("0..=", "is missing after `..=`"),
            ("0..101%", "0% to 100%"),
            ("0..1e3s", "`1e3s`: allowed"),
            ("0..99999999999999999999", "allowed: a frame"),
            ("0..1...2", "allowed: a frame"),
        ] {
            let error = text.parse::<FrameRange>().unwrap_err();
            assert!(error.contains(expected), "{text}: {error}");
        }
        let error = range("0..90").bounds_within(Fps::from(30), 60).unwrap_err().to_string();
        assert_eq!(error, "--frames: `0..90` given; allowed: within 0..60, as there are 60 frames");
        let error = range("20..=1.5s").bounds_within(Fps::from(10), 60).unwrap_err().to_string();
        assert_eq!(error, "--frames: `20..=1.5s` given; there is no frame in it");
    }

    #[test]
    fn it_prints_as_it_was_written() {
        for text in ["..", "3..5", "..=0.50s", "33.4%..", "1s..=100%"] {
            assert_eq!(range(text).to_string(), text);
        }
    }
}
