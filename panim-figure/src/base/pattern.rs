//! Names with a number in them: `frames/%05d.png`.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// The most digits that a number can be filled up to.
const MOST_DIGITS: usize = 20;

/// What the files of a sequence are called: a name in which `%05d`, or `%d`, stands for the number of
/// the frame, and `%%` for a percent sign.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePattern {
    folder: PathBuf,
    before: String,
    digits: usize,
    after: String,
}

impl FilePattern {
    /// None: the name has no number in it.
    ///
    /// # Errors
    ///
    /// What is given and what is allowed: there are several numbers, or one of too many digits.
    pub fn of(path: &Path) -> Result<Option<Self>, String> {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(None) };
        let (mut texts, mut text) = (Vec::new(), String::new());
        let mut digits = Vec::new();
        let mut rest = name;
        while let Some((plain, behind)) = rest.split_once('%') {
            text.push_str(plain);
            if let Some((filled, behind)) = number(behind) {
                digits.push(filled);
                texts.push(std::mem::take(&mut text));
                rest = behind;
            } else {
                text.push('%');
                rest = behind.strip_prefix('%').unwrap_or(behind);
            }
        }
        text.push_str(rest);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        match (&digits[..], texts.pop(), texts.is_empty()) {
            (_, None, _) => Ok(None),
            (&[digits], Some(before), true) if digits <= MOST_DIGITS => {
                Ok(Some(Self { folder, before, digits, after: text }))
            }
            _ => Err(format!(
                "`{}` given; allowed: one number in the name of a sequence, such as `%d`, or \
                 `%05d` with up to {MOST_DIGITS} digits",
                path.display()
            )),
        }
    }

    /// The file of a frame.
    pub fn path(&self, frame: usize) -> PathBuf {
        let Self { folder, before, digits, after } = self;
        folder.join(format!("{before}{frame:0digits$}{after}"))
    }

    /// The folder that the files are in; empty for the current one.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The frame whose file is called so.
    pub(crate) fn frame(&self, name: &OsStr) -> Option<usize> {
        let number = name.to_str()?.strip_prefix(&self.before)?.strip_suffix(&self.after)?;
        let frame = number.parse().ok()?;
        (self.path(frame).file_name() == Some(name)).then_some(frame)
    }
}

/// To how many digits a number is filled up that stands behind a percent sign, and what is behind it.
fn number(text: &str) -> Option<(usize, &str)> {
    let (digits, rest) = text.split_once('d')?;
    let filled = match digits.strip_prefix('0') {
        Some(filled) => filled.parse().ok()?,
        None if digits.is_empty() => 0,
        None => return None,
    };
    Some((filled, rest))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_frames_number_stands_where_the_pattern_says() {
        for (pattern, frame, path) in [
            ("f/%05d.png", 7, "f/00007.png"),
            ("%d.png", 12, "12.png"),
            ("50%%_%02d_a.png", 123, "50%_123_a.png"),
            ("50%_%02d.png", 1, "50%_01.png"),
            ("%03d/a%d.png", 1, "%03d/a1.png"),
        ] {
            let pattern = FilePattern::of(Path::new(pattern)).unwrap().unwrap();
            assert_eq!(pattern.path(frame), Path::new(path));
            assert_eq!(pattern.frame(pattern.path(frame).file_name().unwrap()), Some(frame));
        }
    }

    #[test]
    fn files_of_other_names_are_of_no_frame() {
        let pattern = FilePattern::of(Path::new("a/b%03d.png")).unwrap().unwrap();
        for name in ["b7.png", "b0007.png", "b+07.png", "b007.jpg", "ab007.png", "b.png"] {
            assert_eq!(pattern.frame(OsStr::new(name)), None, "{name}");
        }
        assert_eq!(pattern.frame(OsStr::new("b1234.png")), Some(1234));
    }

    #[test]
    fn one_number_is_allowed() {
        for name in ["%d_%d.png", "%099d.png"] {
            let error = FilePattern::of(Path::new(name)).unwrap_err();
            assert!(error.starts_with(&format!("`{name}` given; allowed: one")), "{error}");
        }
        for name in ["a.png", "%s.png", "%5d.png", "%%d.png", "%.png"] {
            assert!(FilePattern::of(Path::new(name)).unwrap().is_none(), "{name}");
        }
    }
}
