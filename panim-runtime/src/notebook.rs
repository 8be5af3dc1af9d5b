//! Videos below the cells of a notebook.

use crate::{Video, output::OutputFormat};
use panim_figure::__private::{NotebookOutput, data_url, say_failure};
use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Component, Path},
};

/// Files of more bytes are linked. Jupyter's server lets through 3 MB at a time, and in text a file is a
/// third larger.
const MOST_EMBEDDED: u64 = 2_000_000;

impl Video {
    /// Plays the video below a cell of an evcxr notebook, which calls this of the cell's last value: see
    /// [notebooks](https://docs.rs/panim/latest/panim/notebooks/index.html).
    ///
    /// A file of up to 2 MB becomes part of the notebook. A larger one is linked by its path, and has to stay
    /// where it is, in the notebook's folder or one below it. Of a sequence, only what was written is said.
    pub fn evcxr_display(&self) {
        match self.output() {
            Ok(output) => output.send(),
            Err(source) => {
                let path = self.path.clone();
                say_failure(&crate::Error::File { path, source });
            }
        }
    }

    fn output(&self) -> io::Result<NotebookOutput> {
        let output = NotebookOutput::default().text(&self.to_string());
        let media_type = match OutputFormat::of(&self.path) {
            Ok(OutputFormat::Mp4) => "video/mp4",
            Ok(OutputFormat::Gif) => "image/gif",
            Ok(OutputFormat::Apng) => "image/png",
            Ok(OutputFormat::Sequence(_)) | Err(_) => return Ok(output),
        };
        let is_video = media_type == "video/mp4";
        if fs::metadata(&self.path)?.len() > MOST_EMBEDDED {
            let here = env::current_dir()?;
            let Some(link) = link(&self.path, &here) else { return Ok(output) };
            return Ok(output.html(&self.element(is_video, &link)));
        }
        let bytes = fs::read(&self.path)?;
        Ok(match is_video {
            true => output.html(&self.element(true, &data_url(media_type, &bytes))),
            false => output.image(media_type, &bytes),
        })
    }

    fn element(&self, is_video: bool, address: &str) -> String {
        let shown = format!("width=\"{}\" style=\"max-width: 100%\" src=\"{address}\"", self.width);
        match is_video {
            true => format!("<video controls autoplay loop muted {shown}></video>"),
            false => format!("<img {shown}>"),
        }
    }
}

/// The address of a file for a page in this folder. None: it is not in there.
fn link(path: &Path, here: &Path) -> Option<String> {
    let path = if path.is_absolute() { path.strip_prefix(here).ok()? } else { path };
    let mut link = String::new();
    for part in path.components() {
        let name = match part {
            Component::Normal(name) => name.to_str()?,
            Component::CurDir => continue,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        };
        if !link.is_empty() {
            link.push('/');
        }
        for byte in name.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    link.push(byte.into());
                }
                _ => _ = write!(link, "%{byte:02X}"),
            }
        }
    }
    Some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_below_the_notebook_have_an_address() {
        let root = Path::new(if cfg!(windows) { "C:\\" } else { "/" });
        let here = root.join("home");
        let absolute = |path: &str| root.join(path).display().to_string();
        for (path, expected) in [
            ("wave.mp4".into(), Some("wave.mp4")),
            ("./out/wave.mp4".into(), Some("out/wave.mp4")),
            (absolute("home/out/a \"wave\" 50%.mp4"), Some("out/a%20%22wave%22%2050%25.mp4")),
            ("größe.gif".into(), Some("gr%C3%B6%C3%9Fe.gif")),
            ("../wave.mp4".into(), None),
            (absolute("tmp/wave.mp4"), None),
        ] {
            assert_eq!(link(Path::new(&path), &here).as_deref(), expected, "{path}");
        }
    }
}
