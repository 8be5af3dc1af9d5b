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
