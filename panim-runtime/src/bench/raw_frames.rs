//! Keeps the pictures as they are handed to the encoder, to measure what encoding does to them.
//!
//! Only with the feature `__raw_frames`, and only while the environment names a folder for them.
//! Not public API.

use crate::{Result, picture::Prepared};
use std::path::Path;

/// A render to `path` begins.
#[cfg(not(feature = "__raw_frames"))]
pub(crate) fn begin(_path: &Path) -> Result<()> {
    Ok(())
}

/// A frame of it is about to be encoded.
#[cfg(not(feature = "__raw_frames"))]
pub(crate) fn keep(_frame: usize, _picture: &Prepared) -> Result<()> {
    Ok(())
}

#[cfg(feature = "__raw_frames")]
pub(crate) use kept::{begin, keep};

#[cfg(feature = "__raw_frames")]
mod kept {
    use super::*;
    use crate::{Error, yuv::I420};
    use std::{
        env,
        fs::File,
        io::{self, Seek, SeekFrom, Write},
        path::PathBuf,
        sync::{Mutex, PoisonError},
    };

    /// Names the folder. The pictures of `wave.mp4` are in its `wave.y4m`.
    const FOLDER: &str = "PANIM_RAW_FRAMES";

    /// The file of the render that runs; there is one after the other.
    static FILE: Mutex<Option<File>> = Mutex::new(None);

    pub(crate) fn begin(path: &Path) -> Result<()> {
        let Some(folder) = env::var_os(FOLDER) else { return Ok(()) };
        let name = path.file_stem().unwrap_or_default();
        let file = PathBuf::from(folder).join(name).with_extension("y4m");
        let created = File::create(&file).map_err(|error| failed(&error))?;
        *FILE.lock().unwrap_or_else(PoisonError::into_inner) = Some(created);
        Ok(())
    }

    /// Frames come in any order, and all are of one size: each has its place in the file.
    pub(crate) fn keep(frame: usize, picture: &Prepared) -> Result<()> {
        let Prepared::Yuv(picture) = picture else { return Ok(()) };
        let mut file = FILE.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = file.as_mut() else { return Ok(()) };
        write(file, frame, picture).map_err(|error| failed(&error))
    }

    fn failed(error: &io::Error) -> Error {
        Error::Encoder { message: format!("raw frames: {error}") }
    }

    fn write(file: &mut File, frame: usize, picture: &I420) -> io::Result<()> {
        let (width, height, mark) = (picture.width(), picture.height(), "FRAME\n");
        let head = format!("YUV4MPEG2 W{width} H{height} F30:1 Ip A1:1 C420mpeg2\n");
        let bytes: usize = picture.planes().iter().map(|plane| plane.len()).sum();
        file.seek(SeekFrom::Start(0))?;
        file.write_all(head.as_bytes())?;
        let at = head.len() + frame * (mark.len() + bytes);
        file.seek(SeekFrom::Start(at as u64))?;
        file.write_all(mark.as_bytes())?;
        picture.planes().iter().try_for_each(|plane| file.write_all(plane))
    }
}
