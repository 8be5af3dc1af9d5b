//! What plotters code drew on a figure.

use super::Figure;
use crate::{FigureError, color::Color, scene::list::ShapeList, text::Fonts};

/// What plotters code drew on a figure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drawings {
    /// The figure's pixels below all else, if setup drew on them.
    pub(crate) bitmap: Option<Vec<u8>>,
    /// What setup drew.
    pub(crate) under: ShapeList,
    /// What this frame's update drew.
    pub(crate) over: ShapeList,
    /// What its texts are written with.
    pub(crate) fonts: Fonts,
    /// The figure's size when setup first drew on it, in pixels at 100 dpi.
    pub(crate) size: Option<(u32, u32)>,
    /// The figure's background when its pixels were taken.
    pub(crate) face: Option<Color>,
}

impl Drawings {
    /// Refuses what changed below a drawing.
    pub(crate) fn check(&self, figure: &Figure) -> Result<(), FigureError> {
        let (width, height) = figure.size();
        if let Some((w, h)) = self.size
            && (w, h) != (width, height)
        {
            let message = format!(
                "{width}x{height} pixels, but plotters code drew on {w}x{h} before: set the size \
                 before `area()` or `bitmap_area()` is called"
            );
            return Err(FigureError::new("Figure", "set_size", message));
        }
        if self.face.is_some_and(|face| face != figure.face()) {
            let message = "set the colour before `bitmap_area()` is called, whose pixels start \
                           with it";
            return Err(FigureError::new("Figure", "set_facecolor", message));
        }
        if self.bitmap.is_some() && figure.is_transparent() {
            let message =
                "its pixels are opaque, and the figure's background is not: draw on `area()`";
            return Err(FigureError::new("Figure", "bitmap_area", message));
        }
        Ok(())
    }
}
