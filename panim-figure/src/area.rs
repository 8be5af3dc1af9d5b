//! plotters on the figure's own pixels: `figure.area()` and `frame.area()`.

mod bitmap;
mod curves;
mod grid;
mod smooth;
#[cfg(test)]
mod tests;

pub use bitmap::BitmapArea;
pub use smooth::Area;

use crate::{Figure, Frame, figure::drawings::Drawings};
use plotters::{
    coord::Shift,
    drawing::{DrawingArea, IntoDrawingArea},
};

impl Figure {
    /// A plotters drawing area on the figure, anti-aliased. What is drawn on it in `#[setup]` is
    /// the figure's background: below all axes, drawn once for all frames.
    ///
    /// It has the figure's [size](Figure::size) in pixels at 100 dpi; at another dpi everything
    /// drawn on it is scaled, text and line widths included. Set the figure's size before.
    ///
    /// plotters code works on it as it stands, with these differences to its `BitMapBackend`:
    /// edges are smooth, lines at an angle have their true width, and text is DejaVu Sans,
    /// whatever family is asked for. plotters itself rounds places to whole pixels (of 100 dpi);
    /// the bumps that this gives a dense curve are smoothed out, but a marker that moves slowly
    /// moves from pixel to pixel.
    ///
    /// ```
    /// use panim_figure::plotters::prelude::*;
    ///
    /// # let mut fig = panim_figure::Figure::new();
    /// let area = fig.area();
    /// let mut chart = ChartBuilder::on(&area)
    ///     .caption("Parabola", ("sans-serif", 20))
    ///     .margin(10)
    ///     .x_label_area_size(30)
    ///     .y_label_area_size(40)
    ///     .build_cartesian_2d(-1.0..1.0, 0.0..1.0)?;
    /// chart.configure_mesh().draw()?;
    /// let state = chart.into_chart_state(); // keep it, and `restore` it on `frame.area()`
    /// # Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
    /// ```
    pub fn area(&mut self) -> DrawingArea<Area<'_>, Shift> {
        let (size, scale) = (self.size(), self.scale());
        self.drawings.size.get_or_insert(size);
        let Drawings { under, fonts, .. } = &mut self.drawings;
        Area::new(under, fonts, size, scale).into_drawing_area()
    }

    /// A plotters drawing area on the figure's pixels, the same to the last bit as what plotters'
    /// own `BitMapBackend` draws. What is drawn on it in `#[setup]` is the figure's background:
    /// below all axes and below [`Figure::area`].
    ///
    /// It has the figure's pixels as drawn, filled with the figure's colour: at 200 dpi, twice as
    /// many each way, and plotters' lines and text do not grow with them. Set the figure's size
    /// and colour before.
    ///
    /// Text is DejaVu Sans for the families `sans-serif`, `serif` and `monospace`; any other has
    /// to be given to [`register_font`](plotters::style::register_font) first.
    pub fn bitmap_area(&mut self) -> DrawingArea<BitmapArea<'_>, Shift> {
        let (size, face) = (self.size(), self.face());
        // A size that cannot be drawn is refused when setup is over.
        let pixels = self.pixels().map_or((1, 1), |(w, h)| (u32::from(w), u32::from(h)));
        self.drawings.size.get_or_insert(size);
        self.drawings.face.get_or_insert(face);
        let bitmap = self.drawings.bitmap.get_or_insert_with(|| {
            let [r, g, b, _] = face.to_rgba8();
            [r, g, b, 255].repeat(pixels.0 as usize * pixels.1 as usize)
        });
        BitmapArea::new(bitmap, pixels).into_drawing_area()
    }
}

impl Frame<'_> {
    /// A plotters drawing area over the figure, anti-aliased. What is drawn on it lies above all
    /// axes, and is gone at the next frame.
    ///
    /// It is the same area as [`Figure::area`] gives in `#[setup]`: a chart's state kept there
    /// can be restored on it.
    ///
    /// # Panics
    /// After [`Frame::bitmap_area`].
    #[track_caller]
    pub fn area(&mut self) -> DrawingArea<Area<'_>, Shift> {
        let figure = self.renderer.changing();
        let (size, scale) = (figure.size(), figure.scale());
        let Drawings { over, fonts, .. } = &mut figure.drawings;
        Area::new(over, fonts, size, scale).into_drawing_area()
    }

    /// A plotters drawing area on the frame's pixels, the same to the last bit as what plotters'
    /// own `BitMapBackend` draws. What is drawn on it lies above all else, and is gone at the
    /// next frame.
    ///
    /// It is the same area as [`Figure::bitmap_area`] gives in `#[setup]`. It has to be the last
    /// thing in `#[update]`: all the rest of the frame is drawn when it is called, and changing
    /// an artist afterwards panics.
    pub fn bitmap_area(&mut self) -> DrawingArea<BitmapArea<'_>, Shift> {
        let size = self.renderer.size();
        BitmapArea::new(self.renderer.finish(), size).into_drawing_area()
    }
}
