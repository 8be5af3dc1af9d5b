//! Recordings whose frames are files.

use crate::{
    FigureError, Picture, PictureError,
    base::{error::quoted, pattern::FilePattern},
};
use std::{fs, io, ops::Range, path::Path, sync::Arc};

/// The frames of a recording, each a PNG or a JPEG file with its number in its name, such as ffmpeg writes of a
/// film: `ffmpeg -i walk.mp4 walk/%04d.jpg`.
///
/// Files are read when their frame is asked for, and none is kept: a recording may be as long as it likes. A
/// clone shares what is known of the files.
///
/// ```no_run
/// use panim_figure::{Figure, Handle, Image, Recording};
///
/// let walk = Recording::open("walk/%04d.jpg")?;
/// let mut fig = Figure::new();
/// let ax = fig.axes();
/// let background = ax.add(Image::picture(walk.frame(0)?));
/// // in `#[update]`: frame[self.background].set_picture(self.walk.frame(frame.index())?);
/// # let _: Handle<Image> = background;
/// # Ok::<(), panim_figure::PictureError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Recording {
    pattern: Option<FilePattern>,
    numbers: Arc<[usize]>,
}

impl Recording {
    /// Finds the files of a recording. In the last part of the path, `%04d` stands for a number of at least four
    /// digits, `%d` for one without zeros in front, and `%%` for a percent sign.
    ///
    /// # Errors
    ///
    /// The folder cannot be read, the name has no number in it or several, or no file has such a name.
    pub fn open(pattern: impl AsRef<Path>) -> Result<Self, PictureError> {
        let path = pattern.as_ref();
        let failed = |source| PictureError::File { path: path.into(), source };
        let wrong = |message: String| FigureError::new("Recording", "open", message);
        let pattern = FilePattern::of(path).map_err(wrong)?.ok_or_else(|| {
            let given = path.to_string_lossy();
            wrong(format!("`{}` given; allowed: a name such as `walk/%04d.jpg`", quoted(&given)))
        })?;
        let folder = match pattern.folder() {
            here if here.as_os_str().is_empty() => Path::new("."),
            folder => folder,
        };
        let names = fs::read_dir(folder).map_err(failed)?.map(|entry| Ok(entry?.file_name()));
        let names: Vec<_> = names.collect::<io::Result<_>>().map_err(failed)?;
        let mut numbers: Vec<_> = names.iter().filter_map(|name| pattern.frame(name)).collect();
        if numbers.is_empty() {
            let message = "no file has such a name, with a number in it";
            return Err(failed(io::Error::new(io::ErrorKind::NotFound, message)));
        }
        numbers.sort_unstable();
        Ok(Self { pattern: Some(pattern), numbers: numbers.into() })
    }

    /// How many frames there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether it has no frames: [`Recording::default`].
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// What is to be given to [`Recording::frame`] one after the other: 0 up to the number of frames.
    pub fn frames(&self) -> Range<usize> {
        0..self.len()
    }

    /// The numbers in the files' names, in their order. They may begin at any number and may have gaps.
    pub fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    /// Reads a frame: 0 is the file of the lowest number, 1 that of the next one, whatever these numbers are.
    ///
    /// # Errors
    ///
    /// There are not so many frames, or the file cannot be read; see [`Picture::open`].
    pub fn frame(&self, index: usize) -> Result<Picture, PictureError> {
        let number = self.numbers.get(index);
        let Some((pattern, &number)) = self.pattern.as_ref().zip(number) else {
            let allowed = match self.len() {
                0 => "there is none before `Recording::open`".to_owned(),
                len => format!("there are {len}, 0 to {}", len - 1),
            };
            let message = format!("no frame {index}; {allowed}");
            return Err(FigureError::new("Recording", "frame", message).into());
        };
        Picture::open(pattern.path(number))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("panim-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        folder
    }

    #[test]
    fn frames_are_in_the_order_of_their_numbers() {
        let folder = folder("recording");
        for number in [9, 10, 12, 100] {
            let picture = Picture::new(1, 1, vec![number, 0, 0, 255]);
            picture.save_png(folder.join(format!("walk{number:02}.png"))).unwrap();
        }
        fs::write(folder.join("walk.png"), "").unwrap();
        fs::write(folder.join("walk7.png"), "").unwrap();
        let walk = Recording::open(folder.join("walk%02d.png")).unwrap();
        assert_eq!((walk.numbers(), walk.frames()), (&[9, 10, 12, 100][..], 0..4));
        let reds: Vec<u8> = walk.frames().map(|i| walk.frame(i).unwrap().rgba()[0]).collect();
        assert_eq!(reds, [9, 10, 12, 100]);
        let error = walk.frame(4).unwrap_err().to_string();
        assert_eq!(error, "Recording, `frame`: no frame 4; there are 4, 0 to 3");

        fs::remove_file(folder.join("walk12.png")).unwrap();
        let error = walk.frame(2).unwrap_err().to_string();
        assert!(error.contains("walk12.png: "), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_no_recording_is_refused() {
        let folder = folder("no-recording");
        let open = |name: &str| Recording::open(folder.join(name)).unwrap_err().to_string();
        assert!(open("%d.png").ends_with("%d.png: no file has such a name, with a number in it"));
        let error = open("walk.png");
        assert!(error.starts_with("Recording, `open`: `"), "{error}");
        assert!(error.ends_with("given; allowed: a name such as `walk/%04d.jpg`"), "{error}");
        assert!(open("%d-%d.png").contains("allowed: one number in the name"));
        assert!(open("missing/%d.png").contains("missing/%d.png: "));
        assert_eq!(Recording::default().frames(), 0..0);
        let error = Recording::default().frame(0).unwrap_err().to_string();
        assert!(error.ends_with("no frame 0; there is none before `Recording::open`"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}
