//! A figure by itself, as a file or in a notebook.

use super::Renderer;
use crate::{Figure, Picture, PictureError, Warning, base::notebook::say_failure};
use std::{
    io::{self, Write},
    path::Path,
};

impl Figure {
    /// Draws the figure as it is, once, and writes it to a PNG file, without any animation. One that
    /// is already there is replaced. The figure stays as it is, and may be changed and saved again.
    ///
    /// ```no_run
    /// # use panim_figure::{Figure, Line, PictureError};
    /// let mut fig = Figure::new();
    /// fig.axes().add(Line::new([0.0, 1.0, 2.0], [0.0, 1.0, 4.0]));
    /// fig.save_png("parabola.png")?;
    /// # Ok::<_, PictureError>(())
    /// ```
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if the file cannot be
    /// written.
    #[doc(alias = "savefig")]
    pub fn save_png(&self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        self.drawn()?.save_png(path)
    }

    /// Draws the figure as it is, once, and writes its shapes to an SVG file, as
    /// [`Picture::save_svg`] does.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if the file cannot be
    /// written.
    #[doc(alias = "savefig")]
    pub fn save_svg(&self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        self.drawn()?.save_svg(path)
    }

    /// Draws the figure as it is, and shows it below a cell of an evcxr notebook, which calls this of the
    /// cell's last value: see [notebooks](https://docs.rs/panim/latest/panim/notebooks/index.html). What
    /// keeps it from being drawn is said there.
    pub fn evcxr_display(&self) {
        match self.drawn() {
            Ok(picture) => picture.evcxr_display(),
            Err(error) => say_failure(&error),
        }
    }

    fn drawn(&self) -> Result<Picture, PictureError> {
        // what data the artists have is shared
        let mut renderer = Renderer::new(self.clone())?;
        let picture = renderer.picture()?;
        renderer.take_warnings().iter().for_each(tell);
        Ok(picture)
    }
}

/// To `tracing` where somebody listens there, else to whoever watches standard error.
fn tell(warning: &Warning) {
    if tracing::enabled!(tracing::Level::WARN) {
        tracing::warn!("{warning}");
    } else {
        // A closed standard error is no reason to stop.
        let _ = writeln!(io::stderr(), "panim: warning: {warning}");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::io::Cursor;

    #[test]
    fn figures_say_how_large_they_are_meant_to_be() {
        let per_meter = |picture: &Picture| {
            let file = Cursor::new(picture.to_png().unwrap());
            let reader = png::Decoder::new(file).read_info().unwrap();
            reader.info().pixel_dims.map(|pixels| (pixels.xppu, pixels.yppu))
        };
        for (dpi, wanted) in [(None, 3937), (Some(300.0), 11811)] {
            let figure = Figure::for_render(Some((64, 48)), dpi);
            let picture = Renderer::new(figure).unwrap().picture().unwrap();
            assert_eq!(per_meter(&picture), Some((wanted, wanted)));
        }
        assert_eq!(per_meter(&Picture::new(1, 1, vec![0; 4])), None);
    }
}
