//! What a render returns: the video it wrote, and how that went.

use std::{
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{VideoFont, fps::Fps};

/// A video that was written.
///
/// It prints as one line: `wave.mp4: 60 frames, 640x480, 2.00 s, 83 kB, in 0.07 s (openh264, 2
/// workers)`.
#[derive(Clone, Debug)]
pub struct Video {
    pub(crate) path: PathBuf,
    pub(crate) frames: usize,
    /// Of these, how many were there already.
    pub(crate) resumed: usize,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) fps: Fps,
    pub(crate) bytes: u64,
    pub(crate) elapsed: Duration,
    pub(crate) encoder: &'static str,
    pub(crate) gpu_refusal: Option<String>,
    pub(crate) workers: usize,
    pub(crate) fonts: Vec<VideoFont>,
}

impl Video {
    /// Where it was written, as the render was told; the pattern of a sequence's names.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many frames it has.
    #[must_use]
    pub fn frames(&self) -> usize {
        self.frames
    }

    /// How many of its frames were kept from a run before, and not rendered again: see
    /// [`Render::resume`](crate::Render::resume).
    #[must_use]
    pub fn resumed(&self) -> usize {
        self.resumed
    }

    /// Its width in pixels, even in an MP4.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Its height in pixels, even in an MP4.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Its frame rate.
    #[must_use]
    pub fn fps(&self) -> Fps {
        self.fps
    }

    /// How long it plays, rounded down to a nanosecond.
    #[must_use]
    pub fn duration(&self) -> Duration {
        const NANOS: u128 = 1_000_000_000;
        let ticks = self.frames as u128 * u128::from(self.fps.den());
        let num = u128::from(self.fps.num()).max(1);
        let nanos = (ticks % num * NANOS / num) as u32;
        Duration::new(u64::try_from(ticks / num).unwrap_or(u64::MAX), nanos)
    }

    /// The size of its file in bytes, or of all files of a sequence.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How long the render took, from `run()` to the finished file.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The encoder's name: `openh264`, on the CPU, or `nvenc`, on a GPU; `gif`, `apng` or `png` for those
    /// formats.
    #[must_use]
    pub fn encoder(&self) -> &'static str {
        self.encoder
    }

    /// Why the CPU encoded it although [`Encoder::Auto`](crate::Encoder::Auto) asked for a GPU, in
    /// one line. None if a GPU encoded it, or if none was asked: without the feature `nvenc`, or with
    /// [`Encoder::Cpu`](crate::Encoder::Cpu).
    #[must_use]
    pub fn gpu_refusal(&self) -> Option<&str> {
        self.gpu_refusal.as_deref()
    }

    /// How many workers drew it.
    #[must_use]
    pub fn workers(&self) -> usize {
        self.workers
    }

    /// The fonts of this machine that letters were taken from, by their names: none if all of them are in the
    /// embedded fonts or in files of one's own, so that the video is the same wherever it is rendered.
    #[must_use]
    pub fn fonts(&self) -> &[VideoFont] {
        &self.fonts
    }
}

impl fmt::Display for Video {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frames = counted(self.frames, "frame");
        let workers = counted(self.workers, "worker");
        let resumed = match self.resumed {
            0 => String::new(),
            n => format!(" ({n} kept from before)"),
        };
        write!(
            f,
            "{}: {frames}{resumed}, {}x{}, {:.2} s, {}, in {:.2} s ({}, {workers})",
            self.path.display(),
            self.width,
            self.height,
            self.duration().as_secs_f64(),
            size(self.bytes),
            self.elapsed.as_secs_f64(),
            self.encoder,
        )
    }
}

/// `1 frame`, `2 frames`
pub(crate) fn counted(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{plural}")
}

/// Bytes in decimal units, with about three digits.
pub(crate) fn size(bytes: u64) -> String {
    let units = [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")];
    let bytes = bytes as f64;
    for (unit, name) in units {
        let n = bytes / unit;
        if n >= 9.95 {
            return format!("{n:.0} {name}");
        }
        if n >= 0.9995 {
            return format!("{n:.1} {name}");
        }
    }
    format!("{bytes} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn video() -> Video {
        Video {
            path: "wave.mp4".into(),
            frames: 60,
            resumed: 0,
            width: 640,
            height: 480,
            fps: Fps::from(30),
            bytes: 83_210,
            elapsed: Duration::from_millis(70),
            encoder: "openh264",
            gpu_refusal: None,
            workers: 2,
            fonts: Vec::new(),
        }
    }

    #[test]
    fn prints_as_one_line() {
        assert_eq!(
            video().to_string(),
            "wave.mp4: 60 frames, 640x480, 2.00 s, 83 kB, in 0.07 s (openh264, 2 workers)"
        );
    }

    #[test]
    fn one_is_singular() {
        let one = Video { frames: 1, workers: 1, fps: Fps::from((1, 3)), ..video() };
        assert_eq!(
            one.to_string(),
            "wave.mp4: 1 frame, 640x480, 3.00 s, 83 kB, in 0.07 s (openh264, 1 worker)"
        );
    }

    #[test]
    fn what_was_there_already_is_told() {
        let video = Video { resumed: 30, ..video() };
        assert!(
            video.to_string().starts_with("wave.mp4: 60 frames (30 kept from before), 640x480")
        );
    }

    #[test]
    fn the_duration_is_exact() {
        let ntsc = Video { frames: 30_000, fps: Fps::from((30_000, 1001)), ..video() };
        assert_eq!(ntsc.duration(), Duration::from_secs(1001));
        let odd = Video { frames: 1, fps: Fps::from((30_000, 1001)), ..video() };
        assert_eq!(odd.duration(), Duration::from_nanos(33_366_666));
    }

    #[test]
    fn sizes_are_decimal() {
        let cases = [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1_000, "1.0 kB"),
            (9_940, "9.9 kB"),
            (9_960, "10 kB"),
            (83_499, "83 kB"),
            (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (12_400_000, "12 MB"),
            (4_700_000_000, "4.7 GB"),
        ];
        for (bytes, text) in cases {
            assert_eq!(size(bytes), text);
        }
    }
}
