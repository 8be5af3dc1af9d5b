//! plotters' drawing backend, anti-aliased.

use super::{
    recording::{Label, Recording, Shape},
    strokes::Grid,
};
use crate::{
    FigureError,
    canvas::Image,
    color::Color,
    font::{Face, FontStyle, Weight},
    text::{HAlign, TextStyle, VAlign},
};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle as Slant, FontTransform,
    text_anchor::{HPos, VPos},
};
use vello_cpu::kurbo::{Affine, BezPath, Circle, Shape as _, Stroke, flatten};

/// A figure's pixels for plotters, anti-aliased; see [`Figure::area`](crate::Figure::area).
#[derive(Debug)]
pub struct Area<'a> {
    recording: &'a mut Recording,
    size: (u32, u32),
    grid: Grid,
}

/// plotters gives sizes of text in lines of this many em.
const LINE: f64 = 1.24;

/// How exactly circles are drawn, in pixels.
const TOLERANCE: f64 = 0.02;

type Drawn = Result<(), DrawingErrorKind<FigureError>>;

impl<'a> Area<'a> {
    /// `size`: what plotters sees, in pixels of its own; `scale`: pixels as drawn to one of them.
    pub(super) fn new(recording: &'a mut Recording, size: (u32, u32), scale: f64) -> Self {
        Self { recording, size, grid: Grid::new(size, scale) }
    }
}

impl DrawingBackend for Area<'_> {
    type ErrorType = FigureError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        let next = (point.0.saturating_add(1), point.1.saturating_add(1));
        self.draw_rect(point, next, &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if fill {
            let rect = self.grid.pixels((x0, y0), (x1, y1));
            self.recording.push(Shape::Rect(rect, color(style)));
            return Ok(());
        }
        self.draw_path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points: Vec<_> = path.into_iter().collect();
        points.dedup();
        match &points[..] {
            _ if style.stroke_width() == 0 => {}
            [] => {}
            [point] => self.draw_pixel(*point, style.color())?,
            points => {
                let (path, stroke) = self.grid.line(points, style.stroke_width());
                self.recording.push(Shape::Line(path, stroke, color(style)));
            }
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (scale, color) = (self.grid.scale, color(style));
        // The pixels of the rim belong to the circle.
        let radius = f64::from(radius) + if fill { 0.5 } else { 0.0 };
        // The canvas would draw small circles too small: it makes few corners of a curve.
        let circle = Circle::new(self.grid.middle(center), radius * scale);
        let tolerance = TOLERANCE.max(circle.radius * 1e-4);
        let mut path = BezPath::new();
        flatten(circle.path_elements(tolerance), tolerance, |element| path.push(element));
        self.recording.push(if fill {
            Shape::Circle(path, color)
        } else {
            Shape::Line(path, Stroke::new(f64::from(style.stroke_width()) * scale), color)
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let mut corners = vert.into_iter().map(|corner| self.grid.middle(corner));
        if let Some(first) = corners.next() {
            let mut path = BezPath::new();
            path.move_to(first);
            corners.for_each(|corner| path.line_to(corner));
            path.close_path();
            self.recording.push(Shape::Polygon(path, color(style)));
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Drawn {
        let anchor = style.anchor();
        let style_here = TextStyle {
            face: face(style),
            halign: match anchor.h_pos {
                HPos::Left => HAlign::Left,
                HPos::Center => HAlign::Center,
                HPos::Right => HAlign::Right,
            },
            valign: match anchor.v_pos {
                VPos::Top => VAlign::Top,
                VPos::Center => VAlign::CenterBaseline,
                VPos::Bottom => VAlign::Bottom,
            },
            ..TextStyle::new(style.size() / LINE * self.grid.scale)
        };
        self.recording.push(Shape::Text(Label {
            text: text.to_owned(),
            style: style_here,
            color: color(&style.color()),
            anchor: self.grid.middle(pos),
            turn: turn(style.transform()),
        }));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<FigureError>> {
        let em = style.size() / LINE;
        Ok(((width(face(style), text) * em).ceil() as u32, em as u32))
    }

    /// `src` is RGB, three bytes a pixel, as plotters' bitmap element gives it.
    fn blit_bitmap(
        &mut self,
        (x, y): BackendCoord,
        (width, height): (u32, u32),
        src: &[u8],
    ) -> Drawn {
        let pixels = src.chunks_exact(3).map(|p| [p[0], p[1], p[2], 255]);
        let Some(image) = Image::new(width, height, pixels) else {
            let message = format!(
                "{} bytes are not {width}x{height} pixels of 3 bytes, each side up to {}",
                src.len(),
                u16::MAX
            );
            let error = FigureError::new("Area", "blit_bitmap", message);
            return Err(DrawingErrorKind::DrawingError(error));
        };
        let to = (x.saturating_add_unsigned(width), y.saturating_add_unsigned(height));
        let place = self.grid.pixels((x, y), to);
        self.recording.push(Shape::Image(image, place));
        Ok(())
    }
}

fn color<S: BackendStyle>(style: &S) -> Color {
    let BackendColor { alpha, rgb: (r, g, b) } = style.color();
    Color::rgb(r, g, b).with_alpha(alpha)
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    let (weight, style) = match style.style() {
        Slant::Normal => (Weight::Normal, FontStyle::Normal),
        Slant::Bold => (Weight::Bold, FontStyle::Normal),
        Slant::Oblique | Slant::Italic => (Weight::Normal, FontStyle::Italic),
    };
    Face { weight, style }
}

/// How long a line of text is, in em.
fn width(face: Face, text: &str) -> f64 {
    let mut width = 0.0;
    let mut previous = None;
    for glyph in text.chars().map(|character| face.glyph(character)) {
        width += previous.map_or(0.0, |previous| face.kerning(previous, glyph.id)) + glyph.advance;
        previous = Some(glyph.id);
    }
    width
}

fn turn(transform: FontTransform) -> Affine {
    // Columns: where the text's right and down point on the picture.
    match transform {
        FontTransform::None => Affine::IDENTITY,
        FontTransform::Rotate90 => Affine::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        FontTransform::Rotate180 => Affine::new([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
        FontTransform::Rotate270 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
    }
}
