//! What a video says of itself.

mod gif;
#[cfg(feature = "video")]
mod mp4;
#[cfg(not(feature = "video"))]
#[path = "inspect/no_mp4.rs"]
mod mp4;
mod png;

use super::{CliError, json::print_json, print};
use crate::{Error, Result, video::size};
use serde::Serialize;
use std::{
    fmt,
    fs::File,
    io::{self, BufReader, Read, Seek},
    path::Path,
};

#[derive(Default, Serialize)]
struct Inspected {
    path: String,
    format: &'static str,
    bytes: u64,
    video: Option<VideoTrack>,
    /// Other tracks, by their kind.
    other_tracks: Vec<String>,
    /// What it is called, and by whom.
    titles: Vec<(String, String)>,
    /// Whether the index stands before the pictures, so that playing can begin while it loads.
    index_in_front: Option<bool>,
}

#[derive(Default, Serialize)]
struct VideoTrack {
    codec: &'static str,
    profile: Option<String>,
    level: Option<f64>,
    width: u32,
    height: u32,
    frames: u64,
    keyframes: Option<u64>,
    /// How often it plays, where the file says so: none for ever.
    plays: Option<Option<u64>>,
    duration: f64,
    /// On average, where frames take unequal time.
    fps: Option<f64>,
    /// The rate, exactly; none where frames take unequal time.
    rate: Option<String>,
    bits_per_second: Option<f64>,
    colors: Option<ColorTags>,
}

#[derive(Serialize)]
struct ColorTags {
    primaries: u16,
    transfer: u16,
    matrix: u16,
    full_range: bool,
}

/// Says it, for people or for programs.
pub(super) fn tell(path: &Path, json: bool) -> Result<(), CliError> {
    let inspected = inspect(path)?;
    if json {
        print_json(&inspected);
    } else {
        print(&inspected.to_string());
    }
    Ok(())
}

/// What the beginning of a file says that it is.
const GIF: &[u8] = b"GIF8";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn inspect(path: &Path) -> Result<Inspected> {
    let failed = |source| Error::File { path: path.into(), source };
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(failed(io::Error::new(io::ErrorKind::IsADirectory, "is a folder, not a file")));
    }
    let (format, read) = read(BufReader::new(file), about.len()).map_err(failed)?;
    let unreadable = |error: io::Error| {
        let message = format!("cannot be read as {format}: {error}");
        failed(io::Error::new(io::ErrorKind::InvalidData, message))
    };
    let path = path.to_string_lossy().into();
    Ok(Inspected { path, ..read.map_err(unreadable)? })
}

fn read(
    mut file: BufReader<File>,
    bytes: u64,
) -> io::Result<(&'static str, io::Result<Inspected>)> {
    let mut start = Vec::new();
    file.by_ref().take(PNG.len() as u64).read_to_end(&mut start)?;
    file.rewind()?;
    let mut all = Vec::new();
    Ok(match &start[..] {
        start if start.starts_with(GIF) => ("GIF", {
            file.read_to_end(&mut all)?;
            gif::read(&all)
        }),
        start if start == PNG => ("PNG", {
            file.read_to_end(&mut all)?;
            png::read(&all)
        }),
        _ => ("MP4", mp4::read(file, bytes)),
    })
}

fn cut_short() -> io::Error {
    io::Error::other("it is cut short")
}

/// Bytes that have not been read yet.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> io::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(cut_short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| cut_short())
    }

    fn byte(&mut self) -> io::Result<u8> {
        self.array().map(|[byte]| byte)
    }

    /// The lower byte first, as in a GIF.
    fn short(&mut self) -> io::Result<u16> {
        self.array().map(u16::from_le_bytes)
    }

    /// The upper byte first, as in a PNG.
    fn short_be(&mut self) -> io::Result<u16> {
        self.array().map(u16::from_be_bytes)
    }

    fn long(&mut self) -> io::Result<u32> {
        self.array().map(u32::from_be_bytes)
    }
}

impl fmt::Display for Inspected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, {}", self.path, self.format, size(self.bytes))?;
        match &self.video {
            Some(video) => video.fmt(f)?,
            None => write!(f, "\n  no video")?,
        }
        for (name, text) in &self.titles {
            write!(f, "\n  {name:<9}  {text}")?;
        }
        if !self.other_tracks.is_empty() {
            write!(f, "\n  also       {}", self.other_tracks.join(", "))?;
        }
        match self.index_in_front {
            Some(true) => write!(f, "\n  index      in front: it plays while it loads"),
            Some(false) => write!(f, "\n  index      at the end: it plays once it is loaded"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for VideoTrack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n  size       {}x{}", self.width, self.height)?;
        write!(f, "\n  frames     {}", self.frames)?;
        match (&self.rate, self.fps) {
            (Some(rate), _) => write!(f, ", {rate} per second, {:.2} s", self.duration)?,
            (None, Some(fps)) => {
                write!(f, ", {fps:.2} per second on average, {:.2} s", self.duration)?
            }
            (None, None) => {}
        }
        match self.plays {
            None => {}
            Some(None) => write!(f, "\n  plays      for ever")?,
            Some(Some(1)) => write!(f, "\n  plays      once")?,
            Some(Some(times)) => write!(f, "\n  plays      {times} times")?,
        }
        if let Some(keyframes) = self.keyframes {
            write!(f, "\n  keyframes  {keyframes}")?;
            write!(f, "\n  codec      {}", self.codec)?;
        }
        if let (Some(profile), Some(level)) = (&self.profile, self.level) {
            write!(f, " {profile}, level {level:.1}")?;
        }
        if let Some(bits) = self.bits_per_second {
            write!(f, ", {:.0} kbit/s", bits / 1000.0)?;
        }
        match &self.colors {
            Some(colors) => write!(f, "\n  colours    {colors}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ColorTags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.matrix {
            1 => write!(f, "BT.709")?,
            5 | 6 => write!(f, "BT.601")?,
            9 => write!(f, "BT.2020")?,
            other => write!(f, "matrix {other}")?,
        }
        write!(f, ", {} range", if self.full_range { "full" } else { "limited" })
    }
}
